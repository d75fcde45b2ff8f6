"""What words alone settle about an utterance, whatever the classifier says (``rules.yml``)."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.phrases import compiled_within
from tryggsamtale.rehearsal.moves.words import Sentence

_DATA = wording.load(Path(__file__).with_name("rules.yml"))


_POINTS = {point: compiled_within(pattern) for point, pattern in _DATA["points"].items()}
_BAD = {kind: compiled_within(pattern) for kind, pattern in _DATA["bad"].items()}
_NOT_BAD, _EMPATHY, _REFLECTION = (compiled_within(_DATA[name]) for name in ("not_bad", "empathy", "reflection"))


def points(sentences: tuple[Sentence, ...]) -> set[str]:
    """The points that the words name outright."""
    return {point for point, pattern in _POINTS.items() if _any(pattern, sentences)}


def bad(sentences: tuple[Sentence, ...]) -> str | None:
    """The unlucky thing that is said outright."""
    return next((kind for kind, pattern in _BAD.items() if _any(pattern, sentences)), None)


def is_guarded(sentences: tuple[Sentence, ...]) -> bool:
    """It says that something cannot be promised or kept, or need not be told: the opposite of an unlucky move."""
    return _any(_NOT_BAD, sentences)


def is_empathic(sentences: tuple[Sentence, ...]) -> bool:
    """It acknowledges, validates or reassures in words that can hardly mean anything else."""
    return _any(_EMPATHY, sentences)


def is_reflection(sentences: tuple[Sentence, ...]) -> bool:
    """A statement in it gives back what the youth has said."""
    return _any(_REFLECTION, tuple(sentence for sentence in sentences if not sentence.asks))


def _any(pattern: re.Pattern[str], sentences: tuple[Sentence, ...]) -> bool:
    return any(pattern.search(sentence.spoken) for sentence in sentences)
