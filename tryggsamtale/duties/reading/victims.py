"""Who it is done to: child, adult, adult at risk or unborn; how old; children in the home."""

from __future__ import annotations

import re
from typing import NamedTuple

from tryggsamtale.duties.reading.acts import Act, negated, supposed
from tryggsamtale.duties.reading.ages import Age
from tryggsamtale.duties.reading.patterns import ANYWHERE, BEFORE, OBJECT, Hit, compiled, data, first, hits
from tryggsamtale.duties.reading.words import Sentence

_PEOPLE = data("people.yml")
_CHILD, _SURE_CHILD, _ADULT, _AT_RISK, _CHILD_PLACE = (
    compiled(_PEOPLE[name]) for name in ("child", "sure_child", "adult", "at_risk", "child_place"))
_AT_HOME = compiled(_PEOPLE["children_at_home"])
_NONE_AT_HOME = compiled(_PEOPLE["no_children_at_home"])
_OTHER_CHILDREN = compiled(_PEOPLE["other_children"])
_ONESELF = re.compile(r" (?:år )?(?:har )?(?:sier|sa|sagt|skriver|forteller)(?: [^ ,]+)?(?: at)? (?:han|hun) ")
_OLD = 67
_ADULTHOOD = 18
_ADULT_TIES = frozenset({"partner", "ekspartner"})
_CHILD_ROLES = frozenset({"larer_offentlig", "larer_privat", "barnehage_kommunal", "barnehage_privat"})
_BETWEEN_CHILDREN = frozenset({"ssa_rod", "sex", "voldtekt", "vold", "krenkelse", "intimt", "trusler"})
_NEGLECT = frozenset({"omsorgssvikt", "sykdom_ubehandlet"})


class Victim(NamedTuple):
    """Kind (value of ``utsatt``), the words for it, the age if it is sure; nothing known by default."""

    kind: str | None = None
    hit: Hit | None = None
    age: Age | None = None


def _said(pattern: re.Pattern[str], sentences: list[Sentence]) -> Hit | None:
    """The first place that is not part of a question or an «if»."""
    return next((hit for hit in hits(pattern, sentences) if not supposed(sentences[hit.sentence], hit)), None)


def _done_to(name: str, act: Act, sentences: list[Sentence]) -> bool:
    return bool(OBJECT[name].match(sentences[act.hit.sentence].text, act.hit.end))


def is_at_risk(sentences: list[Sentence], ages: list[Age]) -> bool:
    """Does the text tell of an old or disabled adult?"""
    return any(age.years >= _OLD for age in ages) or first(_AT_RISK, sentences) is not None


def child_in_question(act: Act, sentences: list[Sentence], ages: list[Age]) -> bool:
    """Is a child told of by age, besides the children somebody has, so that it may be the one it is done to?"""
    named = _done_to("spouse", act, sentences) or _done_to("ex", act, sentences)
    return not named and any(age.years < _ADULTHOOD for age in ages if not age.offender and not age.at_home)


def victim(sentences: list[Sentence], ages: list[Age], act: Act | None, tie: str | None, role: str | None) -> Victim:
    """The one it is done to; the act tells more than the people who are named."""
    if act and act.group == "rus_i_graviditet":
        return Victim("ufodt", first(ANYWHERE["pregnant"], sentences))
    ages = [age for age in ages if not _of_planner(age, act, sentences)]
    return (_by_risk(sentences, ages) or (act and _by_act(act, sentences, ages, tie))
            or _by_people(sentences, [age for age in ages if not age.offender], act, role))


def _of_planner(age: Age, act: Act | None, sentences: list[Sentence]) -> bool:
    """«En gutt på 16 sier at han skal drepe …»: the age of the one who speaks, and who may do it."""
    if act is None or act.group != "drap" or age.hit.sentence != act.hit.sentence or age.hit.end > act.hit.start + 1:
        return False
    return bool(_ONESELF.fullmatch(sentences[act.hit.sentence].text[age.hit.end:act.hit.start]))


def _by_risk(sentences: list[Sentence], ages: list[Age]) -> Victim | None:
    grown = [age for age in ages if not age.offender and age.years >= _ADULTHOOD]
    if any(age.years < _ADULTHOOD for age in ages if not age.offender):
        return None
    risk, old = _said(_AT_RISK, sentences), [age for age in grown if age.years >= _OLD]
    if risk:
        return Victim("voksen_risikoutsatt", risk, _only(grown))
    if old and not first(ANYWHERE["survivor"], sentences):
        return Victim("voksen_risikoutsatt", old[0].hit, _only(old))
    return None


def _by_act(act: Act, sentences: list[Sentence], ages: list[Age], tie: str | None) -> Victim | None:
    """From the object of the act or the tie; an empty Victim where it is done to several or to whom is unclear."""
    if _done_to("peer", act, sentences):
        return Victim("barn", act.hit)
    if _done_to("other_children", act, sentences) or _done_to("parent_and_child", act, sentences):
        return Victim()
    grown = _only([age for age in ages if not age.offender and age.years >= _ADULTHOOD])
    if _done_to("spouse", act, sentences) or _done_to("ex", act, sentences):
        return Victim("voksen", act.hit, grown)
    if tie in _ADULT_TIES:
        if child_in_question(act, sentences, ages):
            return Victim()
        return None if _done_to("child", act, sentences) else Victim("voksen", act.hit, grown)
    return Victim() if _done_to("mother", act, sentences) else None


def _by_people(sentences: list[Sentence], ages: list[Age], act: Act | None, role: str | None) -> Victim:
    children = [age for age in ages if age.years < _ADULTHOOD]
    grown = [age for age in ages if age.years >= _ADULTHOOD]
    survivor = first(ANYWHERE["survivor"], sentences)
    if survivor and (children or not grown):
        return Victim("barn", children[0].hit, _only(children)) if children else Victim()
    if survivor and first(_OTHER_CHILDREN, sentences):
        return Victim()
    if act and act.group in _BETWEEN_CHILDREN and not survivor:
        grown = [age for age in grown if not age.man]
    if children:
        return Victim() if grown else Victim("barn", children[0].hit, _victim_age(children, act, sentences))
    child = _said(_SURE_CHILD, sentences)
    if grown:
        grown_pupil = child == _said(ANYWHERE["pupil"], sentences)
        return Victim("voksen", grown[0].hit, _only(grown)) if child is None or grown_pupil else Victim()
    adult = _said(_ADULT, sentences)
    if adult and act and not child:
        return Victim("voksen", adult)
    if not child and not first(ANYWHERE["drunk"], sentences):
        about_children = role in _CHILD_ROLES or (act is not None and act.group in _NEGLECT)
        child = _said(_CHILD, sentences) if about_children or first(_CHILD_PLACE, sentences) else None
    return Victim("barn", child) if child else Victim()


def _only(ages: list[Age]) -> Age | None:
    return ages[0] if len({age.years for age in ages}) == 1 else None


def _around(children: list[Age], act: Act | None, sentences: list[Sentence]) -> tuple[Age, Age] | None:
    """The ages of the two children, the doer's first, that stand before and after what one does to the other."""
    if act is None or act.group not in _BETWEEN_CHILDREN or len(children) != 2:
        return None
    before, after = sorted(children, key=lambda age: age.hit)
    same = before.hit.sentence == after.hit.sentence == act.hit.sentence
    if not same or not before.hit.end <= act.hit.start + 1 < after.hit.end:
        return None
    text = sentences[act.hit.sentence].text
    passive = BEFORE["passive"].search(text[:act.hit.end])
    return (after, before) if passive and BEFORE["by"].search(text[act.hit.start:after.hit.start]) else (before, after)


def _victim_age(children: list[Age], act: Act | None, sentences: list[Sentence]) -> Age | None:
    if len(children) == 1 and first(_OTHER_CHILDREN, sentences):
        return None
    pair = _around(children, act, sentences)
    return pair[1] if pair else _only(children)


def doer_age(ages: list[Age], act: Act | None, sentences: list[Sentence]) -> Age | None:
    """The age of a child who does it to another child, both ages being told."""
    pair = _around([age for age in ages if age.years < _ADULTHOOD and not age.offender], act, sentences)
    return pair[0] if pair else None


def at_home(sentences: list[Sentence]) -> tuple[str, Hit] | None:
    """Are there children where an adult is hurt?"""
    none = _said(_NONE_AT_HOME, sentences)
    if none:
        return "nei", none
    some = next((hit for hit in hits(_AT_HOME, sentences) if not negated(sentences[hit.sentence], hit)), None)
    return ("ja", some) if some else None
