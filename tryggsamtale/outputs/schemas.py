"""The versioned shapes of what is handed over and kept. A change that readers would notice gets a new version."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Extra

Value = str | list[str] | dict[str, Any]


class _Strict(BaseModel):
    class Config:
        extra = Extra.forbid


class Both(_Strict):
    """A wording in Bokmål and Nynorsk."""

    nb: str
    nn: str


class Line(_Strict):
    """One thing that was told: the step, and label and answer as the user read them."""

    step: str
    label: Both
    value: Both


class ContactLine(_Strict):
    """Whom to contact: a service or role, never a person."""

    id: str
    name: Both
    number: str | None
    when: Both
    hours: Both


class Output(_Strict):
    """What is common to all: a kind, a version, and the day it was made."""

    kind: str
    version: int
    made_on: date

    def plain(self) -> dict[str, Any]:
        """All fields, JSON-able: the form in which an output crosses processes and is kept."""
        return json.loads(self.json())


class Pliktvurdering(Output):
    """A finished duty assessment: what was told, and what the law says about it.

    ``facts`` are those of ``duty_model.md`` §10; ``assessment`` is ``Assessment.as_dict()``.
    """

    kind: Literal["pliktvurdering"] = "pliktvurdering"
    version: Literal[1] = 1
    told: list[Line]
    facts: dict[str, Any]
    assessment: dict[str, Any]
    contacts: list[ContactLine]


class Drofting(Output):
    """A finished discussion of a case: what was told, and what follows from it.

    ``consultation`` is ``Consultation.as_dict()`` with ``duty``, what the duty core says. Free text in ``told`` stands
    as it was masked and confirmed. The other kinds are its documents one by one (``outputs.drofting.parts``): each
    holds of the consultation what stands in it.
    """

    kind: Literal["drofting", "sakssammendrag", "samradsmote", "trygghetsplan"] = "drofting"
    version: Literal[1] = 1
    told: list[Line]
    consultation: dict[str, Any]
    contacts: list[ContactLine]


class Handlingsplanbrev(Output):
    """A municipality's plan checked: what was told, and ``consultation.handlingsplan.Check.as_dict()``."""

    kind: Literal["handlingsplan_brev"] = "handlingsplan_brev"
    version: Literal[1] = 1
    told: list[Line]
    check: dict[str, Any]


class Trygghetssamtale(Output):
    """A trygghetssamtale walked through, or its checklist: what was told, and the template filled in.

    ``talk`` holds what belongs before the talk, the sections a–e, what was agreed, what comes after, and reminders with
    dates. It has no field for contact data or a case number: they are written by hand. The kind ``paminnelser`` holds
    the reminders alone, for a calendar.
    """

    kind: Literal["trygghetssamtale", "sjekkliste", "paminnelser"] = "trygghetssamtale"
    version: Literal[1] = 1
    told: list[Line]
    talk: dict[str, Any]


class Ovelse(Output):
    """A finished rehearsal: ``rehearsal.feedback.Feedback.as_dict()``, and a record of this and each earlier one.

    Of what the guide wrote it holds the lines that the feedback quotes, and no others.
    """

    kind: Literal["ovelse"] = "ovelse"
    version: Literal[1] = 1
    feedback: dict[str, Any]
    rehearsals: list[dict[str, Any]]


class Pause(Output):
    """A dialogue that was left with a code: its name and the answers so far."""

    kind: Literal["pause"] = "pause"
    version: Literal[1] = 1
    flow: str
    answers: dict[str, Value]


KINDS: dict[str, type[Output]] = {
    "pliktvurdering": Pliktvurdering, "handlingsplan_brev": Handlingsplanbrev, "ovelse": Ovelse, "pause": Pause,
    **dict.fromkeys(("trygghetssamtale", "sjekkliste", "paminnelser"), Trygghetssamtale),
    **dict.fromkeys(("drofting", "sakssammendrag", "samradsmote", "trygghetsplan"), Drofting),
}


def read_output(content: dict[str, Any]) -> Output:
    """What was kept, checked against its schema. Raises ValueError for an unknown kind or what does not fit it."""
    if content.get("kind") not in KINDS:
        raise ValueError("Unknown kind of output")
    return KINDS[content["kind"]].parse_obj(content)
