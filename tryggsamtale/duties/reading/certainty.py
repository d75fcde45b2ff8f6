"""How sure what is told is (``sikkerhet``)."""

from __future__ import annotations

from tryggsamtale.duties.reading.acts import Act, supposed
from tryggsamtale.duties.reading.patterns import ANYWHERE, Hit, compiled, data, first, hits
from tryggsamtale.duties.reading.relation import Told
from tryggsamtale.duties.reading.words import Sentence

_SIGNALS = data("signals.yml")
_TOLD, _CONFESSED, _HEARSAY = (
    compiled(_SIGNALS[name], _SIGNALS["classes"]) for name in ("told", "confessed", "hearsay"))
_NOT_TOLD = frozenset({"selvmord", "ingen_konkret", "egen_fare", "atferd_alvorlig", "kjonnslemlestelse"})
_TO_ONESELF = frozenset({"vold", "krenkelse", "sex", "voldtekt"})
_PLANS = frozenset({"drap", "voldtekt"})
_TOO_YOUNG_TO_TELL = 4
_NEAR = 12


def certainty(sentences: list[Sentence], told: list[Act], act: Act | None, signs: dict[str, Hit], child_itself: bool,
              years: float | None) -> Told | None:
    """Doubt weighs more than telling; a plan is never known; marks alone are a ground, with a small child's words too.

    ``told``: all acts, ``act`` the main one; ``signs``: what is said about it in so many words;
    ``child_itself``: does the child it is done to write? ``years``: the victim's age.
    """
    knows = _seen(signs, told) or _victim_tells(sentences, told)
    for value in ("vag", "grunn_til_a_tro", "mest_sannsynlig"):
        if value in signs:
            contradicts = value == "grunn_til_a_tro" and knows and act
            return None if contradicts else Told(value, signs[value])
    if act is None:
        return None
    if act.mode == "coming":
        planned = act.group in _PLANS and first(ANYWHERE["concrete_plan"], sentences)
        return Told("mest_sannsynlig", act.hit) if planned else None
    marks = next((one.hit for one in told if one.mode == "marks"), None)
    if marks and first(ANYWHERE["heard"], sentences):
        return Told("mest_sannsynlig", marks)
    if marks and (not knows or (years is not None and years <= _TOO_YOUNG_TO_TELL)):
        return Told("grunn_til_a_tro", marks)
    if child_itself or _to_oneself(sentences, told):
        return Told("vet", act.hit)
    return Told("vet", knows) if knows else None


def _seen(signs: dict[str, Hit], told: list[Act]) -> Hit | None:
    """Where the user saw it; who has only seen marks has not."""
    hit = signs.get("vet")
    there = {act.mode for act in told if hit and act.hit.sentence == hit.sentence}
    return None if there == {"marks"} else hit


def _to_oneself(sentences: list[Sentence], told: list[Act]) -> bool:
    """Is it done to the user: «slår meg»?"""
    return any(
        act.group in _TO_ONESELF and " meg " in sentences[act.hit.sentence].text[act.hit.start:act.hit.end + _NEAR]
        for act in told)


def _victim_tells(sentences: list[Sentence], told: list[Act]) -> Hit | None:
    """Where the one it happened to tells it; not what others say, nor what the one who did it admits."""
    acts = [act for act in told if act.group not in _NOT_TOLD and act.mode != "marks"]
    for hit in hits(_TOLD, sentences):
        text = sentences[hit.sentence].text
        if (not (_HEARSAY.search(text) or _CONFESSED.search(text) or supposed(sentences[hit.sentence], hit))
                and any(_is_told(act, hit, text) for act in acts)):
            return hit
    return None


def _is_told(act: Act, teller: Hit, text: str) -> bool:
    """Does the act follow the one who tells, in the same sentence and before any «men»?"""
    return (act.hit.sentence == teller.sentence and act.hit.end >= teller.end
            and " men " not in text[teller.start:act.hit.start + 1])
