"""How a youth's trust in the guide rises and falls: a table that can be read and disputed.

Trust has three parts, each from 0 to 100:

- ``safe``: safe enough to talk. A youth tells more to one who explains what the talk is for, leaves time and does not
  interrogate (source 002: the talk is to make safe, the avhør is to find out; «give time to talk out»).
- ``understood``: feels understood. Empathy and reflection build it. Practice without feedback wears empathy down, and
  with feedback brings it back (CARE: Louie et al. 2025, arXiv 2505.02428); open questions and reflections are the two
  skills that feedback at once was shown to train (ClientBot: Tanana et al. 2019, J Med Internet Res 21(7) e12529).
- ``own_say``: has a say in what happens. Open questions and choices build it, leading and pressing ones take it away
  (source 002: «on the youth's terms», contact «as the youth wishes»).

That the answer follows from the kind of question, by a rule instead of by chance, and that the guide learns both how it
asked and what it found out, is taken from the interviews with avatars in Pompedda et al. 2017 (Front Psychol 8:1474).

The numbers are a model for practice, not measured on youths. What matters is their order: blame and interrogation cost
more than a clumsy question, and no single good line opens a youth. The same lines give the same trust, always.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.wording import Text, load

WORDING = load(Path(__file__).with_name("trust.yml"))
DIMENSIONS: dict[str, Text] = WORDING["dimensions"]

OPENED_UP = 60
"""From here on a part of the trust counts as won."""
SLOWS_FROM = 50
"""Above this the rest is won ever more slowly, so that trust takes a whole talk."""
MUCH = 80
"""Words in one line from which it is too much at once."""
SPARED_BELOW = 30
"""Below this there is less and less to lose, so that a youth who has shut can still be won back."""
FAVOURED = 1.5
"""How much more the moves count that open, or close, this youth in particular."""


@dataclass(frozen=True)
class Trust:
    """The three parts, 0–100 each."""

    safe: int
    understood: int
    own_say: int

    def as_list(self) -> list[int]:
        """In the order of :data:`DIMENSIONS`."""
        return [self.safe, self.understood, self.own_say]

    @property
    def lowest(self) -> int:
        return min(self.as_list())

    @property
    def opened_up(self) -> bool:
        """Whether all three parts are won."""
        return self.lowest >= OPENED_UP


@dataclass(frozen=True)
class Difficulty:
    """What is added to the start, and how much gains and losses count."""

    start: int
    rise: float
    fall: float


DIFFICULTIES = {"easy": Difficulty(10, 1.3, 0.7), "normal": Difficulty(0, 1.0, 1.0), "hard": Difficulty(-8, 0.8, 1.3)}


@dataclass(frozen=True)
class Temperament:
    """How one youth meets adults: where trust starts, how easily it rises and falls, how talkative the youth is
    (-10 to 10), and which effects count more than usual."""

    start: Trust
    rise: float
    fall: float
    talk: int
    opens: tuple[str, ...]
    closes: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """A line of the guide as the model sees it, beside the line's own :class:`Move`."""

    move: Move
    topic: str = ""
    words: int = 0
    patient: bool = False
    parent_out: bool = False
    repeated: bool = False


@dataclass(frozen=True)
class Before:
    """What the model remembers of a turn that has been."""

    move: Move
    topic: str
    level: str


# What each effect adds to safe, understood and own_say. Gains of «once» effects count the first time only.
EFFECTS: dict[str, tuple[int, int, int]] = {
    "open": (3, 2, 5),
    "empathy": (3, 7, 1),
    "reflection": (2, 6, 2),
    "patience": (5, 2, 5),
    "informs": (5, 0, 2),
    "duty": (4, 1, 4),
    "reactions": (4, 7, 0),
    "choice": (1, 2, 5),
    "measures": (4, 1, 1),
    "parent_out": (5, 3, 10),
    "closed": (0, -1, -2),
    "leading": (-2, -5, -6),
    "multiple": (-3, -2, -4),
    "row": (-2, -3, -2),
    "pressing": (-5, -2, -5),
    "much": (-1, -3, -4),
    "blame": (-14, -16, -6),
    "interrogation": (-12, -8, -8),
    "secrecy": (-3, 0, 0),
    "broken": (-12, -6, -6),
    "promise": (-4, -3, -1),
}
POINTS = {
    "informs": ("a1", "a2", "a3"),
    "duty": ("a4",),
    "reactions": ("b3",),
    "choice": ("c1", "d1", "d2", "d7", "e1"),
    "measures": ("c2", "c3", "c4", "c5", "d3", "d4", "d5", "d6", "d8"),
}
"""Effects of points of the checklist (contract §3): each point counts the first time it is touched."""
NARROW = ("closed", "leading", "multiple")


def effects_of(seen: Seen, past: Sequence[Before]) -> tuple[str, ...]:
    """The effects of a line, those that weigh most first. ``past`` are the turns before it, in their order."""
    found = list(_lowering(seen, past))
    if not seen.repeated and not seen.move.bad:
        found += _raising(seen, past)
    return tuple(sorted(found, key=lambda name: -sum(abs(change) for change in EFFECTS[name])))


def _raising(seen: Seen, past: Sequence[Before]) -> Iterable[str]:
    move = seen.move
    met = {point for turn in past for point in turn.move.points}
    new = set() if move.question in ("leading", "multiple") else set(move.points) - met
    if move.question == "open":
        yield "open"
    if move.empathy:
        yield "empathy"
    if move.reflection:
        yield "reflection"
    if seen.patient:
        yield "patience"
    if seen.parent_out:
        yield "parent_out"
    for effect, points in POINTS.items():
        if new & set(points) and not (effect == "duty" and _promised_secrecy(past)):
            yield effect


def _lowering(seen: Seen, past: Sequence[Before]) -> Iterable[str]:
    move = seen.move
    if move.bad:
        yield move.bad
    if move.question in NARROW:
        yield move.question
    if "a4" in move.points and _promised_secrecy(past):
        yield "broken"
    if len(past) >= 2 and all(_narrow(one) for one in (move, past[-1].move, past[-2].move)):
        yield "row"
    if past and seen.topic and _narrow(move) and (past[-1].topic, past[-1].level) == (seen.topic, "closed"):
        yield "pressing"
    if seen.words > MUCH:
        yield "much"


def _narrow(move: Move) -> bool:
    return move.question in NARROW and not move.empathy and not move.reflection


def _promised_secrecy(past: Sequence[Before]) -> bool:
    return any(turn.move.bad == "secrecy" for turn in past)


@dataclass(frozen=True)
class Remark:
    """The short feedback on a line: one of the nine words of SNAKKE, a tag and the reason."""

    word: str
    tag: Text
    reason: Text


def remark_on(effect: str) -> Remark | None:
    """What is said about the effect that weighs most in a line; nothing for «nothing»."""
    return Remark(**WORDING["effects"][effect]) if effect in EFFECTS else None


def starting_trust(temperament: Temperament, difficulty: str) -> Trust:
    """Where the rehearsal begins. Raises KeyError for an unknown difficulty."""
    return Trust(*(_bounded(part + DIFFICULTIES[difficulty].start) for part in temperament.start.as_list()))


def changed(trust: Trust, effects: Iterable[str], temperament: Temperament, difficulty: str) -> Trust:
    """The trust after a line with these effects. Raises KeyError for an unknown effect or difficulty."""
    parts = [float(part) for part in trust.as_list()]
    for effect in effects:
        for number, change in enumerate(EFFECTS[effect]):
            parts[number] += change * _weight(effect, change, parts[number], temperament, DIFFICULTIES[difficulty])
    return Trust(*(_bounded(part) for part in parts))


def _weight(effect: str, change: int, part: float, temperament: Temperament, difficulty: Difficulty) -> float:
    if change < 0:
        spared = min(1.0, part / SPARED_BELOW)
        return spared * temperament.fall * difficulty.fall * (FAVOURED if effect in temperament.closes else 1)
    slowed = min(1.0, max(0.0, (100 - part) / (100 - SLOWS_FROM)))
    return slowed * temperament.rise * difficulty.rise * (FAVOURED if effect in temperament.opens else 1)


def _bounded(part: float) -> int:
    return max(0, min(100, round(part)))
