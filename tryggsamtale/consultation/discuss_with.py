"""Who to discuss the case with, without names: an ordered table over what the municipality has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tryggsamtale.consultation.case import Case
from tryggsamtale.consultation.seriousness import AKUTT
from tryggsamtale.consultation.statement import Statement, read

WORDING = read(__file__)
VIOLENCE = ("fysisk_vold", "psykisk_vold", "seksuelle_overgrep")
HONOUR = ("sosial_kontroll", "kjonnslemlestelse")


class Services(Protocol):
    """What the municipality has: ``ja``, ``nei`` or ``ukjent``; and what its team takes (knowledge.kommune)."""

    tryggest: str
    konsultasjonsteam: str
    konsultasjonsteam_tema: str


When = Callable[[Case, Services, str], bool]
"""Case, services and level of seriousness → whether the row is used."""


@dataclass(frozen=True)
class Rule:
    """One row: ``id`` is the key of its wording, ``contact`` the id in the list of contacts."""

    id: str
    contact: str
    when: When


@dataclass(frozen=True)
class Partner:
    """Somebody to discuss with: a contact's id, and why or how."""

    contact: str
    statement: Statement


def _harmed_child(case: Case) -> bool:
    return case.child and (case.ssa or case.worried_about(*VIOLENCE))


def _team_for(case: Case, services: Services, *themes: str) -> bool:
    return case.child and services.konsultasjonsteam != "nei" and services.konsultasjonsteam_tema in themes


RULES = (
    Rule("forst_112", "politi_112", lambda case, services, level: level == AKUTT),
    Rule("team_ssa", "konsultasjonsteam", lambda case, services, level:
         case.ssa and _team_for(case, services, "ssa", "begge")),
    Rule("team_sporsmal_om_ssa", "konsultasjonsteam", lambda case, services, level:
         case.ssa and services.konsultasjonsteam == "ja" and _team_for(case, services, "vold_og_overgrep", "ukjent")),
    Rule("team_bare_ssa", "konsultasjonsteam", lambda case, services, level:
         not case.ssa and _team_for(case, services, "ssa")),
    Rule("team", "konsultasjonsteam", lambda case, services, level:
         case.child and services.konsultasjonsteam == "ja"),
    Rule("team_kanskje", "konsultasjonsteam", lambda case, services, level:
         case.child and services.konsultasjonsteam == "ukjent"),
    Rule("klinisk_nettverk", "klinisk_nettverk", lambda case, services, level: case.ssa and case.rolle == "helse"),
    Rule("barnevern", "barnevern", lambda case, services, level: case.child),
    Rule("barnehus", "statens_barnehus", lambda case, services, level: _harmed_child(case)),
    Rule("tryggest", "tryggest", lambda case, services, level: case.at_risk and services.tryggest == "ja"),
    Rule("tryggest_kanskje", "tryggest", lambda case, services, level: case.at_risk and services.tryggest == "ukjent"),
    Rule("uten_tryggest", "helse_og_omsorg", lambda case, services, level:
         case.at_risk and services.tryggest == "nei"),
    Rule("vo_linjen", "vo_linjen", lambda case, services, level: not case.child and case.worried_about(*VIOLENCE)),
    Rule("smiso", "smiso_nok", lambda case, services, level:
         not case.child and case.worried_about("seksuelle_overgrep")),
    Rule("kompetanseteamet", "kompetanseteamet", lambda case, services, level: case.worried_about(*HONOUR)),
    Rule("politiet", "politi_02800", lambda case, services, level: not case.ssa or case.trafikklys != "gronn"),
    Rule("leder", "leder", lambda case, services, level: case.employed),
)


def discuss_with(case: Case, services: Services, level: str) -> tuple[Partner, ...]:
    """Whom to discuss with, the best first; each contact once, by the first row that names it."""
    found: dict[str, Partner] = {}
    for rule in RULES:
        if rule.contact not in found and rule.when(case, services, level):
            found[rule.contact] = Partner(rule.contact, WORDING[rule.id])
    return tuple(found.values())
