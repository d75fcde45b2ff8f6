"""The utterances that the classifier learns from (``utterances/``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tryggsamtale import wording
from tryggsamtale.rehearsal.moves.move import BAD, POINTS, QUESTIONS

FOLDER = Path(__file__).with_name("utterances")
EMPATHY, REFLECTION = "empathy", "reflection"
LABELS = (*POINTS, *BAD, EMPATHY, REFLECTION)
"""What is learnt. The kind of question is not: that is grammar (``questions.py``)."""


class Example(NamedTuple):
    """An utterance, the kind of question it asks, and which of ``LABELS`` hold for it."""

    text: str
    question: str
    labels: frozenset[str]


def examples() -> Iterator[Example]:
    """All of them, in the order of the files. Raises ValueError for a heading that says what nobody knows."""
    for file in sorted(FOLDER.glob("*.yml")):
        for heading, lines in wording.load(file).items():
            question, labels = _read(heading)
            for line in lines.splitlines():
                yield Example(line.strip(), question, labels)


def _read(heading: str) -> tuple[str, frozenset[str]]:
    names = heading.split()
    questions = [name for name in names if name in QUESTIONS]
    labels = frozenset(names) - set(QUESTIONS)
    if len(questions) != 1 or labels - set(LABELS):
        raise ValueError(f"A heading of the training data names one kind of question and known labels: {heading}")
    return questions[0], labels
