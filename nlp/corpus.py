"""NorNE from its files, with the labels that masking needs. The corpus lies outside the repository and stays there."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from .sentence import Piece, Sentence, joined

# Products, events and derived words («norsk») identify nobody; a town that acts («Oslo krever») is still a place.
LABEL_OF = {
    "PER": "PERSON",
    "LOC": "LOCATION",
    "GPE_LOC": "LOCATION",
    "GPE_ORG": "LOCATION",
    "ORG": "ORGANISATION",
}
FORMS = ("nob", "nno")


def sentences(folder: Path, form: str, part: str) -> list[Sentence]:
    """All sentences of one file.

    Args:
        folder: where `nob-train.iob.gz` and the other files are.
        form: `nob` (Bokmål) or `nno` (Nynorsk).
        part: `train` or `dev`.

    Raises:
        FileNotFoundError: the folder does not hold the corpus.
    """
    with gzip.open(folder / f"{form}-{part}.iob.gz", "rt", encoding="utf-8") as file:
        return [joined(_pieces(rows)) for rows in _groups(file)]


def _groups(lines: Iterator[str]) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in lines:
        if line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _pieces(rows: list[list[str]]) -> Iterator[Piece]:
    """One piece for each name (its inner spaces included), the rest as plain text."""
    name, label, gap = "", None, ""
    for token, tag, *extra in rows:
        inside = tag.startswith("I-") and label is not None and LABEL_OF.get(tag[2:]) == label
        if inside:
            name += gap + token
        else:
            if label:
                yield Piece(name, label)
            label = LABEL_OF.get(tag[2:])
            yield Piece(gap)
            if label:
                name = token
            else:
                yield Piece(token)
        gap = "" if "SpaceAfter=No" in extra else " "
    if label:
        yield Piece(name, label)
