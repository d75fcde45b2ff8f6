"""A case as the rules see it: the facts, what clearly follows from them, and a record of what was missing.

Rules ask a :class:`Case`, never the bare facts. A fact looked at while unknown is remembered in ``missing``; that
record is how the program knows which questions are still worth asking. What is derived here follows duty model §§2–4;
a missing fact never makes the answer weaker than the safe default.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from tryggsamtale.duties.facts import UKJENT, Facts
from tryggsamtale.duties.relations import Relation, relation
from tryggsamtale.wording import load

ROLES: dict[str, dict[str, Any]] = load(Path(__file__).with_name("roles.yml"))
HANDLINGS: dict[str, dict[str, str]] = load(Path(__file__).with_name("handlings.yml"))

ADULT = 18
CRIMINAL_AGE = 15  # straffeloven § 20
PEER_GAP = 5  # years; with a wider gap two people are not "omtrent jevnbyrdige" (§ 308)
CERTAIN = ("mest_sannsynlig", "vet")
ABOUT_CHILDREN = (
    "seksuell_omgang_under14", "seksuell_omgang_14_15", "ssa_gronn", "ssa_gul", "ssa_rod", "atferd_alvorlig",
)
BETWEEN_PEERS = ("seksuell_omgang_under14", "seksuell_omgang_14_15", "ssa_rod")
ONGOING = ("pagar", "forestaende")


class Case:
    """Facts in; words of the law out. Every property is worked out once, when a rule first asks."""

    def __init__(self, facts: Facts):
        self._facts = facts
        self.missing: dict[str, None] = {}

    def fact(self, name: str) -> Any:
        """The fact as it was told; looked at while unknown, it is recorded as missing."""
        value = getattr(self._facts, name)
        if value is None or value == UKJENT:
            self.missing.setdefault(name)
        return value

    def told(self, name: str) -> Any:
        """The fact as it was told, without wanting it: for what is never worth a question of its own."""
        return getattr(self._facts, name)

    # --- who asks -----------------------------------------------------------------------------------------------

    @cached_property
    def rolle(self) -> str:
        return self.fact("rolle")

    @cached_property
    def role(self) -> dict[str, Any]:
        """The row of the role in ``roles.yml``."""
        return ROLES[self.rolle]

    @cached_property
    def i_rollen(self) -> bool:
        """Knowledge gained in the role; so presumed when nothing is said."""
        return self.fact("i_rollen") != "nei"

    @cached_property
    def palegg(self) -> bool:
        """An order from barnevernet (§ 13-4). Asked for only when there is no worry of one's own to ask about."""
        vague = self.handling in ("annet", "ingen_konkret") and self.utsatt == "barn"
        return (self.fact("palegg") if vague else self.told("palegg")) == "ja"

    @cached_property
    def carer(self) -> str:
        """Parent or daily carer of the child (§ 196 fourth paragraph)? ja, nei or ukjent."""
        value = self.fact("omsorgsperson")
        return "ja" if value == UKJENT and self.rolle == "forelder_selv" else value

    @cached_property
    def support(self) -> str | None:
        """The support track (duty model §1): barn, redd_for_a_skade, utsatt, or ``None``."""
        if self.rolle == "barn_selv":
            return "barn"
        own_act = self.handling == "fare_egen_handling" and (not self.role["yrke"] or not self.i_rollen)
        if own_act or (self.rolle == "forelder_selv" and self.doer.group == "selv" and self.handling != "selvmord"):
            return "redd_for_a_skade"
        if self.rolle == "forelder_selv" and self.utsatt not in ("barn", "ufodt"):
            return "utsatt"
        return None

    # --- who it is about ------------------------------------------------------------------------------------------

    @cached_property
    def alder(self) -> float | None:
        return self.fact("alder")

    @cached_property
    def utsatt(self) -> str:
        """Who may be harmed. An age under 18, or an act that only concerns children, makes it a child."""
        value = self.told("utsatt")
        age = self.told("alder")
        if self.handling == "rus_i_graviditet" and value in (UKJENT, "voksen"):
            return "ufodt"
        if value == "ufodt" or value == "barn":
            return value
        if age is not None and age < ADULT:
            return "barn"
        if value == UKJENT and self.handling in ABOUT_CHILDREN:
            return "barn"
        if value == UKJENT and age is not None:
            return "voksen"
        return self.fact("utsatt")

    @cached_property
    def barn(self) -> str:
        """Is anybody under 18 concerned (barnevernsloven § 1-2)? ja, nei or ukjent."""
        if self.utsatt == "barn" or self.told("bvl_kategori") in ("a", "b", "c", "d", "e"):
            return "ja"
        at_home = self.fact("barn_i_hjemmet")
        if at_home == "ja" or self.utsatt == UKJENT:
            return "ja" if at_home == "ja" else UKJENT
        return at_home

    # --- what happens -----------------------------------------------------------------------------------------------

    @cached_property
    def handling(self) -> str:
        return self.fact("handling")

    @cached_property
    def act(self) -> dict[str, str]:
        """The row of the act in ``handlings.yml``."""
        return HANDLINGS[self.handling]

    @cached_property
    def doer(self) -> Relation:
        """The group of the one who does it. A colleague is a carer or a school employee where the user works."""
        group = relation(self.fact("relasjon"))
        if group.group != "kollega" or not self.role["yrke"]:
            return group
        if self.role.get("sted") == "skole" and self.utsatt == "barn":
            return relation("skoleansatt")
        return relation("omsorgsperson") if self.utsatt in ("barn", "voksen_risikoutsatt") else group

    @cached_property
    def kategori(self) -> str:
        """Letter of § 13-2, ingen, or uklar. What was told wins; otherwise it follows from act and doer.

        Only «no letter fits» does not win over grave violence or abuse of a child by its own family: that is letter a.
        """
        told = self.told("bvl_kategori")
        plain = self.utsatt == "barn" and self.doer.hjemme == "ja" and self.alvor_by_act == "alvorlig"
        if told != UKJENT and not (told == "ingen" and plain):
            return told
        act = self.act
        if act["hjemme"] == act["ute"]:
            return act["hjemme"]
        if self.utsatt in ("barn", "ufodt") and self.doer.hjemme == "ja":
            return act["hjemme"]
        if self.utsatt == "barn":
            unprotected = self.doer.hjemme == "nei" and self.fact("foreldre_beskytter") == "nei"
            return "a" if unprotected else "uklar" if self.doer.group == UKJENT else act["ute"]
        return {"ja": act["hjemme"], "nei": "ingen"}.get(self.doer.hjemme, "uklar")

    @cached_property
    def alvor_by_act(self) -> str:
        """What the act itself says: nothing between possible equals, or for blows outside the circle of § 282."""
        if self.handling == "vold_gjentatt" and self.doer.krets == "nei":
            return UKJENT
        if self.handling == "seksuell_omgang_under14" and self.jevnbyrdig != "nei":
            return UKJENT
        return self.act["alvor"]

    @cached_property
    def alvor(self) -> str:
        """Seriousness: told, or what follows from the act."""
        if self.told("alvor") != UKJENT:
            return self.told("alvor")
        return self.fact("alvor") if self.alvor_by_act == UKJENT else self.alvor_by_act

    @cached_property
    def played_down(self) -> bool:
        """Told as less serious, although the act is serious in itself."""
        return self.alvor == "mildere" and self.alvor_by_act == "alvorlig"

    @cached_property
    def akutt(self) -> bool:
        return self.told("akutt") == "ja"

    @cached_property
    def tid(self) -> str:
        return "pagar" if self.akutt and self.told("tid") not in ONGOING else self.fact("tid")

    @cached_property
    def sikkerhet(self) -> str:
        return self.fact("sikkerhet")

    @cached_property
    def vag(self) -> bool:
        """Only rumour or gut feeling – except in an emergency, where nobody is told to wait for more."""
        return self.sikkerhet == "vag" and not self.akutt

    @cached_property
    def kan_avverges(self) -> str:
        """ja, nei, ukjent, or motsagt: told as impossible to avert although it goes on or is urgent.

        What goes on can be averted. A single blow seen on another day does not go on by itself, and what is over may be
        urgent for the sake of traces and treatment: there it must be told.
        """
        told = self.told("kan_avverges")
        if told == "nei" and self.tid in ONGOING:
            return "motsagt"
        over_and_urgent = self.akutt and self.told("tid") == "fortid_avsluttet"
        single = self.handling == "vold_enkelt" and self.tid == "pagar" and not self.akutt
        if self.tid in ONGOING and not (over_and_urgent or single):
            return "ja"
        return self.fact("kan_avverges")

    @cached_property
    def doer_under_15(self) -> bool:
        age = self.told("utover_alder")
        if age is None and self.handling == "ssa_rod":
            age = self.fact("utover_alder")
        return age is not None and age < CRIMINAL_AGE

    @cached_property
    def jevnbyrdig(self) -> str:
        """Roughly equal in age and development (§ 308)? ja, nei, ukjent. Parents and carers never are."""
        between_children = self.handling == "ssa_rod"
        if self.doer.krets == "ja" or self.doer.group in ("kollega", "skoleansatt", "tillit"):
            return "nei"
        if self.told("jevnbyrdig") != UKJENT:
            return self.told("jevnbyrdig")
        if not (self.doer.likemann or between_children):
            return "nei"
        age, doer_age = self.told("alder"), self.fact("utover_alder")
        if age is not None and doer_age is not None and doer_age - age > PEER_GAP:
            return "nei"
        return self.fact("jevnbyrdig")

    @cached_property
    def fare_for_melder(self) -> str:
        value = self.fact("fare_for_melder")
        return "ingen" if value == UKJENT else value
