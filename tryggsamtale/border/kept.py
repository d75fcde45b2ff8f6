"""What looks like an identifier and must stay: public numbers and sites, sections of law (``kept.yml``)."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale.wording import load

_DATA = load(Path(__file__).with_name("kept.yml"))


def _spaced(number: str) -> str:
    return r"[ .-]?".join(number)


_HELP = "|".join(map(_spaced, sorted(_DATA["numbers"], key=len, reverse=True)))
_SERVICE = _spaced("800") + r"(?:[ .-]?\d){5}|8[ .-]?1[ .-]?[0-5](?:[ .-]?\d){5}"
_DOMAINS = "|".join(re.escape(domain) for domain in _DATA["domains"])

# Not as a part of a longer number: «116 117 22 333» is no legevakt.
_NUMBER = re.compile(rf"(?<![\d+])(?<!\d[ .-])(?:(?:\+|00)47[ .-]?)?(?:{_SERVICE}|{_HELP})(?!\w|[ .-]\d{{3}})")
_FIRST_DIGIT = re.compile(r"(?<!\d)\+?\d")
_SITE = re.compile(
    rf"(?<![\w@.-])(?:https?://)?(?:[a-z]+\.){{0,2}}(?:{_DOMAINS})(?:/[a-zæøå/_-]*)?(?![\w@/?#=-]|\.\w)"
    r"|(?<![\w@.-])(?:https?://)?(?:www\.)?lovdata\.no(?:/[\w/-]*)?(?:/§[\d-]+)?", re.IGNORECASE)
_LAW = re.compile(r"\bLOV-\d{4}-\d\d-\d\d(?:-\d+)?|§§? ?\d+(?:-\d+)?(?: ?[a-h]\b)?", re.IGNORECASE)


def kept(text: str) -> list[tuple[int, int]]:
    """Start and end of everything that stays, sorted, none in another."""
    matches = [match for first in _FIRST_DIGIT.finditer(text) if (match := _NUMBER.match(text, first.start()))]
    if ".no" in text or ".com" in text:
        matches += _SITE.finditer(text)
    if "§" in text or "lov-" in text.lower():
        matches += _LAW.finditer(text)
    places: list[tuple[int, int]] = []
    for start, end in sorted(match.span() for match in matches):
        if not places or start >= places[-1][1]:
            places.append((start, end))
    return places
