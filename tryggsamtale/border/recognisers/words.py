"""The word lists of the recognisers (``words.yml``)."""

from __future__ import annotations

from pathlib import Path

from tryggsamtale.wording import load

_WORDS = load(Path(__file__).with_name("words.yml"))


def alternatives(*names: str) -> str:
    """One regular expression for any word of the lists of these names."""
    return f"(?:{'|'.join(word for name in names for word in _WORDS[name])})"


def cues(name: str) -> tuple[str, ...]:
    """A list of plain words as it is."""
    return tuple(_WORDS[name])


COMMON = frozenset(_WORDS["common"])
NOT_HANDLES = frozenset(_WORDS["not_handles"])
NOT_STREETS = frozenset(_WORDS["not_streets"])
STREET_FIRSTS = frozenset(_WORDS["street_firsts"])
STREET_WORDS = frozenset(_WORDS["street_words"])
STREET_ENDINGS = tuple(_WORDS["street_endings"])
PLACE_ENDINGS = tuple(_WORDS["place_endings"])
MONTH_NAMES = tuple(_WORDS["months"])
PLATFORM_CUES = tuple(platform.split("(")[0].split(" ")[0] for platform in _WORDS["platforms"])
