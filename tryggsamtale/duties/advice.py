"""What to do about it, in order: who to call, what to say, what may be shared, what to write down, what comes next.

Every block is an ordered table: a line (its wording in ``advice.yml``), when it is used, and the contacts it brings.
Order and safe defaults: duty model §§6–8.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tryggsamtale.duties.rules import PLIKT, RETT, UAVGJORT
from tryggsamtale.duties.situation import SEXUAL, Situation
from tryggsamtale.wording import Text, load

WORDING: dict[str, Any] = load(Path(__file__).with_name("advice.yml"))
When = Callable[[Situation], bool]
PEER_DOUBT = ("b_jevnbyrdighet_tvil", "b_jevnbyrdige")
TRAVEL = ("tvangsekteskap", "kjonnslemlestelse")
SSA = ("ssa_gronn", "ssa_gul", "ssa_rod")


@dataclass(frozen=True)
class Line:
    """A line of advice: key of its wording, when it is used, contacts it brings."""

    id: str
    when: When
    contacts: tuple[str, ...] = ()


def _support(*kinds: str) -> When:
    return lambda s: s.case.support in kinds


def _duties(when: When) -> When:
    """Only outside the support track."""
    return lambda s: not s.support and when(s)


def _rule(*ids: str) -> When:
    return lambda s: not s.support and any(rule.id in ids for rule in (s.a, s.b, s.c))


def _other(*ids: str) -> When:
    return lambda s: any(row.id in ids for row in s.others)


def _act(*acts: str) -> When:
    return lambda s: not s.support and s.case.handling in acts


def _reports(s: Situation) -> bool:
    return not s.support and s.a.id in ("a_plikt", "a_egen_tjeneste")


def _may_tell_freely(s: Situation) -> bool:
    """No duty A, a child concerned, and something to tell."""
    return not s.support and s.a.verdict == RETT and s.child and s.case.handling not in ("ingen_konkret", "ssa_gronn")


def _may_need_traces(s: Situation) -> bool:
    """Something may have happened already, and not between equals."""
    happened = s.case.told("tid") != "forestaende" and s.b.id not in PEER_DOUBT
    return s.case.handling in SEXUAL and s.case.support in (None, "utsatt") and happened


def _parents_last(s: Situation) -> bool:
    """Professionals do not warn the carers they suspect (law: practice; duty model §3.2)."""
    return not s.support and s.child_victim and s.carers_suspected and (s.duty or s.doubt) and s.case.role["yrke"]


def _at_work(s: Situation) -> bool:
    """A colleague harms an adult in care: stopped there and then, the leader told at once (duty model §6)."""
    return not s.support and s.adult and s.case.doer.group in ("omsorg", "kollega") and s.case.role["yrke"]


def _tells_leader(s: Situation) -> bool:
    """Somebody at work should know, and no other line has said so."""
    own_line = any(row.contacts[:1] in (("rektor",), ("leder",)) for row in s.others)
    told = own_line or s.case.rolle in ("prest", "advokat")
    return not s.support and s.case.role["yrke"] and (s.duty or s.doubt) and not told


def _discusses_as_adult(s: Situation) -> bool:
    return not s.support and not s.child and UAVGJORT in (s.b.verdict, s.c.verdict)


def _tells_of_help(s: Situation) -> bool:
    """No duty about an adult, or about somebody unknown: what help there is."""
    about = s.case.utsatt == "voksen" or (s.case.utsatt == "ukjent" and not s.child)
    quiet = s.b.verdict == RETT and s.c.verdict != PLIKT
    return about and quiet and (s.case.utsatt == "ukjent" or s.case.handling not in ("ingen_konkret", "selvmord"))


HEADLINES: tuple[tuple[str, When], ...] = (
    ("barn", _support("barn")),
    ("redd_for_a_skade", _support("redd_for_a_skade")),
    ("utsatt", _support("utsatt")),
    ("begge", lambda s: s.a.verdict == PLIKT and s.b.verdict == PLIKT),
    ("palegg", _rule("a_palegg")),
    ("barnevern", lambda s: s.a.verdict == PLIKT),
    ("avverge_omsorg", lambda s: s.carer_with_duty),
    ("avverge", lambda s: s.b.verdict == PLIKT),
    ("nodetater", lambda s: s.c.verdict == PLIKT),
    ("annen_plikt", lambda s: bool(s.main_other)),
    ("uavgjort", lambda s: s.doubt),
    ("unntak", _rule("b_siktelse")),
    ("rett_rolig", lambda s: s.case.handling in ("ingen_konkret", "ssa_gronn")),
    ("rett", lambda s: True),
)

RECOMMENDATION = (
    Line("nod_selvmord", lambda s: s.case.akutt and not s.support and s.case.handling == "selvmord",
         ("ambulanse_113", "politi_112")),
    Line("nod_selv", lambda s: s.case.akutt and s.support, ("politi_112", "ambulanse_113")),
    Line("nod", lambda s: s.case.akutt and not s.support and s.case.handling != "selvmord",
         ("politi_112", "ambulanse_113")),
    Line("barn_ikke_ansvar", _support("barn")),
    Line("barn_ring", _support("barn"), ("alarmtelefonen", "politi_112")),
    Line("barn_voksen", _support("barn"), ("helsestasjon",)),
    Line("redd_trygg", _support("redd_for_a_skade")),
    Line("redd_hjelp", _support("redd_for_a_skade"), ("legevakt", "vo_linjen", "mental_helse")),
    Line("redd_ung", lambda s: s.case.support == "redd_for_a_skade" and s.case.rolle == "ukjent", ("alarmtelefonen",)),
    Line("utsatt_hjelp", _support("utsatt"), ("vo_linjen",)),
    Line("utsatt_krisesenter", _support("utsatt"), ("krisesenter", "politi_112")),
    Line("utsatt_barn", lambda s: s.case.support == "utsatt" and s.child, ("helsestasjon", "barnevern")),
    Line("hvis_fare", _duties(lambda s: not s.case.akutt and s.soon and (s.duty or s.doubt)), ("politi_112",)),
    Line("palegg", _rule("a_palegg"), ("barnevern",)),
    Line("egen_tjeneste", _rule("a_egen_tjeneste"), ("barnevern",)),
    Line("meld_na", lambda s: s.a.id == "a_plikt" and s.case.akutt, ("barnevern", "barnevernvakt")),
    Line("meld", lambda s: s.a.id == "a_plikt" and not s.case.akutt, ("barnevern", "barnevernvakt")),
    Line("avverg_omsorg", _duties(lambda s: s.carer_with_duty),
         ("politi_112", "vo_linjen", "krisesenter", "barnevern", "barnevernvakt")),
    Line("avverg_barn", _duties(lambda s: s.b.verdict == PLIKT and not s.adult and not s.carer_with_duty),
         ("politi_112", "politi_02800", "barnevern", "barnevernvakt")),
    Line("avverg", _duties(lambda s: s.b.verdict == PLIKT and s.adult),
         ("politi_112", "politi_02800", "krisesenter", "vo_linjen")),
    Line("en_melding", lambda s: _reports(s) and s.b.verdict == PLIKT),
    Line("nodetater", _duties(lambda s: s.c.verdict == PLIKT), ("politi_112", "politi_02800")),
    Line("avverg_trygt", _rule("b_fare_trygg_vei"), ("leder",)),
    Line("fare_privat", _rule("b_fare_privat", "b_siktelse", "b_omsorgsperson_ukjent"), ("vo_linjen", "politi_02800")),
    Line("foreldre_sist", _parents_last),
    Line("ikke_konfronter", _duties(lambda s: s.b.verdict == PLIKT and not _parents_last(s) and not _at_work(s))),
    Line("meld_slik", _reports),
    Line("ikke_anmeldelse", _reports),
    Line("personlig", _duties(lambda s: s.duty and s.case.role["yrke"])),
    Line("rektor", _other("skole_ansatt", "skole_miljo"), ("rektor",)),
    Line("styrer", _other("barnehage_ansatt", "barnehage_miljo"), ("leder",)),
    Line("leder_straks", _at_work, ("leder", "tryggest")),
    Line("ufodt_plikt", _other("ufodt"), ("helse_og_omsorg",)),
    Line("ufodt", _duties(lambda s: s.case.utsatt == "ufodt" and not _other("ufodt")(s)),
         ("helse_og_omsorg", "helsestasjon")),
    Line("reise", lambda s: _act(*TRAVEL)(s) and s.child, ("kompetanseteamet", "barnevern", "politi_02800")),
    Line("reise_voksen", lambda s: _act(*TRAVEL)(s) and not s.child, ("kompetanseteamet", "politi_02800")),
    Line("ssa", _act("ssa_rod"), ("konsultasjonsteam", "statens_barnehus", "barnevern")),
    Line("ssa_gul", _act("ssa_gul"), ("helsestasjon", "barnevern")),
    Line("ssa_gronn", _act("ssa_gronn"), ("helsestasjon",)),
    Line("jevnbyrdig", lambda s: _rule(*PEER_DOUBT)(s) and s.case.handling not in SSA,
         ("helsestasjon", "statens_barnehus")),
    Line("krenkelse", _act("seksuell_krenkelse_annen"), ("politi_02800",)),
    Line("bilder", _act("bildedeling"), ("politi_02800",)),
    Line("overgrep_spor", _may_need_traces,
         ("overgrepsmottak",)),
    Line("selvmord", lambda s: _act("selvmord")(s) and not s.case.akutt, ("legevakt", "mental_helse", "ambulanse_113")),
    Line("utenfor_rollen", _rule("a_utenfor_rollen"), ("barnevern",)),
    Line("foreldre_politi", _rule("a_utenfor_hjemmet"), ("politi_02800", "barnevern")),
    Line("droft_barnevern", _duties(lambda s: s.a.verdict == UAVGJORT), ("barnevern", "barnevernvakt", "politi_02800")),
    Line("droft_politi", _duties(lambda s: s.child and UAVGJORT in (s.b.verdict, s.c.verdict)),
         ("politi_02800", "politi_112")),
    Line("droft_voksen", _discusses_as_adult, ("politi_02800", "vo_linjen", "politi_112")),
    Line("rett_privat", lambda s: _may_tell_freely(s) and s.case.role["dekket"] == "nei" and not s.case.role["yrke"]
         and not s.carer_with_duty, ("barnevern", "barnevernvakt")),
    Line("avverg_anonymt",
         _duties(lambda s: s.b.verdict == PLIKT and not s.case.role["yrke"] and not s.carer_with_duty)),
    Line("rett_fortrolig", lambda s: _may_tell_freely(s) and s.a.id == "a_fortrolig" and not s.duty,
         ("barnevern",)),
    Line("vag", lambda s: _may_tell_freely(s) and s.case.vag and s.case.role["dekket"] != "nei", ("barnevern",)),
    Line("rett_samtykke", lambda s: _may_tell_freely(s) and s.a.id in ("a_mildere", "a_ingen_bokstav", "a_ufodt")
         and not s.case.vag and not s.carers_suspected, ("helsestasjon", "barnevern")),
    Line("rett_rad", lambda s: _may_tell_freely(s) and s.a.id in ("a_mildere", "a_ingen_bokstav", "a_ufodt")
         and not s.case.vag and s.carers_suspected, ("barnevern", "helsestasjon")),
    Line("samtykke_ja", lambda s: s.adult_way == "ja", ("tryggest", "leder", "politi_02800")),
    Line("samtykke_nei", lambda s: s.adult_way == "nei", ("krisesenter", "vo_linjen", "tryggest")),
    Line("samtykke_mangler", lambda s: s.adult_way == "mangler", ("leder", "tryggest", "statsforvalter")),
    Line("samtykke_spor", lambda s: s.adult_way == "spor", ("tryggest", "leder")),
    Line("okonomisk", _act("okonomisk"), ("politi_02800",)),
    Line("ro", lambda s: not s.adult and _act("ingen_konkret")(s), ("helsestasjon", "barnevern")),
    Line("selvbestemmelse", lambda s: s.adult and _act("ingen_konkret")(s), ("vo_linjen",)),
    Line("rett_voksen", _duties(_tells_of_help), ("vo_linjen", "krisesenter", "politi_02800")),
    Line("advokat", _duties(lambda s: s.case.rolle == "advokat"), ("advokatforeningen",)),
    Line("prest", _duties(lambda s: s.case.rolle == "prest" and not s.duty), ("leder",)),
    Line("barnehus", _duties(lambda s: s.child and s.case.handling in SEXUAL), ("statens_barnehus",)),
    Line("leder", _tells_leader, ("leder",)),
)

SHARING = {
    "fri": ("fri",),
    "forvaltning": ("samtykke", "fare_offentlig", "lovbrudd_offentlig", "anonymt"),
    "helse": ("samtykke", "anonymt", "tungtveiende"),
    "krisesenter": ("samtykke", "krisesenter", "anonymt"),
    "samtykke": ("samtykke", "anonymt"),
    "politi": ("politi_intern", "anonymt"),
    "barnevern": ("barnevern_intern", "anonymt"),
    "fortrolig": ("samtykke", "anonymt", "fortrolig"),
}
SHARING_LAW = {
    "forvaltning": ("forvaltningsloven § 13 a", "forvaltningsloven § 13 b"),
    "helse": ("helsepersonelloven § 22", "helsepersonelloven § 23"),
    "krisesenter": ("krisesenterlova § 5",),
    "samtykke": (), "fri": (), "barnevern": ("barnevernsloven § 13-1",),
    "politi": ("politiregisterloven § 27",), "fortrolig": ("straffeloven § 17",),
}
MAY_SHARE = (
    Line("din_historie", lambda s: s.support),
    Line("barnevern", _duties(lambda s: s.a.verdict == PLIKT)),
    Line("avverge", _duties(lambda s: s.b.verdict == PLIKT)),
    Line("politi", _duties(lambda s: s.c.verdict == PLIKT)),
    Line("kommune", _other("ufodt")),
    Line("privat_kunnskap", _duties(lambda s: not s.case.i_rollen and s.case.role["yrke"])),
    Line("foreldre_vent", _duties(lambda s: s.carers_suspected and s.child_victim and s.case.role["yrke"])),
    Line("foreldre_apen", _duties(lambda s: s.child_victim and not s.carers_suspected)),
    Line("apen_voksen", _duties(lambda s: s.adult)),
    Line("sosial_kontroll", lambda s: s.case.handling in TRAVEL),
)
WRITE_DOWN = (
    Line("selv", lambda s: s.support),
    Line("fakta", lambda s: not s.support),
    Line("barnets_ord", _duties(lambda s: s.child)),
    Line("egne_ord", _duties(lambda s: s.adult)),
    Line("gjort", lambda s: not s.support),
    Line("oppbevar", lambda s: not s.support),
)
CARE = (
    Line("du_selv", lambda s: s.support or s.carer_with_duty),
    Line("barn_lytt", _duties(lambda s: s.child)),
    Line("barn_ikke_avhor", _duties(lambda s: s.child)),
    Line("barn_lov", _duties(lambda s: s.child)),
    Line("voksen_apen", _duties(lambda s: s.adult)),
    Line("voksen_trygg", _duties(lambda s: s.adult)),
    Line("deg_selv", lambda s: not s.support and not s.carer_with_duty),
)
NEXT_STEPS: tuple[tuple[int, Line], ...] = (
    (0, Line("nod", lambda s: s.case.akutt)),
    (0, Line("snakk", lambda s: s.support)),
    (0, Line("palegg", _rule("a_palegg"))),
    (0, Line("meld", lambda s: s.a.id == "a_plikt")),
    (0, Line("egen_tjeneste", _rule("a_egen_tjeneste"))),
    (0, Line("avverg", _duties(lambda s: s.b.verdict == PLIKT))),
    (0, Line("varsle", _duties(lambda s: s.c.verdict == PLIKT))),
    (0, Line("annen_plikt", _duties(lambda s: bool(s.main_other)))),
    (0, Line("droft", _duties(lambda s: s.doubt or s.b.id == "b_siktelse"))),
    (0, Line("skriv", lambda s: not s.support)),
    (3, Line("spor_rad", _duties(lambda s: not s.duty and not s.doubt and s.b.id != "b_siktelse"))),
    (7, Line("uke", lambda s: s.a.id == "a_plikt")),
    (14, Line("igjen", lambda s: not s.support)),
    (21, Line("tre_uker", lambda s: s.a.id == "a_plikt")),
)


def headline(s: Situation) -> Text:
    """The answer in one or two sentences (duty model §8)."""
    key = next(key for key, when in HEADLINES if when(s))
    text = WORDING["headlines"][key]
    if key == "annen_plikt":
        return text.format(duty=WORDING["other_duties"][s.main_other[0].id])
    if key == "uavgjort":
        return text.format(whom=WORDING["whom"]["barn" if s.child or s.case.barn == "ukjent" else "voksen"])
    return text


def used(lines: tuple[Line, ...], s: Situation) -> tuple[Line, ...]:
    """The lines of a table that this situation calls for."""
    return tuple(line for line in lines if line.when(s))


def sharing(s: Situation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What opens the confidentiality of the role: keys of wording, and paragraphs (duty model §7)."""
    if s.support or (s.duty and s.case.rolle != "advokat"):
        return (), ()
    way = s.case.role["deling"] if s.case.i_rollen else "fri"
    keys = SHARING[way] if s.case.i_rollen or not s.case.role["yrke"] else ("anonymt",)
    return keys, tuple(filter(None, (s.case.role["taushet"], *SHARING_LAW[way])))
