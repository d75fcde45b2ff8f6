"""Names of places: towns, districts, villages, in the lists or by the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tryggsamtale.border.lists import FUNCTION, LONG_PLACES, cues, is_listed
from tryggsamtale.border.recognisers.around import DETERMINERS, PLACES_BEFORE, Around
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.written import Written
from tryggsamtale.border.spans import Candidate

_LIVING, _BEHIND, _AREAS = cues("living"), cues("place_words"), cues("area_words")
_ENDING = re.compile(rf"\w{{3,}}(?:{'|'.join(cues('place_endings'))})s?")
_FIRST_PARTS = cues("place_beginnings")
_BEHIND_CAPITALS = cues("place_behind")
_FROM = ("i", "fra", "frå")
_NEIGHBOURS = ("nabo", "hjem", "heim")  # «bor i nabobygda» names nothing


def places(seen: Seen) -> Iterator[Candidate]:
    """Every name of a place."""
    for match in LONG_PLACES.finditer(seen.text):
        yield Candidate(match.start(), match.end(), "LOCATION", 0.82)
    for place, word in enumerate(seen.words):
        if (
            word.letters
            and not word.stays
            and word.low not in FUNCTION
            and (score := _score(Around(seen.words, place)))
        ):
            start, end = _whole(seen.words, place)
            yield Candidate(start, end, "LOCATION", score)


def _score(around: Around) -> float:
    """How sure it is that a word is the name of a place, 0 when it is none."""
    word, before = around.word, around.at(-1).low
    there = before in PLACES_BEFORE
    living = there and around.at(-2).low in _LIVING or before in _AREAS
    named = around.at(1).low in _BEHIND or living
    if word.place:
        return _score_of_listed(around, there, living, named)
    ends = _ENDING.fullmatch(word.low) is not None
    if word.capital and not word.opens and not word.acronym:
        if word.unknown and (there and (ends or before not in ("til", "mot", "over")) or named):
            return 0.7
        if word.word and there and before in _FROM and (living or ends):
            return 0.6
    if living and ends and not is_listed(word.low) and not word.low.startswith(_NEIGHBOURS):
        return 0.55
    if not word.strange or before in DETERMINERS:
        return 0.0
    return 0.55 if living or around.at(1).low == "kommune" or there and ends else 0.0


def _score_of_listed(around: Around, there: bool, living: bool, named: bool) -> float:
    """A place of the list, that may be a first name or a word too."""
    word, before = around.word, around.at(-1).low
    if not word.word:
        return (0.86 if there or named else 0.0) if word.first else 0.8
    if word.capital and not word.opens:
        return 0.86 if there or named else 0.62
    lives = before in _FROM or living and before == "på"
    return 0.7 if named and before not in DETERMINERS and (lives or word.capital) else 0.0


def _whole(words: list[Written], place: int) -> tuple[int, int]:
    """With «Nedre», «Indre» and capitals behind: «Indre Arna»."""
    start = end = place
    if place and words[place - 1].low in _FIRST_PARTS and words[place].spaced:
        start -= 1
    while end + 1 < len(words) and words[end].capital and _goes_on(words[end + 1]):
        end += 1
    if end + 1 < len(words) and words[end].capital and words[end + 1].low in _BEHIND_CAPITALS:
        end += 1
    if (
        end + 1 < len(words)
        and words[end + 1].text.isdigit()
        and words[end].capital
        and not words[end].place
        and start
        and (words[start - 1].low in PLACES_BEFORE and len(words[end + 1].text) <= 3)
    ):
        end += 1  # a house number
    return words[start].start, words[end].end


def _goes_on(word: Written) -> bool:
    """A capital letter that begins no sentence, of no agency: «Nordfjord Kjøtt»."""
    return word.capital and word.spaced and not (word.opens or word.stays or word.acronym or word.first)
