"""From what somebody wrote to sentences of plain Bokmål words, each of which knows its place in the text.

The patterns are written once, in Bokmål; dialect, Nynorsk and misspellings are turned into it here (``words.yml``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import OSA

from tryggsamtale import wording

_DATA = wording.load(Path(__file__).with_name("words.yml"))
_CANONICAL = {variant: word for word, variants in _DATA["variants"].items() for variant in variants}
_NUMBERS = {word: str(number) for word, number in _DATA["numbers"].items()}
_FOLDS = [(re.compile(pattern), replacement) for pattern, replacement in _DATA["folds"]]
_KEYWORDS: dict[str, list[str]] = {}
for _word in _DATA["keywords"]:
    _KEYWORDS.setdefault(_word[0], []).append(_word)
_KNOWN = frozenset(_DATA["keywords"]) | frozenset(_DATA["variants"])

_TOKEN = re.compile(r"[^\W\d_]+|\d{1,4}|[.!?;:,()\n«»\"]")
_AGE_WORD = re.compile(rf"^({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(års?|åring\w*|årig\w*|år)$")
_UNSPLIT = re.compile(r"[ ]?[a-zæøå]")
_ABBREVIATIONS = frozenset({"ca", "kl", "mnd", "bl", "f", "eks", "osv", "nr", "ev", "evt"})
_LONGEST_WORD = 24
_MOST_WORDS = 100
_SHORT = 4
_ENDS = frozenset(".!?;:\n")


@dataclass
class Sentence:
    """Words joined by single blanks, with a blank before the first and after the last (``" jeg er lærer , ok "``)."""

    text: str
    starts: list[int]
    spans: list[tuple[int, int]] = field(repr=False)
    asks: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the input of ``text[start:end]``."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        return self.spans[first][0], self.spans[last][1]


def _near_keyword(word: str) -> str:
    """The key word this is a misspelling of, or the word itself."""
    if not 6 <= len(word) <= _LONGEST_WORD or word in _KNOWN:
        return word
    allowed = 1 if len(word) < 10 else 2
    for keyword in _KEYWORDS.get(word[0], ()):
        if (abs(len(keyword) - len(word)) <= allowed and keyword[:2] == word[:2] and keyword[-1] == word[-1]
                and not keyword.startswith(word) and not word.startswith(keyword)
                and OSA.distance(word, keyword, score_cutoff=allowed) <= allowed):
            return keyword
    return word


def plain(word: str) -> list[str]:
    """The word or words of the patterns that a written word stands for."""
    word = word.lower()
    if word in _CANONICAL:
        return [_CANONICAL[word]]
    if word in _NUMBERS:
        return [_NUMBERS[word]]
    age = _AGE_WORD.match(word)
    if age:
        return [_NUMBERS[age[1]], "åring" if age[2].startswith("åring") else "år"]
    if len(word) > _SHORT and word not in _KNOWN:
        for pattern, replacement in _FOLDS:
            folded = pattern.sub(replacement, word)
            if folded != word:
                word = _CANONICAL.get(folded, folded)
                break
    return [_near_keyword(word)]


def _ends_here(text: str, at: int, before: str) -> bool:
    """Is the full stop at ``at`` the end of a sentence? Not in «3. klasse» or «ca. 8 år»."""
    if before in _ABBREVIATIONS:
        return False
    return not (before.isdigit() and _UNSPLIT.match(text, at + 1))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; empty for a text without words."""
    found: list[Sentence] = []
    words: list[str] = []
    spans: list[tuple[int, int]] = []

    def close(asks: bool) -> None:
        if words:
            starts, at = [], 1
            for word in words:
                starts.append(at)
                at += len(word) + 1
            found.append(Sentence(f" {' '.join(words)} ", starts, list(spans), asks))
            words.clear()
            spans.clear()

    for token in _TOKEN.finditer(text):
        written = token[0]
        if len(words) >= _MOST_WORDS:  # keeps the time for a text without full stops in proportion to its length
            close(False)
        if written in "«»\"":
            continue
        if written in _ENDS:
            if written != "." or _ends_here(text, token.start(), words[-1] if words else ""):
                close(written == "?")
            continue
        for word in plain(written) if written.isalpha() else [written]:
            words.append(word)
            spans.append(token.span())
    close(False)
    return found
