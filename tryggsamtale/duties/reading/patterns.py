"""The small pattern language of the YAML files here, compiled once.

A pattern is a regular expression over plain words; ``*`` is the rest of a word, ``…`` up to four words between,
``<name>`` a class of words. Gaps are bounded and everything starts at a word, so the time a match takes is bounded too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tryggsamtale import wording
from tryggsamtale.duties.reading.words import Sentence

_STAR = re.compile(r"(?<=\w)(?<!\\w)\*")
_CLASS = re.compile(r"<(\w+)>")
_GAP = r"(?: [^ ]+){0,4}? "


class Hit(NamedTuple):
    """A pattern found: sentence number, and from where to where in its text."""

    sentence: int
    start: int
    end: int


def data(name: str) -> Any:
    """A YAML file of this folder."""
    return wording.load(Path(__file__).with_name(name))


def expression(patterns: str | Iterable[str], classes: Mapping[str, str] | None = None) -> str:
    """One regular expression for a pattern or for any of several."""
    joined = "|".join(f"(?:{pattern})" for pattern in ([patterns] if isinstance(patterns, str) else patterns))
    for _ in range(2):  # a class may be made of classes
        joined = _CLASS.sub(lambda found: f"(?:{(classes or {})[found[1]]})", joined)
    return _STAR.sub(r"[^ ]*", joined.replace(" … ", _GAP))


def compiled(patterns: str | Iterable[str], classes: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Finds any of the patterns as whole words, anywhere in a sentence."""
    return re.compile(rf"(?<= )(?:{expression(patterns, classes)})(?= )")


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
