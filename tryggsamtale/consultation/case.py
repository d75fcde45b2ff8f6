"""The case that is discussed: what was answered, step by step (dialogues.md, drofting)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

UKJENT = "ukjent"
UNSAID = ("vet_ikke", "", None)
"""Answers that say nothing."""

VALUES: dict[str, tuple[str, ...]] = {
    "akutt": ("fare", "alvorlig", "nei"),
    "rolle": (
        "barnehage", "skole", "helse", "barnevern", "nav", "politi", "senter", "frivillig", "privat", "annet",
    ),
    "gjelder": ("barn", "voksen_risikoutsatt", "voksen", "ssa"),
    "aldersgruppe": ("0-5", "6-12", "13-15", "16-17", "18-66", "67+"),
    "aldersgruppe_utover": ("0-5", "6-12", "13-15", "16-17"),
    "bekymring": (
        "fysisk_vold", "psykisk_vold", "seksuelle_overgrep", "ssa", "omsorgssvikt", "okonomisk", "sosial_kontroll",
        "trusler_ran", "menneskehandel", "kjonnslemlestelse", "uro",
    ),
    "kilde": ("sett", "fortalt_selv", "fortalt_andre", "tegn", "dokumentert"),
    "trafikklys": ("gronn", "gul", "rod"),
    "relasjon": ("sosken", "skole_barnehage", "fritid", "nett"),
    "utover_utsatt": ("ja", "nei"),
    "tid": ("pagar", "siste_dager", "tidligere", "kan_skje"),
    "samtykke": ("ja", "nei", "ikke_spurt", "kan_ikke", "omsorgspersoner"),
    "instanser": (
        "barnevern", "skole", "barnehage", "helsestasjon", "fastlege", "bup", "politi", "hjemmetjeneste", "nav",
        "verge", "ingen",
    ),
    "koordinator": ("ja", "nei"),
    "sporsmal": ("alvor", "neste_steg", "plikt", "samtale", "samradsmote", "trygghetsplan", "egenomsorg"),
}
"""The values each answer takes; ``hendelse`` and ``gjort`` are free text, masked before they come here."""

SEVERAL = ("bekymring", "kilde", "instanser", "sporsmal")
FREE = ("hendelse", "gjort")
NOTHING = "ingenting"
"""The answer to «what has been done» that is no text of the user's."""
NOT_EMPLOYED = ("frivillig", "privat")


class CaseError(ValueError):
    """An answer that no step takes. The message names the step, never the answer."""


@dataclass(frozen=True)
class Case:
    """One case. What has not been said is ``"ukjent"``, an empty tuple or None (free text)."""

    akutt: str = UKJENT
    rolle: str = UKJENT
    gjelder: str = UKJENT
    aldersgruppe: str = UKJENT
    aldersgruppe_utover: str = UKJENT
    bekymring: tuple[str, ...] = ()
    kilde: tuple[str, ...] = ()
    hendelse: str | None = None
    trafikklys: str = UKJENT
    relasjon: str = UKJENT
    utover_utsatt: str = UKJENT
    tid: str = UKJENT
    samtykke: str = UKJENT
    instanser: tuple[str, ...] = ()
    koordinator: str = UKJENT
    gjort: str | None = None
    sporsmal: tuple[str, ...] = ()

    @property
    def ssa(self) -> bool:
        """Worrying sexual behaviour between children."""
        return self.gjelder == "ssa" or "ssa" in self.bekymring

    @property
    def child(self) -> bool:
        """Somebody under 18 is concerned."""
        return self.gjelder in ("barn", "ssa")

    @property
    def at_risk(self) -> bool:
        """An adult who can hardly protect themselves."""
        return self.gjelder == "voksen_risikoutsatt"

    @property
    def employed(self) -> bool:
        """The user meets this at work, with a leader to tell."""
        return self.rolle not in (*NOT_EMPLOYED, UKJENT)

    @property
    def involved(self) -> tuple[str, ...]:
        """The services already in the case."""
        return tuple(one for one in self.instanser if one != "ingen")

    def worried_about(self, *kinds: str) -> bool:
        """Whether any of these kinds is among the worries."""
        return any(kind in self.bekymring for kind in kinds)

    def known_by(self, *sources: str) -> bool:
        """Whether the user knows it in any of these ways."""
        return any(source in self.kilde for source in sources)


def parse(answers: Mapping[str, Any]) -> Case:
    """The case of some answers by step; «vet ikke» is unknown, steps that are no part of the case are passed over.

    Raises :class:`CaseError` for a value that its step does not take.
    """
    return Case(**{
        field.name: _parsed(field.name, answers[field.name])
        for field in fields(Case) if answers.get(field.name) not in UNSAID
    })


def _parsed(name: str, value: Any) -> Any:
    if name in FREE:
        return value.strip() or None
    several = [value] if isinstance(value, str) else list(value)
    said = tuple(one for one in several if one not in UNSAID)
    if not set(said) <= set(VALUES[name]):
        raise CaseError(name)
    return said if name in SEVERAL else said[0] if said else UKJENT
