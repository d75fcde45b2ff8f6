"""What the youth says to a line of the guide: from its own story, as much as trust allows, never twice the same.

A youth answers what it was asked. How much (``closed``, ``half``, ``open``) follows from the parts of trust that the
topic leans on, from the youth's temperament and from the form of the question: open questions bring more, closed and
leading ones less (Pompedda et al. 2017). Reflection and patience let the youth go on where it was. While a parent sits
there, nothing is told openly (source 002: consider whether the parents should go out for parts of the talk).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.state import MOST_KEPT, MOST_TURNS, Past, State
from tryggsamtale.rehearsal.topics import TOPICS, asked_sentence, cues, topic_of
from tryggsamtale.rehearsal.trust import MUCH, Before, Seen, Trust, changed, effects_of
from tryggsamtale.rehearsal.youths import Youth

HALF, OPEN = 36, 55
"""How much trust it takes to answer with something, and with all."""
FORM = {"open": 8, "closed": -12, "leading": -15, "multiple": -8, "none": 0}
"""How the form of the question lifts or lowers the answer."""
LISTENS = 4
"""What empathy or a reflection in the line adds to the answer."""
OPENS_WITH_FILLER = 0.25
INTERRUPTS = 0.3
"""How often a parent adds to what the youth answers."""
SHORT = 9
"""Words up to which a question without a topic goes on with what was talked about."""
STEM, WORD = 5, re.compile(r"\w+")
"""Words are the same when they begin alike in so many letters."""
OFFERS = (
    "program", "meldeplikt", "kropp", "kontakt", "akutt", "mer_hjelp", "foresatte", "asted", "tiltak", "slutt",
    "onsker",
)
"""Topics that a youth answers when the guide tells about them; advice on the others is answered as advice."""


@dataclass(frozen=True)
class Heard:
    """A line of the guide as the youth hears it."""

    text: str
    move: Move
    topic: str
    cues: frozenset[str]
    words: int

    @classmethod
    def of(cls, text: str, move: Move) -> Heard:
        return cls(text, move, topic_of(text, move), cues(text), len(text.split()))


@dataclass(frozen=True)
class Answer:
    """What is answered; the fields are those of :class:`Past`."""

    lines: tuple[str, ...]
    topic: str = ""
    level: str = ""
    secret: str = ""
    parent_left: bool = False
    left: bool = False


def answer(youth: Youth, state: State, text: str, move: Move) -> Past:
    """The turn that follows: the youth's answer and the trust after it. The same state and line give the same turn.

    The answer is given in the trust that the line itself leaves behind, so that an unlucky line closes at once.
    """
    heard = Heard.of(text, move)
    parent = bool(youth.parent) and not state.parent_left
    said = text[:MOST_KEPT]
    seen = Seen(
        move, heard.topic, heard.words, patient="patience" in heard.cues,
        parent_out=parent and "parent_out" in heard.cues,
        repeated=any(turn.said.casefold() == said.casefold() for turn in state.turns),
    )
    effects = effects_of(seen, [Before(turn.move, turn.topic, turn.level) for turn in state.turns])
    trust = changed(state.trust, effects, youth.temperament, state.difficulty)
    given = _Choice(youth, state, heard, trust, parent).answer()
    return Past(
        said=said, words=heard.words, move=move, trust=trust, effect=effects[0] if effects else "nothing", **vars(given)
    )


class _Choice:
    """The choice of one answer."""

    def __init__(self, youth: Youth, state: State, heard: Heard, trust: Trust, parent: bool) -> None:
        self.youth, self.state, self.heard, self.trust, self.parent = youth, state, heard, trust, parent
        self.last = next((turn.topic for turn in reversed(state.turns) if turn.topic), "")
        self.chance = random.Random(f"{state.seed}:{len(state.turns)}:{heard.topic}")
        self.said = {line.rpartition("+")[2] for line in state.used}

    def answer(self) -> Answer:
        """The first that fits, from what weighs most to what weighs least."""
        heard, move = self.heard, self.heard.move
        if len(self.state.turns) >= MOST_TURNS - 1:
            return self._leave()
        if move.bad:
            return self._react(move.bad)
        if self.parent and "parent_out" in heard.cues:
            return Answer((self._of("parent.leaves"), self._of("parent.alone")), parent_left=True)
        if self.parent and self._to_parent() and self._unused("parent.addressed"):
            return Answer((self._of("parent.addressed"),), heard.topic)
        if not self.state.turns and move.question == "none" and "greeting" in heard.cues:
            return self._levelled("greeting")
        if heard.words > MUCH:
            return self._react("much")
        if move.question == "multiple" and (not heard.topic or self._level(heard.topic) == "closed"):
            return self._react("multiple")
        if move.question == "leading":
            return self._levelled("leading", heard.topic)
        return self._asked() if move.question != "none" else self._told_something()

    def _asked(self) -> Answer:
        heard = self.heard
        short = heard.words <= SHORT
        if self.last and short and "follow_up" in heard.cues and set(heard.move.points) <= {"b1"}:
            return self._about(self.last)
        if heard.topic:
            return self._about(heard.topic)
        if self.last and short and heard.move.question == "open" and "greeting" not in heard.cues:
            return self._about(self.last)
        if heard.move.empathy and "patience" not in heard.cues:
            return self._levelled("comfort")
        return self._cued("puzzled")

    def _told_something(self) -> Answer:
        heard, move = self.heard, self.heard.move
        tells = heard.topic in OFFERS or move.reflection or any(point.startswith("b") for point in move.points)
        if heard.topic and tells:
            return self._about(heard.topic)
        if heard.topic and not move.empathy:
            return self._levelled("advice", heard.topic)
        if not any(letter.isalpha() for letter in heard.text):
            return self._react("puzzled" if heard.text.strip(" .…") else "patience")
        if self.last and (move.reflection or heard.cues & {"patience", "follow_up"}) and self._goes_on():
            return self._about(self.last)
        if move.empathy or move.reflection:
            return self._levelled("comfort")
        return self._cued("listening")

    def _cued(self, otherwise: str) -> Answer:
        if "patience" in self.heard.cues:
            return self._react("patience")
        return self._levelled("greeting") if "greeting" in self.heard.cues else self._react(otherwise)

    def _to_parent(self) -> bool:
        """Is it the parent who is spoken to? A question to the youth about the parent begins otherwise."""
        return any(
            place.lower().lstrip().partition(" ")[0].strip(",:") == self.youth.parent.lower()
            for place in (self.heard.text, asked_sentence(self.heard.text))
        )

    # how much

    def _level(self, topic: str) -> str:
        """How much is told about a topic now."""
        about, move = TOPICS[topic], self.heard.move
        part = sum(getattr(self.trust, name) for name in about.leans) / len(about.leans)
        part += self.youth.temperament.talk + FORM[move.question] + LISTENS * (move.empathy or move.reflection)
        part -= about.need + self.youth.guarded.get(topic, 0)
        return self._as_level(part)

    def _as_level(self, part: float) -> str:
        return "open" if part >= OPEN and not self.parent else "half" if part >= HALF else "closed"

    def _goes_on(self) -> bool:
        """Whether there is more to tell about the last topic, and trust enough to tell it."""
        level = self._level(self.last)
        return level != "closed" and bool(self._unused(f"{self.last}.{level}"))

    # what

    def _about(self, topic: str) -> Answer:
        level = self._level(topic)
        secret = self._secret(topic) if level == "open" else ""
        if secret:
            return Answer((self._of(f"secret.{secret}"),), topic, level, secret)
        pools = {"open": ("open", "half"), "half": ("half",), "closed": ("closed",)}[level]
        asked = self.heard.move.question != "none"
        rest = ("short", "told") if level == "closed" else ("told", "short") if asked else ("listening", "short")
        line = self._first(*(f"{topic}.{pool}" for pool in pools), *rest)
        if not line:
            return self._leave()
        if self.parent and self._unused("parent.interrupts") and self.chance.random() < INTERRUPTS:
            return Answer((line, self._of("parent.interrupts")), topic, level)
        return Answer((self._opened(line) if asked and level != "closed" else line,), topic, level)

    def _secret(self, topic: str) -> str:
        """The secret that can be told now: asked about, not told before, and trust enough in all three parts."""
        told = {turn.secret for turn in self.state.turns}
        for secret in self.youth.secrets:
            ready = self.trust.lowest >= secret.trust and not (secret.alone and self.parent)
            if topic in secret.topics and ready and secret.id not in told and self.heard.move.question != "multiple":
                return secret.id
        return ""

    def _levelled(self, name: str, topic: str = "") -> Answer:
        level = self._as_level(sum(self.trust.as_list()) / 3 + self.youth.temperament.talk)
        return self._react(f"{name}.{level}", topic)

    def _react(self, pool: str, topic: str = "") -> Answer:
        line = self._first(pool, "short", "told")
        return Answer((line,), topic) if line else self._leave()

    def _leave(self) -> Answer:
        return Answer((self._of("leaving"),), left=True)

    # never twice

    def _of(self, pool: str) -> str:
        return self.chance.choice(self._unused(pool))

    def _first(self, *pools: str) -> str:
        """An unused line of the first pool that has one; empty when the youth has nothing more to say."""
        unused = next(filter(None, map(self._unused, pools)), [])
        return self.chance.choice(self._nearest(unused)) if unused else ""

    def _nearest(self, lines: list[str]) -> list[str]:
        """Those that share most words with the question: «who are you safe with?» is not about who one fears."""
        asked = {word[:STEM] for word in WORD.findall(asked_sentence(self.heard.text).lower()) if len(word) >= STEM}
        shared = [sum(word[:STEM] in asked for word in WORD.findall(self.youth.text(line).lower())) for line in lines]
        return [line for line, words in zip(lines, shared, strict=True) if words == max(shared)]

    def _unused(self, pool: str) -> list[str]:
        return [line for number in range(len(self.youth.lines[pool])) if (line := f"{pool}.{number}") not in self.said]

    def _opened(self, line: str) -> str:
        """The line, now and then with a filler before it."""
        if self.chance.random() >= OPENS_WITH_FILLER or self.youth.text(line).startswith("("):
            return line
        return f"f{self.chance.randrange(len(self.youth.lines['fillers']))}+{line}"
