"""Makes typed text safe to pass on: no control characters, no hidden digits, no leading slash."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from tryggsamtale.border.characters import (
    EMOJI_VARIATION,
    KEYCAP,
    ZERO_WIDTH_JOINER,
    folded,
    is_invisible,
    is_nonsense,
)

_IN_EMOJI = (EMOJI_VARIATION, ZERO_WIDTH_JOINER)


class UnusableText(ValueError):
    """Nothing readable is left of a text. The message is Norwegian, the same in Bokmål and Nynorsk."""

    def __init__(self) -> None:
        super().__init__("Teksten er tom. Prøv igjen.")


def clean(text: str) -> str:
    """The text as a reader sees it, in NFC, trimmed.

    Out go control characters, lone surrogates, non-characters, private use, byte order marks, soft hyphens,
    zero-width and bidi characters (joiners inside an emoji stay). Digits of every script become ASCII digits. Leading
    slashes go, because Rasa reads a text that starts with one as a command. Cleaning twice changes nothing more.

    Raises UnusableText when nothing is left.
    """
    paired = text.replace("\r\n", "\n").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    plain = "".join("\n" if char in "\r\x85" else folded(char) for char in paired)
    kept = unicodedata.normalize("NFC", _without_hidden(plain)).strip().lstrip("/ \n")
    if not kept:
        raise UnusableText
    return kept


def is_clean(value: str) -> bool:
    """Whether a value that is refused rather than repaired (an id, a payload, a code) may be passed on.

    False for control characters (newline and tab too), surrogates, invisible characters and non-characters.
    """
    return not any(char in "\n\t" or is_nonsense(char) or is_invisible(char) for char in value)


def _without_hidden(text: str) -> str:
    visible = [char for char in text if not is_nonsense(char) and (char in _IN_EMOJI or not is_invisible(char))]
    with_variation: list[str] = []
    for char, following in _with_next(visible):
        if char != EMOJI_VARIATION or following == KEYCAP or with_variation and _is_symbol(with_variation[-1]):
            with_variation.append(char)
    out: list[str] = []
    for char, following in _with_next(with_variation):
        if char != ZERO_WIDTH_JOINER or out and _ends_emoji(out) and following and _is_symbol(following):
            out.append(char)
    return "".join(out)


def _with_next(chars: list[str]) -> Iterator[tuple[str, str]]:
    """Each character with the one behind it; nothing is behind the last."""
    return zip_longest(chars, chars[1:], fillvalue="")


def _is_symbol(char: str) -> bool:
    # Emoji newer than Python's Unicode tables count as unassigned (Cn).
    return unicodedata.category(char) in ("So", "Sk", "Cn")


def _ends_emoji(chars: list[str]) -> bool:
    return _is_symbol(chars[-1]) or chars[-1] == EMOJI_VARIATION
