"""What kind of question an utterance asks, read from its grammar (``questions.yml``).

``open``: a wh-question or an invitation to tell; ``closed``: yes or no, this or that, one fact; ``leading``: suggests
its answer; ``multiple``: several at once; ``none``. Two open questions in one sentence are still one open question,
unless they ask for two matters, a place and a person for instance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.rehearsal.moves.words import PAUSE, Sentence, sentences

_DATA = wording.load(Path(__file__).with_name("questions.yml"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


def _pattern(name: str, end: str = "") -> re.Pattern[str]:
    joined = re.sub(r" (?=\|)", "", _DATA[name]).replace("<past>", _DATA["past"].replace(" |", "|"))
    return re.compile(rf"(?:{joined}){end}")


_WH, _BEFORE_WH, _VERBS, _NO_VERBS = _words("wh"), _words("before_wh"), _words("verbs"), _words("no_verbs")
_PRONOUNS, _FILLERS, _TIME_WORDS = _words("pronouns"), _words("fillers"), _words("time_words")
_COMMANDS, _SUBORDINATE, _LEADING = _words("commands"), _words("subordinate"), _words("leading_words")
_AGREEMENT, _ASIDE = _words("agreement"), _words("aside")
_ASKED_ABOUT, _OF_ONES_OWN = _words("asked_about"), _words("of_ones_own")
_IMPERATIVE, _NOT_INVITING, _ALLOWED = _pattern("imperative"), _pattern("not_inviting"), _pattern("allowed")
_POINTED, _WONDER = _pattern("pointed", r"(?!\w)"), _pattern("wonder")
_TAG = re.compile(rf"(?P<before>.+?)(?: ,)? {_pattern('tags').pattern}$")
_INVITATION = re.compile(
    rf"(?:(?:{'|'.join(_words('modals'))}) (?:du|dere)(?: (?!jeg)\w+){{0,7}}?|(?:kan|får) (?:jeg|vi))"
    rf" (?:{_pattern('tell').pattern})(?!\w)"
)
_REACH = {"hvilken": 3, "hvor": 2}
"""How many words after a wh-word its verb may come: «hvor ofte vil», «hvilke steder i byen går»."""
_JOINTS = {PAUSE, "og", "men", "eller", "å"}
_DEFINITE = re.compile(r"(?:en|et|a|an)$")

Words = tuple[str, ...]


def question_kind(text: str) -> str:
    """``open``, ``closed``, ``leading``, ``multiple`` or ``none``."""
    return kind_among(sentences(text))


def kind_among(told: Iterable[Sentence]) -> str:
    """The same of sentences that are read already."""
    asked = [(sentence, kinds) for sentence in told if (kinds := kinds_of(sentence))]
    kinds = [kind for _, found in asked for kind in found]
    if not kinds:
        return "none"
    if len(kinds) > 2:
        return "multiple"
    if "leading" in kinds:
        return "leading"
    if set(kinds) == {"open"} and (len(asked) == 1 or not asked[0][0].asks):
        return "multiple" if len(kinds) > 1 and _asks_for_two(asked[-1][0]) else "open"
    return kinds[0] if len(kinds) == 1 else "multiple"


def _asks_for_two(sentence: Sentence) -> bool:
    """«hvor …, og hvem …» are two matters; «hvordan …, og hvordan …» or «hva …, og når …» is one, asked on."""
    begun = {_asked_for(words) for _, words in _clauses(sentence)} - {""}
    return len(begun) > 1 and bool(begun & {"hvor", "hvem", "når"}) and begun <= _WH - {"hva", "hvorfor"}


def _asked_for(words: Words) -> str:
    """The wh-word of a clause; «hvordan og …» and «hvor ofte» ask for a manner, as «hvordan» does."""
    found = next((i for i, word in enumerate(words) if word in _WH), None)
    if found is None:
        return ""
    measure = words[found] == "hvor" and words[found + 1 : found + 2] != () and not _is_verb(words[found + 1])
    return "hvordan" if measure else words[found]


def kinds_of(sentence: Sentence) -> list[str]:
    """The kinds of the questions in a sentence, in order; none for a statement."""
    tag = _TAG.match(sentence.text.strip()) if sentence.asks or not sentence.ended else None
    if tag and not _questions(Sentence(tuple(tag["before"].split()), False, False)):
        return ["leading" if tag[0].endswith(" vel") or _states(tag["before"].split()) else "closed"]
    found = _questions(sentence)
    return found if found or not sentence.asks else [_bare(sentence.words)]


def _bare(words: Words) -> str:
    """A sentence with a question mark, but without the form of a question: it says what is to be answered."""
    if words[0] == "kanskje" or words[-1] in _AGREEMENT and not set(words) & _LEADING:
        return "closed"
    if words[:2] == ("så", "du") and not _states(words[2:]):
        return "closed"  # «så du ansiktet hans?»
    if words[0] in {"enn", "hva"}:
        return "open"
    return "leading" if _states(words) else "closed"


def _states(words: Words | list[str]) -> bool:
    return any(_is_verb(word) or word in _LEADING or word.endswith(("te", "de")) for word in words)


def _is_verb(word: str) -> bool:
    return word in _VERBS or (len(word) > 3 and word.endswith("r") and word not in _NO_VERBS)


def _may_be_verb(word: str) -> bool:
    """Also «begynn vi», «tenke du»: dialect leaves the ending out."""
    return _is_verb(word) or word not in _NO_VERBS | _WH | {PAUSE} and not _DEFINITE.search(word)


def _questions(sentence: Sentence) -> list[str]:
    found: list[str] = []
    clauses = list(_clauses(sentence))
    for number, (joint, words) in enumerate(clauses):
        second_of_two = joint == PAUSE and number == 1 == len(clauses) - 1
        kind = _clause(words, sentence, alone=len(clauses) == 1)
        if not kind or _only_an_aside(words, found):
            continue
        if joint == "eller" and found and (found[-1] == kind == "closed" or _is_verb(clauses[number - 1][1][0])):
            found[-1] = kind  # «… eller vil du vente?»: this or that
            continue
        if second_of_two and found == ["closed"]:
            if not sentence.asks:
                return []  # «skjer det noe, kan du ringe»
            found = []  # «skjer det noe, hvem ringer du?»: the first is the condition of the second
        elif second_of_two and found == ["open"] and kind == "closed" and not _inverted(clauses[0][1]):
            continue  # «hvilke av stedene du nevnte, kunne du tenke deg …?»
        found.append(kind)
    return found


def _only_an_aside(words: Words, found: list[str]) -> bool:
    return bool(found) and len(words) == 2 and words[0] in _ASIDE and words[1] in _PRONOUNS


def _clauses(sentence: Sentence) -> Iterator[tuple[str, Words]]:
    """The clauses with what joins them to the one before: ``PAUSE``, a conjunction or nothing."""
    joint, clause = "", []
    words = sentence.words
    for i, word in enumerate(words):
        if word in _JOINTS:
            if _begins_question(words[i + 1 :], sentence.asks, after_infinitive_mark=word == "å"):
                if clause:
                    yield joint, tuple(clause)
                joint, clause = word, []
                continue
        elif clause and word in _WH and _asks_du(words[i:]) and clause[-1] not in _BEFORE_WH | _FILLERS:
            yield joint, tuple(clause)
            joint, clause = "", []
        clause.append(word)
    if clause:
        yield joint, tuple(clause)


def _begins_question(words: Words, asks: bool, after_infinitive_mark: bool) -> bool:
    """«å» is «and» to those who write as they speak, but only a wh-word after it tells."""
    if words[:1] == ("så",) and words[1:2] != () and words[1] in _WH:
        words = words[1:]
    if len(words) < 2:
        return False
    if words[0] in _WH:
        return _inverted(words) or asks and words[0] != "når" and words[1] not in _PRONOUNS - {"du", "dere"}
    if after_infinitive_mark:
        return False
    if _is_verb(words[0]) and words[1] in _ASKED_ABOUT or _IMPERATIVE.match(" ".join(words)):
        return True
    infinitive = words[0].endswith("e") and words[1] not in {"du", "vi"}  # «… og kose dere»
    return asks and _may_be_verb(words[0]) and words[1] in _PRONOUNS and not infinitive


def _inverted(words: Words) -> bool:
    """A wh-word, then a verb before its subject: a question, and no subordinate clause."""
    if words[0] not in _WH:
        return any(word in _WH and _inverted(words[i:]) for i, word in enumerate(words[:2]) if i)
    start = 3 if words[1:2] != () and words[1] in {"på", "i", "av", "om"} else 1
    for word in words[start : start + _REACH.get(words[0], 1)]:
        if word in _PRONOUNS | {"som", "å", "at"}:
            return False
        if _is_verb(word):
            return True
    return words[0] not in _REACH and words[2:3] in (("du",), ("dere",)) and _may_be_verb(words[1])


def _asks_du(words: Words) -> bool:
    """A wh-question in the middle of a row of words: «det var tøft hvordan har du det nå»."""
    return _inverted(words) and any(
        _is_verb(one) and two in {"du", "dere"} for one, two in zip(words[1:4], words[2:5], strict=False)
    )


def _clause(words: Words, sentence: Sentence, alone: bool) -> str | None:
    words = _stripped(words, sentence.asks)
    if not words:
        return None
    text = " ".join(words)
    wondering = _WONDER.match(text)
    if wondering:
        return _wondered(wondering[0], tuple(text[wondering.end():].split()))
    if _IMPERATIVE.match(text) and not _NOT_INVITING.match(text) or _INVITATION.match(text) or _ALLOWED.match(text):
        return "open"
    start = int(words[0] in _BEFORE_WH and words[1:2] != () and words[1] in _WH)
    if words[start] in _WH:
        return _wh_question(words[start:], sentence)
    if _verb_first(words, sentence, alone):
        return _yes_or_no(words)
    if words[0] in _SUBORDINATE:
        return _after_condition(words, sentence)
    return None


def _stripped(words: Words, asks: bool) -> Words:
    skip = _FILLERS | _TIME_WORDS | {PAUSE} if asks else _FILLERS | {PAUSE}
    start = 0
    while start < len(words) and words[start] in skip:
        start += 1
    return words[start:]


def _wondered(phrase: str, rest: Words) -> str | None:
    if not rest:
        return None
    if rest[0] in _WH:
        return None if rest[1:2] in (("jeg",), ("vi",)) else _wh_kind(rest)
    return "closed" if phrase.endswith(" om") and rest[0] in _PRONOUNS else "open"


def _wh_question(words: Words, sentence: Sentence) -> str | None:
    if len(words) == 1:
        return "open" if sentence.asks else None
    if words[1] == "som" and not sentence.asks:
        return None
    if words[0] == "når" and not _is_verb(words[1]) and words[1] not in {"på", "om", "i", "sist"}:
        return None  # «når du er klar, …»
    in_dialect = not sentence.ended and words[1] in _PRONOUNS
    return _wh_kind(words) if sentence.asks or _inverted(words) or in_dialect else None


def _wh_kind(words: Words) -> str:
    return "closed" if _POINTED.match(" ".join(words)) else "open"


def _verb_first(words: Words, sentence: Sentence, alone: bool) -> bool:
    if len(words) < 2 or words[0] in _NO_VERBS | _SUBORDINATE:
        return False
    if sentence.asks:
        return _is_verb(words[0]) or words[1] in _PRONOUNS and _may_be_verb(words[0])
    if words[0] in _COMMANDS or not _is_verb(words[0]) or words[1] not in _ASKED_ABOUT:
        return False
    if words[0] in _OF_ONES_OWN and words[1] not in {"du", "dere"}:
        return False
    pairs = zip(words[3:], words[4:], strict=False)
    conditional = "så" in words[2:] or any(_is_verb(one) and two in _PRONOUNS for one, two in pairs)
    return not conditional and (not sentence.ended or alone and PAUSE not in words)


def _yes_or_no(words: Words) -> str:
    first = words[1 : words.index(PAUSE)] if PAUSE in words else words[1:]
    return "leading" if set(first) & _LEADING or "ikke" in words[1:3] else "closed"


def _after_condition(words: Words, sentence: Sentence) -> str | None:
    """«hvis du fikk velge hva ville du gjort»: the question after a condition that no comma ends."""
    for start in range(3, len(words) - 1):
        if words[start] in _WH and _inverted(words[start:]):
            return _wh_kind(words[start:])
        if sentence.asks and _is_verb(words[start]) and words[start + 1] in {"du", "dere", "jeg", "vi"}:
            return _yes_or_no(words[start:])
    return None
