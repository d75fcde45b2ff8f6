"""Fødselsnummer, D-number, H-number and synthetic numbers.

By shape, because the numbers of children, of test registers and of slips of the pen fail the checksum: day (+40 in a
D-number), month (+40 in an H-number, +40, +65 or +80 in a synthetic one), year, five digits. A checksum that holds
(python-stdnum) only makes it surer. Source: Skatteetaten, «Fødselsnummer», «D-nummer», «Tenor testdata».
"""

from __future__ import annotations

from stdnum.no import fodselsnummer

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern
from tryggsamtale.border.recognisers.digits import GAP, digits, grouping

_NATURAL = {(11,), (6, 5), (2, 2, 2, 5), (2, 2, 2, 3, 2), (6, 3, 2), (1,) * 11, (8, 5), (2, 2, 4, 5)}
_LAST_FIVE = any_of(
    r"person-?n(?:umme)?r", r"pers\w{0,4}num", r"[pf]\.?nr", r"d-?n(?:umme)?r", r"f[øo]dsels?-?n(?:umme)?r",
    r"(?:siste|fem) (?:fem )?(?:siste )?(?:siffer|siffr|sifre|sifra|tal)", r"siste fem",
)
_ANY = any_of(
    r"f[øo]d?t?sels?e?s?-?n(?:umme)?r", r"f[øo]dsel\w{0,3}n", r"f[øo]dselsdato", r"person-?n(?:umme)?r",
    r"pers\w{0,4}num", r"[pf]\.?nr", r"[dh]-?n(?:umme)?r", r"fødd", r"født",
)
_CUES = ("nr", "num", "fød", "fod", "føt", "pers", "siste", "fem")


def has_birth_date(number: str) -> bool:
    """Whether the first four of the digits are a day and a month, in any of the series."""
    day, month = int(number[:2]), int(number[2:4])
    return 1 <= (day - 40 if day > 40 else day) <= 31 and any(1 <= month - shift <= 12 for shift in (0, 40, 65, 80))


def _rate(found: str) -> float:
    number = digits(found)
    if not has_birth_date(number):
        return 0.0
    if len(number) == 13:  # the year in full: 03.04.1998 85139
        return 0.95 if number[4:6] in ("18", "19", "20") else 0.0
    if grouping(found) not in _NATURAL:
        return 0.4
    return 1.0 if fodselsnummer.is_valid(number) else 0.9


national_id = Recogniser("FNR", (
    pattern(rf"\d(?:{GAP}\d){{10}}(?!\d)", 0.9, rate=_rate, digits=11),
    pattern(r"\d{6}(?:,? ?[-/]? ?|\s)\d{5}(?!\d)", 0.9, rate=_rate, digits=11),
    pattern(r"\d{2}[ .\-/]?\d{2}[ .\-/]?\d{4},?[ \-/]{1,3}\d{5}(?!\d)", 0.95, rate=_rate, digits=13),
    # With the word beside it, any five, six or ten to twelve digits.
    pattern(rf"\d(?:{GAP}\d){{9,11}}(?!\d)", 0.92, after=_ANY, cues=_CUES, digits=10),
    pattern(r"\d{6}(?!\d)", 0.85, after=_ANY, cues=_CUES, digits=6),
    pattern(r"\d(?: ?\d){4}(?! ?\d)", 0.85, after=_LAST_FIVE, cues=_CUES, digits=5),
    pattern(r"(?P<id>\d{5})(?= (?:er|var|som|\(?)\b.{0,14}(?:personn|siste (?:fem|siff)))", 0.85, cues=_CUES, digits=5),
))
