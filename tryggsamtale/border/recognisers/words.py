"""The word lists of the recognisers (``words.yml``)."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale.wording import load

_WORDS = load(Path(__file__).with_name("words.yml"))

COMMON = frozenset(map(str, _WORDS["common"]))
NOT_STREETS = frozenset(_WORDS["not_streets"])
NOT_HANDLES = frozenset(_WORDS["not_handles"])
STREET_FIRSTS = frozenset(_WORDS["street_firsts"])
STREET_WORDS = frozenset(_WORDS["street_words"])
STREET_ENDINGS = tuple(_WORDS["street_endings"])
PLACE_ENDINGS = tuple(_WORDS["place_endings"])
COUNTED = "|".join(_WORDS["counted"])
MONTH_NAMES = tuple(_WORDS["months"])
MONTHS = "|".join([*MONTH_NAMES, *_WORDS["month_abbreviations"]])
ORDINALS = "|".join(_WORDS["ordinals"])
PLATFORMS = "|".join(_WORDS["platforms"])
PLATFORM_CUES = tuple(re.split(r"\W", platform)[0] for platform in _WORDS["platforms"])
MONTH_CUES = tuple(f" {month[:3]}" for month in MONTH_NAMES)
