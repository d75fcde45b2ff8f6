"""Named schools, kindergartens with their departments, clubs, homes and workplaces.

«Brattlia mottak», «barnehagen Solstrålen», «avdeling Humla», «jobber på Kiwi». What a place is called decides its role
(``organisations`` in the list of cues), which the tag keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tryggsamtale.border.lists import CUES, FUNCTION, cues, is_listed
from tryggsamtale.border.recognisers.around import SAYS, Around
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.written import END, Written
from tryggsamtale.border.spans import Candidate

HEADS = {head: role for role, kinds in CUES["organisations"].items() for head in kinds["heads"].split()}
DEFINITE = {head: role for role, kinds in CUES["organisations"].items() for head in kinds["definite"].split()}
_NOT_NAMED, _NOT_DEPARTMENTS = cues("not_named"), cues("not_departments")
_WORKING, _CHAINS = cues("working"), cues("chains")
_WHERE = cues("work_prepositions")
_INTO = _WHERE | cues("towards_places")
_BUSINESSES = frozenset(CUES["organisations"]["arbeidssted"]["definite"].split())
_CLUB_SIGNS = cues("club_signs")
# Heads before which any word can be the name: «fri idrettslag», «flint gjestegård».
_BARE_NAMED = frozenset(
    head for role in ("lag", "institusjon", "arbeidssted") for head in CUES["organisations"][role]["heads"].split()
) - cues("never_bare")
_ADJECTIVE = tuple(cues("adjective_endings"))
# Heads that are everyday words when written small: «bar», «sa».
_CAPITAL_HEADS = cues("capital_heads")
_HEAD_ENDINGS = tuple(cues("head_endings"))
_SORTS = cues("sorts")
_LABELS = cues("labels")
_KINDS_WITH_PLACE = cues("kinds_with_place")
_MORE_HEADS, _FIRM_SIGNS = ("skole", "skule", "sfo"), ("SA", "AS", "senter")
_LONGEST = 4  # words in a name before its head


def organisations(seen: Seen) -> Iterator[Candidate]:
    """Every named organisation that is no agency."""
    for place, word in enumerate(seen.words):
        if not word.letters:
            continue
        around = Around(seen.words, place)
        capital_before = around.at(-1).capital and not around.at(-1).opens
        if _is_head(word) or _is_named_small(around) or word.low in DEFINITE and capital_before:
            yield from _named_before(seen.words, place)
        if word.low in DEFINITE or word.low in _CLUB_SIGNS and word.text.isupper():
            yield from _named_behind(seen.words, place)
        if word.low in _KINDS_WITH_PLACE and _is_of_place(around):
            yield Candidate(word.start, _end(seen.words, place + 2), "ORGANISATION", 0.87)
        if not word.stays and _is_one_word(around):
            yield Candidate(word.start, word.end, "ORGANISATION", 0.75)
        if word.low not in FUNCTION and (not word.stays) and _is_workplace(around):
            works = word.low in _CHAINS or around.at(-2).low in _WORKING
            yield Candidate(word.start, _end(seen.words, place), "ORGANISATION", 0.72 if works else 0.66)


def _is_head(word: Written) -> bool:
    return word.low in HEADS and (word.capital or word.low not in _CAPITAL_HEADS) or word.low.endswith(_HEAD_ENDINGS)


def _is_named_small(around: Around) -> bool:
    """«Stryn fotball»: a head that is a word when small, behind a capital."""
    before = around.at(-1)
    return around.word.low in _CAPITAL_HEADS - SAYS and before.capital and not before.opens and before.unknown


def _named_before(words: Sequence[Written], place: int) -> Iterator[Candidate]:
    """«Maurtua bhg»: the name stands before what it is."""
    if words[place].low in _CLUB_SIGNS and not _is_club_sign(words, place):
        return
    end = place
    while end + 1 < len(words) and (words[end + 1].low in _MORE_HEADS or words[end + 1].text in _FIRM_SIGNS):
        end += 1
    head = _beginning_of_kind(words, place)
    start = _beginning_of_name(words, head)
    if start < head:
        yield Candidate(words[start].start, words[end].end, "ORGANISATION", 0.87)


def _is_club_sign(words: Sequence[Written], place: int) -> bool:
    before, into = words[max(0, place - 1)], words[max(0, place - 2)].low in _INTO
    return words[place].text.isupper() or place > 0 and before.capital or place > 1 and into


def _beginning_of_kind(words: Sequence[Written], place: int) -> int:
    """Where what it is begins: «barne- og ungdomsskole», «u.skole», «statlige mottak»."""
    start = place
    while start > 1 and words[start - 1].low == "og" and words[start - 2].text == "-":
        start -= 3
    if start > 1 and words[start - 1].text == "." and words[start - 2].low == "u":
        start -= 2
    start = max(start, 0)
    while start > 1 and words[start - 1].low in _SORTS and _may_name(words[start - 2]):
        start -= 1
    return start


def _beginning_of_name(words: Sequence[Written], head: int) -> int:
    """The first word of the name before its head, at most four."""
    start = head
    while start and head - start < _LONGEST:
        two_before = words[start - 2] if start > 1 else END
        if words[start - 1].text == "." and two_before.letters and two_before.unknown:
            start -= 1  # «Tertnesv. bofellesskap»
        elif words[start - 1].low == "og" and _are_capitals(two_before, words[start]):
            start -= 1  # «Natur og Ungdom lag»
        elif start < head and words[start - 1].text == "." and two_before.text.isdigit():
            return start - 2  # «2. Hamar speidergruppe»
        elif _is_name_part(words, start - 1, head):
            start -= 1
        else:
            break
    while start < head and not words[start].letters:
        start += 1
    return start


def _may_name(word: Written) -> bool:
    return word.capital or word.place or word.strange


def _are_capitals(first: Written, second: Written) -> bool:
    return first.capital and second.capital and not first.opens


def _is_name_part(words: Sequence[Written], place: int, head: int) -> bool:
    word = words[place]
    if not word.letters or word.low in _NOT_NAMED or word.low in FUNCTION:
        return False
    if word.capital and not word.opens:
        return not word.stays or word.low not in HEADS
    if word.stays or word.low in HEADS and place != head - 1:
        return False
    if word.capital or word.name or word.place or word.strange:
        return word.low not in HEADS or word.capital
    # An everyday word in its definite form right before a bare head: «i solstrålen barnehage».
    before = words[place - 1] if place else END
    definite = word.low.endswith(("en", "a", "et", "ene", "ane", "bakken", "lia"))
    named = definite and len(word.low) > 4 or words[head].low in _BARE_NAMED and not word.low.endswith(_ADJECTIVE)
    return place == head - 1 and named and (before.low in _INTO or not before.text)


def _named_behind(words: Sequence[Written], place: int) -> Iterator[Candidate]:
    """«barnehagen Solstrålen», «avd. humla», «restauranten lotus garden»: the name stands behind."""
    start = place + 1
    department = words[place].low.startswith(("avd", "basen"))
    while start < len(words) and words[start].text in (".", "«", '"', "“", ":"):
        if words[start].text == "." and not department:
            return
        start += 1
    if start >= len(words):
        return
    word = words[start]
    quoted = words[start - 1].text in ("«", '"', "“")
    if not word.letters or word.low in FUNCTION or word.low in _NOT_DEPARTMENTS or word.stays or len(word.text) < 2:
        return
    if department:
        fits = word.capital or word.strange or word.name or word.low.endswith(("en", "a", "ene", "ane", "et"))
    else:
        fits = (
            word.capital
            and not word.opens
            or quoted
            or word.strange
            and not word.low.endswith(("er", "te", "et"))
            or words[place].low in _BUSINESSES
            and _are_two_nouns(words, start)
        )
    if fits:
        pair = words[place].low in _BUSINESSES and not word.capital and _are_two_nouns(words, start)
        first = (
            words[place] if words[place].capital and not words[place].opens and not quoted and not department else word
        )
        yield Candidate(first.start, words[start + 1].end if pair else _end(words, start), "ORGANISATION", 0.78)


def _are_two_nouns(words: Sequence[Written], place: int) -> bool:
    """«lotus garden» behind «restauranten»: two words that are no verbs, and then the phrase ends."""
    pair = words[place : place + 2]
    after = words[place + 2] if place + 2 < len(words) else END
    return (
        len(pair) == 2
        and not after.letters
        and all(
            word.letters
            and word.low not in FUNCTION
            and word.low not in SAYS
            and not word.low.endswith(("te", "et", "er"))
            for word in pair
        )
    )


def _is_of_place(around: Around) -> bool:
    """«Steinerskolen på Nesøya», «eldresenteret på Os»."""
    where, place = around.at(1), around.at(2)
    return where.low in ("i", "på", "ved") and (place.capital and not place.stays or place.place)


def _is_one_word(around: Around) -> bool:
    """«Fagerborgskolen», «solbakkenskolen»: one word whose first part is no word."""
    word = around.word
    for ending in ("skolen", "skulen", "barnehagen", "barnehage", "skole", "skule", "hjemmet", "heimen", "tunet"):
        if word.low.endswith(ending) and len(word.low) > len(ending) + 3:
            return word.unknown or word.capital and not word.opens and ending not in ("hjemmet", "heimen")
    return False


def _is_workplace(around: Around) -> bool:
    """«jobber på X», «hos Rema 1000»."""
    word, before, verb = around.word, around.at(-1).low, around.at(-2).low
    if before == ":" and verb in _LABELS:
        return True
    if before not in _WHERE:
        return False
    if word.low in _CHAINS:
        return True
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
            or _is_head(word)
            or words[place].low in _CHAINS
            and word.text.isdigit()
        )
        if not joined or not (word.letters or word.text.isdigit()):
            break
        end += 1
    return words[end].end
