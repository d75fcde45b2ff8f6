"""Trygghetsprogrammet around a trygghetssamtale: what to settle before, what to do afterwards, and by when (002)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tryggsamtale.consultation.statement import Cite, Statement, read
from tryggsamtale.wording import Text

WORDING = read(__file__)
PHONE_CALL: dict[str, dict[str, Text]] = WORDING["telefon"]
PREPARATION: dict[str, dict[str, Text]] = WORDING["for_samtalen"]

UKJENT = "vet_ikke"
MINOR = ("under16", "16-17")
DAYS = {"i_morgen": 1, "tre_dager": 3, "en_uke": 7, "to_uker": 14}
"""Days until the next contact, by the answer; anything else is not agreed."""
EVERY = {"uke": 7, "annenhver": 14}
"""Days between contacts, where the agreed frequency says it."""
CONTACTS_AHEAD = 4
TWO_WEEKS = 14
"""Without contact for so long the guide calls (002)."""


@dataclass(frozen=True)
class Samtale:
    """What is known about a talk, in the answers of the dialogue; an empty string is not answered.

    ``forhold`` is what may make the programme the wrong help, ``fram`` what came up in a talk that is ``holdt``.
    """

    rolle: str = ""
    egen_sak: str = ""
    anmeldt: str = ""
    klarert: str = ""
    alder: str = ""
    foresatte: str = ""
    holdt: str = ""
    neste: str = ""
    hyppighet: str = ""
    forhold: tuple[str, ...] = ()
    fram: tuple[str, ...] = ()

    @classmethod
    def of(cls, answers: Mapping[str, Any]) -> Samtale:
        """From answers by step; steps that say nothing here are left out, «vet ikke» to several is none of them."""
        known = {name: answers[name] for name in cls.__dataclass_fields__ if name in answers}
        several = {name: tuple(known[name]) if isinstance(known[name], list) else ()
                   for name in ("forhold", "fram") if name in known}
        return cls(**{**known, **several})


Condition = Callable[[Samtale], bool]

BEFORE: tuple[tuple[str, Condition], ...] = (
    ("familie", lambda talk: "familie" in talk.forhold),
    ("egen_sak", lambda talk: talk.egen_sak == "ja"),
    ("ikke_klarert", lambda talk: talk.klarert in ("nei", UKJENT)),
    ("klarert", lambda talk: talk.klarert == "ja"),
    ("ukjent_anmeldt", lambda talk: talk.anmeldt == UKJENT),
    ("ikke_anmeldt", lambda talk: talk.anmeldt == "nei"),
    ("uten_samtykke", lambda talk: talk.alder in MINOR and talk.foresatte in ("nei", UKJENT)),
    ("over_18", lambda talk: talk.alder == "18+"),
    ("over_16", lambda talk: talk.alder in ("16-17", "18+")),
    ("vern", lambda talk: "vern" in talk.forhold),
    ("alvorlig", lambda talk: "alvorlig" in talk.forhold),
    ("retten", lambda talk: "retten" in talk.forhold),
    ("storre", lambda talk: "storre" in talk.forhold),
)
"""What is to be said before the talk, and when."""

AFTER: tuple[tuple[str, Condition], ...] = (
    ("trusler", lambda talk: True),
    ("star_stille", lambda talk: True),
    ("storre", lambda talk: "storre" in talk.fram),
    ("melding", lambda talk: True),
    ("logg", lambda talk: True),
    ("vitne", lambda talk: talk.anmeldt != "nei"),
    ("to_uker", lambda talk: True),
    ("taushetsplikt", lambda talk: True),
    ("etterforskning", lambda talk: talk.anmeldt != "nei"),
    ("deg_selv", lambda talk: True),
)
"""The same for what comes after it; what came up in the talk is moved to the front."""


@dataclass(frozen=True)
class Reminder:
    """Something to do ``on`` a day."""

    id: str
    what: Statement
    on: date

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        return {"id": self.id, "on": self.on.isoformat(), **self.what.as_dict(cite)}


def before(talk: Samtale) -> tuple[Statement, ...]:
    """What to settle before the talk, the most important first."""
    return tuple(WORDING["before"][name] for name, holds in BEFORE if holds(talk))


def after(talk: Samtale) -> tuple[Statement, ...]:
    """What to do after the talk; what came up in it first."""
    names = [name for name, holds in AFTER if holds(talk)]
    return tuple(WORDING["after"][name] for name in sorted(names, key=lambda name: name not in talk.fram))


def reminders(talk: Samtale, today: date) -> tuple[Reminder, ...]:
    """The coming talk or the agreed contacts, and the day on which two weeks have gone without any.

    The two weeks are counted from the first agreed contact, or from today when the talk has been and none is agreed.
    """
    days = DAYS.get(talk.neste)
    if days is None:
        return (_reminder("to_uker", today, TWO_WEEKS),) if talk.holdt == "holdt" else ()
    if talk.holdt != "holdt":
        return _reminder("samtale", today, days), _reminder("to_uker", today, days + TWO_WEEKS)
    every = EVERY.get(talk.hyppighet)
    ahead = [days + every * number for number in range(CONTACTS_AHEAD)] if every else [days]
    coming = [*(_reminder("kontakt", today, one) for one in ahead), _reminder("to_uker", today, days + TWO_WEEKS)]
    return tuple(sorted(coming, key=lambda one: one.on))


def _reminder(id: str, today: date, days: int) -> Reminder:
    return Reminder(id, WORDING["reminders"][id], today + timedelta(days=days))
