"""A sentence as pieces of text, each a name with its label or plain text: what every step of the building works on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

LABELS = ("PERSON", "LOCATION", "ORGANISATION")


@dataclass(frozen=True)
class Piece:
    """Text with one label, or none. White space belongs to the text around names, never to a name."""

    text: str
    label: str | None = None


@dataclass(frozen=True)
class Sentence:
    """Pieces in reading order; `text` is what somebody would have written."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def spans(self) -> list[tuple[int, int, str]]:
        """Names as (start, end, label) in characters of `text`."""
        spans, at = [], 0
        for piece in self.pieces:
            if piece.label and piece.text:
                spans.append((at, at + len(piece.text), piece.label))
            at += len(piece.text)
        return spans

    def map(self, change: Callable[[Piece], str]) -> Sentence:
        """The same sentence with the text of each piece changed and its label kept."""
        return Sentence(tuple(Piece(change(piece), piece.label) for piece in self.pieces))


def joined(pieces: Iterable[Piece]) -> Sentence:
    """A sentence with neighbouring plain pieces put together, so that changes see whole stretches of text."""
    result: list[Piece] = []
    for piece in pieces:
        if result and piece.label is None and result[-1].label is None:
            result[-1] = Piece(result[-1].text + piece.text)
        elif piece.text:
            result.append(piece)
    return Sentence(tuple(result))
