"""The same tests on both databases: SQLite in a file, and a PostgreSQL cluster of our own where one can be started."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.cluster import Cluster
from tryggsamtale.storage import database
from tryggsamtale.storage.tables import SEALED


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A file that does not exist yet, in a folder that does not exist yet."""
    return f"sqlite:///{tmp_path}/var/test.db"


@pytest.fixture
def postgresql_url(cluster: Cluster) -> Iterator[str]:
    """An empty database."""
    with cluster.fresh() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """Each of the two, without tables."""
    return request.getfixturevalue(f"{request.param}_url")


@contextmanager
def migrated(url: str) -> Iterator[Engine]:
    engine = database.connect(url)
    database.migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """On each of the two databases, with its tables."""
    with migrated(url) as engine:
        yield engine


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """On SQLite alone, with its tables."""
    with migrated(sqlite_url) as engine:
        yield engine


@pytest.fixture
def postgresql_engine(postgresql_url: str) -> Iterator[Engine]:
    """On PostgreSQL alone, with its tables."""
    with migrated(postgresql_url) as engine:
        yield engine


@pytest.fixture
def bytes_on_disk(request: pytest.FixtureRequest) -> Callable[[Engine], bytes]:
    """Everything the database has written, whichever file it is in: for SQLite the file,
    -wal and -shm; for PostgreSQL the data, its write-ahead log and the server's log.
    """

    def read(engine: Engine) -> bytes:
        if engine.dialect.name == "sqlite":
            # Another process reads: to close SQLite's file in this one would drop its locks.
            files = list(Path(engine.url.database).parent.iterdir())
            return subprocess.run(["cat", *files], capture_output=True, check=True).stdout
        return request.getfixturevalue("cluster").bytes_on_disk()

    return read


@pytest.fixture
def stored() -> Callable[[Engine], list[tuple[bytes, bytes]]]:
    """``(lookup, sealed)`` of every sealed row of all tables, as the database has them."""

    def read(engine: Engine) -> list[tuple[bytes, bytes]]:
        with database.statement(engine) as connection:
            rows = [row for table in SEALED for row in connection.execute(select(table.c.lookup, table.c.sealed))]
        return [(bytes(lookup), bytes(sealed)) for lookup, sealed in rows]

    return read


@pytest.fixture
def now() -> datetime:
    return datetime.now(timezone.utc)


@pytest.fixture
def later(now: datetime) -> datetime:
    """When a session that is active now expires."""
    return now + timedelta(minutes=60)
