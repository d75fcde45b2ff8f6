"""What was learned from the messages, kept beside the model so that a start is quick."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tryggsamtale import encoder, phrases
from tryggsamtale.border.danger.classifier import DangerClassifier, WriterClassifier, learned_danger, learned_writer
from tryggsamtale.border.danger.examples import MESSAGES, NLU
from tryggsamtale.encoder import Encode
from tryggsamtale.kept import Kept

log = logging.getLogger(__name__)

_ROOM = Path(__file__).parent
LEARNED_FROM = (
    *(_ROOM / name for name in ("classifier.py", "examples.py", "marks.py", "words.py")),
    *(_ROOM / name for name in ("concepts.yml", "signs.yml", "words.yml")),
    *sorted(MESSAGES.glob("*.txt")), NLU, Path(encoder.__file__), Path(phrases.__file__),
)
KEPT = Kept("danger", LEARNED_FROM)


@dataclass(frozen=True)
class Learned:
    """Both classifiers of one process."""

    danger: DangerClassifier
    writer: WriterClassifier


@cache
def learned() -> Learned:
    """What was kept, or learned now from words alone (some fifteen seconds) where nothing current was kept."""
    kept = KEPT.load()
    if kept is None:
        log.warning("No classifier of danger is kept for these messages; it is learned from their words alone")
    return kept or learn(None)


def learn(encode: Encode | None) -> Learned:
    """Learn from the messages; with ``encode`` from their meaning too: half a minute beside the encoding."""
    return Learned(learned_danger(encode), learned_writer())


def keep() -> Path:
    """Learn all, keep it and say in which file."""
    return KEPT.keep(learn(encoder.encoder()))
