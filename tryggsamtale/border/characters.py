"""Which characters of a text carry no meaning for a reader, and which digits look different but count the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

EMOJI_VARIATION, KEYCAP, ZERO_WIDTH_JOINER = "\ufe0f", "\u20e3", "\u200d"
MASK, KEPT = "\ue000", "\ue001"  # stand for a mask, and for a public number or site, where recognisers look
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that show as nothing


def is_nonsense(char: str) -> bool:
    """A character no message needs: control (but newline and tab), surrogate, private use, non-character."""
    point = ord(char)
    return (
        unicodedata.category(char) in ("Cc", "Cs", "Co") and char not in "\n\t"
        or 0xFDD0 <= point <= 0xFDEF
        or point & 0xFFFE == 0xFFFE
    )


def is_invisible(char: str) -> bool:
    """A character that shows as nothing and can hide digits from a search: zero-width, bidi, soft hyphen, BOM."""
    point = ord(char)
    return unicodedata.category(char) == "Cf" or 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF


@lru_cache(maxsize=4096)
def folded(char: str) -> str:
    """The plain form of one character: any space, any digit (Nd), full-width letters and signs; others unchanged."""
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Zs" or char == "\t" or char in _BLANKS:
        return " "
    if category in ("Zl", "Zp") or char == "\x85":
        return "\n"
    if 0xFF01 <= ord(char) <= 0xFF5E:
        return unicodedata.normalize("NFKC", char)
    return char
