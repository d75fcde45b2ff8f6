"""The way to the database: SQLite in a file, or PostgreSQL, told apart by the URL alone.

Whatever a driver complains about comes out as :class:`StorageUnavailable`, without statement or parameters.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import create_engine, event, update
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from tryggsamtale.storage.tables import installation

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 2
"""How long a lock, a connection or a statement is waited for."""

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",  # the Rasa server and the action server read while the other writes
    "synchronous": "NORMAL",  # safe against a crash of the program; a power cut may cost the last moment
    "secure_delete": "ON",  # what is deleted is overwritten with zeros
    "foreign_keys": "ON",
    "temp_store": "MEMORY",  # nothing in temporary files
}

POSTGRESQL_ARGUMENTS = {
    "connect_timeout": PATIENCE_SECONDS,
    "tcp_user_timeout": PATIENCE_SECONDS * 1000,
    "options": f"-c lock_timeout={PATIENCE_SECONDS}s -c statement_timeout={PATIENCE_SECONDS}s",
}

ONE_MIGRATES_AT_A_TIME = {
    "sqlite": ("BEGIN IMMEDIATE",),
    "postgresql": ("SELECT pg_advisory_xact_lock(196)", "SET LOCAL statement_timeout = 0"),
}


class StorageUnavailable(Exception):
    """The database cannot be used now: locked, read-only, full, gone or not migrated. The message is safe to log."""


def connect(url: str) -> Engine:
    """An engine for ``sqlite:///path`` or ``postgresql://…``; it connects when first used.

    A missing SQLite file is made, readable for its owner only, in a folder of the same kind.
    Raises ValueError for any other URL, StorageUnavailable when the file cannot be made.
    """
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return create_engine(
            parsed, future=True, hide_parameters=True, pool_pre_ping=True, connect_args=POSTGRESQL_ARGUMENTS,
            pool_timeout=PATIENCE_SECONDS,
        )
    if backend != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise ValueError("The database URL must be sqlite:///path/to/file or postgresql://…")
    _make_private_file(parsed)
    engine = create_engine(
        parsed, future=True, hide_parameters=True, poolclass=QueuePool, pool_timeout=PATIENCE_SECONDS,
        connect_args={"timeout": PATIENCE_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _make_private_file(url: URL) -> None:
    if url.database.startswith("file:"):  # SQLite's own URI, such as a file opened with mode=ro
        return
    path = Path(url.database)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):  # only a new file: closing one that SQLite has open would drop its locks
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise StorageUnavailable(f"The database file cannot be made: {error.strerror}") from None
    with suppress(OSError):  # another owner's file keeps its mode
        path.chmod(0o600)


def _set_pragmas(connection: Any, _record: Any) -> None:
    for name, value in SQLITE_PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageUnavailable(f"The database cannot be used: {_reason(error)}") from None


def _reason(error: SQLAlchemyError) -> str:
    """Why, without any value: SQLite's messages name the schema at most, PostgreSQL's can quote what was sent."""
    cause = getattr(error, "orig", None) or error
    if type(cause).__module__ == "sqlite3":
        return str(cause)
    return " ".join(filter(None, (type(cause).__name__, getattr(cause, "pgcode", None))))


@contextmanager
def statement(engine: Engine) -> Iterator[Connection]:
    """A connection on which each statement is a transaction of its own: one round trip, no lock held after it.

    Raises StorageUnavailable.
    """
    with _plain_errors(), engine.connect() as connection:
        yield connection.execution_options(isolation_level="AUTOCOMMIT")


def wipe(engine: Engine) -> bool:
    """Empty SQLite's write-ahead log, where deleted bytes would live on; PostgreSQL has nothing to be done.

    Returns False when another connection is in the way, for then the next sweep does it.
    """
    if engine.dialect.name != "sqlite":
        return True
    try:
        with statement(engine) as connection:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
    except StorageUnavailable:
        busy = 1
    if busy:
        log.warning("The write-ahead log is in use and could not be emptied; the next sweep tries again")
    return not busy


def check(engine: Engine) -> None:
    """Can the database be read and written, and is it set up? Changes nothing. Raises StorageUnavailable."""
    with statement(engine) as connection:
        touched = connection.execute(update(installation).values(created=installation.c.created)).rowcount
    if touched != 1:
        raise StorageUnavailable("The database has no installation row: migrate it")


def _migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest version; several processes may do so at once. Raises StorageUnavailable."""
    config = _migrations()
    with _plain_errors(), engine.connect() as connection:
        for line in ONE_MIGRATES_AT_A_TIME[engine.dialect.name]:
            connection.exec_driver_sql(line)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:  # such as a database from a newer program
            raise StorageUnavailable(f"The database cannot be migrated: {error}") from None
        connection.commit()


def is_current(engine: Engine) -> bool:
    """Do the tables have the version this program needs? Raises StorageUnavailable."""
    newest = ScriptDirectory.from_config(_migrations()).get_current_head()
    with _plain_errors(), engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest
