"""Exact ages as the brackets that the dialogues ask in, for texts that are kept: «hun er 7 år» → «hun er 6–12 år»."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale.border.lists import FUNCTION, cues
from tryggsamtale.border.replacing import TAG_PATTERN
from tryggsamtale.wording import load

_DATA = load(Path(__file__).with_suffix(".yml"))
_BRACKETS = {int(lowest): written for lowest, written in _DATA["brackets"].items()}

_N = rf"(?<![\w.,:/+–§-])(?P<n>1[01]\d|\d{{1,2}}|{'|'.join(_DATA['numbers'])})"
_PEOPLE = "|".join(sorted(map(re.escape, cues("kin") | cues("roles")), key=len, reverse=True))
_TAG = rf"(?:{re.sub(r'[?]P<[a-z]+>', '?:', TAG_PATTERN.pattern)})"
_WHO = rf"(?:(?<!\w)(?:{_PEOPLE}|{_DATA['alone']})|{_TAG})"
_NAMED = rf"(?:(?<!\w)(?:{_PEOPLE})|{_TAG})"
_IS = rf"(?: (?:hennes|hans|hennar|min|mi|si|sin|vår|deres))? (?:{_DATA['is']})(?: (?:{_DATA['nearly']}))*"
# Behind a bare number: a mark, or a word so small that nothing was counted.
_SMALL = "|".join(map(re.escape, FUNCTION))
_NOT_COUNTED = (
    rf"(?![\w%]|[.,:/–-]\d|\.? ?(?:{_DATA['counted']})\b)(?=\W*$|\W*\n| ?[.,;!?)»…]| (?:{_SMALL})\b)"
)
_NO_TIME = r"(?! (?:siden|sidan|sia|si'a|fengsel|eldre|yngre|med|i strekk))"

# Each leaves the number in the group «n»; what it is called follows in «kind».
_PATTERNS = tuple(re.compile(regex, re.IGNORECASE) for regex in (
    rf"{_N}(?P<kind>[ -]?års?(?=[ -]?gam|[ -]gml)|[ -]?åring(?:en|er|ar|ene|ane|s|ens)?\b|[ -]?årige?\b)",
    rf"(?P<who>{_WHO}{_IS} ){_N}(?P<kind> ?år)\b{_NO_TIME}",
    rf"(?P<who>{_NAMED}(?: på|,) |{_NAMED} ?\(){_N}(?P<kind> ?år)\b{_NO_TIME}",
    rf"(?P<who>{_WHO}{_IS} ){_N}{_NOT_COUNTED}",
    rf"(?P<who>{_NAMED} på |{_NAMED} ?\(){_N}{_NOT_COUNTED}",
    rf"{_N}(?P<kind> (?:måneder|månader|mnd|uker|veker|dager|dagar))(?= gam)",
))
_NUMBER = re.compile(_N, re.IGNORECASE)
_TOGETHER = re.compile(
    rf"(?<!\w)(?:{_DATA['together']})(?:{_IS}| på) (?:{_N}, )?{_N} og {_N}(?: år\b{_NO_TIME}|{_NOT_COUNTED})".replace(
        "?P<n>", "?:"), re.IGNORECASE)


def bracketed(text: str) -> str:
    """The text with each exact age as its bracket: 0–5, 6–12, 13–15, 16–17, 18–66 or 67+.

    Only what is plainly somebody's age: «7 år gammel», «en 7-åring», «sjuåring», «hun er 7», «gutt på 7»,
    «[person 1] (7)». Grades, dates, clock times, sums, spans of time, age limits («under 16 år») and masks stay as they
    are. Doing it again changes nothing more.
    """
    text = _TOGETHER.sub(lambda found: _NUMBER.sub(lambda number: _bracket_of(number["n"]), found[0]), text)
    for pattern in _PATTERNS:
        text = pattern.sub(_replaced, text)
    return text


def _replaced(match: re.Match[str]) -> str:
    groups = match.groupdict()
    kind = (groups.get("kind") or "år").lstrip(" -")
    if "år" not in kind:  # weeks and months
        return _BRACKETS[0] + " år"
    return (groups.get("who") or "") + _bracket_of(groups["n"]) + ("-" if "åri" in kind else " ") + kind


def _bracket_of(number: str) -> str:
    age = int(number) if number.isdigit() else _DATA["numbers"][number.lower()]
    return _BRACKETS[max(lowest for lowest in _BRACKETS if lowest <= age)]
