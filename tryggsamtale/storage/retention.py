"""The end of what is kept: one sweep over every table that holds something of a user."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Engine

from tryggsamtale.storage.database import wipe
from tryggsamtale.storage.tables import SEALED
from tryggsamtale.storage.vault import SealedRows


def purge(engine: Engine, now: datetime | None = None) -> dict[str, int]:
    """Delete what has expired and return how many rows of each table.

    On SQLite neither the file nor the write-ahead log holds the deleted bytes afterwards; PostgreSQL frees the space
    at its next vacuum. Raises StorageUnavailable.
    """
    deleted = {table.name: SealedRows(engine, table).purge(now) for table in SEALED}
    wipe(engine)
    return deleted
