"""What the classifier sees of an utterance: its plain words, parts of words, and what they are about (``cues.yml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.rehearsal.moves.words import Sentence


def _compiled(words: str) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", " ") for word in words.split())
    return re.compile(rf"(?<= )(?:{alternatives})(?= )")


_CUES = {
    name: _compiled(words)
    for name, words in wording.load(Path(__file__).with_name("cues.yml")).items()
}


def words(sentences: tuple[Sentence, ...]) -> str:
    """The plain words of the sentences, a full stop after each."""
    return " . ".join(" ".join(sentence.words) for sentence in sentences)


def cues(text: str) -> list[str]:
    """What a row of plain words is about: the names of the cues it has, and their pairs."""
    found = [name for name, pattern in _CUES.items() if pattern.search(f" {text} ")]
    return [*found, *_pairs(found)]


def _pairs(names: list[str]) -> Iterator[str]:
    for one, two in combinations(names, 2):
        yield f"{one}+{two}"
