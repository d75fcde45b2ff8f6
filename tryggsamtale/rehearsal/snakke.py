"""What a guide's line does to a youth, in the nine words of SNAKKE (``snakke.yml``): four help, five do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.moves.words import sentences
from tryggsamtale.wording import Text


@dataclass(frozen=True)
class Word:
    """One of the nine: ``helps`` says on which side it stands."""

    name: str
    title: Text
    meaning: Text
    helps: bool


_DATA = wording.load(Path(__file__).with_name("snakke.yml"))
WORDS = {name: Word(name, entry["title"], entry["meaning"], entry["helps"]) for name, entry in _DATA.items()}
"""The nine words in their order, by name."""

_PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{'|'.join(entry['patterns'])})")
    for name, entry in _DATA.items() if "patterns" in entry
}
_RESPONSIBLE = {"a4", "d4", "d5", "d8"}


def words_for(text: str, move: Move) -> tuple[str, ...]:
    """The names of the words that fit a line and what was read from it, in the order of ``WORDS``; often none."""
    said = " . ".join(one.spoken for one in sentences(text))
    told = {name for name, pattern in _PATTERNS.items() if pattern.search(said)} | set(_from_move(move))
    if move.bad:
        told -= {name for name, word in WORDS.items() if word.helps}
    return tuple(name for name in WORDS if name in told)


def _from_move(move: Move) -> list[str]:
    by_question = {"open": "åpner", "closed": "lukker", "leading": "ledende", "multiple": "presser"}
    by_bad = {"blame": "lukker", "secrecy": "unnviker", "interrogation": "presser", "promise": "unnviker"}
    found = [by_question.get(move.question), by_bad.get(move.bad or "")]
    if move.empathy or "b3" in move.points:
        found.append("trygger")
    if move.reflection:
        found.append("gjentar")
    if move.question == "none" and _RESPONSIBLE & set(move.points):
        found.append("ansvar")
    return [name for name in found if name]
