"""What a municipality sets about its own services in ``kommune.yml``: names, telephones by role and hours.

Services and roles only, never persons. An empty or missing value means the safe default of ``contacts.yml``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import phonenumbers
from pydantic import BaseModel, Extra, ValidationError, root_validator, validator
from rapidfuzz import process
from ruamel.yaml import YAML, YAMLError

from tryggsamtale.knowledge import CONTACTS
from tryggsamtale.wording import LOCALES, Text, load

EXAMPLES = {
    "kommune": "kommune: Eksempel kommune",
    "tryggest": "tryggest: ja   (ja, nei eller ukjent)",
    "konsultasjonsteam": "konsultasjonsteam: nei   (ja, nei eller ukjent)",
    "konsultasjonsteam_tema": "konsultasjonsteam_tema: ssa   (vold_og_overgrep, ssa, begge eller ukjent)",
    "tjenester": "tjenester:\n  barnevern:\n    telefon: 12 34 56 78",
    "navn": "navn: Barneverntjenesten i Eksempel",
    "telefon": "telefon: 12 34 56 78",
    "tid": "tid: Mandag til fredag kl. 8–15",
}
LOCAL = tuple(name for name, entry in load(CONTACTS).items() if entry.get("local"))
"""Ids of the contacts a municipality may set."""

JaNei = Literal["ja", "nei", "ukjent"]
Tema = Literal["vold_og_overgrep", "ssa", "begge", "ukjent"]
"""What the municipality's konsultasjonsteam takes; the teams differ (source 000)."""


class KommuneError(ValueError):
    """``kommune.yml`` cannot be used. The message, in Norwegian, names file and key and shows a valid example."""


class _Section(BaseModel):
    class Config:
        extra = Extra.forbid
        arbitrary_types_allowed = True

    @root_validator(pre=True)
    def _without_empty_values(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value not in ("", None)}


class Tjeneste(_Section):
    """One local service; everything may be left out."""

    navn: Text | None = None
    telefon: str | None = None
    tid: Text | None = None

    @validator("navn", "tid", pre=True)
    def _in_both_languages(cls, value: Any) -> Text:
        if isinstance(value, str) or isinstance(value, dict) and set(value) == set(LOCALES) and all(value.values()):
            return Text.of(value)
        raise ValueError("skal være tekst, eller tekst for både nb og nn")

    @validator("telefon")
    def _telephone(cls, value: str) -> str:
        try:
            number = phonenumbers.parse(value, "NO")
        except phonenumbers.NumberParseException:
            number = None
        if number is None or any(char.isalpha() for char in value) or not (
            phonenumbers.is_possible_number(number) or phonenumbers.is_possible_short_number_for_region(number, "NO")
        ):
            raise ValueError("er ikke et telefonnummer")
        return " ".join(value.split())


class Kommune(_Section):
    """The content of ``kommune.yml``; ``Kommune()`` is a municipality that has set nothing."""

    kommune: str | None = None
    tryggest: JaNei = "ukjent"
    konsultasjonsteam: JaNei = "ukjent"
    konsultasjonsteam_tema: Tema = "ukjent"
    tjenester: dict[str, Tjeneste] = {}

    @validator("tjenester", pre=True)
    def _known_services(cls, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError("skal være en liste av tjenester med innrykk")
        for name in value:
            if name not in LOCAL:
                raise ValueError(f"har ingen tjeneste «{name}».{_nearest(name, LOCAL)} Gyldige: {', '.join(LOCAL)}")
        return {name: service or {} for name, service in value.items()}

    @validator("tjenester")
    def _not_both_absent_and_reachable(cls, value: dict[str, Tjeneste], values: dict[str, Any]) -> dict[str, Tjeneste]:
        for name in ("tryggest", "konsultasjonsteam"):
            if values.get(name) == "nei" and value.get(name, Tjeneste()).telefon:
                raise ValueError(f"har telefon for {name}, men {name} er satt til «nei»")
        return value


def load_kommune(path: Path) -> Kommune:
    """Read and check a municipality's file.

    Raises KommuneError when the file is missing, is not YAML, or holds a key or value that cannot be used.
    """
    try:
        # The base loader keeps every value as written: 02800 stays five digits, «nei» stays a word.
        content = YAML(typ="base", pure=True).load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise KommuneError(f"{path}: Kan ikke leses. Sjekk at filen finnes, og at den er lagret som UTF-8.") from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", linje {mark.line + 1}" if mark else ""
        raise KommuneError(f"{path}{where}: Ugyldig YAML. Sjekk innrykk og kolon. {_example('tjenester')}") from error
    if content and not isinstance(content, dict):
        raise KommuneError(f"{path}: Filen skal ha nøkler, ikke bare tekst. {_example('tjenester')}")
    try:
        return Kommune(**(content or {}))
    except ValidationError as error:
        raise KommuneError("\n".join(f"{path}: {_explained(problem)}" for problem in error.errors())) from error


def _explained(problem: dict[str, Any]) -> str:
    keys = [str(key) for key in problem["loc"]]
    if problem["type"] == "value_error.extra":
        allowed = tuple((Tjeneste if len(keys) > 1 else Kommune).__fields__)
        hint = f"{_nearest(keys[-1], allowed)} Gyldige: {', '.join(allowed)}."
        return f"«{'.'.join(keys)}» finnes ikke.{hint} {_example('tjenester')}"
    known = next((key for key in reversed(keys) if key in EXAMPLES), "tjenester")
    message = problem["msg"] if problem["type"] == "value_error" else "har en verdi som ikke kan brukes"
    return f"«{'.'.join(keys)}» {message}. {_example(known)}"


def _nearest(word: str, choices: tuple[str, ...]) -> str:
    hit = process.extractOne(word, choices, score_cutoff=70)
    return f" Mente du «{hit[0]}»?" if hit else ""


def _example(key: str) -> str:
    return f"Skriv for eksempel:\n{EXAMPLES[key]}"
