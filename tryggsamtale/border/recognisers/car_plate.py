"""Car plates. Source: Statens vegvesen, «Kjennemerke»: two letters and five digits, four on two-wheelers and trailers.

The series use no I, O or Q and no Æ, Ø, Å, so «IT 10203» is no plate unless a word says so.
"""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern, right_behind

_PLATE_WORD = any_of(r"skilt\w*", r"bilskilt\w*", r"skiltnr", r"reg\.? ?n(?:umme)?r\w*", r"regnum\w*", r"registrering\w*",
                     r"kjennemerke\w*", r"bilnummer\w*", r"bilnr", r"nummerskilt\w*", r"bil\w*", r"moped\w*", r"scooter\w*",
                     r"motorsykkel\w*", r"tilhengar\w*", r"tilhenger\w*", r"registrert")
_NEVER = frozenset("KR NR ID CA KL PC TV HR".split())  # before any number
_SHORT_WORDS = frozenset(  # before a number that stands apart, in lower case: «på 12 500»
    "av på er en ei et to vi de du jo ja så nå om og at pr se si ta få gå ha be le bo ut ho me eg hu dæ mæ sæ æ".split()
)
_MONEY = right_behind(r"kr\b(?! ?\d)", r"kroner\b", r"nok\b", r",-", r"stk\b")


def _series(found: str) -> float:
    letters, apart = found[:2], not found[2].isdecimal()
    if set(letters.upper()) & set("IOQ") or letters.upper() in _NEVER or apart and letters in _SHORT_WORDS:
        return 0.0
    return 0.9 if letters.isupper() or not apart else 0.7


car_plate = Recogniser("CAR_PLATE", (
    pattern(r"(?<![^\W_])[A-Z]{2}[ .-]{0,2}\d{2} ?\d{3}(?!\d| ?\d)", 0.9, not_before=_MONEY,
            rate=_series),
    pattern(r"(?<![^\W_])[A-Z]{2}(?: ?\d){5}(?!\d)", 0.7, not_before=_MONEY, rate=_series),
    pattern(r"(?<![^\W_])[A-HJ-NPR-Z] [A-HJ-NPR-Z](?: \d){5}(?! ?\d)", 0.7, case=True),
    pattern(r"(?<![^\W_])[A-HJ-NPR-Z]{2}\d{4}(?!\w)", 0.6, case=True),
    # Old, foreign and personal plates, and those with a typing error, where a word says that it is one.
    pattern(r"(?<!\w)(?P<id>[A-ZÆØÅ]{1,3}[ .-]{0,2}\d{1,6}[A-Z]{0,3}|\d{1,4}[ -]?[A-Z]{2,3}[ -]?\d{0,4}"
                       r"|[A-Z]{1,3}[ -][A-Z]{1,2} ?\d{1,4}|[A-Z]{2} ?\d[A-Z0-9]{3,5})(?!\w)", 0.75, case=True, after=_PLATE_WORD),
    pattern(r"(?<!\w)(?:skilt\w*|reg\.? ?n(?:umme)?r\w*|registreringsnummer\w*|kjennemerke\w*|bilnummer\w*)"
                       r"(?:[\s:«\"]|\b(?:er|var|står det|med|på|hans|hennes|hennar|bilen|begynner|byrjar)\b){1,8}"
                       r"(?P<id>(?=[A-ZÆØÅ]{0,6}[ -]?\d)[A-ZÆØÅ]{0,3}[ -]?\d[A-Z0-9]{0,6}(?: \d{1,3}){0,2})(?!\w)", 0.8),
))
