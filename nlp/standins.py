"""Names put where ordinary words stood («jeg så henne» → «jeg så Fadumo»): every sentence becomes a place for names."""

from __future__ import annotations

import re
from random import Random

from .filling import Names
from .sentence import Piece, Sentence, joined

# Which words a slot's name can take the place of. A preposition stays and keeps the sentence whole.
_WORDS = {
    "p": "han|hun|ham|henne|ho|moren|faren|mora|mannen|kvinnen|kvinna|gutten|guten|jenta|sønnen|datteren|dottera",
    "skole": "skolen|skulen",
    "bhg": "barnehagen",
    "heim": "sykehjemmet|sjukeheimen|sykehuset",
    "sted": "byen|bygda|sentrum|hovedstaden|hovudstaden",
    "firma": "jobben|butikken|bedriften|firmaet|selskapet|restauranten",
    "klubb": "klubben|laget|foreningen",
}
_SLOT_OF = {word: slot for slot, words in _WORDS.items() for word in words.split("|")}
_PATTERN = re.compile(rf"\b({'|'.join(_SLOT_OF)})\b", re.IGNORECASE)


def put_in(sentence: Sentence, rng: Random, odds: float) -> Sentence:
    """A sentence in which some pronouns and words for people and places have become names.

    Args:
        sentence: names in it stay; a pronoun right before a name («ho Kari») stays too.
        rng: draws which words and which names.
        odds: for each such word (0–1).
    """
    names, pieces = Names(rng), []
    for piece, following in zip(sentence.pieces, [*sentence.pieces[1:], None], strict=True):
        pieces.extend([piece] if piece.label else _replaced(piece.text, following is not None, names, rng, odds))
    return joined(pieces)


def _replaced(text: str, name_follows: bool, names: Names, rng: Random, odds: float) -> list[Piece]:
    pieces, at = [], 0
    for word in _PATTERN.finditer(text):
        before_name = name_follows and not text[word.end() :].strip()
        after_name = pieces and not text[at : word.start()].strip()
        if before_name or after_name or rng.random() >= odds:
            continue
        pieces.append(Piece(text[at : word.start()]))
        pieces.extend(names.fill(_SLOT_OF[word[0].lower()]))
        at = word.end()
    return [*pieces, Piece(text[at:])]
