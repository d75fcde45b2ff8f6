"""Cases for the tests: a child at risk, an adult at risk, children on both sides, and what differs from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tryggsamtale.consultation.case import Case, parse

CHILD = {
    "akutt": "nei", "rolle": "skole", "gjelder": "barn", "aldersgruppe": "6-12", "bekymring": ["psykisk_vold"],
    "kilde": ["tegn"], "tid": "pagar", "samtykke": "nei", "instanser": ["ingen"],
}
ADULT = {
    "akutt": "nei", "rolle": "helse", "gjelder": "voksen_risikoutsatt", "aldersgruppe": "67+",
    "bekymring": ["okonomisk"], "kilde": ["sett"], "tid": "pagar", "samtykke": "ikke_spurt",
    "instanser": ["hjemmetjeneste"],
}
SSA = {
    "akutt": "nei", "rolle": "skole", "gjelder": "ssa", "aldersgruppe": "6-12", "aldersgruppe_utover": "13-15",
    "kilde": ["fortalt_selv"], "trafikklys": "gul", "relasjon": "sosken", "utover_utsatt": "vet_ikke",
    "tid": "siste_dager", "samtykke": "ja", "instanser": ["skole"],
}


@dataclass(frozen=True)
class Town:
    """What a municipality has."""

    tryggest: str = "ukjent"
    konsultasjonsteam: str = "ukjent"
    konsultasjonsteam_tema: str = "ukjent"


UNKNOWN = Town()
"""A municipality that has set nothing."""


def case(base: dict[str, Any], **changes: Any) -> Case:
    """The case of some answers with these changes; None takes an answer away."""
    return parse({**base, **changes})
