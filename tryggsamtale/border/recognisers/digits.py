"""Digits as people group them, and the words beside a number that say it is only an amount or a measure."""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import right_before, right_behind

GAP = r"[ .\-/]{0,3}"  # what people put between the digits of one number

UNIT_BEHIND = right_behind(
    r"(?:kr|nok)\b(?! ?\d)", r"kroner?\b", r",-", r"euro\b", r"dollar\b", r"mill\b", r"million", r"milliard",
    r"tusen\b", r"%", r"prosent\b", r"stk\b", r"m[gl]\b", r"k[mg]\b", r"meter\b", r"gram\b", r"liter\b",
)
UNIT_BEFORE = right_before(r"kr", r"kroner", r"nok", r"€", r"\$", r"beløp\w*(?: på| er)?")

_DIGITS, _OTHERS = re.compile(r"\d+"), re.compile(r"\D+")


def digits(text: str) -> str:
    """Only the digits of a text."""
    return _OTHERS.sub("", text)


def grouping(text: str) -> tuple[int, ...]:
    """How many digits stand together: (3, 2, 3) for «913 22 456»."""
    return tuple(map(len, _DIGITS.findall(text)))


def evenly(text: str) -> bool:
    """Whether the digits are parted by the same sign everywhere."""
    return len({gap.strip() or " " for gap in _OTHERS.findall(text)}) <= 1
