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

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale.rehearsal.effects import EFFECTS, Before, times
from tryggsamtale.wording import Text, load

WORDING = load(Path(__file__).with_name("trust.yml"))
DIMENSIONS: dict[str, Text] = WORDING["dimensions"]

OPENED_UP = 60
"""From here on a part of the trust counts as won."""
SLOWS_FROM = 50
"""Above this the rest is won ever more slowly, so that trust takes a whole talk."""
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
    """What is added to the start, how much gains and losses count, how often each part of the trust must have met what
    it rests on before it can be won (:data:`RESTS_ON`), and how much more trust it takes to answer with all."""

    start: int
    rise: float
    fall: float
    asks: tuple[int, int, int]
    reserve: int


DIFFICULTIES = {
    "easy": Difficulty(12, 1.3, 0.7, (0, 0, 0), 0),
    "normal": Difficulty(0, 0.85, 1.0, (1, 2, 1), 2),
    "hard": Difficulty(-8, 0.65, 1.3, (1, 4, 3), 8),
}


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


RESTS_ON = (("duty",), ("empathy", "reflection", "reactions"), ("patience", "choice", "parent_out"))
"""What ``safe``, ``understood`` and ``own_say`` rest on: without it a part stays under :data:`CEILING`. That the duty
to report is told before the youth tells, that the youth is met and gets time, is the source's order (002)."""
CEILING = 52
WORN = 0.93
"""What is left of a gain each time it comes again: the tenth open question wins less than the first."""


def starting_trust(temperament: Temperament, difficulty: str) -> Trust:
    """Where the rehearsal begins. Raises KeyError for an unknown difficulty."""
    return Trust(*(_bounded(part + DIFFICULTIES[difficulty].start) for part in temperament.start.as_list()))


def changed(
    trust: Trust, effects: Sequence[str], temperament: Temperament, difficulty: str, past: Sequence[Before] = ()
) -> Trust:
    """The trust after a line with these effects, ``past`` being the turns before it.

    Raises KeyError for an unknown effect or difficulty.
    """
    level = DIFFICULTIES[difficulty]
    parts = [float(part) for part in trust.as_list()]
    for effect in effects:
        worn = WORN ** times(effect, past)
        for number, change in enumerate(EFFECTS[effect]):
            weight = _weight(effect, change, parts[number], temperament, level)
            parts[number] += change * weight * (worn if change > 0 else 1)
    met = [*(effect for turn in past for effect in turn.effects), *effects]
    tops = (_top(rests, asked, met) for rests, asked in zip(RESTS_ON, level.asks, strict=True))
    return Trust(*(_bounded(min(part, max(top, before))) for part, top, before in
                   zip(parts, tops, trust.as_list(), strict=True)))


def _top(rests_on: tuple[str, ...], asked: int, met: Sequence[str]) -> int:
    """How high a part can come, when these effects have been met so far."""
    return 100 if sum(map(met.count, rests_on)) >= asked else CEILING


def _weight(effect: str, change: int, part: float, temperament: Temperament, difficulty: Difficulty) -> float:
    if change < 0:
        spared = min(1.0, part / SPARED_BELOW)
        return spared * temperament.fall * difficulty.fall * (FAVOURED if effect in temperament.closes else 1)
    slowed = min(1.0, max(0.0, (100 - part) / (100 - SLOWS_FROM)))
    return slowed * temperament.rise * difficulty.rise * (FAVOURED if effect in temperament.opens else 1)


def _bounded(part: float) -> int:
    return max(0, min(100, round(part)))
