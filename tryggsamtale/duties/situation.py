"""What the rulings add up to: the view from which the advice is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tryggsamtale.duties.andre_plikter import Other
from tryggsamtale.duties.case import ONGOING, Case
from tryggsamtale.duties.rules import PLIKT, RETT, UAVGJORT, Rule

SEXUAL = ("voldtekt", "seksuell_omgang_misbruk", "seksuell_omgang_under14", "seksuell_omgang_stebarn", "incest")
FAR_OFF = ("fremmed", "annen", "tillit", "skoleansatt", "jevnaldrende", "kjaereste")


@dataclass(frozen=True)
class Situation:
    """A case with the deciding row of each table and the other duties that hold."""

    case: Case
    a: Rule
    b: Rule
    c: Rule
    others: tuple[Other, ...]

    @cached_property
    def verdicts(self) -> tuple[str, str, str]:
        return self.a.verdict, self.b.verdict, self.c.verdict

    @property
    def support(self) -> bool:
        return self.case.support is not None

    @cached_property
    def duty(self) -> bool:
        return PLIKT in self.verdicts

    @cached_property
    def doubt(self) -> bool:
        return UAVGJORT in self.verdicts

    @cached_property
    def soon(self) -> bool:
        """It goes on or is about to come: «i dag», never «når du får tid»."""
        return self.case.akutt or self.case.told("tid") in ONGOING

    @cached_property
    def child(self) -> bool:
        return self.case.barn == "ja"

    @cached_property
    def child_victim(self) -> bool:
        return self.case.utsatt == "barn"

    @cached_property
    def adult(self) -> bool:
        return self.case.utsatt in ("voksen", "voksen_risikoutsatt")

    @cached_property
    def carers_suspected(self) -> bool:
        """Someone in the child's family or care may be the one who does it."""
        doer = self.case.doer
        inside = doer.hjemme == "ja" and doer.group not in ("omsorg", "sosken")
        forced = self.case.handling in ("tvangsekteskap", "kjonnslemlestelse", "omsorgssvikt")
        return self.child and (inside or (forced and doer.group not in FAR_OFF))

    @cached_property
    def main_other(self) -> tuple[Other, ...]:
        return tuple(row for row in self.others if row.main)

    @cached_property
    def carer_with_duty(self) -> bool:
        """A parent or daily carer of a minor victim: the duty stands, the tone is support."""
        case = self.case
        return self.b.verdict == PLIKT and self.child_victim and not case.role["yrke"] and "ja" in (
            case.told("omsorgsperson"), "ja" if case.rolle == "forelder_selv" else "",
        )

    @cached_property
    def adult_way(self) -> str | None:
        """Consent and competence decide the way for an adult at risk when no duty does (duty model §6)."""
        if self.support or self.case.utsatt != "voksen_risikoutsatt" or self.case.handling == "ingen_konkret":
            return None
        if PLIKT in (self.b.verdict, self.c.verdict):
            return None
        told = self.case.fact("samtykke")
        return {"ja": "ja", "nei": "nei", "mangler_kompetanse": "mangler"}.get(told, "spor")

    def without_duty(self, *verdicts: str) -> bool:
        """None of the three is a duty, and duty A has one of these verdicts."""
        return not self.duty and self.a.verdict in (verdicts or (RETT, UAVGJORT))
