"""Case in, consultation out: all that an anonymous discussion hands over, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tryggsamtale.consultation import aftercare
from tryggsamtale.consultation.aftercare import NextStep
from tryggsamtale.consultation.case import Case
from tryggsamtale.consultation.consent import consent
from tryggsamtale.consultation.discuss_with import Partner, Services, discuss_with
from tryggsamtale.consultation.preparation import Question, preparation
from tryggsamtale.consultation.samradsmote import Samradsmote, samradsmote
from tryggsamtale.consultation.seriousness import AKUTT, RECENT, Seriousness, seriousness
from tryggsamtale.consultation.statement import Cite, Statement
from tryggsamtale.consultation.trygghetsplan import Trygghetsplan, trygghetsplan


@dataclass(frozen=True)
class Consultation:
    """Everything the user gets; ``as_dict`` is the form in which it is kept and made into documents."""

    seriousness: Seriousness
    discuss_with: tuple[Partner, ...]
    consent: tuple[Statement, ...]
    preparation: tuple[Question, ...]
    samradsmote: Samradsmote | None
    trygghetsplan: Trygghetsplan | None
    write_down: tuple[Statement, ...]
    care: tuple[Statement, ...]
    next_steps: tuple[NextStep, ...]
    contacts: tuple[str, ...]

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        """All fields, JSON-able, every text as ``{"nb", "nn"}``, every source by its exact reference.

        Raises KeyError for a source that ``cite`` does not know.
        """
        serious = self.seriousness
        return {
            "seriousness": {
                "level": serious.level, **serious.text.as_dict(cite),
                "steps": [step.as_dict(cite) for step in serious.steps],
            },
            "discuss_with": [
                {"contact": partner.contact, **partner.statement.as_dict(cite)} for partner in self.discuss_with
            ],
            "consent": [statement.as_dict(cite) for statement in self.consent],
            "preparation": [question.as_dict(cite) for question in self.preparation],
            "samradsmote": self.samradsmote.as_dict(cite) if self.samradsmote else None,
            "trygghetsplan": self.trygghetsplan.as_dict(cite) if self.trygghetsplan else None,
            "write_down": [statement.as_dict(cite) for statement in self.write_down],
            "care": [statement.as_dict(cite) for statement in self.care],
            "next_steps": [step.as_dict(cite) for step in self.next_steps],
            "sources": [cite(id).as_dict() for id in dict.fromkeys(self._cited())],
        }

    def _cited(self) -> Iterator[str]:
        """The ids of all sources, in the order in which they are read."""
        meeting, plan = self.samradsmote, self.trygghetsplan
        statements = [
            self.seriousness.text, *self.seriousness.steps, *(partner.statement for partner in self.discuss_with),
            *self.consent, *(one.question for one in self.preparation),
            *((meeting.purpose, *(point.title for point in meeting.agenda), meeting.coordinator, *meeting.inform,
               meeting.next_meeting) if meeting else ()),
            *((*(right for _, right in plan.rights), *plan.principles) if plan else ()),
            *([plan.exposed_self] if plan and plan.exposed_self else ()),
            *self.write_down, *self.care, *(step.statement for step in self.next_steps),
        ]
        for statement in statements:
            yield from statement.sources


def consult(case: Case, on: date, services: Services) -> Consultation:
    """What follows from a case on a day, in a municipality with these services."""
    serious = seriousness(case)
    partners = discuss_with(case, services, serious.level)
    return Consultation(
        seriousness=serious,
        discuss_with=partners,
        consent=consent(case, services),
        preparation=preparation(case),
        samradsmote=samradsmote(case, serious.level, on),
        trygghetsplan=trygghetsplan(case, on),
        write_down=aftercare.write_down(case),
        care=aftercare.care(case),
        next_steps=aftercare.next_steps(case, serious.level, on),
        contacts=_contacts(case, serious, partners),
    )


def _contacts(case: Case, serious: Seriousness, partners: tuple[Partner, ...]) -> tuple[str, ...]:
    """Ids of everybody to contact: in an emergency first those who act now."""
    first = ["politi_112", "ambulanse_113"] if serious.level == AKUTT else []
    if serious.level == AKUTT and case.child:
        first.append("barnevernvakt")
    traces = case.worried_about("seksuelle_overgrep") and (case.tid in RECENT or serious.level == AKUTT)
    first += ["overgrepsmottak"] if traces else []
    return tuple(dict.fromkeys([*first, *(partner.contact for partner in partners)]))
