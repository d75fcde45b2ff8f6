"""Named schools, kindergartens with their departments, clubs, homes and workplaces.

«Brattlia mottak», «barnehagen Solstrålen», «avdeling Humla», «jobber på Kiwi». What a place is called decides its role
(``organisations`` in the list of cues), which the tag keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tryggsamtale.border.lists import CUES, FUNCTION, cues, is_listed
from tryggsamtale.border.recognisers.around import PLACES_BEFORE, SAYS, Around
from tryggsamtale.border.recognisers.organisation_kind import CLUB_SIGNS, DEFINITE, WHERE, is_head, named_before
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.written import END, Written
from tryggsamtale.border.spans import Candidate

_NOT_DEPARTMENTS = cues("not_departments")
_WORKING, _CHAINS = cues("working"), cues("chains")
_AT_CHAINS = WHERE | PLACES_BEFORE
_BUSINESSES = frozenset(CUES["organisations"]["arbeidssted"]["definite"].split())
_LABELS = cues("labels")
_KINDS_WITH_PLACE = cues("kinds_with_place")
_QUOTES = ("«", '"', "“")
_BEFORE_NAME = (".", ":", *_QUOTES)
_DEFINITE_ENDINGS, _VERB_ENDINGS = ("en", "a", "ene", "ane", "et"), ("er", "te", "et")
_ONE_WORD = ("skolen", "skulen", "barnehagen", "barnehage", "skole", "skule", "hjemmet", "heimen", "tunet")


def organisations(seen: Seen) -> Iterator[Candidate]:
    """Every named organisation that is no agency."""
    for place, word in enumerate(seen.words):
        if not word.letters:
            continue
        around = Around(seen.words, place)
        yield from named_before(seen.words, place)
        if word.low in DEFINITE or word.low in CLUB_SIGNS and word.text.isupper():
            yield from _named_behind(seen.words, place)
        if word.low in _KINDS_WITH_PLACE and _is_of_place(around):
            yield Candidate(word.start, _end(seen.words, place + 2), "ORGANISATION", 0.87)
        if not word.stays and _is_one_word(around):
            yield Candidate(word.start, word.end, "ORGANISATION", 0.75)
        if word.low not in FUNCTION and not word.stays and _is_workplace(around):
            works = word.low in _CHAINS or around.at(-2).low in _WORKING
            yield Candidate(word.start, _end(seen.words, place), "ORGANISATION", 0.72 if works else 0.66)


def _named_behind(words: Sequence[Written], place: int) -> Iterator[Candidate]:
    """«barnehagen Solstrålen», «avd. humla», «restauranten lotus garden»: the name stands behind."""
    department = words[place].low.startswith(("avd", "basen"))
    start = place + 1
    while start < len(words) and words[start].text in _BEFORE_NAME:
        start += 1
    if start >= len(words) or not department and any(word.text == "." for word in words[place + 1 : start]):
        return
    kind, word, quoted = words[place], words[start], words[start - 1].text in _QUOTES
    if not word.letters or word.low in FUNCTION | _NOT_DEPARTMENTS or word.stays or len(word.text) < 2:
        return
    pair = kind.low in _BUSINESSES and not word.capital and _are_two_nouns(words, start)
    if not (pair or _names_department(word) if department else pair or quoted or _names_kind(word)):
        return
    first = kind if kind.capital and not kind.opens and not quoted and not department else word
    yield Candidate(first.start, words[start + 1].end if pair else _end(words, start), "ORGANISATION", 0.78)


def _names_department(word: Written) -> bool:
    return word.capital or word.strange or word.name or word.low.endswith(_DEFINITE_ENDINGS)


def _names_kind(word: Written) -> bool:
    """A capital, a word nobody has heard of that is no verb, or a compound in its definite form."""
    strange = word.strange and not word.low.endswith(_VERB_ENDINGS)
    compound = not is_listed(word.low) and word.low.endswith(_DEFINITE_ENDINGS) and not word.low.endswith("et")
    return word.capital and not word.opens or strange or compound


def _are_two_nouns(words: Sequence[Written], place: int) -> bool:
    """«lotus garden» behind «restauranten»: two words that are no verbs, and then the phrase ends."""
    pair = words[place : place + 2]
    after = words[place + 2] if place + 2 < len(words) else END
    return len(pair) == 2 and not after.letters and all(
        word.letters and word.low not in FUNCTION | SAYS and not word.low.endswith(_VERB_ENDINGS) for word in pair)


def _is_of_place(around: Around) -> bool:
    """«Steinerskolen på Nesøya», «eldresenteret på Os»."""
    where, place = around.at(1), around.at(2)
    return where.low in ("i", "på", "ved") and (place.capital and not place.stays or place.place)


def _is_one_word(around: Around) -> bool:
    """«Fagerborgskolen», «solbakkenskolen»: one word whose first part is no word."""
    word = around.word
    for ending in _ONE_WORD:
        if word.low.endswith(ending) and len(word.low) > len(ending) + 3:
            return word.unknown or word.capital and not word.opens and ending not in ("hjemmet", "heimen")
    return False


def _is_workplace(around: Around) -> bool:
    """«jobber på X», «hos Rema 1000»."""
    word, before, verb = around.word, around.at(-1).low, around.at(-2).low
    if before == ":" and verb in _LABELS:
        return True
    if word.low in _CHAINS and before in _AT_CHAINS:
        return True
    if before not in WHERE:
        return False
    if word.capital and not word.opens and not word.acronym:
        if around.at(1).capital and word.word and not around.at(1).stays:
            return True
        works = verb in _WORKING or around.at(-3).low in _WORKING
        return not word.first and (before in ("på", "hos", "ved", "pao") or before == "i" and works and word.word)
    return verb in _WORKING and (
        before in ("på", "ved") and word.strange or before == "hos" and not is_listed(word.low)
    )


def _end(words: Sequence[Written], place: int) -> int:
    """Behind the last word of the name: capitals behind a capital, strange words behind a strange one, numbers."""
    end = place
    while end + 1 < len(words):
        word = words[end + 1]
        if not word.spaced and word.text not in ("&", "-"):
            break
        joined = (
            word.capital
            and words[place].capital
            and not word.stays
            or word.letters
            and word.strange
            and not words[place].capital
            or is_head(word)
            or words[place].low in _CHAINS
            and word.text.isdigit()
        )
        if not joined or not (word.letters or word.text.isdigit()):
            break
        end += 1
    return words[end].end
