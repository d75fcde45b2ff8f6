"""What all recognisers need to know of a text, found once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tryggsamtale.border.recognisers.written import Written, written

_ROW = re.compile(r"\d(?:[\s.,/-]{0,3}\d)*")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Seen:
    """A text, its lower case, and where its numbers begin: (offset, how many digits follow in the same row)."""

    text: str
    lowered: str
    numbers: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Seen:
        numbers: list[tuple[int, int]] = []
        for row in _ROW.finditer(text):
            groups = [match.span() for match in _NUMBER.finditer(text, *row.span())]
            left = sum(end - start for start, end in groups)
            for start, end in groups:
                numbers.append((start, left))
                left -= end - start
        # «İ» is the one letter whose lower case is longer.
        return cls(text, text.replace("İ", "I").lower(), tuple(numbers))

    @cached_property
    def words(self) -> Sequence[Written]:
        """Its words, numbers and signs."""
        return written(self.text)

    def where(self, cues: tuple[str, ...]) -> list[int]:
        """Every offset at which one of the cues stands."""
        found = set()
        for cue in cues:
            start = self.lowered.find(cue)
            while start >= 0:
                found.add(start)
                start = self.lowered.find(cue, start + 1)
        return sorted(found)
