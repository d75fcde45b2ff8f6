"""The draft of a trygghetsplan: rows for the places where there is a worry, rights, principles, evaluation (000)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tryggsamtale.consultation.case import UKJENT, Case
from tryggsamtale.consultation.days import workday
from tryggsamtale.consultation.statement import Cite, Statement, read, refs
from tryggsamtale.wording import Text

WORDING = read(__file__)
EVALUATED_EVERY = timedelta(weeks=6)
EVALUATIONS = 3
ARTICLES = ("12", "15", "28", "29")
"""Of the Convention on the Rights of the Child, those that measures touch (000)."""
KINDERGARTEN_AGE = "0-5"
PLACES = {"sosken": "hjem", "fritid": "fritid", "nett": "nett"}


@dataclass(frozen=True)
class Row:
    """One situation that worries, what is done about it, by which adult, and from when (None: to be agreed)."""

    situation: Text
    place: Text
    measure: Text
    responsible: Text
    who_knows: Text
    start: date | None

    def as_dict(self) -> dict[str, Any]:
        texts = {name: getattr(self, name).as_dict() for name in WORDING["columns"]}
        return {**texts, "start": self.start.isoformat() if self.start else None}


@dataclass(frozen=True)
class Trygghetsplan:
    """A draft to fill in and agree on with the adults around the child who acts."""

    rows: tuple[Row, ...]
    evaluation_dates: tuple[date, ...]
    rights: tuple[tuple[str, Statement], ...]
    principles: tuple[Statement, ...]
    exposed_self: Statement | None

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        return {
            "rows": [row.as_dict() for row in self.rows],
            "evaluation_dates": [day.isoformat() for day in self.evaluation_dates],
            "rights": [
                {"article": article, "text": right.text.as_dict(), "sources": refs(right.sources, cite)}
                for article, right in self.rights
            ],
            "principles": [principle.as_dict(cite) for principle in self.principles],
            "exposed_self": self.exposed_self.as_dict(cite) if self.exposed_self else None,
        }


def fits(case: Case) -> bool:
    """A plan is for SSA with a worry: not for green light, which is ordinary exploration."""
    return case.ssa and case.trafikklys != "gronn"


def trygghetsplan(case: Case, on: date) -> Trygghetsplan | None:
    """The draft for the case on a day, or None when no plan fits; only for the area where there is a worry."""
    if not fits(case):
        return None
    start = workday(on, 0) if case.trafikklys == "rod" else None
    names = WORDING["columns"]
    return Trygghetsplan(
        rows=tuple(Row(**{name: row[name] for name in names}, start=start) for row in WORDING["rows"][_area(case)]),
        evaluation_dates=tuple(workday(on + EVALUATED_EVERY * number, 0) for number in range(1, EVALUATIONS + 1)),
        rights=tuple((article, WORDING["rights"][article]) for article in ARTICLES),
        principles=tuple(WORDING["principles"].values()),
        exposed_self=WORDING["exposed_self"].get(case.utover_utsatt),
    )


def _area(case: Case) -> str:
    """Where the children meet; a small child's «same school or kindergarten» is the kindergarten."""
    if case.relasjon == "skole_barnehage":
        young = KINDERGARTEN_AGE in (case.aldersgruppe_utover, case.aldersgruppe)
        return "barnehage" if case.rolle == "barnehage" or young else "skole"
    return PLACES.get(case.relasjon, UKJENT)
