"""Telephone numbers, Norwegian in any grouping and foreign. Public help numbers never get here (``kept.yml``).

Source: Nkom, «Nasjonal nummerplan» (eight digits, the first 2–9).
"""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern, right_before
from tryggsamtale.border.recognisers.digits import GAP, UNIT_BEHIND, digits, evenly, grouping

_NATURAL = {(8,), (3, 2, 3), (2, 2, 2, 2), (4, 4), (2, 3, 3), (3, 3, 2), (2, 6), (3, 5), (5, 3), (6, 2), (1,) * 8}
_COUNTRY = rf"(?:(?:\+|(?<!\d)00){GAP}47|\(\+?47\)){GAP}"
_NUMBER = rf"\d(?:{GAP}\d){{7}}(?!\d)"
_CONTEXT = any_of(
    r"tlf", r"tel\b", r"tele?foni?n?", r"mobi?l", r"mob\b", r"ring", r"sms", r"nummer", r"nr\b", r"whats ?app",
    r"viber", r"vipps", r"nå (?:meg|ham|han|henne|ho)", r"kontakt", r"melding(?:a|en)? fr",
)
_CUES = ("tlf", "tel", "mob", "ring", "sms", "num", "nr", "whats", "viber", "vipps", "nå ", "kontakt", "meld")
_DIALLED = right_before(
    r"tlf\w*[.:]?", r"tele?fon(?:nummer\w*|nr\w*)?[.:]?", r"mob(?:il)?\w*[.:]?", r"internn\w+",
    r"ring(?:e|te|er|t)?(?: (?:meg|oss|ham|han|henne|ho))?(?: (?:på|til|frå|fra))?", r"sms(?: til)?",
)
_LISTS = right_before(
    r"(?:uke|veke)(?:ne|r)?", r"karakter(?:er|ar|ene)?", r"terning(?:kast)?", r"(?:klasse)?trinn", r"§", r"sidene?",
    r"kr", r"nok",
)
_TIME = r"(?:[01]\d|2[0-4])[. ][0-5]\d"
_TIMES = re.compile(rf"{_TIME} ?[-/] ?{_TIME}")

_UNITS = ("null", "en", "ein", "én", "ett", "eitt", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni")
_TENS = (r"(?:ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten"
         r"|(?:tju|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|ein|én|to|tre|fire|fem|seks|sju|syv|åtte|ni)?)")
_WORD = rf"(?:{'|'.join(_UNITS)}|{_TENS})"


def _rate(found: str) -> float:
    number, groups = digits(found), grouping(found)
    if number[0] in "01" or number in "0123456789" or _TIMES.fullmatch(found):
        return 0.0  # no subscriber, counting, two times of day
    if groups == (4, 4) and all(half[:2] in ("19", "20") for half in (number[:4], number[4:])):
        return 0.0  # two years
    if groups in _NATURAL and evenly(found):
        return 0.7 if groups == (2, 3, 3) or groups == (4, 4) and number[:2] in ("19", "20") else 0.85
    return 0.45


def _as_dialled(found: str) -> float:
    """The groupings no amount of money has, also inside a longer row of digits."""
    return _rate(found) if evenly(found) and grouping(found) in _NATURAL - {(8,)} else 0.0


def _one_by_one(found: str) -> float:
    """All of a row of single digits, how many there may be; counting aloud is none."""
    return 0.0 if re.match(r"0?1.2.3.4.5|2.3.4.5", found) else 0.86


def _in_words(found: str) -> float:
    """Eight digits or more, two in a word like «trettito»."""
    return 0.8 if sum(1 if word in _UNITS else 2 for word in re.findall(r"\w+", found.lower())) >= 8 else 0.0


phone = Recogniser("PHONE", (
    pattern(_COUNTRY + _NUMBER, 0.93, cues=("+", "00", "(47")),
    pattern(rf"(?<!\+)47[ -]{_NUMBER}", 0.86, rate=lambda found: _rate(found[3:]), digits=10),
    pattern(_NUMBER, 0.85, not_after=_LISTS, not_before=UNIT_BEHIND, rate=_as_dialled, digits=8),
    pattern(rf"(?<!\d[ .\-/]){_NUMBER}(?!{GAP}\d)", 0.6, not_after=_LISTS, not_before=UNIT_BEHIND, rate=_rate,
            digits=8),
    pattern(rf"{_NUMBER}(?!{GAP}\d)", 0.75, after=_CONTEXT, cues=_CUES, not_before=UNIT_BEHIND, digits=8),
    pattern(r"\d(?:[ .-]\d(?!\d)){7,15}", 0.86, not_after=_LISTS, rate=_one_by_one, digits=8),
    # Foreign, with and without the country's number.
    pattern(r"(?<!\w)\+ ?\d{1,3}(?:[ .\-/()]{0,3}\d){5,13}(?!\d)", 0.93, cues=("+",)),
    pattern(rf"00[1-9](?:{GAP}\d){{7,13}}(?!\d)", 0.9, digits=9),
    pattern(r"0[1-9]\d{0,2}(?:[ /-]{1,3}\d{2,4}){2,4}(?!\d)", 0.45, digits=8),
    pattern(rf"0\d{{1,3}}\)?(?:{GAP}\d){{5,9}}(?!\d)", 0.7, after=_CONTEXT, cues=_CUES, digits=6),
    pattern(r"\d{5}(?!\d|[ .]\d)", 0.8, after=_DIALLED, cues=_CUES, not_before=UNIT_BEHIND, digits=5),
    # «nittien trettito tjuefire femtiseks»
    pattern(rf"(?<!\w){_WORD}(?:[ ,.-]{{1,2}}{_WORD}){{3,}}(?!\w)", 0.8, rate=_in_words,
            cues=("fire", "fem", "seks", "sju", "syv", "åtte", "null")),
))
