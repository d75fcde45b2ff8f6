"""What to write down, how to look after oneself, and what to do next and by when (001, 002, 003)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tryggsamtale.consultation import samradsmote, trygghetsplan
from tryggsamtale.consultation.case import Case
from tryggsamtale.consultation.days import workday
from tryggsamtale.consultation.seriousness import AKUTT, ALVORLIG, AVKLARING, BEKYMRING
from tryggsamtale.consultation.statement import Cite, Statement, read

WORDING = read(__file__)
TODAY, TOMORROW, THIS_WEEK, IN_TWO_WEEKS = 0, 1, 5, 14

When = Callable[[Case, str], bool]

WRITE_DOWN: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("kort_og_samme_dag", lambda case: True),
    ("egne_ord", lambda case: True),
    ("senter_ingen_journal", lambda case: case.rolle == "senter"),
    ("senter_samtykke", lambda case: case.rolle == "senter"),
    ("ikke_helt_privat", lambda case: case.employed and case.rolle != "senter"),
    ("ingen_navn_i_drofting", lambda case: True),
)
CARE: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("vanlig_a_bli_preget", lambda case: True),
    ("be_lederen", lambda case: case.employed),
    ("snakk_med_noen", lambda case: not case.employed),
    ("ta_vare_i_saken", lambda case: "egenomsorg" in case.sporsmal),
)
NEXT: tuple[tuple[str, int, When], ...] = (
    ("ring_na", TODAY, lambda case, level: level == AKUTT),
    ("si_fra", TODAY, lambda case, level: level in (AKUTT, ALVORLIG) and case.employed),
    ("ring_politiet", TODAY, lambda case, level: level == ALVORLIG and not case.employed),
    ("noter", TODAY, lambda case, level: True),
    ("droft_straks", TOMORROW, lambda case, level: level in (AKUTT, ALVORLIG)),
    ("droft_denne_uka", THIS_WEEK, lambda case, level: level in (BEKYMRING, AVKLARING)),
    ("snakk", THIS_WEEK, lambda case, level: level in (BEKYMRING, AVKLARING)),
    ("kall_inn", TOMORROW, lambda case, level: level in (AKUTT, ALVORLIG) and samradsmote.fits(case)),
    ("kall_inn", THIS_WEEK, lambda case, level: level in (BEKYMRING, AVKLARING) and samradsmote.fits(case)),
    ("prov_planen", TOMORROW, lambda case, level: trygghetsplan.fits(case)),
    ("se_igjen", IN_TWO_WEEKS, lambda case, level: level in (BEKYMRING, AVKLARING)),
    ("folg_opp", THIS_WEEK, lambda case, level: level in (AKUTT, ALVORLIG)),
)
"""Key of the wording, days ahead (our suggestion), and when; the same key may stand with another day."""


@dataclass(frozen=True)
class NextStep:
    """What to do, and by which day."""

    statement: Statement
    by: date

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        return {**self.statement.as_dict(cite), "by": self.by.isoformat()}


def write_down(case: Case) -> tuple[Statement, ...]:
    """What the user should note, and what the centres may keep (001)."""
    return tuple(WORDING["write_down"][name] for name, when in WRITE_DOWN if when(case))


def care(case: Case) -> tuple[Statement, ...]:
    """How the user looks after themselves."""
    return tuple(WORDING["care"][name] for name, when in CARE if when(case))


def next_steps(case: Case, level: str, on: date) -> tuple[NextStep, ...]:
    """What to do next, the soonest first. Today stays today even on a weekend; other days are workdays."""
    steps = [
        NextStep(WORDING["next"][name], workday(on, days) if days else on)
        for name, days, when in NEXT if when(case, level)
    ]
    return tuple(sorted(steps, key=lambda step: step.by))
