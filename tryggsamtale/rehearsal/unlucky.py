"""Why a move is unlucky, and how to say it better (``unlucky.yml``, after source 002)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.wording import Text


@dataclass(frozen=True)
class Advice:
    """What is unlucky, why, better wordings, and the name of the source in the list of sources."""

    kind: str
    title: Text
    why: Text
    better: tuple[Text, ...]
    source: str


ADVICE = {
    kind: Advice(kind, entry["title"], entry["why"], tuple(entry["better"]), entry["source"])
    for kind, entry in wording.load(Path(__file__).with_name("unlucky.yml")).items()
}
"""By the kind of unlucky move, by the effects that lower trust, and by the kinds of question that could be open."""


def advice_for(move: Move, effect: str = "") -> Advice | None:
    """What to try instead: first for what is unlucky, then for the effect, then for the kind of question; None when all
    is well."""
    return ADVICE.get(move.bad or effect) or ADVICE.get(move.question)
