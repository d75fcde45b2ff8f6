"""What happens in the case: the acts a text tells of, and who does them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from tryggsamtale.duties.reading.patterns import ANYWHERE, BEFORE, Hit, compiled, data, expression, hits
from tryggsamtale.duties.reading.words import Sentence

_ACTS = data("acts.yml")
_PATTERNS = {
    (group, mode): compiled(patterns, _ACTS["classes"])
    for group, modes in _ACTS.items() if group != "classes" for mode, patterns in modes.items()
}
# Groups whose own words hold «ikke»: a «ikke» near them says nothing.
_SAID_WITH_NOT = frozenset({
    "omsorgssvikt", "sykdom_ubehandlet", "selvmord", "ingen_konkret", "suffer", "hensettelse", "egen_fare",
})
_OFFENDERS: Mapping[str, str] = data("people.yml")["offenders"]
_OFFENDER = re.compile(
    "(?<= )(?:" + "|".join(f"(?P<{name}>{expression(words)})" for name, words in _OFFENDERS.items()) + ")(?= )")

NOT = frozenset({"ikke", "aldri", "ingen"})
_PRONOUNS = frozenset({"hun", "henne", "han", "ham", "meg", "de", "noen", "barnet", "barna", "oss"})
_NOT_BEFORE = 3
_NOT_AFTER_CHARACTERS = 24
_MOST_OF_A_KIND = 12


class Act(NamedTuple):
    """Something that happens: group and mode of ``acts.yml``, and where it is told."""

    group: str
    mode: str
    hit: Hit


class Offender(NamedTuple):
    """The one who acts: class of ``people.yml``, where named."""

    relation: str
    hit: Hit


def supposed(sentence: Sentence, hit: Hit) -> bool:
    """Is this place part of a question or of an «if», so that nothing is said to have happened?"""
    text = sentence.text
    begin = max(text.rfind(" , ", 0, hit.start + 1) + 2, 0) if " , " in text[:hit.start + 1] else 0
    if ANYWHERE["supposed"].search(text, begin, hit.start):
        return True
    asks = sentence.asks and " , " not in text[hit.end - 1:]
    if asks or ANYWHERE["asking"].match(text, begin + 1):
        return not ANYWHERE["tells_that"].search(text, 0, hit.start)
    return False


def negated(sentence: Sentence, hit: Hit) -> bool:
    """Is this place denied: «ikke slått», «slår ikke», «slo henne ikke», «har aldri …»?"""
    text = sentence.text
    before = text[text.rfind(" , ", 0, hit.start) + 1:hit.start].split()[-_NOT_BEFORE:]
    if not NOT.isdisjoint(before) or not NOT.isdisjoint(text[hit.start:hit.end].split()):
        return True
    after = text[hit.end:hit.end + _NOT_AFTER_CHARACTERS].split()[:2]
    return bool(after) and (after[0] in NOT or (after[0] in _PRONOUNS and after[-1] in NOT))


def acts(sentences: list[Sentence]) -> list[Act]:
    """The acts told as happening or feared, in the order of the text; not what is denied, asked or supposed."""
    found = []
    for (group, mode), pattern in _PATTERNS.items():
        for hit in islice(hits(pattern, sentences), _MOST_OF_A_KIND):
            sentence = sentences[hit.sentence]
            if not supposed(sentence, hit) and (group in _SAID_WITH_NOT or not negated(sentence, hit)):
                found.append(Act(group, mode, hit))
    return sorted(found, key=lambda act: act.hit)


def _mentions(sentences: list[Sentence], number: int) -> list[tuple[Offender, str]]:
    """The possible offenders of a sentence, each with what stands before; the user («jeg er mor») is none."""
    text = sentences[number].text
    return [
        (Offender(match.lastgroup or "", Hit(number, match.start(), match.end())), text[:match.start()])
        for match in _OFFENDER.finditer(text) if not BEFORE["user"].search(text[:match.start()])
    ]


def offender(act: Act, sentences: list[Sentence]) -> Offender | None:
    """Who does it: «av far» after the act, else the last one named before it; of marks the one who is suspected."""
    here = _mentions(sentences, act.hit.sentence)
    for named, before in here:
        if act.group != "drap" and named.hit.start > act.hit.start and BEFORE["by"].search(before[act.hit.start - 1:]):
            return named
    if BEFORE["passive"].search(sentences[act.hit.sentence].text[:act.hit.end]):
        return None
    earlier = [named for named, _ in here if named.hit.end <= act.hit.start]
    if earlier:
        return earlier[-1]
    if act.mode == "marks":
        for number in range(len(sentences)):
            for named, before in _mentions(sentences, number):
                if BEFORE["suspected"].search(before):
                    return named
    known = {named.relation: named for number in range(act.hit.sentence) for named, _ in _mentions(sentences, number)}
    return next(iter(known.values())) if len(known) == 1 else None
