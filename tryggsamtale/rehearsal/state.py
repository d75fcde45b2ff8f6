"""What is remembered of a rehearsal: small JSON that another can store and seal."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.trust import Trust

MOST_TURNS = 80
"""Lines of the guide in one rehearsal; at the last one the youth goes home."""
MOST_KEPT = 240
"""Characters that are kept of each of the guide's lines, enough to quote it."""


@dataclass(frozen=True)
class Past:
    """One turn that has been: the guide's line, what it did, and what was answered.

    ``said`` is the guide's (masked) line, cut; ``words`` how many words the whole line had; ``topic`` what it was about
    and ``level`` how much was answered (``closed``, ``half``, ``open``), both empty where there was no topic; ``lines``
    the ids of the lines that were answered; ``trust`` how things stood afterwards; ``effects`` what in the line
    counted, the most first; ``secret`` the id of what was confided; ``parent_left``: a parent went out; ``left``: the
    youth went home.
    """

    said: str
    words: int
    move: Move
    topic: str
    level: str
    lines: tuple[str, ...]
    trust: Trust
    effects: tuple[str, ...]
    secret: str = ""
    parent_left: bool = False
    left: bool = False

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Past:
        """From what :meth:`State.as_dict` gave. Raises KeyError, TypeError or ValueError for anything else."""
        move = Move(**{**kept["move"], "points": tuple(kept["move"]["points"])})
        tuples = {name: tuple(kept[name]) for name in ("lines", "effects")}
        return cls(**{**kept, **tuples, "move": move, "trust": Trust(*kept["trust"])})

    @property
    def effect(self) -> str:
        """What in the line counted most; «nothing» where nothing did."""
        return self.effects[0] if self.effects else "nothing"


@dataclass(frozen=True)
class State:
    """A rehearsal so far. ``remarks``: feedback stands under each line; ``retries``: how often the guide went back."""

    youth: str
    difficulty: str
    seed: int
    start: Trust
    remarks: bool = True
    retries: int = 0
    turns: tuple[Past, ...] = ()

    @property
    def trust(self) -> Trust:
        """How things stand now."""
        return self.turns[-1].trust if self.turns else self.start

    @property
    def over(self) -> bool:
        """Whether the youth has gone: there is nothing more to say, only the feedback."""
        return bool(self.turns) and self.turns[-1].left

    @property
    def used(self) -> frozenset[str]:
        """The ids of all lines that were said."""
        return frozenset(line for turn in self.turns for line in turn.lines)

    @property
    def parent_left(self) -> bool:
        """Whether the parent has gone out, where there was one."""
        return any(turn.parent_left for turn in self.turns)

    @property
    def points(self) -> frozenset[str]:
        """The points of the checklist that have been touched."""
        return frozenset(point for turn in self.turns for point in turn.move.points)

    def as_dict(self) -> dict[str, Any]:
        """JSON-able, for the one who stores it."""
        turns = [
            {**asdict(turn), "lines": list(turn.lines), "effects": list(turn.effects), "trust": turn.trust.as_list(),
             "move": {**asdict(turn.move), "points": list(turn.move.points)}}
            for turn in self.turns
        ]
        return {**asdict(replace(self, turns=())), "start": self.start.as_list(), "turns": turns}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> State:
        """From what :meth:`as_dict` gave. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(**{**kept, "start": Trust(*kept["start"]), "turns": tuple(Past.of(turn) for turn in kept["turns"])})
