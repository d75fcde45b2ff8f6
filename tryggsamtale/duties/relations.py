"""Which group of the law a free word for a relation belongs to (straffeloven § 282, barnevernsloven § 13-2 a).

The words and groups are data (``relations.yml``); a word nobody has listed is ``ukjent``, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tryggsamtale.wording import load

FILE = Path(__file__).with_name("relations.yml")
_FOLDED = (("æ", "a"), ("ä", "a"), ("å", "a"), ("ø", "o"), ("ö", "o"), ("ae", "a"), ("aa", "a"), ("oe", "o"))


@dataclass(frozen=True)
class Relation:
    """A group: ``krets`` (§ 282) and ``hjemme`` (family or care) are ja, nei or uklar."""

    group: str
    krets: str
    hjemme: str
    likemann: bool


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    for old, new in _FOLDED:
        text = text.replace(old, new)
    return " ".join(re.findall(r"[a-z]+", text))


@lru_cache(maxsize=1)
def _groups() -> dict[str, Relation]:
    return {
        group: Relation(group, row["krets"], row["hjemme"], row.get("likemann", False))
        for group, row in load(FILE).items()
    }


@lru_cache(maxsize=1)
def _phrases() -> list[tuple[str, Relation]]:
    phrases = [(_folded(word), _groups()[group]) for group, row in load(FILE).items() for word in row["words"]]
    return sorted(phrases, key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=1024)
def relation(word: str) -> Relation:
    """The group of ``word`` («tidligere_samboer», «kjæreste», «mors nye kjaereste», …).

    The whole word or the longest listed phrase in it decides; nothing listed: the group ``ukjent``.
    """
    padded = f" {_folded(word[:200])} "
    for phrase, group in _phrases():
        if f" {phrase} " in padded:
            return group
    return _groups()["ukjent"]
