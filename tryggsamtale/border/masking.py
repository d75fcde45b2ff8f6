"""Finds what identifies somebody in a text and puts a tag in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tryggsamtale.border.pseudonyms import Pseudonyms
from tryggsamtale.border.recognisers import IDENTIFIERS, NAMES, PIPELINE, Recognise
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.replacing import HIDDEN, replaced
from tryggsamtale.border.spans import Candidate, Span, settled
from tryggsamtale.border.view import view

__all__ = ["Masked", "Pseudonyms", "Span", "mask"]


@dataclass(frozen=True)
class Masked:
    """A masked text, and the places of the input that were masked (sorted, not overlapping)."""

    text: str
    spans: tuple[Span, ...]


def mask(text: str, pseudonyms: Pseudonyms | None = None) -> Masked:
    """The text with every identifier replaced by a tag such as ``[telefonnummer]`` or ``[person 1]``.

    With the ``pseudonyms`` of a conversation, the same name gets the same tag in all its messages, and what the user
    has asked to hide or to show is hidden or shown. Takes any string, cleaned or not, and raises nothing. Masking the
    result again finds nothing more.
    """
    conversation = Pseudonyms() if pseudonyms is None else pseudonyms
    stages: tuple[tuple[Recognise, ...], ...] = (IDENTIFIERS, NAMES, (_hidden_by(conversation),), PIPELINE)
    spans: tuple[Span, ...] = ()
    # What stands beside a mask may only now be seen for what it is; each round masks at least one character more.
    while found := next(filter(None, (_found(text, spans, stage, conversation) for stage in stages)), None):
        spans = found
    return Masked(replaced(text, spans, conversation), spans)


def _hidden_by(conversation: Pseudonyms) -> Recognise:
    return lambda seen: [Candidate(start, end, HIDDEN, 1.0) for start, end in conversation.hidden_in(seen.text)]


def _found(
    text: str, masked: tuple[Span, ...], recognisers: Iterable[Recognise], conversation: Pseudonyms
) -> tuple[Span, ...]:
    seen_as = view(text, masked)
    seen = Seen.of(seen_as.text)
    new = [
        place
        for place in settled(candidate for recognise in recognisers for candidate in recognise(seen))
        if not conversation.is_shown(seen.text[place.start : place.end])
    ]
    return _merged([*masked, *map(seen_as.origin, new)]) if new else ()


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if merged and span.start < merged[-1].end:
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end), last.type)
        merged.append(span)
    return tuple(merged)
