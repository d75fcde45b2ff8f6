"""What a line of the guide does to the youth's trust: its effects, each with what it adds or takes.

Where the numbers come from, and what they are not, stands in ``trust.py``; why each effect does what it does, as the
guide reads it, in ``effects.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale.rehearsal.moves import BAD, Move
from tryggsamtale.wording import Text, load

WORDING = load(Path(__file__).with_suffix(".yml"))

MUCH = 80
"""Words in one line from which it is too much at once."""
KIND = 3
"""How many kind words beside the talk build trust: more of them is small talk."""


@dataclass(frozen=True)
class Seen:
    """A line of the guide as the model sees it, beside the line's own :class:`Move`.

    ``cues``: what else is heard in it (``hearing.yml``); ``light``: small talk or an offer; ``asks_leave``: closed in
    form, but the youth decides; ``to_parent``: said to the parent in the room.
    """

    move: Move
    topic: str = ""
    words: int = 0
    cues: frozenset[str] = frozenset()
    light: bool = False
    asks_leave: bool = False
    parent_out: bool = False
    to_parent: bool = False
    repeated: bool = False


@dataclass(frozen=True)
class Before:
    """What the model remembers of a turn that has been."""

    move: Move
    topic: str
    level: str
    effects: tuple[str, ...] = ()


EFFECTS: dict[str, tuple[int, int, int]] = {
    "open": (3, 2, 5),
    "empathy": (3, 7, 1),
    "reflection": (2, 6, 2),
    "patience": (5, 2, 5),
    "kind": (2, 1, 1),
    "repair": (4, 5, 3),
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
    "advice": (0, -2, -3),
    "dismissed": (-1, -5, -2),
    "over_head": (-1, -3, -4),
    "harsh": (-9, -8, -6),
    "blame": (-14, -16, -6),
    "interrogation": (-12, -8, -8),
    "secrecy": (-3, 0, 0),
    "broken": (-12, -6, -6),
    "promise": (-4, -3, -1),
}
"""What each adds to the parts of the trust: safe, understood, own_say. Those of points count once for each point."""
POINTS = {
    "informs": ("a1", "a2", "a3"),
    "duty": ("a4",),
    "reactions": ("b3",),
    "choice": ("c1", "d1", "d2", "d7", "e1"),
    "measures": ("c2", "c3", "c4", "c5", "d3", "d4", "d5", "d6", "d8"),
}
"""Effects of points of the checklist (contract §3): each point counts the first time it is touched."""
NARROW = ("closed", "leading", "multiple")
_TOLD = {"a1", "a2", "a3", "a4", "b3", "d4", "d8", "e1"}
"""Points that are information: «it passes» about reactions plays nothing down, «call 112» is no advice."""
_DECIDES = {"d2", "d7", "e1"}
"""Points in which the youth has a say also when they are told and not asked."""


def effects_of(seen: Seen, past: Sequence[Before]) -> tuple[str, ...]:
    """The effects of a line, those that weigh most first. ``past`` are the turns before it, in their order."""
    found = list(_lowering(seen, past))
    if not seen.repeated and not seen.move.bad and "harsh" not in found:
        found += _raising(seen, past)
    return tuple(sorted(dict.fromkeys(found), key=lambda name: -sum(abs(change) for change in EFFECTS[name])))


def _raising(seen: Seen, past: Sequence[Before]) -> Iterable[str]:
    move, cues = seen.move, seen.cues
    if seen.parent_out:
        yield "parent_out"
    if seen.to_parent:
        if move.empathy:
            yield "kind"
        return
    if cues & {"offer", "smalltalk", "greeting", "joke"} and times("kind", past) < KIND:
        yield "kind"
    if "sorry" in cues and past and set(past[-1].effects) & {*BAD, "harsh", "dismissed", "leading", "pressing", "row"}:
        yield "repair"
    if move.question == "open" and not seen.light:
        yield "open"
    if move.empathy and "dismissed" not in cues:
        yield "empathy"
    if move.reflection:
        yield "reflection"
    if "patience" in cues or "silence" in cues and not (past and "patience" in past[-1].effects):
        yield "patience"
    yield from _of_points(seen, past)


def _of_points(seen: Seen, past: Sequence[Before]) -> Iterable[str]:
    """What points of the checklist do the first time. Asked in a closed way or given as advice, help is no help."""
    new = set(seen.move.points) - {point for turn in past for point in turn.move.points}
    weak = seen.move.question in NARROW and not seen.asks_leave or bool({"advice", "dismissed"} & seen.cues)
    informs = seen.move.question == "none"
    for effect, points in POINTS.items():
        if effect == "duty":
            first = not times("duty", past) and not _promised_secrecy(past)
            if first and _tells_duty(seen):
                yield effect
        elif effect == "choice" and informs:
            yield from ("choice",) if new & _DECIDES and not weak else ("informs",) if "d1" in new else ()
        elif new & set(points) and (not weak or informs and effect in ("informs", "reactions")):
            yield effect


def _tells_duty(seen: Seen) -> bool:
    """Told in so many words, or read as told: «have you thought of reporting it?» tells nothing."""
    asks = seen.move.question in NARROW
    return "a4" in seen.move.points and ("duty" in seen.cues or not asks) or "duty" in seen.cues and not asks


def _lowering(seen: Seen, past: Sequence[Before]) -> Iterable[str]:
    move = seen.move
    if move.bad:
        yield move.bad
    elif "harsh" in seen.cues and "sorry" not in seen.cues:
        yield "harsh"
    if seen.to_parent and move.question in NARROW and not seen.parent_out:
        yield "over_head"
    elif move.question in NARROW and not seen.light and not seen.asks_leave:
        yield move.question
    if "a4" in move.points and _promised_secrecy(past):
        yield "broken"
    if "dismissed" in seen.cues and not move.empathy and not {"a4", "b3"} & set(move.points):
        yield "dismissed"
    if "advice" in seen.cues and move.question in ("none", "closed") and not move.bad and not _TOLD & set(move.points):
        yield "advice"
    narrow = _narrow(move) and not seen.light and not seen.asks_leave and not seen.to_parent
    if narrow and len(past) >= 2 and all(_narrow(one.move) for one in past[-2:]):
        yield "row"
    if past and seen.topic and narrow and (past[-1].topic, past[-1].level) == (seen.topic, "closed"):
        yield "pressing"
    if seen.words > MUCH:
        yield "much"


def _narrow(move: Move) -> bool:
    return move.question in NARROW and not move.empathy and not move.reflection


def times(effect: str, past: Sequence[Before]) -> int:
    """In how many turns the effect has been."""
    return sum(effect in turn.effects for turn in past)


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
    return Remark(**WORDING[effect]) if effect in EFFECTS else None
