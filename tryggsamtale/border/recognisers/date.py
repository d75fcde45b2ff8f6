"""Exact days, with or without a year. A month, a year, a weekday, a week or a time of day alone stays."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern, right_before, right_behind
from tryggsamtale.border.recognisers.digits import UNIT_BEFORE, UNIT_BEHIND
from tryggsamtale.border.recognisers.words import MONTH_NAMES, alternatives

_DAY, _MONTH, _MONTH2 = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:0[1-9]|1[0-2])"
_DAY2 = r"(?:0[1-9]|[12]\d|3[01])"
_FULL_YEAR = r"(?:18|19|20)\d\d"
_YEAR = rf"(?:{_FULL_YEAR}|['’]?\d\d)(?!\d|:\d|[.,/]\d)"
_RANGE = rf"(?:{_DAY}\.? ?(?:-|/|,|til|og|eller) ?)?"  # «5.–7. mai»
_MONTH_NAME, _ORDINAL = alternatives("months", "month_abbreviations"), alternatives("ordinals")
_LONE = r"(?<![\w.,/§-])"  # before a day without a year: no part of a longer number or word
_NOT_INNER = r"(?<![.,/])(?<!\d-)"

_BORN = any_of(r"f[øo]d(?:d|t|de)?\b", r"f\.", r"f[øo]dsels\w*", r"f-?dato", r"dato\w*", r"(?:ge)?bursdag\w*")
# The word itself or one other word stands right before the day.
_WHEN = re.compile(rf"(?<!\w){alternatives('when')}(?:\W+\w+)?\W*$", re.IGNORECASE)
_FROM_OR_TO = re.compile(rf"(?<!\w){alternatives('when', 'when_spanning')}(?:\W+\w+)?\W*$", re.IGNORECASE)
_NOT_WHEN = right_before(alternatives("never_when"))
_PART = right_behind(rf"{alternatives('counted')}(?!\w)", alternatives("parts"))
_PARTS = {"1/1", "1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "24/7"}


def _slashed(found: str) -> float:
    """«5/5» is a day; «3/4» and «8/10» are so only where words say it."""
    return 0.0 if found in _PARTS or found.endswith("/10") else 0.8


def _mistyped(found: str) -> float:
    """Whether the last word is a month but for a slip: «4 septmber», «12. jannuar»."""
    word = re.findall(r"[^\W\d_]+", found)[-1].lower()
    return 0.85 if any(
        len(month) > 4 and OSA.distance(word, month, score_cutoff=2) <= (2 if len(month) > 6 else 1)
        for month in MONTH_NAMES
    ) else 0.0


_IN_WORDS = (
    pattern(rf"{_NOT_INNER}{_RANGE}{_DAY}[ .,]{{0,3}}(?:i )?{_MONTH_NAME}(?![^\W\d_]|-?dag)\.?"
            rf"(?:,? ?(?:i )?{_YEAR})?(?<!\.)", 0.9, digits=1),
    pattern(rf"{_NOT_INNER}{_RANGE}{_DAY}[ .]{{1,2}}[^\W\d_]{{4,13}}\b", 0.85, rate=_mistyped, digits=1),
    pattern(rf"(?<!\w){_ORDINAL} (?:i )?{_MONTH_NAME}\b(?:,? {_YEAR})?", 0.9,
            cues=tuple(f" {month[:3]}" for month in MONTH_NAMES)),
    pattern(rf"(?<!\w){_ORDINAL} i {_ORDINAL}(?:,? {_YEAR})?(?!\w)", 0.85, cues=("de i ", "te i ", "re i ", "je i ")),
    pattern(rf"{_DAY}\. ?i (?:{_MONTH}\.|{_ORDINAL}\b)(?:,? ?{_YEAR})?", 0.85, digits=1),
)
_WITH_YEAR = (
    pattern(rf"{_NOT_INNER}{_DAY} ?[./-] ?{_MONTH} ?[./ -] ?{_FULL_YEAR}(?!\d|[./-]\d)", 0.92, digits=6),
    pattern(rf"{_NOT_INNER}{_DAY}[./-]{_MONTH}\.? ?[./-] ?['’]?\d\d(?!\d|:\d|[.,/]\d)", 0.88, not_after=_NOT_WHEN,
            digits=4),
    pattern(rf"{_NOT_INNER}{_DAY} {_MONTH} (?:19|20)\d\d(?!\d|[.,]\d)", 0.7, digits=6),
    pattern(rf"{_DAY}[ ./]{_MONTH}\.? \d\d(?!\d| \d)", 0.89, after=_BORN, cues=("f", "dato", "bursdag"), digits=4),
    pattern(rf"(?<!\d[./-]){_FULL_YEAR}[-./]{_MONTH}[-./]{_DAY}(?!\d|-\d)", 0.92, digits=6),
    pattern(rf"(?:19|20)\d\d{_MONTH2}{_DAY2}(?:T\d{{4,6}})?(?!\d)", 0.86, digits=8),
    pattern(rf"{_DAY2}{_MONTH2}(?:19|20)\d\d(?!\d)", 0.8, digits=8),
    # Six digits that can be a day of birth.
    pattern(rf"(?<![.,]){_DAY2}{_MONTH2}\d\d(?![\d,])", 0.65, not_before=UNIT_BEHIND, not_after=UNIT_BEFORE, digits=6),
    pattern(r"\d{6}(?!\d)", 0.66, after=_BORN, cues=("f", "dato", "bursdag"), digits=6),
)
_WITHOUT_YEAR = (
    pattern(rf"{_LONE}{_DAY}/{_MONTH} ?- ?{_DAY}/{_MONTH}(?![\w/]|[.,]\d)", 0.8, digits=4),
    pattern(rf"{_LONE}{_DAY}\.{_MONTH}\.? ?- ?{_DAY}\.{_MONTH}(?![\w/]|[.,]\d)", 0.8, after=_WHEN,
            not_after=_NOT_WHEN, digits=4),
    pattern(rf"{_LONE}(?:{_DAY}-)?{_DAY}/{_MONTH}(?![\w/-]|[.,]\d)", 0.8, rate=_slashed, not_after=_NOT_WHEN,
            not_before=_PART, digits=2),
    pattern(rf"{_LONE}{_DAY}/{_MONTH}(?![\w/]|[.,]\d)", 0.8, after=_WHEN, not_after=_NOT_WHEN, not_before=_PART,
            digits=2),
    # A full stop behind the month that does not end the sentence.
    pattern(rf"{_LONE}{_DAY}\. ?{_MONTH}\.(?!\d)(?= ?(?-i:[a-zæøå,)-])|\s?$)", 0.7, not_after=_NOT_WHEN,
            not_before=_PART, digits=2),
    pattern(rf"{_LONE}{_DAY}\. ?{_MONTH}(?![\w/]|[.,]\d)", 0.8, after=_FROM_OR_TO, not_after=_NOT_WHEN,
            not_before=_PART, digits=2),
    pattern(rf"{_LONE}{_DAY2}\.{_MONTH2}(?![\w/]|[.,]\d)", 0.55, not_after=_NOT_WHEN, not_before=_PART, digits=4),
)

date = Recogniser("DATE", _IN_WORDS + _WITH_YEAR + _WITHOUT_YEAR)
