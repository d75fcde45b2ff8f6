"""The four tables. No column holds anything readable about a person.

``lookup`` and ``sealed`` come from :mod:`~tryggsamtale.storage.sealing`; times are whole seconds since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()


def _sealed(name: str) -> Table:
    # Without a row number the file does not tell in which order people came.
    return Table(
        name,
        metadata,
        Column("lookup", LargeBinary(32), primary_key=True),
        Column("expires_at", BigInteger, nullable=False),
        Column("sealed", LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


sessions = _sealed("sessions")
"""What is remembered of a session (answers, last turns, payloads offered), sealed by its token."""

outputs = _sealed("outputs")
"""What a user asked to have kept, sealed by the receipt code."""

SEALED = (sessions, outputs)

counters = Table(
    "counters",
    metadata,
    Column("month", String(7), primary_key=True),
    Column("kind", String(40), primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How often something happened in a month (``2026-11``)."""

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary(32), nullable=False),
    Column("created", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="one_installation"),
)
"""One row: the salt of the receipt codes, and when the installation was made."""
