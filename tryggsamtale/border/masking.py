"""Finds what identifies somebody in a text and puts a tag in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tryggsamtale.border.recognisers import RECOGNISERS
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.replacing import replaced
from tryggsamtale.border.spans import Span, settled
from tryggsamtale.border.view import view

__all__ = ["Masked", "Span", "mask"]


@dataclass(frozen=True)
class Masked:
    """A masked text, and the places of the input that were masked (sorted, not overlapping)."""

    text: str
    spans: tuple[Span, ...]


def mask(text: str) -> Masked:
    """The text with every identifier replaced by a tag such as ``[telefonnummer]``.

    Takes any string, cleaned or not, and raises nothing. Masking the result again finds nothing more.
    """
    spans: tuple[Span, ...] = ()
    # What stands beside a mask may only now be seen for what it is; each round masks at least one character more.
    while found := _found(text, spans):
        spans = found
    return Masked(replaced(text, spans), spans)


def _found(text: str, masked: tuple[Span, ...]) -> tuple[Span, ...]:
    seen_as = view(text, masked)
    seen = Seen.of(seen_as.text)
    new = settled(candidate for recognise in RECOGNISERS for candidate in recognise(seen))
    return _merged([*masked, *map(seen_as.origin, new)]) if new else ()


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end), last.type)
        merged.append(span)
    return tuple(merged)
