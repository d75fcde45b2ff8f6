"""All facts of one case, put together from role, people, acts and plain signals."""

from __future__ import annotations

from typing import Any

from tryggsamtale.duties.reading import happening, victims
from tryggsamtale.duties.reading.acts import NOT, Act, acts, negated, offender, supposed
from tryggsamtale.duties.reading.ages import Age, ages, own_age
from tryggsamtale.duties.reading.certainty import certainty
from tryggsamtale.duties.reading.patterns import ANYWHERE, Hit, compiled, data, first, hits
from tryggsamtale.duties.reading.relation import Told, relation
from tryggsamtale.duties.reading.roles import Role, role
from tryggsamtale.duties.reading.words import Sentence

_SIGNALS = data("signals.yml")
_PATTERNS = {fact: {value: compiled(patterns, _SIGNALS["classes"]) for value, patterns in values.items()}
             for fact, values in _SIGNALS["facts"].items()}
_AFRAID, _PARENT, _CARER = (compiled(_SIGNALS[name]) for name in ("afraid_child", "parent", "carer"))
_SAID = ("samtykke", "fare_for_melder", "foreldre_beskytter", "jevnbyrdig", "palegg", "alvor", "akutt")
# «jeg er ikke redd» aside, a «ikke» near these belongs to what is feared or wished.
_NOT_IS_PART = frozenset({"fare_for_melder", "samtykke"})
_GROWN = frozenset({"voksen", "voksen_risikoutsatt"})
_DOER_BELOW = 15
_MOST_TRIED = 8

Found = dict[str, tuple[Any, Hit]]


def _signals(fact: str, sentences: list[Sentence]) -> dict[str, Hit]:
    """value -> place, for what the text says in so many words and not as question, denial or «if»."""
    found = {}
    for value, pattern in _PATTERNS[fact].items():
        for hit in hits(pattern, sentences):
            sentence = sentences[hit.sentence]
            may_be_denied = fact not in _NOT_IS_PART and NOT.isdisjoint(sentence.text[hit.start:hit.end].split())
            if not supposed(sentence, hit) and not (may_be_denied and negated(sentence, hit)):
                found[value] = hit
                break
    return found


def _acts(sentences: list[Sentence]) -> list[Act]:
    pregnant = happening.in_pregnancy(sentences)
    more = [pregnant] if pregnant and not supposed(sentences[pregnant.hit.sentence], pregnant.hit) else []
    return acts(sentences) + more


def _tie(sentences: list[Sentence], told: list[Act], known: list[Age], who: Role | None) -> Told | None:
    """What the one who acts is to the victim; where the main act names nobody, another act of the case may."""
    main = happening.main_act(told)
    at_risk = victims.is_at_risk(sentences, known)
    for act in [act for act in [main] if act] + [act for act in told if act != main][:_MOST_TRIED]:
        tie = relation(act, offender(act, sentences), sentences, who.value if who else None, at_risk)
        if tie:
            unclear = tie.value == "partner" and victims.child_in_question(act, sentences, known)
            return None if unclear else tie
    return None


def facts_of(sentences: list[Sentence]) -> Found:
    """fact name -> value and place, for the sentences of one text."""
    found: Found = {}
    who, told, known = role(sentences), _acts(sentences), ages(sentences)
    act, tie = happening.main_act(told), _tie(sentences, told, known, who)
    child_itself = who is not None and who.value == "barn_selv"
    if child_itself and who and first(ANYWHERE["friend"], sentences):
        victim = victims.Victim()
    elif child_itself and who:
        victim = victims.Victim("barn", who.hit)
    else:
        victim = victims.victim(sentences, known, act, tie.value if tie else None, who.value if who else None)
    if victim.kind and victim.hit:
        found["utsatt"] = (victim.kind, victim.hit)
    years = victim.age.years if victim.age else None
    if tie:
        found["relasjon"] = tie
    for fact, read in (
        ("handling", happening.handling(act, told, sentences, victim.kind, years, tie.value if tie else None)),
        ("barn_i_hjemmet", victims.at_home(sentences) if victim.kind in _GROWN else None),
        ("tid", happening.time(act, told, sentences, _signals("tid", sentences))),
        ("sikkerhet", certainty(sentences, told, act, _signals("sikkerhet", sentences), child_itself, years)),
    ):
        if read:
            found[fact] = read
    _add_ages(found, sentences, victim, victims.doer_age(known, act, sentences))
    _add_said(found, sentences, child_itself and act is not None)
    _add_role(found, sentences, who, act)
    return found


def _add_ages(found: Found, sentences: list[Sentence], victim: victims.Victim, doer: Age | None) -> None:
    own, hit = own_age(sentences)
    if own is not None and hit and victim.kind:
        found["alder"] = (own, hit)
    elif victim.age:
        found["alder"] = (victim.age.years, victim.age.hit)
    if doer and doer.years < _DOER_BELOW:
        found["utover_alder"] = (doer.years, doer.hit)


def _add_said(found: Found, sentences: list[Sentence], child_itself: bool) -> None:
    """What is said in so many words; two values for one fact are none."""
    for fact in _SAID:
        signs = list(_signals(fact, sentences).items())
        if len(signs) == 1:
            found[fact] = signs[0]
    afraid = first(_AFRAID, sentences) if child_itself else None
    if afraid:
        found["fare_for_melder"] = ("liv_helse_velferd", afraid)


def _add_role(found: Found, sentences: list[Sentence], who: Role | None, act: Act | None) -> None:
    """The role last: a parent is a private person, unless the parent is the one who may do harm."""
    if act and act.group == "egen_fare":
        found.update(rolle=("forelder_selv", act.hit), i_rollen=("ja", act.hit), utsatt=("barn", act.hit))
        found.pop("relasjon", None)
        return
    child = found.get("utsatt", ("",))[0] == "barn" and not (who and who.value == "barn_selv")
    carer = next((hit for hit in hits(_CARER, sentences) if not supposed(sentences[hit.sentence], hit)), None)
    if child and carer:
        found["omsorgsperson"] = ("ja", carer)
    parent = first(_PARENT, sentences)
    if who is None and parent and "relasjon" in found and "omsorgsperson" in found:
        found.update(rolle=("privatperson", parent), i_rollen=("ja", parent))
    if who:
        if who.in_role_hit and found:
            found["i_rollen"] = (who.in_role, who.in_role_hit)
        found["rolle"] = (who.value, who.hit)
