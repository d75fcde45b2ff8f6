"""What the answers of a discussion mean to the two cores: the case, and the facts that decide whether to report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.consultation.case import Case
from tryggsamtale.consultation.case import parse as parse_case
from tryggsamtale.dialogues.script import read_script
from tryggsamtale.duties.assessment import Assessment, assess, decide
from tryggsamtale.duties.facts import Facts, parse
from tryggsamtale.duties.reading import read_facts
from tryggsamtale.duties.rules import PLIKT, WEAKEST_FIRST
from tryggsamtale.guiding.model import Answers

SCRIPT = read_script(Path(__file__).with_name("drofting.yml"))

FAMILIES = {
    "fysisk_vold": ("vold_enkelt", "vold_gjentatt", "vold_alvorlig", "drap_plan"),
    "seksuelle_overgrep": (
        "voldtekt", "incest", "seksuell_omgang_misbruk", "seksuell_omgang_under14", "seksuell_omgang_14_15",
        "seksuell_omgang_stebarn", "seksuell_krenkelse_annen", "bildedeling",
    ),
    "ssa": ("ssa_gronn", "ssa_gul", "ssa_rod"),
    "omsorgssvikt": ("omsorgssvikt", "sykdom_ubehandlet", "hensettelse"),
    "okonomisk": ("okonomisk",),
    "sosial_kontroll": ("tvangsekteskap", "frihetsberovelse"),
    "trusler_ran": ("trusler_enkelt",),
    "menneskehandel": ("menneskehandel",),
    "kjonnslemlestelse": ("kjonnslemlestelse",),
    "uro": ("ingen_konkret",),
}
"""Worry → the acts of the duty core that it may be; psychological violence has none of its own."""

FROM_STORY = ("relasjon", "alder", "utover_alder", "barn_i_hjemmet", "foreldre_beskytter", "jevnbyrdig", "sikkerhet")
"""Facts that the story may add where no answer says them."""
UNDER_14 = ("0-5", "6-12")
SUREST_FIRST = ("vet", "grunn_til_a_tro")


def to_case(answers: Answers) -> Case:
    """The case of these answers. Raises CaseError for a value that its step does not take."""
    return parse_case(answers)


def to_facts(answers: Answers) -> tuple[Facts, ...]:
    """The facts of these answers, one set for each worry; the story adds what no answer says."""
    case, story = to_case(answers), read_facts(str(answers.get("hendelse") or "")).facts
    said = _said(answers, case)
    common = {**{name: story[name] for name in FROM_STORY if name in story}, **said}
    acts = tuple(dict.fromkeys(_acts(case, story.get("handling"))))
    return tuple(parse({**common, "handling": act}) for act in acts) or (parse(common),)


def _said(answers: Answers, case: Case) -> dict[str, Any]:
    """The facts that single answers say."""
    said: dict[str, Any] = {}
    for name, scripted in SCRIPT.steps.items():
        value = answers.get(name)
        if isinstance(value, str):
            said.update(scripted.meanings.get(value, {}))
    sources = {scripted.get("sikkerhet") for one in case.kilde if (scripted := SCRIPT.steps["kilde"].meanings.get(one))}
    said |= {"sikkerhet": next(sure for sure in SUREST_FIRST if sure in sources)} if sources - {None} else {}
    if case.child and case.samtykke == "omsorgspersoner":
        said["relasjon"] = "forelder"
    elif not case.child and case.samtykke in ("ja", "nei", "ikke_spurt"):
        said["samtykke"] = case.samtykke
    elif case.samtykke == "kan_ikke":
        said["samtykke"] = "mangler_kompetanse"
    return said


def _acts(case: Case, told: str | None) -> Iterable[str]:
    """What each worry is to the duty core; an act that the story tells of stands for its own worry."""
    worries = list(case.bekymring) + (["ssa"] if case.gjelder == "ssa" else [])
    if told and not set(worries) - {"uro"}:
        yield told
    for worry in worries:
        yield told if told in FAMILIES.get(worry, ()) and worry != "ssa" else _act(worry, case)


def _act(worry: str, case: Case) -> str:
    repeated = case.tid == "pagar" or case.akutt == "fare"
    if worry == "fysisk_vold":
        return "vold_gjentatt" if repeated else "vold_enkelt"
    if worry == "psykisk_vold":
        return "vold_gjentatt" if repeated else "trusler_enkelt"
    if worry == "seksuelle_overgrep":
        return _abuse(case)
    if worry == "ssa":
        return {"gronn": "ssa_gronn", "gul": "ssa_gul", "rod": "ssa_rod"}.get(case.trafikklys, "annet")
    if worry in ("sosial_kontroll", "omsorgssvikt") and (worry == "sosial_kontroll" or not case.child):
        return "annet"
    return FAMILIES[worry][0]


def _abuse(case: Case) -> str:
    if case.child and case.aldersgruppe in UNDER_14:
        return "seksuell_omgang_under14"
    return "seksuell_omgang_misbruk" if case.child or case.at_risk else "voldtekt"


def strongest(answers: Answers, on: date) -> Facts:
    """The facts, of those of all worries, from which most follows."""
    return max(to_facts(answers), key=lambda facts: _weight(facts, on))


def _weight(facts: Facts, on: date) -> tuple[int, int]:
    verdicts = decide(facts, on).verdicts
    return verdicts.count(PLIKT), sum(WEAKEST_FIRST.index(verdict) for verdict in verdicts)


def has_duty(answers: Answers, on: date) -> bool:
    """Whether a duty is clear on these answers."""
    return decide(strongest(answers, on), on).duty


def duty(answers: Answers, on: date) -> Assessment:
    """What the duty core says of the case on a day."""
    return assess(strongest(answers, on), today=on)


def known(answers: Answers, on: date) -> dict[str, Any]:
    """The facts from which most follows, without what is unknown."""
    return strongest(answers, on).known()
