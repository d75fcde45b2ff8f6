"""Duties beside the three: to head teacher, municipality or supervisory authority (duty model §§3.3 and 6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tryggsamtale.duties.case import Case
from tryggsamtale.duties.opplysningsplikt import UNBORN

RESPONSIBLE_SERVICES = ("helsepersonell", "kommunal_ansatt", "nav_kommunal", "privat_offentlig_oppdrag")
HARMLESS = ("ssa_gronn", "ingen_konkret")


@dataclass(frozen=True)
class Other:
    """One duty: ``main`` when it is what the user must do even if none of the three duties applies."""

    id: str
    label: str
    when: Callable[[Case], bool]
    cites: Callable[[Case], tuple[str, ...]]
    main: bool
    contacts: tuple[str, ...]


def _at(case: Case, place: str) -> bool:
    return case.role.get("sted") == place and case.utsatt == "barn" and case.i_rollen and case.handling not in HARMLESS


def _between_children(case: Case) -> bool:
    between = ("bildedeling", "ssa_gul", "ssa_rod")
    return case.doer.group == "jevnaldrende" or (case.doer.likemann and case.handling in between)


def _pregnancy(case: Case) -> bool:
    return case.rolle in UNBORN and case.utsatt == "ufodt" and case.handling == "rus_i_graviditet" and case.i_rollen


def _lacks_competence(case: Case) -> bool:
    return (
        case.utsatt == "voksen_risikoutsatt" and case.rolle in RESPONSIBLE_SERVICES
        and case.fact("samtykke") == "mangler_kompetanse"
    )


def _life_in_danger(case: Case) -> bool:
    """Not told to victims, children and carers, who are led to help instead."""
    return case.support is None and case.told("omsorgsperson") != "ja" and (case.akutt or case.handling == "selvmord")


OTHERS = (
    Other("skole_ansatt", "Skole: en ansatt krenker en elev",
          lambda c: _at(c, "skole") and c.doer.group == "skoleansatt",
          lambda c: ("opplæringslova § 12-5", "opplæringslova § 12-4"), True, ("rektor",)),
    Other("skole_miljo", "Skole: elever imellom", lambda c: _at(c, "skole") and _between_children(c),
          lambda c: ("opplæringslova § 12-4",), True, ("rektor",)),
    Other("barnehage_ansatt", "Barnehage: en ansatt krenker et barn",
          lambda c: _at(c, "barnehage") and c.doer.group in ("omsorg", "skoleansatt"),
          lambda c: ("barnehageloven § 43", "barnehageloven § 42"), True, ("leder",)),
    Other("barnehage_miljo", "Barnehage: barn imellom", lambda c: _at(c, "barnehage") and _between_children(c),
          lambda c: ("barnehageloven § 42",), True, ("leder",)),
    Other("ufodt", "Gravid bruker rusmidler, og rollen er helsepersonell, familievern eller barnevern",
          lambda c: _pregnancy(c) and not c.vag and c.alvor != "mildere", lambda c: (UNBORN[c.rolle],), True,
          ("helse_og_omsorg",)),
    Other("tilsyn", "Helsepersonell: en ansatt skader noen i tjenesten",
          lambda c: c.rolle == "helsepersonell" and c.doer.group in ("omsorg", "kollega") and c.utsatt != "ufodt"
          and c.handling not in HARMLESS, lambda c: ("helsepersonelloven § 17",), True, ("leder", "statsforvalter")),
    Other("verge", "Tjenesten kjenner en voksen som ikke kan samtykke og kan trenge verge", _lacks_competence,
          lambda c: ("vergemålsloven § 57",), False, ("statsforvalter",)),
    Other("hjelpeplikt", "Noen er i åpenbar livsfare",
          _life_in_danger,
          lambda c: ("straffeloven § 287",), False, ()),
)


def other_duties(case: Case) -> tuple[Other, ...]:
    """The rows that hold for the case, in order."""
    return tuple(row for row in OTHERS if row.when(case))
