"""Names of people, by lists where the name is sure, by the words around where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tryggsamtale.border.lists import FUNCTION, STAYS, cues, is_listed, is_slip_of
from tryggsamtale.border.recognisers.around import BEFORE_VERBS, DETERMINERS, KIN, PLACES_BEFORE, ROLES, SAYS, Around
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.written import Written
from tryggsamtale.border.spans import Candidate

_PARTICLES = cues("particles")
_SAID_NAMES = cues("said_names")
_WORD_ENDINGS = tuple(cues("word_endings"))
_WHO_ACTS = KIN | ROLES | FUNCTION | STAYS
_SECOND_NAMES = cues("second_names")
_MONTHS = cues("name_months")
_DEFINITE = tuple(cues("definite_endings"))
_SLIPS_ARE_LONGER = 5  # letters: what is shorter and unknown is more often a name than a slip of the pen


def person(seen: Seen) -> Iterator[Candidate]:
    """Every name of a person, first and last names together; titles and kin stay outside."""
    words = seen.words
    place = 0
    while place < len(words):
        score = _score(Around(words, place))
        if not score:
            place += 1
            continue
        start, end = _beginning(words, place), _end(words, place)
        yield Candidate(words[start].start, words[end - 1].end, "PERSON", score)
        place = end


def _score(around: Around) -> float:
    """How sure it is that a word is somebody's name, 0 when it is none."""
    word = around.word
    if word.letters and len(word.text) == 1:
        return 0.7 if _is_initial(around) else 0.0
    if not word.letters or word.low in FUNCTION or word.stays or around.is_title():
        return 0.0
    if word.name:
        return 0.0 if word.place and _in_a_place(around) else 0.85
    called = around.is_called()
    if word.both:
        return 0.8 if called else _score_of_both(around)
    if called and (word.unknown or word.capital or not is_listed(word.low)):
        return 0.8
    return _score_of_unknown(around) if word.unknown else _score_of_word(around)


def _score_of_word(around: Around) -> float:
    """An everyday word with a capital letter inside a sentence, that is a last name or stands as a name does."""
    word = around.word
    if not word.capital or word.opens or word.acronym:
        return 0.0
    close = around.behind_person() or around.relative_of() or around.at(-1).low in ("hun", "ho", "han")
    return 0.6 if close or around.is_meant() or word.last and not _in_a_place(around) else 0.0


def _score_of_both(around: Around) -> float:
    """A name that is a word too."""
    word, adverb = around.word, around.is_adverb()
    if (word.low in KIN or word.low in ROLES) and (word.opens or not word.capital):
        return 0.0
    told = around.owns() or around.has_age() or around.relative_of() or around.between_names() and not adverb
    if _is_said_name(around):
        return 0.75
    if word.capital and not word.opens:
        month = word.low in _MONTHS and not (told or around.acts() or around.is_spoken_to())
        return 0.0 if month or _in_a_place(around) and word.place else 0.8
    if told and (not adverb or word.low == "per"):
        return 0.75
    if around.behind_person() and not adverb:
        return 0.7
    if around.at(-1).low in DETERMINERS:
        return 0.0
    return _score_of_small(around)


def _score_of_small(around: Around) -> float:
    """A name that is a word too, small or at the head of a sentence: the words around must say it."""
    word, adverb = around.word, around.is_adverb()
    addressed = around.is_spoken_to() or around.before_verb() and word.low not in ("hans", "vår")
    if around.is_felt_for() and not adverb or word.capital and addressed:
        return 0.65
    if around.behind_person() or around.behind_pronoun():
        return 0.7 if not adverb or word.low == "per" and around.behind_person() else 0.0
    acts = around.acts() and (word.capital or around.at(-1).low not in ("og", "eller"))
    if acts or around.is_acted_on():
        return 0.7 if not adverb or word.capital and around.at(1).low not in ("er", "har", "ble") else 0.0
    return 0.6 if word.capital and around.before_feeling() else 0.0


def _is_said_name(around: Around) -> bool:
    """Before another name, or, for names that are small words, where nothing else can stand: «kollegaen min line»."""
    if around.begins_name():
        return True
    return around.word.low in _SAID_NAMES and (
        around.begins_after_conjunction() or around.behind_own_person() or around.has_own() or around.begins_message()
    )


def _score_of_unknown(around: Around) -> float:
    """A word on no list: its capital letter or the words around must say it."""
    word = around.word
    long = len(word.text) > 3
    if word.capital and not word.opens:
        if word.acronym and not (around.behind_person() or around.has_age()):
            return 0.0
        return 0.0 if _in_a_place(around) else 0.65
    if word.capital:
        short_before_verb = len(word.text) <= _SLIPS_ARE_LONGER and around.acts()
        return 0.6 if (word.strange or short_before_verb) and not word.acronym else 0.0
    close = around.behind_person()
    if close and long and not word.low.endswith(_WORD_ENDINGS):
        return 0.55
    if (around.owns() or around.has_age() or around.relative_of()) and not word.low.endswith(_DEFINITE):
        return 0.55
    if around.begins_message() and not is_slip_of(word.low, _WHO_ACTS):
        return 0.5
    if not word.strange or around.at(-1).low in DETERMINERS and not close:
        return 0.0
    if _is_told_of(around):
        return 0.55
    # Nobody has heard of the word: kept only where a verb stands, or when it is built like a word.
    odd = long and not word.low.endswith(_WORD_ENDINGS) and around.at(-1).low not in BEFORE_VERBS
    return 0.5 if odd else 0.0


def _is_told_of(around: Around) -> bool:
    """Whether a strange word stands where a name does."""
    word = around.word
    return (
        around.owns()
        or around.has_age()
        or around.relative_of()
        or around.between_names()
        or around.acts()
        or around.behind_person()
        or around.is_acted_on()
        or around.is_meant()
        or around.is_explained()
        or around.is_asked_about()
        or word.last and len(word.text) > 4
        or around.behind_pronoun() and len(word.text) > 3 and word.low[-1] not in "ret"
    )


def _in_a_place(around: Around) -> bool:
    return around.at(-1).low in PLACES_BEFORE - {"til", "mot", "rundt", "over", "me"}


def _is_initial(around: Around) -> bool:
    """«eleven K», «M. (8 år)», «A.B.»: a letter that stands for a name."""
    word = around.word
    if not word.text.isupper():
        return False
    dotted = around.at(1).text == "."
    initials = dotted and not around.at(2).spaced and len(around.at(2).text) == 1 and around.at(2).text.isupper()
    return (
        initials
        or around.behind_person()
        or around.relative_of()
        or around.is_called()
        or around.has_age()
        and not around.at(-1).letters
    )


def _end(words: Sequence[Written], place: int) -> int:
    """Behind the last word that belongs to the name."""
    end = place + 1
    while end < len(words):
        if _continues(words, end):
            end += 1
        elif (
            end + 1 < len(words)
            and words[end].low in _PARTICLES
            and words[end + 1].capital
            and words[end].spaced
            or words[end].text == "."
            and len(words[end - 1].text) == 1
            and end + 1 < len(words)
            and _continues(words, end + 1)
        ):
            end += 2
        else:
            break
    return end


def _continues(words: Sequence[Written], place: int) -> bool:
    word = words[place]
    if not word.letters or not word.spaced and words[place - 1].text != ".":
        return False
    if len(word.text) == 1:
        return word.text.isupper() and not word.opens or place + 1 < len(words) and words[place + 1].text == "."
    if word.stays and not (word.capital and word.last) or word.opens:
        return False
    if word.low in FUNCTION:
        return word.capital and word.low in _SECOND_NAMES
    if word.capital:
        return not word.acronym
    if words[place - 1].low.endswith(("'", "'s")) or word.low in SAYS:
        return False
    around = Around(words, place)
    return (
        word.name
        or word.strange
        and words[place - 1].first
        and not words[place - 1].capital
        or (word.both or word.last)
        and not around.is_adverb()
        and not words[place - 1].capital
        and not re.fullmatch(r"\w+(?:er|et|te)", word.low)
    )


def _beginning(words: Sequence[Written], place: int) -> int:
    """The first of the initials before a name: «K. Hansen»."""
    start = place
    while (
        start >= 2
        and words[start - 1].text == "."
        and len(words[start - 2].text) == 1
        and words[start - 2].text.isupper()
    ):
        start -= 2
    if (
        start >= 1
        and start == place
        and len(words[start - 1].text) == 1
        and words[start - 1].text.isupper()
        and words[start - 1].letters
        and not words[start - 1].opens
    ):
        start -= 1
    return start
