"""What a message speaks of: the concepts and signs of the two lists beside this file, as numbers.

The lists are written in the language of ``tryggsamtale.phrases``, with ``_`` for any one word, ``#`` for digits and
``^`` for the beginning of the text, ``$`` for its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np

from tryggsamtale import wording
from tryggsamtale.phrases import compiled

_CONCEPTS = wording.load(Path(__file__).with_name("concepts.yml"))
_SIGNS = wording.load(Path(__file__).with_name("signs.yml"))
_OWN_SIGNS = (
    (re.compile(r"\^ "), "(?<=^ )"),
    (re.compile(r"\$"), "(?= $)"),
    (re.compile("#"), "[0-9]+"),
    (re.compile("(?<![^ (|])_(?![^ )|])"), "[^ ]+"),
)
PAIR_WEIGHT, SIGN_WEIGHT = 0.3, 0.5
"""Of two concepts together and of a sign, beside 1 for a concept alone; chosen by cross-validation."""


def pattern(alternatives: Iterable[str], classes: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Finds any of the written alternatives, as whole words, in a plain text."""
    return compiled(map(_written, alternatives), {name: _written(words) for name, words in (classes or {}).items()})


def _written(one: str) -> str:
    for sign, expression in _OWN_SIGNS:
        one = sign.sub(expression, one)
    return one


def _phrases(line: str) -> list[str]:
    return [phrase.strip().replace("^", "^ ").replace("?", r"\?") for phrase in line.split(",")]


_SPOKEN_OF = {name: pattern(_phrases(line)) for name, line in _CONCEPTS.items()}
_SEEN = [
    (name, pattern([sign], _SIGNS["classes"]))
    for kind in ("danger", "calm") for name, signs in _SIGNS[kind].items() for sign in signs
]
REASONS, _FRAMES = tuple(_SIGNS["danger"]), tuple(_SIGNS["calm"])
_PAIRS = np.array(list(combinations(range(len(_SPOKEN_OF)), 2))).T
_SURE = {reason: pattern(signs, _SIGNS["classes"]) for reason, signs in _SIGNS["sure"].items()}
_UNSURE = ("past", "over", "not", "asks", "idiom", "exercise", "story")
_CALM = pattern([sign for name in _UNSURE for sign in _SIGNS["calm"][name]], _SIGNS["classes"])
_ASKS = pattern(_SIGNS["calm"]["asks"], _SIGNS["classes"])
_SETTLED = {name: pattern(signs) for name, signs in _SIGNS["settled"].items()}
_REAL = pattern(_SIGNS["real"])
_AT_HAND = ("now", "today", "soon")


def marks(text: str) -> np.ndarray:
    """One row for a plain text: concepts, pairs of them, signs, and for which and how many reasons a sign was seen."""
    concepts = np.array([bool(one.search(text)) for one in _SPOKEN_OF.values()], dtype=float)
    seen = np.array([bool(one.search(text)) for _, one in _SEEN], dtype=float)
    names = {name for (name, _), hit in zip(_SEEN, seen, strict=True) if hit}
    by_name = [name in names for name in (*REASONS, *_FRAMES)]
    reasons, frames = sum(by_name[: len(REASONS)]), sum(by_name[len(REASONS) :])
    counts = [reasons > 0, reasons > 1, reasons > 0 and not frames, frames > 1]
    pairs = concepts[_PAIRS[0]] * concepts[_PAIRS[1]]
    return np.concatenate([concepts, PAIR_WEIGHT * pairs, SIGN_WEIGHT * np.array([*seen, *by_name, *counts])])


def sure(text: str) -> str | None:
    """The reason for which a plain text tells of danger outright, with nothing calm beside it; or None."""
    found = next((reason for reason, one in _SURE.items() if one.search(text)), None)
    return found if found and (_REAL.search(text) or not _CALM.search(text)) else None


def asks(text: str) -> bool:
    """Whether a plain text is a question about rules, numbers or what to do."""
    return bool(_ASKS.search(text))


def framed(text: str) -> bool:
    """Whether a plain text speaks of an exercise, a story, a figure of speech, a dream or a drawing."""
    return any(one.search(text) for one in _SETTLED.values())


def settled(text: str) -> bool:
    """Whether such a frame settles a plain text: an exercise unless said to be real, the others without a word of
    today."""
    frames = {name for name, one in _SETTLED.items() if one.search(text)}
    if any(_SPOKEN_OF[name].search(text) for name in _AT_HAND):
        frames &= {"exercise"}
    return bool(frames) and not _REAL.search(text)
