"""The ages a text says, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tryggsamtale.duties.reading.patterns import Hit, compiled, data, expression, first
from tryggsamtale.duties.reading.words import Sentence

_AGES = data("ages.yml")
_ADULTHOOD = 18
_OLDEST = 110
_OLD_PARENT = 60
_PARENTS = frozenset({"mor", "far"})

_AGE = re.compile("(?<= )(?:" + "|".join(_AGES["whose"]) + ")(?= )")
_NOT_AN_AGE = re.compile(rf" (?:{expression(_AGES['units'])})")
_ONE_OF_SEVERAL = re.compile(r" (?:og|eller|,) \d{1,3} ")
_PLURAL = frozenset(_AGES["plural"])
_OFFENDER = re.compile(expression(_AGES["offenders"]))
_AT_HOME = re.compile(rf" (?:{expression(_AGES['at_home'])})$")
_OWN = compiled(_AGES["own"])
_OWN_CLASS = compiled(_AGES["own_class"])
_DIGITS = re.compile(r"\d+")


class Age(NamedTuple):
    """An age in years, where it stands, and whose: of one who acts, of a child somebody «has», of «en mann»?"""

    years: int
    hit: Hit
    offender: bool
    at_home: bool
    man: bool


def _ages(number: int, text: str) -> Iterator[Age]:
    for match in _AGE.finditer(text):
        name = match.lastgroup or ""
        years, words = int(match[name]), match[0].split()
        several = name != "ring" and _ONE_OF_SEVERAL.match(text, match.end(name))
        if several or years > _OLDEST or _NOT_AN_AGE.match(text, match.end(name)):
            continue
        if words[0] == "jeg" or not (words[0] == "et" or _PLURAL.isdisjoint(words)):  # «et barn på 5»
            continue
        offender = any(_OFFENDER.fullmatch(word) for word in words)
        if not _PARENTS.isdisjoint(words):  # «mora si på 90» is no young child's mother
            offender = years < _OLD_PARENT
        yield Age(years, Hit(number, match.start(), match.end()), offender, man="mann" in words,
                  at_home=bool(_AT_HOME.search(text[:match.end()])))


def ages(sentences: list[Sentence]) -> list[Age]:
    """The ages of single people in the text, the user's own left out."""
    return [age for number, sentence in enumerate(sentences) for age in _ages(number, sentence.text)]


def own_age(sentences: list[Sentence]) -> tuple[int | None, Hit | None]:
    """The age of a user who is a child, and the words for it; a class at school gives only the words."""
    said = first(_OWN, sentences)
    if said:
        years = int(_DIGITS.findall(sentences[said.sentence].text[said.start:said.end])[-1])
        if years < _ADULTHOOD:
            return years, said
    return None, first(_OWN_CLASS, sentences)
