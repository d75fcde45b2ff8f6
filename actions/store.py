"""The database of the action server: what the user asked to have kept goes there, sealed; counters without content."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlalchemy.engine import Engine

from tryggsamtale.outputs.handover import erase_receipt, keep_output
from tryggsamtale.outputs.schemas import Output
from tryggsamtale.settings import Settings
from tryggsamtale.storage.counters import Counters
from tryggsamtale.storage.database import connect


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings.from_environment()


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return connect(settings().database_url)


def keep(output: Output) -> str:
    """Keep an output sealed and return its receipt code. Raises StorageUnavailable."""
    return keep_output(_engine(), output, settings().retention_days)


def erase(code: str) -> bool:
    """Delete what is kept under a receipt code; False when there is nothing. Raises StorageUnavailable."""
    return erase_receipt(_engine(), code)


def count(kind: str) -> None:
    """Add one to a counter. Raises StorageUnavailable."""
    Counters(_engine()).count(kind)


def today() -> date:
    """The day by the clock of this machine."""
    return date.today()
