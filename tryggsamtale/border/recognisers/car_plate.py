"""Car plates. Source: Statens vegvesen, «Kjennemerke»: two letters and five digits, four on two-wheelers and trailers.

The series use no I, O or Q and no Æ, Ø, Å, so «IT 10203» is no plate unless a word says so.
"""

from __future__ import annotations

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern
from tryggsamtale.border.recognisers.digits import UNIT_BEHIND
from tryggsamtale.border.recognisers.words import alternatives

_PLATE_WORD = any_of(alternatives("plates"))
_PLATE_CUES = ("skilt", "reg", "kjennem", "bil", "moped", "scooter", "sykkel", "tilheng")
_NEVER = frozenset(["KR", "NR", "ID", "CA", "KL", "PC", "TV", "HR"])  # before any number
_SHORT_WORDS = frozenset([  # before a number that stands apart, in lower case: «på 12 500»
    "av", "på", "er", "en", "ei", "et", "to", "vi", "de", "du", "jo", "ja", "så", "nå", "om", "og", "at", "pr", "se",
    "si", "ta", "få", "gå", "ha", "be", "le", "bo", "ut", "ho", "me", "eg", "hu", "dæ", "mæ", "sæ",
])
_NUMBER_OF_A_CAR = (r"(?<!\w)(?:(?:bil|nummer)?skilt\w*|reg\.? ?n(?:umme)?r\w*|registreringsnummer\w*|kjennemerke\w*"
                    r"|bilnummer\w*)")
_LINK = r"(?:[\s:«\"]|\b(?:er|var|står det|med|på|hans|hennes|hennar|bilen|begynner|byrjar|nummer)\b){1,8}"


def _series(found: str) -> float:
    letters, apart = found[:2], not found[2].isdecimal()
    if set(letters.upper()) & set("IOQ") or letters.upper() in _NEVER or apart and letters in _SHORT_WORDS:
        return 0.0
    return 0.9 if letters.isupper() or not apart else 0.7


car_plate = Recogniser("CAR_PLATE", (
    pattern(r"(?<![^\W_])[A-Z]{2}[ .-]{0,2}\d{2} ?\d{3}(?! ?\d)", 0.9, not_before=UNIT_BEHIND, rate=_series),
    pattern(r"(?<![^\W_])[A-Z]{2}(?: ?\d){5}(?!\d)", 0.7, not_before=UNIT_BEHIND, rate=_series),
    pattern(r"(?<![^\W_])[A-HJ-NPR-Z] [A-HJ-NPR-Z](?: \d){5}(?! ?\d)", 0.7, case=True),
    pattern(r"(?<![^\W_])[A-HJ-NPR-Z]{2}\d{4}(?!\w)", 0.6, case=True),
    # Old, foreign and personal plates, and those with a typing error, where a word says that it is one.
    pattern(r"(?<!\w)(?:[A-ZÆØÅ]{1,3}[ .-]{0,2}\d{1,6}[A-Z]{0,3}|\d{1,4}[ -]?[A-Z]{2,3}[ -]?\d{0,4}"
            r"|[A-Z]{1,3}[ -][A-Z]{1,2} ?\d{1,4}|[A-Z]{2} ?\d[A-Z0-9]{3,5})(?!\w)", 0.75, case=True,
            after=_PLATE_WORD, cues=_PLATE_CUES),
    pattern(rf"{_NUMBER_OF_A_CAR}{_LINK}(?P<id>[A-ZÆØÅ]{{0,3}}[ -]?\d[A-Z0-9]{{0,6}}(?: \d{{1,3}}){{0,2}})(?!\w)", 0.8,
            cues=_PLATE_CUES),
))
