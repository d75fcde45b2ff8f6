"""What the youth says to a line of the guide: from its own story, as much as trust allows, never twice the same.

A youth answers what it was asked. How much (``closed``, ``half``, ``open``) follows from the parts of trust that the
topic leans on, from the youth's temperament and from the form of the question: open questions bring more, closed and
leading ones less (Pompedda et al. 2017). Reflection, patience and silence let the youth go on where it was. While a
parent sits there, nothing is told openly (source 002: consider whether the parents should go out for parts of the
talk).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from tryggsamtale.rehearsal.effects import MUCH, Before, Seen, effects_of
from tryggsamtale.rehearsal.hearing import Heard
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.state import MOST_KEPT, MOST_TURNS, Past, State
from tryggsamtale.rehearsal.topics import BY_POINT, GENERAL, TOPICS, asked_sentence
from tryggsamtale.rehearsal.trust import DIFFICULTIES, Trust, changed
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
SHORT = 12
"""Words up to which a question without a topic goes on with what was talked about."""
STEM, WORD = 5, re.compile(r"\w+")
"""Words are the same when they begin alike in so many letters."""
OFFERS = (
    "program", "meldeplikt", "kropp", "kontakt", "akutt", "mer_hjelp", "foresatte", "asted", "tiltak", "slutt",
    "onsker", "skole",
)
"""Topics that a youth answers when the guide tells about them; advice on the others is answered as advice."""
EARLY = 4
"""Lines within which nobody says goodbye."""
BESIDE = ("goodbye", "joke", "offer", "smalltalk")
"""Cues that are answered from the pool of their name."""


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
    heard = Heard.of(text, move, youth.name)
    parent = bool(youth.parent) and not state.parent_left
    said = text[:MOST_KEPT]
    seen = Seen(
        heard.move, heard.topic, heard.words, cues=heard.cues, light=heard.light, asks_leave=heard.asks_leave,
        parent_out=parent and "parent_out" in heard.cues, to_parent=parent and heard.is_to(youth.parent),
        repeated=any(turn.said.casefold() == said.casefold() for turn in state.turns),
    )
    past = [Before(turn.move, turn.topic, turn.level, turn.effects) for turn in state.turns]
    effects = effects_of(seen, past)
    trust = changed(state.trust, effects, youth.temperament, state.difficulty, past)
    given = _Choice(youth, state, heard, trust, parent).answer()
    return Past(said=said, words=heard.words, move=heard.move, trust=trust, effects=effects, **vars(given))


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
        if self.parent and "parent_out" in heard.cues:
            return Answer((self._of("parent.leaves"), self._of("parent.alone")), parent_left=True)
        if self.parent and heard.is_to(self.youth.parent) and (said := self._parent()):
            return Answer((said,), heard.topic)
        if "silence" in heard.cues:
            return self._about(self.last) if self._goes_on() else self._react("patience")
        if "sorry" in heard.cues and "harsh" not in heard.cues:
            return self._levelled("comfort")
        if move.bad or "harsh" in heard.cues:
            return self._react(move.bad or "harsh")
        if not self.state.turns and move.question == "none" and "greeting" in heard.cues:
            return self._levelled("greeting")
        return self._beside() or self._spoken_to()

    def _parent(self) -> str:
        """What the parent says when spoken to; empty when it has said all it has to say."""
        kind = "addressed" if self.heard.move.question == "none" or "offer" in self.heard.cues else "answers"
        asked = "blamed" if self.heard.move.bad else kind
        return self._first(f"parent.{asked}", "parent.addressed")

    def _beside(self) -> Answer | None:
        """The answer to what is said beside the talk, if the line is that and no more."""
        heard = self.heard
        if heard.fact:
            pool = f"about_me.{heard.fact}"
            return self._react(pool, otherwise="told") if pool in self.youth.lines else self._react("unsure")
        if "foreign" in heard.cues:
            return self._react("foreign")
        if "asks" in heard.cues and heard.move.question != "none":
            return self._levelled("asks")
        if "dismissed" in heard.cues and not heard.move.empathy and heard.topic not in ("kropp", "meldeplikt"):
            return self._react("dismissed")
        beside = next((cue for cue in BESIDE if cue in heard.cues), "")
        if beside == "goodbye" and "greeting" in heard.cues and len(self.state.turns) < EARLY:
            return None  # «takk for at du kom»
        plain = not heard.topic or heard.move.question in ("none", "closed") and beside in ("offer", "smalltalk")
        return self._react(beside) if beside and plain and heard.words <= MUCH // 2 else None

    def _spoken_to(self) -> Answer:
        heard, move = self.heard, self.heard.move
        if heard.words > MUCH:
            return self._react("much")
        if move.question == "multiple" and (not heard.topic or self._level(heard.topic) == "closed"):
            return self._react("multiple")
        if move.question == "leading":
            return self._levelled("leading", heard.topic)
        advises = "advice" in heard.cues and move.question in ("none", "closed")
        if advises and heard.topic not in ("meldeplikt", "akutt"):
            return self._levelled("advice", heard.topic)
        return self._asked() if move.question != "none" else self._told_something()

    def _asked(self) -> Answer:
        heard = self.heard
        short = heard.words <= SHORT
        if self.last and short and "follow_up" in heard.cues and not heard.names_topic:
            return self._about(self.last)
        if "patience" in heard.cues and heard.topic in ("", "na"):
            return self._react("patience")
        if heard.topic:
            return self._about(heard.topic)
        if "greeting" in heard.cues:
            return self._levelled("greeting")
        if heard.move.empathy:
            return self._levelled("comfort")
        if "known" not in heard.cues:
            return self._react("puzzled")
        return self._react("unsure" if self._mood() != "closed" else "short")

    def _told_something(self) -> Answer:
        heard, move = self.heard, self.heard.move
        if "patience" in heard.cues and heard.topic not in OFFERS:
            return self._about(self.last) if self._goes_on() and heard.words <= SHORT else self._react("patience")
        if "invites" in heard.cues and heard.topic in GENERAL:
            return self._about(heard.topic)
        offers = heard.topic in OFFERS and "own" in heard.cues and not move.empathy
        if offers or heard.topic in (*BY_POINT, "akutt"):
            return self._about(heard.topic)
        if not any(letter.isalpha() for letter in heard.text):
            return self._react("puzzled")
        if self.last and (move.reflection or "follow_up" in heard.cues or "minimal" in heard.cues) and self._goes_on():
            return self._about(self.last)
        if move.empathy or move.reflection or "reflects" in heard.cues:
            return self._levelled("comfort")
        if heard.topic and heard.move.points and not set(heard.move.points) & {"b1", "b2_geo", "b2_rel", "b2_tid"}:
            return self._levelled("advice", heard.topic)
        if "greeting" in heard.cues:
            return self._levelled("greeting")
        return self._react("listening" if heard.cues & {"known", "minimal"} else "puzzled")

    # how much

    def _level(self, topic: str) -> str:
        """How much is told about a topic now."""
        about, move = TOPICS[topic], self.heard.move
        part = sum(getattr(self.trust, name) for name in about.leans) / len(about.leans)
        part += self.youth.temperament.talk + (0 if self.heard.asks_leave else FORM[move.question])
        part += LISTENS * (move.empathy or move.reflection)
        part -= about.need + self.youth.guarded.get(topic, 0)
        return self._as_level(part)

    def _as_level(self, part: float) -> str:
        enough = OPEN + DIFFICULTIES[self.state.difficulty].reserve
        return "open" if part >= enough and not self.parent else "half" if part >= HALF else "closed"

    def _goes_on(self) -> bool:
        """Whether there is more to tell about the last topic, and trust enough to tell it."""
        level = self._level(self.last) if self.last else "closed"
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
        before = self.state.turns[-1] if self.state.turns else None
        lets_go_on = before is not None and (before.topic, before.level) == (topic, "open")
        asked = self.heard.move.question in ("open", "closed") or lets_go_on
        for secret in self.youth.secrets:
            ready = self.trust.lowest >= secret.trust and not (secret.alone and self.parent)
            if asked and ready and topic in secret.topics and secret.id not in told:
                return secret.id
        return ""

    def _mood(self) -> str:
        """How open the youth is in general."""
        return self._as_level(sum(self.trust.as_list()) / 3 + self.youth.temperament.talk)

    def _levelled(self, name: str, topic: str = "") -> Answer:
        return self._react(f"{name}.{self._mood()}", topic)

    def _react(self, pool: str, topic: str = "", otherwise: str = "short") -> Answer:
        line = self._first(pool, otherwise, "short", "told")
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
