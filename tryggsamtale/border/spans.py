"""Places in a text: what a recogniser proposes, and what is settled to be masked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

SURE = 0.5  # a candidate scored below this one gives way to any other it overlaps


@dataclass(frozen=True)
class Span:
    """What is masked: ``start`` and ``end`` are character offsets, ``type`` is a type of the contract (``FNR``, …)."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Candidate(Span):
    """What a recogniser proposes; ``score`` is between 0 and 1."""

    score: float


def settled(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Sorted candidates of which no two overlap.

    The surest wins, then the longest, then the first. A sure loser of another type is not dropped: the winner grows
    over it, so that no half of an identifier is left visible.
    """
    ranked = sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start))
    owners: list[Candidate | None] = [None] * max((c.end for c in ranked), default=0)
    for candidate in ranked:
        rivals = {other for other in owners[candidate.start:candidate.end] if other}
        if rivals and (candidate.score < SURE or any(other.type == candidate.type for other in rivals)):
            continue
        start = min(candidate.start, *(other.start for other in rivals), candidate.start)
        end = max(candidate.end, *(other.end for other in rivals), candidate.end)
        winner = max(rivals, key=lambda c: c.score, default=candidate)
        owners[start:end] = [replace(winner, start=start, end=end)] * (end - start)
    return sorted({owner for owner in owners if owner}, key=lambda c: c.start)
