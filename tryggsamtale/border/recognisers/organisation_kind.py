"""A named organisation whose kind stands behind its name: «Brattlia mottak», «2. Hamar speidergruppe»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tryggsamtale.border.lists import CUES, FUNCTION, cues, is_listed, is_slip_of
from tryggsamtale.border.recognisers.around import SAYS, Around
from tryggsamtale.border.recognisers.written import END, Written
from tryggsamtale.border.spans import Candidate

HEADS = {head: role for role, kinds in CUES["organisations"].items() for head in kinds["heads"].split()}
DEFINITE = {head: role for role, kinds in CUES["organisations"].items() for head in kinds["definite"].split()}
CLUB_SIGNS = cues("club_signs")
WHERE = cues("work_prepositions")
_INTO = WHERE | cues("towards_places")
_NOT_NAMED = cues("not_named")
# Heads before which any word can be the name: «fri idrettslag», «flint gjestegård».
_BARE_NAMED = frozenset(
    head for role in ("lag", "institusjon", "arbeidssted") for head in CUES["organisations"][role]["heads"].split()
) - cues("never_bare")
_ADJECTIVE = tuple(cues("adjective_endings"))
# Heads that are everyday words when written small: «bar», «sa».
_CAPITAL_HEADS = cues("capital_heads")
_SMALL_HEADS = _CAPITAL_HEADS - SAYS
_IN_HASTE = cues("written_in_haste")
_HEAD_ENDINGS = tuple(cues("head_endings"))
_SORTS = cues("sorts")
_MORE_HEADS, _FIRM_SIGNS = ("skole", "skule", "sfo"), ("SA", "AS", "senter")
_LONGEST = 4  # words in a name before its head


def named_before(words: Sequence[Written], place: int) -> Iterator[Candidate]:
    """The name and its head, if the word at ``place`` is a head with a name before it."""
    if not _is_head(words, place) or words[place].low in CLUB_SIGNS and not _is_club_sign(words, place):
        return
    end = place
    while end + 1 < len(words) and (words[end + 1].low in _MORE_HEADS or words[end + 1].text in _FIRM_SIGNS):
        end += 1
    head = _beginning_of_kind(words, place)
    start = _beginning_of_name(words, head)
    if start < head:
        yield Candidate(words[start].start, words[end].end, "ORGANISATION", 0.87)


def is_head(word: Written) -> bool:
    """Whether a word says what a named organisation is: «skole», «bokollektiv»."""
    return word.low in HEADS and (word.capital or word.low not in _CAPITAL_HEADS) or word.low.endswith(_HEAD_ENDINGS)


def _is_head(words: Sequence[Written], place: int) -> bool:
    around = Around(words, place)
    after_capital = around.at(-1).capital and not around.at(-1).opens
    return is_head(around.word) or _is_behind_name(around) or around.word.low in DEFINITE and after_capital


def _is_behind_name(around: Around) -> bool:
    """«Stryn fotball», «Fjellhammar skoel»: a head that is a word when small, or written in haste, behind a capital."""
    word, before = around.word, around.at(-1)
    if not before.capital or before.opens or is_listed(before.low):
        return False
    return word.low in _SMALL_HEADS or word.unknown and is_slip_of(word.low, _IN_HASTE)


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
