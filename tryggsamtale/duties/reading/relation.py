"""What the one who acts is to the one it is done to (``relasjon``)."""

from __future__ import annotations

from typing import NamedTuple

from tryggsamtale.duties.reading.acts import Act, Offender
from tryggsamtale.duties.reading.patterns import ANYWHERE, OBJECT, Hit, first
from tryggsamtale.duties.reading.words import Sentence

_ARRANGED = frozenset({"tvangsekteskap", "kjonnslemlestelse"})
_SCHOOL = frozenset({"larer_offentlig", "larer_privat"})
_CARE = frozenset({"helsepersonell", "frivillig", "privatperson"})
_BY_GROUP = {"selvmord": "selv", "atferd_alvorlig": "selv", "rus_i_graviditet": "mor"}
_BY_OBJECT = {"own_child": "forelder", "spouse": "partner", "kjaereste": "kjaereste", "sibling": "annen_familie",
              "peer": "jevnaldrende"}
_GROWN_TIES = frozenset({"partner", "ekspartner", "kjaereste"})
_UNSURE = frozenset({"tidligere_kjaereste", "besteforelder"})


class Told(NamedTuple):
    """A value and the words it was read from."""

    value: str
    hit: Hit


def relation(act: Act, doer: Offender | None, sentences: list[Sentence], role: str | None,
             at_risk: bool) -> Told | None:
    """The value of ``relasjon``; nothing where the words leave it open. ``at_risk``: is it an adult at risk?"""
    text, end = sentences[act.hit.sentence].text, act.hit.end
    if act.group in _BY_GROUP:
        return Told(_BY_GROUP[act.group], act.hit)
    if OBJECT["ex"].match(text, end):
        return None  # «skal drepe ekskona»: partner or ekspartner, as one counts
    for name, value in _BY_OBJECT.items():
        if OBJECT[name].match(text, end):
            return Told(value, act.hit)
    if act.group in {"omsorgssvikt", "sykdom_ubehandlet"}:
        parent = first(ANYWHERE["parent"], sentences)
        return Told("forelder", parent) if parent and not at_risk else None
    if doer is None and act.group == "sex" and (couple := first(ANYWHERE["couple"], sentences)):
        return Told("kjaereste", couple)
    if doer is None:
        return Told("jevnaldrende", act.hit) if act.group.startswith("ssa_") else None
    if act.group in _ARRANGED and doer.relation != "forelder":
        return None
    return _of_class(act, doer, sentences, role, at_risk)


def _of_class(act: Act, doer: Offender, sentences: list[Sentence], role: str | None, at_risk: bool) -> Told | None:
    on_child = OBJECT["child"].match(sentences[act.hit.sentence].text, act.hit.end)
    if "forelder" in doer.relation and first(ANYWHERE["survivor"], sentences):
        return None
    if doer.relation == "forelder":
        return None if at_risk else _parent(act, doer, sentences, role)
    if doer.relation in _GROWN_TIES and _parent_tells(act, sentences):
        return None
    if doer.relation == "partner":
        return _partner(doer, sentences, bool(on_child))
    if doer.relation == "etterkommer":
        return Told("forelder", doer.hit) if on_child else None
    if doer.relation == "school_staff" or (doer.relation == "staff" and role in _SCHOOL):
        return Told("ansatt_ved_skolen", doer.hit)
    if doer.relation == "staff":
        return Told("ansatt_omsorg", doer.hit) if role in _CARE else None
    return None if doer.relation in _UNSURE else Told(doer.relation, doer.hit)


def _parent_tells(act: Act, sentences: list[Sentence]) -> bool:
    """«Jeg er far til to. Eksen slår dem»: it is done to the children, not to the user."""
    return bool(first(ANYWHERE["user_is_parent"], sentences)
                and OBJECT["others"].match(sentences[act.hit.sentence].text, act.hit.end))


def _parent(act: Act, doer: Offender, sentences: list[Sentence], role: str | None) -> Told | None:
    """A father who hits the mother is her partner; told by a child it may be meant either way."""
    sentence, end = sentences[act.hit.sentence].text, act.hit.end
    named = sentences[doer.hit.sentence].text[doer.hit.start:doer.hit.end]
    of_mother = OBJECT["mother"].match(sentence, end) or ANYWHERE["mother_first"].search(sentence, 0, end + 1)
    if not of_mother or named == "mor" or role == "barn_selv":
        return Told("forelder", doer.hit)
    return None if ANYWHERE["child_tells"].search(sentence) else Told("partner", doer.hit)


def _partner(doer: Offender, sentences: list[Sentence], on_child: bool) -> Told | None:
    """The user's or the mother's partner: to a child of both a parent, to the user's own child a step-parent."""
    if first(ANYWHERE["our_child"], sentences):
        return Told("forelder", doer.hit)
    if first(ANYWHERE["my_child"], sentences):
        named = sentences[doer.hit.sentence].text[doer.hit.start:doer.hit.end]
        return Told("steforelder", doer.hit) if named.startswith("samboer") else None
    return None if on_child else Told("partner", doer.hit)
