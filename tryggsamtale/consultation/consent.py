"""What the person, or the child's carers, should know and agree to, and what to do when they do not (003, 001)."""

from __future__ import annotations

from collections.abc import Callable

from tryggsamtale.consultation.case import UKJENT, Case
from tryggsamtale.consultation.discuss_with import Services
from tryggsamtale.consultation.statement import Statement, read

WORDING = read(__file__)

When = Callable[[Case, Services], bool]


def _carers_safe(case: Case) -> bool:
    return case.child and case.samtykke not in ("omsorgspersoner", "ja")


def _asks_adult(case: Case) -> bool:
    return not case.child and case.samtykke in ("ikke_spurt", UKJENT)


def _refused(case: Case) -> bool:
    return not case.child and case.samtykke == "nei"


RULES: tuple[tuple[str, When], ...] = (
    ("foresatte_er_bekymringen", lambda case, services: case.child and case.samtykke == "omsorgspersoner"),
    ("foresatte_vet", lambda case, services: case.child and case.samtykke == "ja"),
    ("foresatte_vet_ikke", lambda case, services: _carers_safe(case)),
    ("barnet_far_vite", lambda case, services: case.child),
    ("spor_forst", lambda case, services: _asks_adult(case)),
    ("sagt_ja", lambda case, services: not case.child and case.samtykke == "ja"),
    ("forklar_hvorfor", lambda case, services: _refused(case)),
    ("forklar_hva_som_skjer", lambda case, services: _refused(case) and case.at_risk and services.tryggest != "nei"),
    ("forklar_uten_tryggest", lambda case, services:
     _refused(case) and not (case.at_risk and services.tryggest != "nei")),
    ("vurder_avvergingsplikt", lambda case, services: _refused(case)),
    ("droft_med_tryggest_og_politi", lambda case, services:
     _refused(case) and case.at_risk and services.tryggest != "nei"),
    ("droft_med_politi", lambda case, services: _refused(case) and not (case.at_risk and services.tryggest != "nei")),
    ("kan_ikke_samtykke", lambda case, services: case.samtykke == "kan_ikke"),
    ("anonymt_trenger_ikke_samtykke", lambda case, services: case.samtykke != "ja"),
)
"""The key of each wording and when it is said, in order."""


def consent(case: Case, services: Services) -> tuple[Statement, ...]:
    """What to tell and ask the person or the carers, in order."""
    return tuple(WORDING[name] for name, when in RULES if when(case, services))
