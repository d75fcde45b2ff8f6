"""What looks like an identifier and must stay: public numbers and sites, sections of law (``kept.yml``)."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale.wording import load

_DATA = load(Path(__file__).with_name("kept.yml"))


def _spaced(number: str) -> str:
    return r"[ .-]?".join(number)


_NUMBERS = "|".join(map(_spaced, sorted(_DATA["numbers"], key=len, reverse=True)))
_SERVICE = _spaced("800") + r"(?:[ .-]?\d){5}|" + r"8[ .-]?1[ .-]?[0-5](?:[ .-]?\d){5}"
_DOMAINS = "|".join(re.escape(domain) for domain in _DATA["domains"])

KEPT_PATTERN = re.compile(
    # Not as a part of a longer number: «116 117 22 333» is no legevakt.
    rf"(?<![\d+])(?<!\d[ .-])(?:(?:\+|00)47[ .-]?)?(?:{_SERVICE}|{_NUMBERS})(?!\w|[ .-]\d{{3}})"
    rf"|(?<![\w@.-])(?:https?://)?(?:[a-z]+\.){{0,2}}(?:{_DOMAINS})(?:/[a-zæøå/_-]*)?(?![\w@/?#=-]|\.\w)"
    r"|(?:https?://)?(?:www\.)?lovdata\.no(?:/[\w/-]*)?(?:/§[\d-]+)?"
    r"|\bLOV-\d{4}-\d\d-\d\d(?:-\d+)?"
    r"|§§? ?\d+(?:-\d+)?(?: ?[a-h]\b)?",
    re.IGNORECASE,
)
