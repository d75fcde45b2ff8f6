"""Duty C: health personnel warning police and fire service (helsepersonelloven § 31; duty model §5)."""

from __future__ import annotations

from tryggsamtale.duties.case import BETWEEN_PEERS, CERTAIN, Case
from tryggsamtale.duties.facts import UKJENT
from tryggsamtale.duties.rules import IKKE_RELEVANT, PLIKT, RETT, UAVGJORT, Rule, Table, always

HPL = "helsepersonelloven § 31"
RIGHT = "helsepersonelloven § 23 nr. 4"
HELSE = "helsepersonell"


def _past_only(case: Case) -> bool:
    return case.kan_avverges == "nei"


def _between(case: Case, value: str) -> bool:
    return case.handling in BETWEEN_PEERS and case.jevnbyrdig == value


TABLE = Table("nodetater", "Helsepersonells plikt til å varsle nødetatene", (
    Rule("c_ikke_helse", "Ikke helsepersonell, eller ber om hjelp for egen del",
         lambda c: c.rolle not in (HELSE, UKJENT) or c.support is not None, IKKE_RELEVANT, (HPL,)),
    Rule("c_utenfor_rollen", "Kunnskapen kommer ikke fra arbeidet som helsepersonell", lambda c: not c.i_rollen,
         IKKE_RELEVANT, (HPL,)),
    Rule("c_ukjent_rolle_liten", "Rollen er ukjent, og alvorlig skade truer neppe",
         lambda c: c.rolle == UKJENT and (c.vag or c.act["skade"] == "liten") and not c.akutt, IKKE_RELEVANT, (HPL,)),
    Rule("c_vag", "Bare en vag mistanke", lambda c: c.vag, RETT, (HPL, RIGHT)),
    Rule("c_liten_men_haster", "Handlingen truer sjelden med alvorlig skade, men det haster",
         lambda c: c.act["skade"] == "liten" and c.akutt, UAVGJORT, (HPL, RIGHT)),
    Rule("c_liten", "Handlingen truer sjelden med alvorlig skade på kropp eller helse",
         lambda c: c.act["skade"] == "liten", RETT, (HPL, RIGHT)),
    Rule("c_over", "Det er over og kan ikke gjenta seg; det gjelder bare oppklaring", _past_only, RETT, (HPL, RIGHT)),
    Rule("c_jevnbyrdige", "Frivillig mellom jevnbyrdige",
         lambda c: _between(c, "ja") and not c.akutt, RETT, (HPL, RIGHT)),
    Rule("c_mildere_men", "Omtalt som mildt, men handlingen er i seg selv alvorlig, eller det haster",
         lambda c: c.alvor == "mildere" and (c.played_down or c.akutt), UAVGJORT, (HPL, RIGHT)),
    Rule("c_mildere", "Skaden som truer, er ikke alvorlig", lambda c: c.alvor == "mildere", RETT, (HPL, RIGHT)),
    Rule("c_annen_vei_haster", "Barnevern eller behandling kan være nok, men det haster",
         lambda c: c.act["skade"] == "annen_vei" and c.akutt, UAVGJORT, (HPL,)),
    Rule("c_annen_vei", "Barnevern eller behandling er rett vei", lambda c: c.act["skade"] == "annen_vei", RETT,
         (HPL, RIGHT)),
    Rule("c_alvor_ukjent", "Det er ukjent hvor alvorlig skade som truer", lambda c: c.alvor == UKJENT, UAVGJORT,
         (HPL, RIGHT)),
    Rule("c_jevnbyrdighet_tvil", "Det er tvil om barna er jevnbyrdige", lambda c: _between(c, UKJENT), UAVGJORT,
         (HPL, RIGHT)),
    Rule("c_rolle_ukjent", "Alvorlig skade kan true, men rollen er ukjent", lambda c: c.rolle == UKJENT, UAVGJORT,
         (HPL,)),
    Rule("c_avverging_uklar", "Det er uklart om noe kan hindres", lambda c: c.kan_avverges != "ja", UAVGJORT,
         (HPL, RIGHT)),
    Rule("c_haster", "Alvorlig skade truer nå, og det er grunn til å tro det",
         lambda c: c.akutt and c.sikkerhet in (*CERTAIN, "grunn_til_a_tro"), PLIKT, (HPL,)),
    Rule("c_ikke_paregnelig", "Det er ikke klart nok at skaden vil komme", lambda c: c.sikkerhet not in CERTAIN,
         UAVGJORT, (HPL, RIGHT)),
    Rule("c_politi_nodvendig", "Det er uklart om politiet trengs, eller om en annen vei er nok",
         lambda c: c.act["skade"] in ("mulig", "selv"), UAVGJORT, (HPL, RIGHT)),
    Rule("c_plikt", "Ellers: alvorlig skade er påregnelig, og politiet trengs", always, PLIKT, (HPL,)),
))
