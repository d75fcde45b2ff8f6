"""Finished outputs beside the duty assessments, made by the real dialogues from answers as people give them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from tryggsamtale.dialogues.catalogue import DROFTING, HANDLINGSPLAN_SJEKK
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


@cache
def _outputs() -> dict[str, Any]:
    siblings = {document["kind"]: document["content"] for document in offers(DROFTING.result(SIBLINGS, MADE_ON).output)}
    danger = DROFTING.result({**SIBLINGS, "akutt": "fare"}, MADE_ON).output.plain()
    return {
        **siblings, "fare": danger, "plikt": DROFTING.result(BEATEN, MADE_ON).output.plain(),
        "gammel": DROFTING.result(OLD_PERSON, MADE_ON).output.plain(),
        "handlingsplan_brev": HANDLINGSPLAN_SJEKK.result(POOR_PLAN, MADE_ON).output.plain(),
    }


NAMES = (
    "drofting", "sakssammendrag", "samradsmote", "trygghetsplan", "fare", "plikt", "gammel", "handlingsplan_brev",
)


def example(name: str) -> dict[str, Any]:
    """One of :data:`NAMES` as it is kept."""
    return _outputs()[name]
