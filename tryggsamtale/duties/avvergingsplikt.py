"""Duty B: averting serious crime (straffeloven § 196; duty model §4.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from tryggsamtale.duties.case import CERTAIN, Case
from tryggsamtale.duties.facts import UKJENT
from tryggsamtale.duties.rules import PLIKT, RETT, UAVGJORT, Rule, Table, always
from tryggsamtale.duties.straffebud import NOT_LISTED, UNCLEAR, cited, offence, status

STRL = "straffeloven § 196"
DANGER, CHARGE = "liv_helse_velferd", "siktelse_egen_eller_naermeste"


def _peer_act(case: Case) -> bool:
    """§§ 299 and 303 are outside the duty between equals (§ 196 second paragraph, § 308)."""
    return any(number in ("299", "303") for number in offence(case).provisions) and case.handling in (
        "seksuell_omgang_under14", "seksuell_omgang_14_15", "ssa_rod",
    )


def _carer_of_minor(case: Case, values: tuple[str, ...]) -> bool:
    return case.utsatt == "barn" and not case.role["yrke"] and case.carer in values


def _charged_and_free(case: Case) -> bool:
    """The exception of § 196 third paragraph b, unless the fourth paragraph takes it away or may do so."""
    return case.told("fare_for_melder") == CHARGE and not _carer_of_minor(case, ("ja", UKJENT))


@lru_cache(maxsize=64)
def table(on: date) -> Table:
    """The rules as they stood on a day: the list in § 196 is dated."""

    def act(value: str) -> Callable[[Case], bool]:
        return lambda c: status(offence(c), on) == value

    def provisions(*first: str) -> Callable[[Case], tuple[str, ...]]:
        return lambda c: (*first, *cited(offence(c), on))

    def equals(value: str) -> Callable[[Case], bool]:
        return lambda c: _peer_act(c) and c.jevnbyrdig == value

    return Table("avvergingsplikt", "Avvergingsplikt", (
        Rule("b_barn_selv", "Den som spør, er selv barn", lambda c: c.support == "barn", RETT,
             (f"{STRL} tredje ledd b", "straffeloven § 9", "straffeloven § 20")),
        Rule("b_egen_handling", "Den som spør, er redd for selv å skade", lambda c: c.support == "redd_for_a_skade",
             RETT, (STRL,)),
        Rule("b_utsatt_selv", "Den som spør, er selv utsatt", lambda c: c.support == "utsatt", RETT,
             (f"{STRL} tredje ledd b",)),
        Rule("b_ikke_pa_listen", "Det som skjer, står ikke på listen i § 196", act(NOT_LISTED), RETT, provisions(STRL)),
        Rule("b_jevnbyrdige", "Barna er omtrent jevnbyrdige", equals("ja"), RETT,
             provisions(f"{STRL} andre ledd", "straffeloven § 308")),
        Rule("b_vag", "Bare rykte eller magefølelse", lambda c: c.vag, RETT, provisions(STRL)),
        Rule("b_kan_ikke_avverges", "Det er over og kan ikke gjenta seg", lambda c: c.kan_avverges == "nei", RETT,
             provisions(STRL)),
        Rule("b_siktelse", "Å si fra utsetter en selv eller ens nærmeste for siktelse", _charged_and_free, RETT,
             provisions(f"{STRL} tredje ledd b", "straffeloven § 9")),
        Rule("b_utover_under_15", "Den som gjør det, er under 15 år", lambda c: c.doer_under_15, UAVGJORT,
             provisions(STRL, "straffeloven § 20")),
        Rule("b_straffebud_uklart", "Det er uklart om det står på listen", act(UNCLEAR), UAVGJORT, provisions(STRL)),
        Rule("b_jevnbyrdighet_tvil", "Det er tvil om barna er jevnbyrdige", equals(UKJENT), UAVGJORT,
             provisions(f"{STRL} andre ledd", "straffeloven § 308")),
        Rule("b_avverging_motsagt", "Det pågår, men er sagt å ikke kunne hindres",
             lambda c: c.kan_avverges == "motsagt", UAVGJORT, provisions(STRL)),
        Rule("b_avverging_ukjent", "Det er ukjent om noe kan hindres", lambda c: c.kan_avverges == UKJENT, UAVGJORT,
             provisions(STRL)),
        Rule("b_ikke_mest_sannsynlig", "Ikke sikkert eller mest sannsynlig ennå", lambda c: c.sikkerhet not in CERTAIN,
             UAVGJORT, provisions(STRL)),
        Rule("b_omsorgsperson", "Fare eller siktelse, men den som spør, har omsorgen for barnet",
             lambda c: c.fare_for_melder != "ingen" and _carer_of_minor(c, ("ja",)), PLIKT,
             provisions(f"{STRL} fjerde ledd")),
        Rule("b_omsorgsperson_ukjent", "Siktelse, og ukjent om den som spør, har omsorgen for barnet",
             lambda c: c.fare_for_melder == CHARGE and _carer_of_minor(c, (UKJENT,)), UAVGJORT,
             provisions(f"{STRL} fjerde ledd")),
        Rule("b_fare_privat", "Fare for liv, helse eller velferd, og ingen arbeidsplass bak seg",
             lambda c: c.fare_for_melder == DANGER and not c.role["yrke"], UAVGJORT,
             provisions(f"{STRL} tredje ledd b")),
        Rule("b_fare_trygg_vei", "Fare, men det finnes en trygg vei gjennom jobben",
             lambda c: c.fare_for_melder == DANGER, PLIKT, provisions(STRL)),
        Rule("b_plikt", "Ellers: alvorlig lovbrudd, mest sannsynlig, og det kan hindres", always, PLIKT,
             provisions(STRL)),
    ))
