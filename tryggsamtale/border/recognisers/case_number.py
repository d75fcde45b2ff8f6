"""Numbers of cases, reports, journals and persons in registers: municipal and court archives, police, DUF, HPR."""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, pattern
from tryggsamtale.border.recognisers.digits import GAP, UNIT_BEFORE, UNIT_BEHIND, digits
from tryggsamtale.border.recognisers.words import alternatives, cues

_REGISTER = rf"(?<!\w){alternatives('registers')}"
_LINK = r"(?:[\s.:#«\"(]|\b(?:er|var|har|med|nr|nummer|no|på|hos|vårt?|deres|hans|hennes|det|politiet)\b){1,12}"
_VALUE = r"(?P<id>(?:[A-ZÆØÅ]{1,6}[-/]?)?\d[\dA-Z]*(?:[./_-][\dA-Z]+)*)(?!\w)"
_ALONE, _END = r"(?<![\w/.,-])", r"(?![\w/]|[.,]\d)"


def _register(found: str) -> float:
    number = digits(found)
    short = len(number) < 3 or found.isdecimal() and len(number) < 4
    return 0.0 if short or re.fullmatch(r"(?:19|20)\d\d", found) else 0.88


def _archive(found: str) -> float:
    """Year, slash, running number; a school year («2023/24») or a span of years is none."""
    year, rest = re.split(r"[/-]", found, maxsplit=1)
    following = str(int(year) + 1)
    years = rest in (following, following[-2:]) or len(year) == len(rest) == 4 and rest[:2] in ("19", "20")
    return 0.0 if years or len(re.match(r"\d+", rest)[0]) < 2 else 0.86


def _plain(found: str) -> float:
    return 0.0 if len(found) == 7 and found.endswith("000") else 0.6  # some millions


case_number = Recogniser("CASE_NUMBER", (
    pattern(rf"{_REGISTER}{_LINK}{_VALUE}", 0.88, not_before=UNIT_BEHIND, rate=_register,
            cues=cues("register_cues")),
    pattern(rf"(?<!\w)(?:duf|hpr|org)\w*[ -]?(?:n(?:umme)?r|nummer\w*)?{_LINK}(?P<id>\d(?:{GAP}\d){{5,11}})(?!\d)",
            0.94, cues=("duf", "hpr", "org")),
    pattern(rf"{_ALONE}(?:19|20)\d\d/\d{{1,7}}(?:-\d{{1,4}})?{_END}", 0.86, rate=_archive, digits=5),
    pattern(rf"{_ALONE}\d\d/\d{{3,7}}(?:-\d{{1,4}})?{_END}", 0.86, rate=_archive, digits=5),
    pattern(rf"{_ALONE}(?:19|20)\d\d-\d{{4,7}}(?:-\d{{1,4}})?{_END}", 0.7, rate=_archive, digits=8),
    # Courts: 23-123456MED-TOSL/04. HR-2020-1234-A is a published ruling and stays.
    pattern(r"(?<!\w)\d\d-\d{5,6}[A-ZÆØÅ]{3}-[A-ZÆØÅ]{4}(?:/\d{1,3})?(?!\w)", 0.95, digits=7),
    pattern(r"(?<!\w)(?!HR-)[A-ZÆØÅ]{2,5}-\d{4}-\d{3,6}(?:-\d{1,3})?(?!\w)", 0.85, case=True, cues=("-",)),
    # Nobody writes seven digits or more in one piece about anything but a register.
    pattern(r"\d{7,}", 0.6, not_before=UNIT_BEHIND, not_after=UNIT_BEFORE, rate=_plain, digits=7),
))
