"""From what happens to the penal provision, and whether it is one the duty to avert covers (duty model §4.1).

The table tells which provision the act falls under; whether straffeloven § 196 named that provision on a given day is a
dated row in ``paragraphs.yml``. So the same act can give another answer under an earlier law.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tryggsamtale.duties import paragraphs
from tryggsamtale.duties.case import ADULT, Case
from tryggsamtale.duties.facts import UKJENT
from tryggsamtale.duties.rules import always

LISTED, UNCLEAR, NOT_LISTED = "på listen", "uklart", "ikke på listen"
SEX_FAMILY = ("incest", "seksuell_omgang_stebarn")
CARE = ("partner", "forelder", "besteforelder", "husstand", "omsorg")


@dataclass(frozen=True)
class Offence:
    """One row: for these acts, under this condition, these provisions; ``status`` is what the act alone shows."""

    acts: tuple[str, ...]
    label: str
    when: Callable[[Case], bool]
    status: str
    provisions: tuple[str, ...]


def _circle(case: Case) -> str:
    return case.doer.krets


def _age_below(case: Case, limit: int) -> bool:
    return case.utsatt == "barn" and case.alder is not None and case.alder < limit


def _of_age_unknown(case: Case) -> bool:
    return case.utsatt == "barn" and case.alder is None


def _acute_and_grave(case: Case) -> bool:
    return case.akutt and case.alvor == "alvorlig"


OFFENCES = (
    Offence(("drap_plan",), "Drap, plan eller avtale om drap", always, LISTED, ("275", "279")),
    Offence(("vold_alvorlig",), "Grov vold, men omtalt som mild", lambda c: c.played_down, UNCLEAR, ("274",)),
    Offence(("vold_alvorlig",), "Grov vold i kretsen i § 282", lambda c: _circle(c) == "ja", LISTED,
            ("282", "283", "274")),
    Offence(("vold_alvorlig",), "Grov vold ellers", always, LISTED, ("274",)),
    Offence(("vold_gjentatt",), "Gjentatt vold i kretsen, men omtalt som mild",
            lambda c: _circle(c) == "ja" and c.played_down, UNCLEAR, ("282",)),
    Offence(("vold_gjentatt",), "Gjentatt vold i kretsen i § 282", lambda c: _circle(c) == "ja", LISTED, ("282",)),
    Offence(("vold_gjentatt",), "Gjentatt vold, uklart om kretsen gjelder",
            lambda c: _circle(c) == "uklar" or (c.doer.group == "annen" and c.utsatt == "barn"), UNCLEAR, ("282",)),
    Offence(("vold_enkelt",), "Én alvorlig voldshandling i kretsen",
            lambda c: _circle(c) == "ja" and c.alvor == "alvorlig", LISTED, ("282",)),
    Offence(("vold_enkelt",), "Én voldshandling, uklart om den er alvorlig eller om kretsen gjelder",
            lambda c: _circle(c) != "nei" and c.alvor != "mildere", UNCLEAR, ("282",)),
    Offence(("vold_enkelt", "vold_gjentatt"), "Alvorlig vold utenfor kretsen, og det haster", _acute_and_grave, UNCLEAR,
            ("274",)),
    Offence(("vold_enkelt", "vold_gjentatt"), "Vanlig vold utenfor kretsen, eller ett mildt tilfelle", always,
            NOT_LISTED, ("271", "273")),
    Offence(("trusler_enkelt",), "Alvorlig trussel i kretsen, eller det haster",
            lambda c: c.alvor == "alvorlig" and (_circle(c) == "ja" or c.akutt), UNCLEAR, ("282", "263")),
    Offence(("trusler_enkelt",), "Trussel alene", always, NOT_LISTED, ("263",)),
    Offence(("frihetsberovelse",), "Alvorlig frihetsberøvelse i kretsen",
            lambda c: c.alvor == "alvorlig" and _circle(c) == "ja", LISTED, ("255", "282")),
    Offence(("frihetsberovelse",), "Alvorlig frihetsberøvelse ellers", lambda c: c.alvor == "alvorlig", LISTED,
            ("255",)),
    Offence(("frihetsberovelse",), "Frihetsberøvelse, uklart hvor alvorlig", lambda c: c.alvor == UKJENT, UNCLEAR,
            ("254", "255")),
    Offence(("frihetsberovelse",), "Mindre alvorlig frihetsberøvelse", always, NOT_LISTED, ("254",)),
    Offence(("voldtekt",), "Seksuell omgang uten samtykke", always, LISTED, ("291",)),
    Offence(("seksuell_omgang_misbruk",), "Misbruk av stilling, avhengighet, tillit eller sårbarhet", always, LISTED,
            ("295",)),
    Offence(("seksuell_omgang_under14",), "Seksuell omgang med barn under 14 år", always, LISTED, ("299",)),
    Offence(("seksuell_omgang_14_15",), "Barnet er likevel under 14 år", lambda c: _age_below(c, 14), LISTED, ("299",)),
    Offence(("seksuell_omgang_14_15",), "Den andre har omsorgen for barnet", lambda c: c.doer.group in CARE, LISTED,
            ("314", "295")),
    Offence(("seksuell_omgang_14_15",), "Den andre er slekt, ansatt eller har tillit",
            lambda c: c.doer.group in ("annen_familie", "kollega", "skoleansatt", "tillit") and c.jevnbyrdig != "ja",
            UNCLEAR, ("295", "302")),
    Offence(("seksuell_omgang_14_15",), "Alvorlig eller ujevnt, kan være grovt",
            lambda c: c.jevnbyrdig != "ja" and (c.alvor == "alvorlig" or (c.jevnbyrdig == "nei" and c.alvor == UKJENT)),
            UNCLEAR, ("302", "303")),
    Offence(("seksuell_omgang_14_15",), "Frivillig, 14–15 år", always, NOT_LISTED, ("302",)),
    Offence(SEX_FAMILY, "Incest, foster- eller stebarn: under 14 år", lambda c: _age_below(c, 14), LISTED,
            ("312", "314", "299")),
    Offence(SEX_FAMILY, "Incest, foster- eller stebarn: under 16 år", lambda c: _age_below(c, 16), LISTED,
            ("312", "314")),
    Offence(SEX_FAMILY, "Incest, foster- eller stebarn: alderen er ukjent", _of_age_unknown, UNCLEAR, ("312", "314")),
    Offence(SEX_FAMILY, "Voksne, og omtalt som mildt",
            lambda c: c.utsatt == "voksen" and c.alvor == "mildere" and (c.alder is None or c.alder >= ADULT),
            NOT_LISTED, ("312", "314")),
    Offence(SEX_FAMILY, "16 år eller mer: kan være misbruk eller voldtekt", always, UNCLEAR, ("295", "291")),
    Offence(("tvangsekteskap",), "Tvangsekteskap med noen under 16 år", lambda c: _age_below(c, 16), LISTED,
            ("253", "262")),
    Offence(("tvangsekteskap",), "Tvangsekteskap, eller reise for det", always, LISTED, ("253",)),
    Offence(("kjonnslemlestelse",), "Kjønnslemlestelse, også i utlandet", always, LISTED, ("284",)),
    Offence(("menneskehandel",), "Menneskehandel med barn", lambda c: c.utsatt == "barn" and not c.played_down, LISTED,
            ("258",)),
    Offence(("menneskehandel",), "Menneskehandel, uklart om den er grov", always, UNCLEAR, ("257", "258")),
    Offence(("hensettelse",), "Forlatt hjelpeløs, alvorlig", lambda c: c.alvor == "alvorlig", LISTED, ("288",)),
    Offence(("hensettelse",), "Forlatt, uklart hvor alvorlig", lambda c: c.alvor == UKJENT or c.akutt, UNCLEAR,
            ("288",)),
    Offence(("hensettelse",), "Forlatt, uten alvorlig fare", always, NOT_LISTED, ("288",)),
    Offence(("omsorgssvikt", "sykdom_ubehandlet"), "Omsorgssvikt eller sykdom, alvorlig og akutt", _acute_and_grave,
            UNCLEAR, ("282", "288")),
    Offence(("omsorgssvikt", "sykdom_ubehandlet"), "Omsorgssvikt eller ubehandlet sykdom", always, NOT_LISTED,
            ("288",)),
    Offence(("ssa_rod",), "Skadelig seksuell atferd: utøver 15 år eller mer, barnet under 14 år",
            lambda c: c.told("utover_alder") is not None and not c.doer_under_15 and _age_below(c, 14), LISTED,
            ("299",)),
    Offence(("ssa_rod",), "Skadelig seksuell atferd mellom barn", always, UNCLEAR, ("299",)),
    Offence(("seksuell_krenkelse_annen", "bildedeling"),
            "Alvorlige seksuelle krenkelser i kretsen, kan være mishandling",
            lambda c: _circle(c) == "ja" and c.alvor == "alvorlig", UNCLEAR, ("282",)),
    Offence(("seksuell_krenkelse_annen",), "Beføling, seksuelle meldinger og lignende", always, NOT_LISTED,
            ("297", "298", "304", "305")),
    Offence(("bildedeling",), "Deling av bilder", always, NOT_LISTED, ("267 a", "311")),
    Offence(("ssa_gronn", "ssa_gul"), "Grønn eller gul seksuell atferd", always, NOT_LISTED, ()),
    Offence(("okonomisk",), "Økonomisk utnytting", always, NOT_LISTED, ()),
    Offence(("selvmord",), "Selvmord eller selvskading", always, NOT_LISTED, ("287",)),
    Offence(("atferd_alvorlig", "rus_i_graviditet", "ingen_konkret"), "Atferd, rus, ikke noe konkret", always,
            NOT_LISTED, ()),
    Offence(("annet",), "Noe annet: ikke alvorlig, eller bare behandling, opplæring eller barnets egen atferd",
            lambda c: not c.akutt and (c.told("bvl_kategori") in ("b", "c", "d") or c.alvor == "mildere"), NOT_LISTED,
            ()),
    Offence(("annet", "fare_egen_handling", UKJENT), "Uklart hva det er", always, UNCLEAR, ()),
)


def offence(case: Case) -> Offence:
    """The row that describes the act in this case."""
    return next(row for row in OFFENCES if case.handling in row.acts and row.when(case))


def status(row: Offence, on: date) -> str:
    """LISTED, UNCLEAR or NOT_LISTED under the list that § 196 held on that day."""
    if row.status == NOT_LISTED or not row.provisions:
        return row.status
    covered = paragraphs.covered_by_196(on)
    return row.status if any(number in covered for number in row.provisions) else NOT_LISTED


def cited(row: Offence, on: date) -> tuple[str, ...]:
    """The provisions as citations; when the act is covered, only those that § 196 names."""
    covered = paragraphs.covered_by_196(on)
    numbers = row.provisions
    if status(row, on) == LISTED:
        numbers = tuple(number for number in numbers if number in covered)
    return tuple(f"straffeloven § {number}" for number in numbers)
