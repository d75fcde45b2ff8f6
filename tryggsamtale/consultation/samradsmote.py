"""The samrådsmøte: purpose, the five points of the agenda filled in, who takes part, and by when (000)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tryggsamtale.consultation.case import NOTHING, UKJENT, Case
from tryggsamtale.consultation.days import workday, written
from tryggsamtale.consultation.names import NAMES, listed, named, who, worries
from tryggsamtale.consultation.seriousness import AKUTT, ALVORLIG
from tryggsamtale.consultation.statement import Cite, Statement, read, refs
from tryggsamtale.wording import Text

WORDING = read(__file__)
SEVERAL_SERVICES = 2
MEETING_WITHIN = {AKUTT: 3, ALVORLIG: 7}
"""Days until the meeting at the latest; V27 says early, the numbers are our suggestion."""
MEETING_USUALLY = 14
AT_ONCE = 1
NEXT_AFTER = 21
"""Days from the meeting to the next one; our suggestion, the meeting decides."""


@dataclass(frozen=True)
class Point:
    """One of the five points: its title and what the case fills in."""

    title: Statement
    filled: tuple[Text, ...]

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        return {
            "title": self.title.text.as_dict(), "filled": [text.as_dict() for text in self.filled],
            "sources": refs(self.title.sources, cite),
        }


@dataclass(frozen=True)
class Deadline:
    """Something to have done ``by`` a day."""

    text: Text
    by: date

    def as_dict(self) -> dict[str, Any]:
        return {"text": self.text.as_dict(), "by": self.by.isoformat()}


@dataclass(frozen=True)
class Samradsmote:
    """A draft for the invitation and the agenda."""

    purpose: Statement
    agenda: tuple[Point, ...]
    invite: tuple[Text, ...]
    coordinator: Statement
    inform: tuple[Statement, ...]
    deadlines: tuple[Deadline, ...]
    next_meeting: Statement

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        return {
            "purpose": self.purpose.as_dict(cite),
            "agenda": [point.as_dict(cite) for point in self.agenda],
            "invite": [text.as_dict() for text in self.invite],
            "coordinator": self.coordinator.as_dict(cite),
            "inform": [statement.as_dict(cite) for statement in self.inform],
            "deadlines": [deadline.as_dict() for deadline in self.deadlines],
            "next_meeting": self.next_meeting.as_dict(cite),
        }


def fits(case: Case) -> bool:
    """A meeting is of use when several services are involved, when children have hurt children, or when asked for.

    Green light is ordinary exploration: no meeting is called for it.
    """
    if "samradsmote" in case.sporsmal:
        return True
    if case.ssa:
        return case.trafikklys != "gronn"
    return case.child and len(case.involved) >= SEVERAL_SERVICES


def samradsmote(case: Case, level: str, on: date) -> Samradsmote | None:
    """The draft for a case of that seriousness on a day, or None when no such meeting fits."""
    if not fits(case):
        return None
    meeting = workday(on, MEETING_WITHIN.get(level, MEETING_USUALLY))
    following = workday(meeting, NEXT_AFTER)
    return Samradsmote(
        purpose=WORDING["purpose"],
        agenda=_agenda(case, following),
        invite=_invited(case),
        coordinator=WORDING["coordinator"][_coordinator(case)],
        inform=_informed(case),
        deadlines=(
            Deadline(WORDING["deadlines"]["strakstiltak"], workday(on, AT_ONCE)),
            Deadline(WORDING["deadlines"]["innkalling"], workday(on, AT_ONCE)),
            Deadline(WORDING["deadlines"]["mote"], meeting),
        ),
        next_meeting=WORDING["next_meeting"].format(date=written(following)),
    )


def _agenda(case: Case, following: date) -> tuple[Point, ...]:
    filled = WORDING["filled"]
    known = [filled["gjelder"].format(who=who(case)), filled["bekymring"].format(worries=worries(case))]
    if case.hendelse:
        known.append(filled["hendelse"].format(told=Text.of(case.hendelse)))
    if case.ssa:
        known.append(filled["trafikklys"].format(light=NAMES["trafikklys"][case.trafikklys]))
    if case.ssa and case.relasjon != UKJENT:
        known.append(filled["relasjon"].format(tie=NAMES["relasjon"][case.relasjon]))
    known.append(filled["uavklart"])
    done = [filled["gjort"].format(done=Text.of(case.gjort))] if case.gjort not in (None, NOTHING) else []
    if case.involved:
        done.append(filled["tjenester"].format(services=listed("instanser", case.involved)))
    done += [filled["koordinator"], filled["flere"]]
    needs = [filled["trygghet"], filled["behov"]]
    if case.ssa:
        needs += [filled["trygghetsplan"], filled["egen_utsatthet"]]
    plan = [filled["hvem_gjor_hva"], filled["straks"]]
    end = [filled["neste_mote"].format(date=written(following)), filled["kontaktpersoner"]]
    points = zip(("forstaelse", "runde", "drofting", "plan", "videre"), (known, done, needs, plan, end), strict=True)
    return tuple(Point(WORDING["agenda"][name], tuple(texts)) for name, texts in points)


def _coordinator(case: Case) -> str:
    """Child welfare coordinates where it is involved (000); else the one who does, or whom the meeting chooses."""
    if "barnevern" in case.involved:
        return "barnevern"
    if not case.child:
        return "voksen"
    return {"ja": "den_som_gjor_det", "nei": "avklares"}.get(case.koordinator, "avklares")


def _carers_may_come(case: Case) -> bool:
    return case.child and case.samtykke != "omsorgspersoner"


def _invited(case: Case) -> tuple[Text, ...]:
    extra = WORDING["invite"]
    invited = named("instanser", case.involved)
    if case.child and "barnevern" not in case.involved:
        invited.append(extra["barnevern"])
    if case.ssa and case.trafikklys == "rod" and "bup" not in case.involved:
        invited.append(extra["bup"])
    if case.relasjon == "skole_barnehage" and not {"skole", "barnehage"} & set(case.involved):
        invited.append(extra["skole_barnehage"])
    if case.ssa:
        invited.append(extra["fagperson_ssa"])
    if _carers_may_come(case):
        invited.append(extra["foresatte"])
    if not case.child:
        invited.append(extra["personen"])
    return tuple(invited)


def _informed(case: Case) -> tuple[Statement, ...]:
    inform = WORDING["inform"]
    told = [inform["leder"]] if case.employed else []
    if case.child:
        told.append(inform["foresatte" if _carers_may_come(case) else "foresatte_venter"])
        told.append(inform["barnet"])
    told.append(inform["bare_det_nodvendige"])
    return tuple(told)
