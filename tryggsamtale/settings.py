"""One place for all settings: what they are called, what they take, what they are when nobody sets them.

``TRYGGSAMTALE_PORT=8080`` sets ``Settings.port``; an empty variable counts as not set. What the operator reads
(descriptions, errors) is Norwegian.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
"""The project's folder, from which relative paths are counted."""

PREFIX = "TRYGGSAMTALE_"

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
DATABASE = re.compile(r"sqlite:///.+|postgresql(\+psycopg2)?://.+")
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?")


class InvalidSetting(ValueError):
    """A setting has a value it cannot take. The message is Norwegian and does not repeat the value."""


def _setting(default: Any, takes: str, read: Callable[[str], Any], description: str, secret: bool = False) -> Any:
    """``read`` turns text into the value and raises ValueError; ``takes`` ends «NAME skal være …»."""
    return field(default=default, repr=not secret, metadata={"takes": takes, "read": read, "description": description})


def _whole(default: int, lowest: int, highest: int, description: str) -> Any:
    def read(text: str) -> int:
        number = int(text)
        if not lowest <= number <= highest:
            raise ValueError
        return number

    return _setting(default, f"et helt tall fra {lowest} til {highest}", read, description)


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError
        return text

    return read


def _log_level(text: str) -> str:
    return LOG_LEVELS[LOG_LEVELS.index(text.upper())]


def _origins(text: str) -> tuple[str, ...]:
    return tuple(_matching(ORIGIN)(origin.strip().lower()) for origin in text.split(","))


@dataclass(frozen=True)
class Settings:
    """All settings, read once when a process starts; the descriptions of the fields are their documentation."""

    database_url: str = _setting(
        "sqlite:///var/tryggsamtale.db", "sqlite:///sti/til/fil eller en adresse som begynner med postgresql://",
        _matching(DATABASE),
        "Databasen: en SQLite-fil (regnet fra mappen programmet startes i) eller PostgreSQL.", secret=True,
    )
    host: str = _setting(
        "127.0.0.1", "en adresse uten mellomrom", _matching(re.compile(r"\S+")),
        "Adressen Rasa-tjeneren lytter på. Utenfra skal den nås gjennom en omvendt proxy med TLS.",
    )
    port: int = _whole(5005, 1, 65535, "Porten Rasa-tjeneren lytter på.")
    action_port: int = _whole(5055, 1, 65535, "Porten handlingstjeneren lytter på, bare lokalt.")
    session_minutes: int = _whole(60, 2, 1440, "Minutter uten aktivitet før en økt slutter og alt i den slettes.")
    retention_days: int = _whole(30, 1, 365, "Dager det brukeren har bedt om å få lagret, blir liggende før sletting.")
    max_body_bytes: int = _whole(64 * 1024, 4096, 1024 * 1024, "Flest byte i én forespørsel.")
    messages_per_minute: int = _whole(240, 1, 10_000, "Flest meldinger i minuttet fra én økt.")
    sessions_per_minute: int = _whole(120, 1, 10_000, "Flest nye økter i minuttet fra én avsender.")
    code_attempts_per_minute: int = _whole(10, 1, 1000, "Flest forsøk med kvitteringskode i minuttet fra én avsender.")
    proxies: int = _whole(0, 0, 10, "Omvendte proxyer foran tjeneren; da telles avsendere etter X-Forwarded-For.")
    allowed_origins: tuple[str, ...] = _setting(
        (), "en liste med komma mellom, som https://www.kommune.no,https://intranett.kommune.no", _origins,
        "Nettsteder som får bygge inn samtalen, utenom dette programmets egen side.",
    )
    kommune_file: Path = _setting(
        Path("kommune.yml"), "stien til en fil", Path, "Filen med kommunens egne tjenester og telefonnumre."
    )
    pipeline: str = _setting(
        "nb_tryggsamtale_sm", "navnet på en spaCy-pakke, som nb_core_news_sm", _matching(re.compile(r"[a-z]{2}_\w+")),
        "spaCy-pakken som finner navn på personer, steder og arbeidsplasser.",
    )
    rehearsal_seed: int = _whole(
        0, 0, 2**31 - 1, "Frø for øvingene, så alle på et kurs møter den samme ungdommen. 0: nye svar hver gang."
    )
    log_level: str = _setting(
        "INFO", "en av " + ", ".join(LOG_LEVELS), _log_level, "Hvor mye som skrives i loggen. Innhold skrives aldri."
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this process. Raises InvalidSetting, which names the variable and what it takes."""
        values = {}
        for each in fields(cls):
            text = environment.get(PREFIX + each.name.upper(), "").strip()
            if text:
                try:
                    values[each.name] = each.metadata["read"](text)
                except ValueError:
                    takes = each.metadata["takes"]
                    raise InvalidSetting(f"{PREFIX}{each.name.upper()} skal være {takes}.") from None
        return cls(**values)


@dataclass(frozen=True)
class Described:
    """One setting as documentation and ``doctor`` show it."""

    variable: str
    default: str
    takes: str
    description: str


def described() -> tuple[Described, ...]:
    """Every setting, in the order of the fields."""
    return tuple(
        Described(
            PREFIX + each.name.upper(),
            ",".join(each.default) if isinstance(each.default, tuple) else str(each.default),
            each.metadata["takes"],
            each.metadata["description"],
        )
        for each in fields(Settings)
    )
