"""What a text says to the questions of the discussion: a case told in own words, or more than was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tryggsamtale.dialogues.drofting_facts import FAMILIES
from tryggsamtale.dialogues.plikt import ABOUT_ONESELF, BARE_AGE
from tryggsamtale.duties.reading import Reading as Facts
from tryggsamtale.duties.reading import read_facts
from tryggsamtale.duties.reading.acts import negated, supposed
from tryggsamtale.duties.reading.patterns import hits
from tryggsamtale.duties.reading.words import Sentence, sentences
from tryggsamtale.duties.relations import relation
from tryggsamtale.guiding.model import Answers, Reading, Value
from tryggsamtale.phrases import compiled
from tryggsamtale.wording import load

SELF = "selv"
"""Answer to «rolle» of somebody who tells about themselves; with a suffix, the support that fits."""
LONGEST = 8_000
WITH_NOT = frozenset({"uro", "omsorgssvikt", "sosial_kontroll", "tegn"})
"""Values whose own words hold «ikke»: a «ikke» near them says nothing."""
BELIEVED = frozenset({"omsorgspersoner"})
"""Values that are said by «I think», which elsewhere says nothing."""
SIBLING = re.compile(r"\b(\w*bror\w*|\w*s[øy]st\w*)\b", re.IGNORECASE)
_CHILD_AGE = re.compile(r"\b(?:på|er) (?P<years>\d|1[0-7])\b(?! (?:minutt|meter|barn|unger))", re.IGNORECASE)

_PATTERNS: dict[str, dict[str, dict[str, re.Pattern[str]]]] = {
    kind: {
        step: {value: compiled([one.strip() for one in patterns]) for value, patterns in values.items()}
        for step, values in steps.items()
    }
    for kind, steps in load(Path(__file__).with_suffix(".yml")).items()
}
ROLES = {
    "barnehage": ("barnehage_kommunal", "barnehage_privat"), "skole": ("larer_offentlig", "larer_privat"),
    "helse": ("helsepersonell",), "barnevern": ("barnevern",), "nav": ("nav_kommunal", "nav_statlig"),
    "politi": ("politi",), "senter": ("smiso_nok", "krisesenter"), "frivillig": ("frivillig",),
    "privat": ("privatperson", "forelder_selv"),
    "annet": (
        "kommunal_ansatt", "familievern", "integrering", "mekler", "kriminalomsorg", "privat_offentlig_oppdrag",
        "prest", "advokat", "verge",
    ),
}
TIMES = {"pagar": "pagar", "forestaende": "kan_skje", "fortid_avsluttet": "tidligere"}
LIGHTS = {"ssa_gronn": "gronn", "ssa_gul": "gul", "ssa_rod": "rod"}
BRACKETS = ((5, "0-5"), (12, "6-12"), (15, "13-15"), (17, "16-17"), (66, "18-66"), (200, "67+"))
"""Oldest age, bracket: nobody is known by an exact age."""

SHORT = 8
"""Words up to which a message that names an age tells how old the person is."""
_AGE = re.compile(r"(?<!for )(?<!i )\b(\d{1,2})[ -]?(?:år\b(?! si)|åring)", re.IGNORECASE)

Found = dict[str, tuple[Value, str]]
"""Step → answer, and the words it was read from."""


def bracket(age: float) -> str:
    """The bracket of an age in years."""
    return next(name for oldest, name in BRACKETS if age <= oldest)


def read(text: str, asked: str | None) -> Reading:
    """What a text says about any of the steps; ``asked`` is the step it may answer. Never raises."""
    if asked in ("aldersgruppe", "aldersgruppe_utover") and len(text.split()) <= BARE_AGE:
        age = read_facts(f"et barn på {text}").facts.get("alder") or read_facts(f"en dame på {text}").facts.get("alder")
        return Reading({asked: bracket(age)} if age is not None else {})
    found = _found(text[:LONGEST], read_facts(text))
    answers = {step: value for step, (value, _) in found.items()}
    evidence = {step: words for step, (_, words) in found.items() if words}
    return Reading(answers, evidence)


def _found(text: str, facts: Facts) -> Found:
    for (fact, value), who in ABOUT_ONESELF.items():
        if facts.facts.get(fact) == value:
            return {"rolle": (f"{SELF}_{who}", facts.evidence.get(fact, ""))}
    told = sentences(text)
    found = _from_facts(facts.facts, facts.evidence)
    age = _AGE.search(text)
    if age and "aldersgruppe" not in found and len(text.split()) <= SHORT:
        found["aldersgruppe"] = (bracket(int(age[1])), age[0])
    for kind in ("single", "otherwise"):
        for step, value, words in _read_single(kind, told, text):
            if kind == "single" or step not in found:
                found[step] = (value, words)
    _both_ages(found, text)
    for step, values in _PATTERNS["several"].items():
        known = {value: words for value in values if (words := _words(values[value], value, told, text))}
        before = found.get(step)
        if before:
            known = {**dict.fromkeys(before[0], before[1]), **known}
        if step == "bekymring" and len(known) > 1:
            known.pop("uro", None)
        if known:
            found[step] = (list(known), next(iter(known.values())))
    return _sensible(found)


def _read_single(kind: str, told: list[Sentence], text: str) -> Iterator[tuple[str, str, str]]:
    """Step, value and words of what the patterns of a kind find."""
    for step, values in _PATTERNS[kind].items():
        for value, pattern in values.items():
            words = _words(pattern, value, told, text)
            if words:
                yield step, value, words


def _both_ages(found: Found, text: str) -> None:
    """Of two children of whom ages are told, the older is proposed as the one who acted."""
    if found.get("gjelder", ("",))[0] != "ssa":
        return
    young = sorted(_CHILD_AGE.finditer(text), key=lambda found: int(found["years"]))
    if len(young) == 2:
        for step, age in zip(("aldersgruppe", "aldersgruppe_utover"), young, strict=True):
            found[step] = (bracket(int(age["years"])), age[0])


def _words(pattern: re.Pattern[str], value: str, told: list[Sentence], text: str) -> str:
    """The first words that say it, not as a question or an «if», and not denied; empty when nothing does."""
    for hit in hits(pattern, told):
        sentence = told[hit.sentence]
        said = value in BELIEVED or not supposed(sentence, hit)
        if said and (value in WITH_NOT or not negated(sentence, hit)):
            start, end = sentence.span(hit.start, hit.end)
            return text[start:end]
    return ""


def from_facts(facts: dict[str, Any]) -> Answers:
    """The answers that the facts of the duty core say."""
    return {step: value for step, (value, _) in _sensible(_from_facts(facts, {})).items()}


def _from_facts(known: dict[str, Any], words: dict[str, str]) -> Found:
    found: Found = {}

    def add(step: str, value: Value | None, fact: str) -> None:
        if value:
            found[step] = (value, words.get(fact, ""))

    add("akutt", "fare" if known.get("akutt") == "ja" else None, "akutt")
    add("rolle", next((role for role, values in ROLES.items() if known.get("rolle") in values), None), "rolle")
    victim = known.get("utsatt")
    add("gjelder", victim if victim in ("barn", "voksen", "voksen_risikoutsatt") else None, "utsatt")
    if known.get("handling") in LIGHTS:
        add("gjelder", "ssa", "handling")
        add("trafikklys", LIGHTS[known["handling"]], "handling")
        add("relasjon", "sosken" if _tie(known) == "sosken" else None, "relasjon")
    for step, fact in (("aldersgruppe", "alder"), ("aldersgruppe_utover", "utover_alder")):
        add(step, bracket(known[fact]) if known.get(fact) is not None else None, fact)
    worry = next((worry for worry, acts in FAMILIES.items() if known.get("handling") in acts), None)
    add("bekymring", [worry] if worry else None, "handling")
    add("tid", TIMES.get(known.get("tid", "")), "tid")
    adult = victim in ("voksen", "voksen_risikoutsatt")
    consent = {"ja": "ja", "nei": "nei", "mangler_kompetanse": "kan_ikke"}.get(known.get("samtykke", ""))
    add("samtykke", consent if adult else None, "samtykke")
    return found


def _tie(known: dict[str, Any]) -> str:
    return relation(str(known.get("relasjon") or "ukjent")).group


def _sensible(found: Found) -> Found:
    """Children on both sides are no other worry; what only goes with them is left out elsewhere."""
    if found.get("gjelder", ("",))[0] == "ssa":
        found.pop("bekymring", None)
        found.pop("samtykke", None)
        if SIBLING.search(found.get("rolle", ("", ""))[1]):  # «storebror på 13» is no role of the user
            del found["rolle"]
    else:
        for step in ("aldersgruppe_utover", "trafikklys", "relasjon"):
            found.pop(step, None)
    if found.get("akutt", ("",))[0] == "fare":
        found.pop("tid", None)
    return found
