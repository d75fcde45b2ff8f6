"""Duty A: telling barnevernet (barnevernsloven § 13-2 and the parallel paragraphs; duty model §3)."""

from __future__ import annotations

from tryggsamtale.duties.case import Case
from tryggsamtale.duties.facts import UKJENT
from tryggsamtale.duties.rules import IKKE_RELEVANT, PLIKT, RETT, UAVGJORT, Rule, Table, always

BVL = "barnevernsloven § 13-2"
NOT_HARM = ("ssa_gronn", "atferd_alvorlig", "rus_i_graviditet", "okonomisk", "ingen_konkret")
UNBORN = {
    "helsepersonell": "helsepersonelloven § 32 andre ledd",
    "familievern": "familievernkontorloven § 9 andre ledd",
    "barnevern": "barnevernsloven § 13-5 andre ledd",
}
"""The paragraph that sends the worry about an unborn child to the municipality's health and care service."""


def _law(case: Case, letter: str = "") -> tuple[str, ...]:
    """The role's own paragraph and § 13-2, with the letter each of them has for it."""
    role = case.role
    own_letter = role.get("bokstav", {}).get(letter, letter)
    cited = []
    if "lov" in role and own_letter is not None:
        cited.append(role["lov"].format(f" {own_letter}" if own_letter else ""))
    if "ogsa" in role or not cited:
        cited.append(role.get("ogsa", BVL + "{}").format(f" {letter}" if letter else ""))
    return tuple(cited)


def _by_letter(case: Case) -> tuple[str, ...]:
    return _law(case, case.kategori if case.kategori in ("a", "b", "c", "d", "e") else "")


def _by_role(case: Case) -> tuple[str, ...]:
    return _law(case) if case.role["dekket"] == "ja" else (BVL,)


def _uncovered(case: Case) -> tuple[str, ...]:
    return (BVL, case.role["taushet"])


def _unborn(case: Case) -> tuple[str, ...]:
    return ("barnevernsloven § 1-2", *filter(None, (UNBORN.get(case.rolle), "helse- og omsorgstjenesteloven § 10-3")))


def _ordered(case: Case) -> tuple[str, ...]:
    return ("barnevernsloven § 13-4", *(_law(case) if case.rolle != "barnevern" else ()))


def _letter_lacking(case: Case) -> bool:
    return case.kategori in case.role.get("mangler", ())


def _harm_without_letter(case: Case) -> bool:
    """No letter was found to fit, but somebody harms the child, and not mildly: the doubt is the child's."""
    concerns_child = case.utsatt == "barn" or (case.barn == "ja" and case.doer.hjemme == "ja")
    harm = case.handling not in NOT_HARM and case.told("bvl_kategori") == "ingen"
    return case.kategori == "ingen" and concerns_child and (case.akutt or (harm and not case.vag and _not_mild(case)))


def _not_mild(case: Case) -> bool:
    if case.handling == "seksuell_omgang_14_15" and case.jevnbyrdig == "ja":
        return False
    return case.alvor != "mildere" or case.played_down


def _over_and_safe(case: Case) -> bool:
    """Letters a and e look at now and the future («blir eller vil bli»)."""
    if case.kategori not in ("a", "e") or case.tid != "fortid_avsluttet":
        return False
    return case.kan_avverges != "ja" and case.fact("foreldre_beskytter") != "nei"


def _outside_and_protected(case: Case) -> bool:
    return (
        case.kategori == "a" and case.utsatt == "barn" and case.doer.hjemme == "nei" and case.doer.group != "selv"
        and case.fact("foreldre_beskytter") == "ja"
    )


TABLE = Table("opplysningsplikt_barnevern", "Opplysningsplikt til barnevernet", (
    Rule("a_barn_selv", "Den som spør, er selv barn", lambda c: c.support == "barn", IKKE_RELEVANT, (BVL,)),
    Rule("a_palegg", "Barnevernet har gitt pålegg, og rollen er omfattet",
         lambda c: c.palegg and c.role["dekket"] == "ja" and not c.support, PLIKT, _ordered),
    Rule("a_palegg_uklar", "Barnevernet har gitt pålegg, men rollen er ukjent",
         lambda c: c.palegg and c.role["dekket"] == "uklar" and not c.support, UAVGJORT, ("barnevernsloven § 13-4",)),
    Rule("a_ufodt", "Barnet er ikke født, og det er ingen andre barn i hjemmet",
         lambda c: c.utsatt == "ufodt" and c.barn != "ja", RETT, _unborn),
    Rule("a_ingen_barn", "Ingen under 18 år er berørt", lambda c: c.barn == "nei", IKKE_RELEVANT,
         ("barnevernsloven § 1-2",)),
    Rule("a_egen_handling", "Den som spør, er redd for selv å skade",
         lambda c: c.support == "redd_for_a_skade", RETT, (BVL,)),
    Rule("a_prest", "Prest eller forstander som har fått vite det utenfor sjelesorgen",
         lambda c: c.rolle == "prest" and c.fact("i_rollen") != "ja", UAVGJORT, (BVL, "straffeloven § 211")),
    Rule("a_fortrolig", "Rollen er ikke omfattet (prest, advokat, verge)",
         lambda c: c.role["dekket"] == "nei" and c.role["yrke"], RETT, _uncovered),
    Rule("a_privat", "Rollen er ikke omfattet (privat, frivillig)", lambda c: c.role["dekket"] == "nei", RETT, (BVL,)),
    Rule("a_utenfor_rollen", "Rollen er omfattet, men kunnskapen kommer fra fritiden",
         lambda c: not c.i_rollen, UAVGJORT, _by_role),
    Rule("a_skade_uten_bokstav", "Ingen bokstav i § 13-2 passer, men noen skader barnet, og det er ikke mildt",
         _harm_without_letter, UAVGJORT, _by_role),
    Rule("a_ingen_bokstav", "Ingen bokstav i § 13-2 passer", lambda c: c.kategori == "ingen", RETT, _by_role),
    Rule("a_bokstav_mangler", "Bokstav d, men barnehageloven § 46 har ikke den bokstaven", _letter_lacking, UAVGJORT,
         ("barnehageloven § 46", "barnevernsloven § 13-2 d")),
    Rule("a_vag", "Bare en vag mistanke", lambda c: c.vag, RETT, _by_letter),
    Rule("a_mildere_men", "Omtalt som mildt, men handlingen er i seg selv alvorlig, eller det haster",
         lambda c: c.alvor == "mildere" and (c.played_down or c.akutt), UAVGJORT, _by_letter),
    Rule("a_mildere", "Bekymringen er ikke alvorlig nok", lambda c: c.alvor == "mildere", RETT, _by_letter),
    Rule("a_barn_ukjent", "Det er ukjent om noen under 18 år er berørt", lambda c: c.barn == UKJENT, UAVGJORT,
         _by_role),
    Rule("a_kategori_uklar", "Det er uklart om noen bokstav i § 13-2 passer", lambda c: c.kategori == "uklar", UAVGJORT,
         _by_role),
    Rule("a_alvor_ukjent", "Det er ukjent hvor alvorlig det er", lambda c: c.alvor == UKJENT, UAVGJORT, _by_letter),
    Rule("a_avsluttet", "Det er over, og ikke noe tyder på at barnet er utrygt nå", _over_and_safe, UAVGJORT,
         _by_letter),
    Rule("a_utenfor_hjemmet", "En utenfor familien gjør det, og foreldrene beskytter barnet", _outside_and_protected,
         UAVGJORT, _by_letter),
    Rule("a_sikkerhet_ukjent", "Det er ukjent hvor sikker kunnskapen er, eller den er vag og det haster",
         lambda c: c.sikkerhet in (UKJENT, "vag"), UAVGJORT, _by_letter),
    Rule("a_rolle_ukjent", "Rollen er ukjent", lambda c: c.role["dekket"] == "uklar", UAVGJORT, _by_letter),
    Rule("a_egen_tjeneste", "Ansatt i barnevernet: saken hører til i egen tjeneste", lambda c: c.rolle == "barnevern",
         PLIKT, lambda c: ("barnevernsloven § 2-1", "barnevernsloven § 2-2", *_by_letter(c)[1:])),
    Rule("a_plikt", "Ellers: grunn til å tro at en bokstav i § 13-2 er oppfylt", always, PLIKT, _by_letter),
))
