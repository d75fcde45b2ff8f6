"""A text as words in a row, each with what the lists know of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tryggsamtale.border.characters import KEPT, MASK
from tryggsamtale.border.lists import (
    FIRST_NAMES,
    FUNCTION,
    LONG_STAYS,
    PLACES,
    STAYS,
    SURNAMES,
    cues,
    is_first_name,
    is_listed,
    is_misspelt,
    is_word,
)
from tryggsamtale.border.recognisers.words import PLATFORM_CUES

_TOKEN = re.compile(
    rf"[nN]['’](?=[A-ZÆØÅ])|[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?|\d+(?:[.,:]\d+)*[^\W\d_]*|{MASK}|{KEPT}|[^\w\s]"
)
_SENTENCE_ENDS = frozenset('.!?:;«»"“”(•*–[\n' + KEPT)
_ABBREVIATIONS = cues("abbreviations")
_STAYS = STAYS | set(PLATFORM_CUES)
_STRETCHED = re.compile(r"(.)\1\1")  # «jaaa»
_SHOUTED = 0.6  # from this share of capitals on, capitals say nothing


@dataclass(frozen=True)
class Written:
    """One word, number or sign: ``text[start:end]``; ``opens`` a sentence, ``capital`` when that says something."""

    text: str
    start: int
    end: int
    capital: bool
    opens: bool
    stays: bool
    spaced: bool  # a blank stands before it

    @cached_property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")

    @cached_property
    def base(self) -> str:
        """Without the genitive, when only so a list knows it."""
        for ending in ("", "'s", "'", "s"):
            short = self.low[: len(self.low) - len(ending)] if ending and self.low.endswith(ending) else self.low
            if is_first_name(short) or short in SURNAMES or short in PLACES:
                return short
        return self.low.rstrip("'")

    @cached_property
    def letters(self) -> bool:
        return self.text[:1].isalpha() and self.text not in (MASK, KEPT)

    @cached_property
    def mask(self) -> bool:
        return self.text == MASK

    @cached_property
    def word(self) -> bool:
        """An everyday word."""
        return is_listed(self.low) or not (self.first or self.last or self.place) and is_word(self.low)

    @cached_property
    def first(self) -> bool:
        """A first name, whole or the first part of one with a hyphen."""
        return is_first_name(self.base) or "-" in self.low and self.low.split("-")[0] in FIRST_NAMES

    @cached_property
    def last(self) -> bool:
        return self.base in SURNAMES

    @cached_property
    def place(self) -> bool:
        return self.base in PLACES

    @cached_property
    def name(self) -> bool:
        """A first name and nothing else."""
        return self.first and not self.word and self.low not in FUNCTION

    @cached_property
    def both(self) -> bool:
        """A first name and a word."""
        return self.first and self.word and self.low not in FUNCTION

    @cached_property
    def unknown(self) -> bool:
        """On no list of names that says enough alone, and no everyday word."""
        return self.letters and len(self.text) > 1 and not self.word and not self.first

    @cached_property
    def strange(self) -> bool:
        """Unknown, and no slip of the pen."""
        return self.unknown and not _STRETCHED.search(self.low) and not is_misspelt(self.low)

    @cached_property
    def acronym(self) -> bool:
        return self.text.isupper() and len(self.text) <= 5


END = Written("", 0, 0, False, False, False, True)


def written(text: str) -> Sequence[Written]:
    """The words, numbers and signs of a text in their order."""
    capitals = sum(char.isupper() for char in text)
    shouted = capitals > _SHOUTED * max(1, sum(char.isalpha() for char in text)) and capitals > 12
    stay = [match.span() for match in LONG_STAYS.finditer(text)]
    tokens: list[Written] = []
    position, opens = 0, True
    for match in _TOKEN.finditer(text):
        token, (start, end) = match[0], match.span()
        between = text[position:start]
        opens = opens or "\n" in between
        stays = _stays(token) or any(a <= start and end <= b for a, b in stay)
        tokens.append(
            Written(token, start, end, token[0].isupper() and not shouted, opens, stays, bool(between) or not position)
        )
        abbreviated = (
            token == "."
            and len(tokens) > 1
            and (tokens[-2].low in _ABBREVIATIONS or len(tokens[-2].text) == 1 and tokens[-2].letters)
        )
        opens = token in _SENTENCE_ENDS and not abbreviated
        position = end
    return tokens


def _on_a_list(*parts: str) -> bool:
    return any(part in names for part in parts for names in (FIRST_NAMES, SURNAMES, PLACES))


def _stays(token: str) -> bool:
    """Whether a word is no name by itself, or a compound with one that is none: «SFO-leder»."""
    low = token.lower()
    if any(low.removesuffix(ending) in _STAYS for ending in ("", "s", "en", "et", "n")):
        return True
    begin, hyphen, end = low.partition("-")
    if not hyphen or not begin or not end:
        return False
    return begin in _STAYS or not _on_a_list(begin, end) and is_word(end) and end[0] == token[len(begin) + 1]
