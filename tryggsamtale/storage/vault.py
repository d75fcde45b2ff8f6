"""Sealed rows: content that only its secret opens, until it expires."""

from __future__ import annotations

import logging
from datetime import datetime, timezone

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Engine

from tryggsamtale.storage.database import statement, wipe
from tryggsamtale.storage.sealing import LEAST_SECRET, Seal, Secret, Unsealable

log = logging.getLogger(__name__)

INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""The two that know ``ON CONFLICT``."""


def seconds(moment: datetime | None) -> int:
    """Whole seconds since 1970; None is now. Raises ValueError for a time without a time zone."""
    moment = moment or datetime.now(timezone.utc)
    if moment.tzinfo is None:
        raise ValueError("A time needs a time zone")
    return int(moment.timestamp())


class SealedRows:
    """One table of sealed rows. Every method but the first may raise StorageUnavailable.

    A row is missing alike when it never was, has expired, or was changed by someone without its secret.
    """

    def __init__(self, engine: Engine, table: Table) -> None:
        self._engine, self._table = engine, table
        columns, this = table.c, table.c.lookup == bindparam("this")
        alive = columns.expires_at > bindparam("now")
        insert = INSERT[engine.dialect.name](table)
        self._put = insert.on_conflict_do_update(
            index_elements=["lookup"],
            set_={"expires_at": insert.excluded.expires_at, "sealed": insert.excluded.sealed},
        )
        self._get = select(columns.sealed).where(this, alive)
        self._replace = update(table).where(this, alive).values(sealed=bindparam("content"))
        self._delete = delete(table).where(this)
        self._purge = delete(table).where(columns.expires_at <= bindparam("now"))

    def put(self, secret: Secret, content: bytes, expires_at: datetime) -> None:
        """Keep the content under the secret, in place of what was there. Raises ValueError for a short secret."""
        if len(secret) < LEAST_SECRET:
            raise ValueError(f"A secret has at least {LEAST_SECRET} bytes")
        seal = self._seal(secret)
        row = {"lookup": seal.lookup, "expires_at": seconds(expires_at), "sealed": seal.close(content)}
        with statement(self._engine) as connection:
            connection.execute(self._put, row)

    def get(self, secret: Secret, now: datetime | None = None) -> bytes | None:
        """The content, or None when it is missing."""
        seal = self._seal(secret)
        with statement(self._engine) as connection:
            sealed = connection.execute(self._get, {"this": seal.lookup, "now": seconds(now)}).scalar()
        if sealed is None:
            return None
        try:
            return seal.open(sealed)
        except Unsealable:
            log.warning("A row of %s does not open with its own key and counts as missing", self._table.name)
            return None

    def replace(self, secret: Secret, content: bytes, now: datetime | None = None) -> bool:
        """Change the content and let it expire when it was going to; False when it is missing."""
        seal = self._seal(secret)
        row = {"this": seal.lookup, "now": seconds(now), "content": seal.close(content)}
        with statement(self._engine) as connection:
            return connection.execute(self._replace, row).rowcount == 1

    def delete(self, secret: Secret) -> bool:
        """Delete the row so that its bytes are gone from the disk too; False when there was none."""
        with statement(self._engine) as connection:
            found = connection.execute(self._delete, {"this": self._seal(secret).lookup}).rowcount == 1
        if found:
            wipe(self._engine)
        return found

    def purge(self, now: datetime | None = None) -> int:
        """Delete what has expired, and say how many rows; the sweep in ``retention`` clears the disk after it."""
        with statement(self._engine) as connection:
            return connection.execute(self._purge, {"now": seconds(now)}).rowcount

    def _seal(self, secret: Secret) -> Seal:
        return Seal.of(secret, self._table.name)
