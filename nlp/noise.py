"""How people write in a chat: no capitals, no full stops, slips of the finger. Each change keeps the names in place."""

from __future__ import annotations

import re
from random import Random

from .sentence import Piece, Sentence

_NEIGHBOURS = {
    "a": "sqå", "b": "vn", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl",
    "l": "kø", "m": "n", "n": "bm", "o": "ip", "p": "oå", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "y": "tu", "æ": "ø", "ø": "æl", "å": "a",
}  # fmt: skip
# How common words are shortened in messages, and how many write them by ear.
_SHORT = {
    "ikke": "ikk", "det": "de", "jeg": "jæ", "meg": "mæ", "deg": "dæ", "hun": "ho", "er": "e", "og": "å", "å": "og",
    "noen": "noen", "hva": "va", "barnehage": "bhg", "barnehagen": "bhgen", "skolen": "skoln", "han": "hn",
    "veldig": "vldg", "kanskje": "kansje", "også": "åsså", "med": "me", "ved": "ve", "fordi": "fordi at",
}  # fmt: skip
_MARKS = re.compile(r"\s*[.!?…]+$|[«»“”\"]|[,;:](?=\s)")


def lowered(sentence: Sentence) -> Sentence:
    """No capitals at all."""
    return sentence.map(lambda piece: piece.text.lower())


def unmarked(sentence: Sentence) -> Sentence:
    """Without the marks that chat leaves out: final ones, quotation marks, commas."""
    return sentence.map(lambda piece: piece.text if piece.label else _MARKS.sub("", piece.text))


def uncapitalised_names(sentence: Sentence, rng: Random) -> Sentence:
    """Capitals kept at the start of the message and lost in (most) names."""
    first = sentence.pieces[0] if sentence.pieces else None

    def change(piece: Piece) -> str:
        return piece.text.lower() if piece.label and piece is not first and rng.random() < 0.85 else piece.text

    return sentence.map(change)


def mistyped(sentence: Sentence, rng: Random, rate: float = 0.1) -> Sentence:
    """Slips in about one word in ten, in names as well (half as often: people look at the names they write)."""

    def change(piece: Piece) -> str:
        odds = rate / 2 if piece.label else rate
        return re.sub(r"\w{3,}", lambda m: _slip(m[0], rng) if rng.random() < odds else m[0], piece.text)

    return sentence.map(change)


def shortened(sentence: Sentence, rng: Random) -> Sentence:
    """Common words as they are written by ear or in haste."""

    def change(piece: Piece) -> str:
        if piece.label:
            return piece.text
        return re.sub(r"\w+", lambda m: _SHORT.get(m[0], m[0]) if rng.random() < 0.4 else m[0], piece.text)

    return sentence.map(change)


def _slip(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word))
    kind = rng.randrange(5)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at - 1] + word[at:]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    near = _NEIGHBOURS.get(word[at].lower(), word[at])
    letter = rng.choice(near)
    return word[:at] + letter + word[at + (kind == 3) :]


def as_chat(sentence: Sentence, rng: Random) -> Sentence:
    """One of the ways in which the same thing is written: as it stands, lower-cased, careless, mistyped."""
    draw = rng.random()
    if draw < 0.38:
        return sentence
    if draw < 0.58:
        return lowered(sentence)
    if draw < 0.78:
        return lowered(unmarked(sentence))
    if draw < 0.84:
        return uncapitalised_names(sentence, rng)
    careless = mistyped(unmarked(sentence) if rng.random() < 0.5 else sentence, rng)
    if rng.random() < 0.3:
        careless = shortened(careless, rng)
    return lowered(careless) if rng.random() < 0.5 else careless
