"""How serious: an ordered table. The first row that fits decides, the last always does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tryggsamtale.consultation.case import UKJENT, Case
from tryggsamtale.consultation.statement import Statement, read

AKUTT, ALVORLIG, BEKYMRING, AVKLARING = "akutt", "alvorlig", "bekymring", "trenger_avklaring"

WORDING = read(__file__)
ALWAYS_SERIOUS = ("seksuelle_overgrep", "menneskehandel", "kjonnslemlestelse")
FIRST_HAND = ("sett", "fortalt_selv", "dokumentert")
OBSERVED = (*FIRST_HAND, "tegn")
RECENT = ("siste_dager", "pagar")

When = Callable[[Case], bool]


@dataclass(frozen=True)
class Rule:
    """One row: ``id`` is the key of its wording and sources."""

    id: str
    level: str
    when: When


@dataclass(frozen=True)
class Seriousness:
    """The level, the rule that gave it, and what to do at this level, in order."""

    level: str
    rule: str
    text: Statement
    steps: tuple[Statement, ...]


def _serious_violence(case: Case) -> bool:
    return case.worried_about("fysisk_vold") and (case.known_by(*FIRST_HAND) or case.tid in RECENT)


def _only_unease(case: Case) -> bool:
    return not set(case.bekymring) - {"uro"} and not case.ssa


RULES = (
    Rule("fare", AKUTT, lambda case: case.akutt == "fare"),
    Rule("sagt_alvorlig", ALVORLIG, lambda case: case.akutt == "alvorlig"),
    Rule("alvorlig_i_seg_selv", ALVORLIG, lambda case: case.worried_about(*ALWAYS_SERIOUS)),
    Rule("rodt_lys", ALVORLIG, lambda case: case.ssa and case.trafikklys == "rod"),
    Rule("vold", ALVORLIG, _serious_violence),
    Rule("gront_lys", AVKLARING, lambda case: case.trafikklys == "gronn" and not set(case.bekymring) - {"ssa", "uro"}),
    Rule("gult_lys", BEKYMRING, lambda case: case.ssa and case.trafikklys == "gul"),
    Rule("ukjent_lys", AVKLARING, lambda case: case.ssa and case.trafikklys == UKJENT),
    Rule("bare_uro", AVKLARING, _only_unease),
    Rule("annenhands", AVKLARING, lambda case: not case.known_by(*OBSERVED)),
    Rule("bekymring", BEKYMRING, lambda case: True),
)

STEPS: dict[str, tuple[tuple[str, When], ...]] = {
    AKUTT: (
        ("ring_112", lambda case: not case.employed),
        ("si_til_leder_112", lambda case: case.employed),
        ("leder_svarer_ikke_112", lambda case: case.employed),
        ("barnevernvakt", lambda case: case.child),
        ("tryggest_med_politiet", lambda case: case.at_risk),
        ("sikre_spor", lambda case: case.worried_about("seksuelle_overgrep")),
        ("bli_hos", lambda case: True),
    ),
    ALVORLIG: (
        ("si_til_leder_02800", lambda case: case.employed and not case.child),
        ("si_til_leder_barn", lambda case: case.employed and case.child),
        ("leder_svarer_ikke_02800", lambda case: case.employed),
        ("ring_02800", lambda case: not case.employed),
        ("barnevernet", lambda case: case.child),
        ("tryggest_med_politiet", lambda case: case.at_risk),
        ("sikre_spor", lambda case: case.worried_about("seksuelle_overgrep") and case.tid in RECENT),
        ("stopp_og_vern_begge", lambda case: case.ssa),
        ("blir_det_fare", lambda case: True),
    ),
    BEKYMRING: (
        ("del_med_leder", lambda case: case.employed),
        ("vern_begge", lambda case: case.ssa),
        ("droft_uten_navn", lambda case: True),
        ("snakk_med_barnet", lambda case: case.child),
        ("meld_til_tryggest", lambda case: case.at_risk),
        ("blir_det_fare", lambda case: True),
    ),
    AVKLARING: (
        ("veiled_barna", lambda case: case.ssa and case.trafikklys == "gronn"),
        ("se_og_noter", lambda case: True),
        ("snakk_med_barnet", lambda case: case.child and not case.ssa),
        ("spor_personen", lambda case: not case.child),
        ("droft_uten_navn", lambda case: True),
        ("blir_det_fare", lambda case: True),
    ),
}
"""What to do at each level, in order: the key of its wording, and when it is said (003, 000, 001)."""


def seriousness(case: Case) -> Seriousness:
    """How serious the case is, and what to do first."""
    rule = next(rule for rule in RULES if rule.when(case))
    steps = tuple(WORDING["steps"][name] for name, when in STEPS[rule.level] if when(case))
    return Seriousness(rule.level, rule.id, WORDING["rules"][rule.id], steps)
