"""From what a guide writes to sentences of plain Bokmål words, with the commas that part them.

Rules and classifier see dialect, Nynorsk and chat through ``words.yml``, so that each thing is written down once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale import wording

_DATA = wording.load(Path(__file__).with_name("words.yml"))
_CANONICAL = {variant: word for word, variants in _DATA["variants"].items() for variant in variants.split()}
_JOINED = [(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), word) for word, pattern in _DATA["joined"].items()]
_FOLDS = [(re.compile(pattern), end) for end, pattern in _DATA["folds"].items()]
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[.!?…]+|[,;:()–\n]|(?<= )-(?= )")
_ABBREVIATED = re.compile(r"(?<!\w)(f|eks|bl|ca|kl|evt|dvs|nr|pr)\.(?= ?\w)", re.IGNORECASE)
_LONGEST = 600
PAUSE = ","


@dataclass(frozen=True)
class Sentence:
    """``words`` are plain and lower case, with ``PAUSE`` where commas, colons and dashes stood.

    ``asks``: it ends with a question mark; ``ended``: with any mark at all.
    """

    words: tuple[str, ...]
    asks: bool
    ended: bool

    @property
    def text(self) -> str:
        """The words in a row, with a blank before the first and after the last."""
        return f" {' '.join(self.words)} "

    @property
    def spoken(self) -> str:
        """The words in a row, without the pauses."""
        return " ".join(word for word in self.words if word != PAUSE)


def plain(word: str) -> str:
    """The word of the rules for a written word in lower case."""
    if word in _CANONICAL:
        return _CANONICAL[word]
    for pattern, end in _FOLDS:
        if pattern.search(word):
            return pattern.sub(end, word)
    return word


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; none for a text without words. Reads its first 600 words and marks."""
    text = _ABBREVIATED.sub(r"\1", text.lower().replace("’", "'"))
    for pattern, word in _JOINED:
        text = pattern.sub(word, text)
    found: list[Sentence] = []
    words: list[str] = []
    for token in _TOKEN.findall(text)[:_LONGEST]:
        if token[0] in ".!?…\n":
            _close(found, words, "?" in token, ended=True)
        elif token in ",;:()–-":
            if words and words[-1] != PAUSE:
                words.append(PAUSE)
        else:
            words.append(plain(token))
    _close(found, words, asks=False, ended=False)
    return tuple(found)


def written_sentences(text: str) -> list[str]:
    """The sentences as they were written."""
    return [part for part in re.split(r"(?<=[.!?…\n])\s+", text) if part.strip()]


def _close(found: list[Sentence], words: list[str], asks: bool, ended: bool) -> None:
    while words and words[-1] == PAUSE:
        words.pop()
    if words:
        found.append(Sentence(tuple(words), asks, ended))
        words.clear()
