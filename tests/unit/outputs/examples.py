"""Finished outputs beside the duty assessments, made by the real dialogues from answers as people give them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from tests.unit.rehearsal import talks
from tryggsamtale.dialogues.catalogue import DROFTING, HANDLINGSPLAN_SJEKK, TRYGGHETSSAMTALE
from tryggsamtale.outputs.documents import offers

MADE_ON = date(2026, 11, 23)
SIBLINGS: dict[str, Any] = {
    "akutt": "alvorlig", "rolle": "barnehage", "gjelder": "ssa", "aldersgruppe": "0-5", "aldersgruppe_utover": "6-12",
    "bekymring": ["ssa"], "kilde": ["sett", "fortalt_selv"],
    "hendelse": "[person 1] sa at det skjer om kvelden.\nHun gråt.",
    "trafikklys": "rod", "relasjon": "sosken", "utover_utsatt": "vet_ikke", "tid": "pagar", "samtykke": "nei",
    "instanser": ["barnevern", "barnehage", "helsestasjon"], "koordinator": "nei", "gjort": "Snakket med lederen.",
    "sporsmal": ["alvor", "samradsmote", "trygghetsplan"],
}
BEATEN: dict[str, Any] = {
    "akutt": "alvorlig", "rolle": "skole", "gjelder": "barn", "aldersgruppe": "6-12", "bekymring": ["fysisk_vold"],
    "kilde": ["sett", "fortalt_selv"], "tid": "pagar", "samtykke": "omsorgspersoner", "instanser": ["skole"],
    "koordinator": "nei", "sporsmal": ["plikt"],
}
OLD_PERSON: dict[str, Any] = {
    "akutt": "nei", "rolle": "helse", "gjelder": "voksen_risikoutsatt", "aldersgruppe": "67+",
    "bekymring": ["okonomisk"], "kilde": ["tegn"], "tid": "pagar", "samtykke": "ikke_spurt", "instanser": ["ingen"],
    "sporsmal": ["neste_steg"],
}
POOR_PLAN: dict[str, Any] = {
    "finnes": "ja", "bare_overgrep": "nei", "lett_a_finne": "ja", "krav": ["barn_kunnskap", "ovelser"],
    "mottakere": ["politikere", "helsestasjon"],
}

TALK: dict[str, Any] = {
    "vei": "gjennomgang", "holdt": "holdt", "rolle": "guide", "anmeldt": "ja", "klarert": "nei", "alder": "16-17",
    "foresatte": "ja", "forhold": ["vern"], "a_punkter": ["alle"], "a_notat": "ingen", "b_punkter": ["b1", "b2_geo"],
    "b_notat": "Utrygt på bussen.\nMest om kvelden.", "c_punkter": ["ingen"], "c_tiltak": ["folge", "egne"],
    "c_egne": "Ta en annen buss", "c_notat": "ingen", "d_punkter": ["d1", "d4"], "d_tiltak": ["stotte"],
    "kontaktform": ["melding", "mote"], "hyppighet": "uke", "tilgjengelig": ["dag"], "d_notat": "ingen",
    "e_punkter": ["e1"], "fram": ["trusler"], "neste": "en_uke",
}
CHECKED: dict[str, Any] = {
    "vei": "sjekkliste", "utgave": "kryss", "a_punkter": ["a1", "a4"], "b_punkter": ["alle"], "c_punkter": ["ingen"],
    "d_punkter": ["d4"], "e_punkter": ["ingen"],
}
BEFORE = {
    "youth": "balder", "difficulty": "easy", "covered": 0.5, "open_share": 0.4, "empathy_share": 0.1, "trust": 0.3,
}
"""The record of an earlier rehearsal."""


def rehearsed(name: str) -> dict[str, Any]:
    """The answers after a rehearsal with Balder by a script of ``tests/data/rehearsals``."""
    answers = {"vei": "ove", "ungdom": "balder", "vanskelighet": "normal", "tilbakemelding": "ja"}
    return {**answers, "replikk": {"state": talks.talk("balder", name).as_dict(), "done": True}}


@cache
def _outputs() -> dict[str, Any]:
    siblings = {document["kind"]: document["content"] for document in offers(DROFTING.result(SIBLINGS, MADE_ON).output)}
    talk = TRYGGHETSSAMTALE.given(TALK).result(TALK, MADE_ON).output
    danger = DROFTING.result({**SIBLINGS, "akutt": "fare"}, MADE_ON).output.plain()
    return {
        **siblings, "fare": danger, "plikt": DROFTING.result(BEATEN, MADE_ON).output.plain(),
        "gammel": DROFTING.result(OLD_PERSON, MADE_ON).output.plain(),
        **{document["kind"]: document["content"] for document in offers(talk)},
        "sjekkliste": TRYGGHETSSAMTALE.given(CHECKED).result(CHECKED, MADE_ON).output.plain(),
        "ovelse": TRYGGHETSSAMTALE.result(rehearsed("lukket_guide"), MADE_ON, [BEFORE]).output.plain(),
        "handlingsplan_brev": HANDLINGSPLAN_SJEKK.result(POOR_PLAN, MADE_ON).output.plain(),
    }


NAMES = (
    "drofting", "sakssammendrag", "samradsmote", "trygghetsplan", "fare", "plikt", "gammel", "handlingsplan_brev",
    "trygghetssamtale", "paminnelser", "sjekkliste", "ovelse",
)


def example(name: str) -> dict[str, Any]:
    """One of :data:`NAMES` as it is kept."""
    return _outputs()[name]
