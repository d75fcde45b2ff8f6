"""A text as the recognisers see it: every hidden trick undone, every mask and public fact one neutral sign.

Because a mask looks the same to the recognisers whether it was in the text or has just been made, masking a masked
text finds nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tryggsamtale.border.characters import KEPT, KEYCAP, MASK, folded, is_invisible, is_nonsense
from tryggsamtale.border.kept import kept
from tryggsamtale.border.replacing import TAG_PATTERN
from tryggsamtale.border.spans import Span

_ONE_TO_ONE = re.compile(r"[\n -~¡-©«¬®-±´¶-¸»¿-ž“”‘’…]*")  # signs that are their own plain form


@dataclass(frozen=True)
class View:
    """``text`` for the recognisers; the i-th sign stands for the characters from ``starts[i]`` to ``ends[i]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, span: Span) -> Span:
        """The span in the original text."""
        return Span(self.starts[span.start], self.ends[span.end - 1], span.type)


def view(text: str, masked: Sequence[Span] = ()) -> View:
    """The view of a text in which the given places (sorted, not overlapping) are masked already."""
    signs, starts, ends = [], [], []

    def add(string: str, its_starts: Sequence[int], its_ends: Sequence[int]) -> None:
        signs.append(string)
        starts.extend(its_starts)
        ends.extend(its_ends)

    position = 0
    for start, end in _masks(text, masked):
        add(*_seen(text, position, start))
        add(MASK, [start], [end])
        position = end
    add(*_seen(text, position, len(text)))
    return _with_kept(View("".join(signs), starts, ends))


def _masks(text: str, masked: Sequence[Span]) -> list[tuple[int, int]]:
    places = [(span.start, span.end) for span in masked]
    taken = list(places)
    for tag in TAG_PATTERN.finditer(text):
        if not any(start < tag.end() and tag.start() < end for start, end in taken):
            places.append(tag.span())
    return sorted(places)


def _with_kept(seen: View) -> View:
    signs, starts, ends, position = [], [], [], 0
    for start, end in kept(seen.text):
        signs += [seen.text[position:start], KEPT]
        starts += [*seen.starts[position:start], seen.starts[start]]
        ends += [*seen.ends[position:start], seen.ends[end - 1]]
        position = end
    if not position:
        return seen
    return View("".join([*signs, seen.text[position:]]), [*starts, *seen.starts[position:]],
                [*ends, *seen.ends[position:]])


def _seen(text: str, start: int, end: int) -> tuple[str, Sequence[int], Sequence[int]]:
    if _ONE_TO_ONE.fullmatch(text, start, end):
        return text[start:end], range(start, end), range(start + 1, end + 1)
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for position in range(start, end):
        char = text[position]
        if signs and unicodedata.combining(char):
            signs[-1] = unicodedata.normalize("NFC", signs[-1] + char)[0]
            ends[-1] = position + 1
        elif plain := _plain(char):
            signs.append(plain)
            starts.append(position)
            ends.append(position + 1)
    return "".join(signs), starts, ends


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """One sign for a character, or nothing for one that does not show."""
    if char == "\r":
        return "\n"
    if char == KEYCAP or is_invisible(char) or is_nonsense(char) and unicodedata.category(char) != "Cs":
        return ""
    char = folded(char)
    if unicodedata.category(char) == "Pd" or char == "−":
        return "-"
    compatible = unicodedata.normalize("NFKC", char)
    char = compatible if len(compatible) == 1 else char
    digit = unicodedata.digit(char, None)
    return char if digit is None else str(digit)
