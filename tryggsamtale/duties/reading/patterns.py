"""The patterns of the YAML files here (``tryggsamtale.phrases``), compiled once, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tryggsamtale import wording
from tryggsamtale.duties.reading.words import Sentence
from tryggsamtale.phrases import compiled, expression


class Hit(NamedTuple):
    """A pattern found: sentence number, and from where to where in its text."""

    sentence: int
    start: int
    end: int


def data(name: str) -> Any:
    """A YAML file of this folder."""
    return wording.load(Path(__file__).with_name(name))


def _framed(how: str, patterns: list[str], classes: Mapping[str, str]) -> re.Pattern[str]:
    if how == "object":
        return re.compile(rf" (?:{expression(patterns, classes)})(?= )")
    if how == "before":
        return re.compile(rf" (?:{expression(patterns, classes)})$")
    return compiled(patterns, classes)


_FRAMES = data("frames.yml")
ANYWHERE, OBJECT, BEFORE = (
    {name: _framed(how, patterns, _FRAMES["classes"]) for name, patterns in _FRAMES[how].items()}
    for how in ("anywhere", "object", "before")
)
"""``frames.yml``: found by search, matched right after an act, searched in what stands before."""


def hits(pattern: re.Pattern[str], sentences: list[Sentence]) -> Iterator[Hit]:
    """All places, in the order of the text."""
    for number, sentence in enumerate(sentences):
        for found in pattern.finditer(sentence.text):
            yield Hit(number, found.start(), found.end())


def first(pattern: re.Pattern[str], sentences: list[Sentence]) -> Hit | None:
    """The first place, or None."""
    return next(hits(pattern, sentences), None)
