"""How a recogniser is made: patterns with a score, words that must or must not stand near, a rating of its own.

Plain functions from a text (:class:`Seen`) to candidates plug in beside these; :class:`Recogniser` is one way to
write such a function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.spans import Candidate

BEFORE, AFTER = 40, 25  # how many characters before and after an identifier are searched for words that tell


def any_of(*words: str) -> re.Pattern[str]:
    """A pattern for any of the words (regular expressions, case-insensitive); each ends where its expression ends."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


def right_before(*words: str) -> re.Pattern[str]:
    """As :func:`any_of`, but the word must be the last thing before the identifier."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})[\s.:]{{0,2}}$", re.IGNORECASE)


def right_behind(*words: str) -> re.Pattern[str]:
    """The word must be the first thing behind the identifier."""
    return re.compile(rf"^[\s-]?(?:{'|'.join(words)})", re.IGNORECASE)


@dataclass(frozen=True)
class Pattern:
    """One shape of an identifier: the group ``id`` of ``regex``, or the whole match.

    ``after`` must be found in the characters before the identifier, ``not_after`` and ``not_before`` must not be found
    before and behind it. ``rate`` may give another score for a match, 0 for none.

    To be quick, a pattern is tried only in texts with one of its ``cues`` (lower case), ``at_cue`` only where one of
    them begins, and with ``digits`` only where a row of at least so many digits begins, also inside another match.
    """

    regex: re.Pattern[str]
    score: float
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    rate: Callable[[str], float] | None = None
    cues: tuple[str, ...] = ()
    at_cue: bool = False
    digits: int = 0

    def find(self, seen: Seen) -> Iterator[tuple[int, int, float]]:
        """Start, end and score of each find."""
        group = "id" if "id" in self.regex.groupindex else 0
        for match in self._matches(seen):
            start, end = match.span(group)
            score = self.rate(match[group]) if self.rate else self.score
            if score and self._fits(seen.text[max(0, start - BEFORE):start], seen.text[end:end + AFTER]):
                yield start, end, score

    def _matches(self, seen: Seen) -> Iterator[re.Match[str]]:
        if self.cues and not any(cue in seen.lowered for cue in self.cues):
            return iter(())
        if self.digits:
            starts = [start for start, digits in seen.numbers if digits >= self.digits]
        elif self.at_cue:
            starts = seen.where(self.cues)
        else:
            return self.regex.finditer(seen.text)
        return filter(None, (self.regex.match(seen.text, start) for start in starts))

    def _fits(self, before: str, behind: str) -> bool:
        return not (
            self.after and not self.after.search(before)
            or self.not_after and self.not_after.search(before)
            or self.not_before and self.not_before.search(behind)
        )


def pattern(regex: str, score: float, *, case: bool = False, **options: Any) -> Pattern:
    """A :class:`Pattern` from a regular expression; letters count as capitals and small alike unless ``case``."""
    return Pattern(re.compile(regex, 0 if case else re.IGNORECASE), score, **options)


@dataclass(frozen=True)
class Recogniser:
    """Finds identifiers of one type by patterns."""

    type: str
    patterns: tuple[Pattern, ...]

    def __call__(self, seen: Seen) -> Iterator[Candidate]:
        for shape in self.patterns:
            for start, end, score in shape.find(seen):
                yield Candidate(start, end, self.type, score)
