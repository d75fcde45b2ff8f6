"""What the words around one word say of it: is it somebody's name?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tryggsamtale.border.lists import FUNCTION, cues
from tryggsamtale.border.recognisers.written import END, Written

KIN = cues("kin")
ROLES = cues("roles")
CALLED, FILLERS = cues("called"), cues("fillers")
PRONOUNS, DETERMINERS, CONJUNCTIONS = cues("pronouns"), cues("determiners"), cues("conjunctions")
SAYS, ACTS_ON = cues("says"), cues("acts_on")
OWNED, OWNED_THINGS = cues("owned"), cues("owned_things")
CLASS_WORDS, NUMBERS = cues("class_words"), cues("numbers")
PLACES_BEFORE = cues("places_before")
BEFORE_VERBS = cues("before_verbs")
TOWARDS = cues("towards")
_TITLES = cues("titles")
_POSSESSIVES = cues("possessives")
_BETWEEN_PEOPLE = cues("between_people")
_ROLE = re.compile(rf"\w{{3,}}(?:{'|'.join(cues('role_endings'))})(?:[ae]n?|inna|inne)?")
_CLASS = re.compile(r"(?:\d{1,2}[a-zæøå]|[1-9]|10|vg\d)", re.IGNORECASE)
_CLAUSE_BEGINNINGS = cues("clause_beginnings")
_ADVERBS = cues("adverbs")
_FEELS = cues("feels")
_ASKING = cues("asking")
_SUBJECTS = cues("subjects")


class Around:
    """The word at ``place`` among the words of a text."""

    def __init__(self, words: Sequence[Written], place: int):
        self._words, self._place = words, place
        self.word = words[place]

    def at(self, offset: int) -> Written:
        """The word so many steps away, or an empty one."""
        place = self._place + offset
        return self._words[place] if 0 <= place < len(self._words) else END

    def is_called(self) -> bool:
        """Behind «heter», a few fillers between."""
        step = -1
        while self.at(step).low in FILLERS and step > -5 or self.at(step).text in ("«", '"', "“", ":", "'"):
            step -= 1
        before = self.at(step).low
        if before in ("er", "e", "var"):
            return self.at(step - 1).low in ("navnet", "namnet", "fornavnet", "fornamnet", "kallenavnet")
        return before in CALLED

    def behind_person(self) -> bool:
        """Behind kin, a role or a title: «onkel Per», «kompisen min Per»."""
        before = self.at(-1)
        if self.behind_own_person():
            return True
        if before.text == "." and self.at(-2).low in _TITLES:
            return True
        return self.word.spaced and (
            before.low in KIN or before.low in ROLES or before.letters and _ROLE.fullmatch(before.low) is not None
        )

    def behind_own_person(self) -> bool:
        """«kompisen min X»."""
        return self.at(-1).low in _POSSESSIVES and self._is_person_word(self.at(-2))

    def is_title(self) -> bool:
        """«dr. Berg»: a title before its full stop."""
        return self.word.low in _TITLES and self.at(1).text == "."

    def behind_pronoun(self) -> bool:
        """«ho Ragnhild», «n'Ola»."""
        return self.at(-1).low in PRONOUNS

    def relative_of(self) -> bool:
        """«faren til X», «mora til ho X»."""
        step = -2 if self.behind_pronoun() else -1
        return self.at(step).low in ("til", "te", "åt") and self._is_person_word(self.at(step - 1))

    def between_names(self) -> bool:
        """«Kari og X», «X og Kari»."""

        def name(word: Written) -> bool:
            return word.name or word.mask

        return (
            self.at(-1).low in ("og", "eller", "&", "åsså")
            and name(self.at(-2))
            or self.at(1).low in ("og", "eller", "&")
            and name(self.at(2))
            or self.at(-1).text == ","
            and name(self.at(-2))
            and self.at(1).low in ("og", ",")
        )

    def is_felt_for(self) -> bool:
        """«redd for X», «snakka med X», «truet av X»."""
        return self.at(-1).low in TOWARDS and self.at(-2).low in _BETWEEN_PEOPLE

    def is_spoken_to(self) -> bool:
        """«– X, hva er det?»"""
        return self.at(-1).text in ("-", "–") and self.at(1).text == "," and self.at(2).low != "og"

    def before_verb(self) -> bool:
        """Before what ends like a verb."""
        after = self.at(1)
        return (
            after.low.endswith(("er", "ar", "et", "te", "de"))
            and len(after.low) > 3
            and after.low not in FUNCTION
            and not self._is_person_word(after)
            and after.low not in OWNED_THINGS
        )

    def is_explained(self) -> bool:
        """«kjæresten hennes, X, truer»: between two commas."""
        return self.at(-1).text == "," and (self.at(1).text == "," or self.at(1).strange and self.at(2).text == ",")

    def begins_name(self) -> bool:
        """Before another part of a name: «per popov»."""
        after = self.at(1)
        return after.spaced and (
            after.name or after.strange and len(after.text) > 5 or after.last and after.unknown and len(after.text) > 3
        )

    def has_age(self) -> bool:
        """«X (13)», «X på 5», «X, 7 år», «X i 9b»."""
        first, second, third = self.at(1), self.at(2), self.at(3)
        if first.text == "(" and (second.text.isdigit() and len(second.text) <= 2):
            return True
        if (
            first.low == "på"
            and self._is_age(second)
            and third.low not in ("måter", "måtar", "minutter", "timer", "dager")
        ):
            return True
        if first.text == "," and self._is_age(second) and third.low in ("år", ",", "åring", "."):
            return True
        if self._is_age(first) and second.low in ("år", "åring"):
            return True
        if first.low in ("i", "på", "fra", "frå", "ifra") and second.letters and second.low in CLASS_WORDS:
            return True
        return (
            first.low in ("i", "fra", "frå") and second.text[:1].isdigit() and _CLASS.fullmatch(second.text) is not None
        )

    def acts(self) -> bool:
        """Before what only people do, at the head of a clause."""
        return self.at(1).low in SAYS and self.heads_clause()

    def begins_after_conjunction(self) -> bool:
        """«at dag slår»: a clause begins, and what people do follows."""
        return self.at(1).low in SAYS and self.at(-1).low in _CLAUSE_BEGINNINGS

    def heads_clause(self) -> bool:
        before = self.at(-1)
        return self.word.opens or not before.text or not before.letters or before.low in CONJUNCTIONS

    def is_acted_on(self) -> bool:
        after = self.at(1)
        return self.at(-1).low in ACTS_ON and (
            self.word.unknown or not after.letters or after.low in FUNCTION or after.strange
        )

    def is_meant(self) -> bool:
        """«redd for X», «det er X»: where a name stands, but much else too."""
        before = self.at(-1).low
        return before in TOWARDS or before in ("er", "e", "var") and self.at(-2).low in ("det", "dette", "d", "de")

    def owns(self) -> bool:
        """«X sin mor», «Xs mor»."""
        after = self.at(1)
        genitive = self.word.low.endswith(("s", "'"))
        return after.low in OWNED or genitive and (after.low in KIN or after.low in OWNED_THINGS)

    def begins_message(self) -> bool:
        """«dag er full»: first of all, before what people do, and no subject follows."""
        follows = self.at(2)
        return not self.at(-1).text and self.at(1).low in SAYS and follows.letters and follows.low not in _SUBJECTS

    def has_own(self) -> bool:
        """«X sin mor», at the head of a clause."""
        return self.at(1).low in OWNED and self.heads_clause()

    def is_asked_about(self) -> bool:
        """«er X farlig?»: behind a verb that begins the question."""
        return self.at(-1).opens and self.at(-1).low in _ASKING

    def is_adverb(self) -> bool:
        """A name that is more often a small word."""
        return self.word.low in _ADVERBS

    def before_feeling(self) -> bool:
        return self.at(1).low in ("er", "e", "var", "va", "ble", "blei", "vart", "blir") and self.at(2).low in _FEELS

    @staticmethod
    def _is_age(word: Written) -> bool:
        return word.low in NUMBERS or word.text.isdigit() and len(word.text) <= 2

    @staticmethod
    def _is_person_word(word: Written) -> bool:
        return word.low in KIN or word.low in ROLES or word.letters and _ROLE.fullmatch(word.low) is not None
