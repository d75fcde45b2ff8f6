"""The same tests on both databases: SQLite in a file, and a PostgreSQL cluster of our own where one can be started."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from tryggsamtale.storage import database
from tryggsamtale.storage.tables import SEALED

NO_POSTGRESQL = "PostgreSQL's programs are not installed (Debian: postgresql)"


class Cluster:
    """A PostgreSQL of its own in a temporary folder, run by an unprivileged user, without a password."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
        self.data = self.folder / "data"
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._numbers = count(1)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), "-D", str(self.data), *arguments]
        subprocess.run(command, user=self.user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        self._run("initdb", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-w", "-m", "immediate")
        shutil.rmtree(self.folder)

    def do(self, sql: str) -> None:
        connection = psycopg2.connect(self.url("postgres"))
        connection.autocommit = True
        connection.cursor().execute(sql)
        connection.close()

    def url(self, name: str) -> str:
        return f"postgresql://tester@127.0.0.1:{self.port}/{name}"

    @contextmanager
    def fresh(self) -> Iterator[str]:
        name = f"test_{next(self._numbers)}"
        self.do(f"CREATE DATABASE {name}")
        yield self.url(name)
        self.do(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        pytest.skip(NO_POSTGRESQL)
    cluster = Cluster(programs[-1].parent)
    cluster.start()
    yield cluster
    cluster.stop()


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
            files = list(Path(engine.url.database).parent.iterdir())
        else:
            cluster = request.getfixturevalue("cluster")
            cluster.do("CHECKPOINT")
            files = [path for path in cluster.folder.rglob("*") if path.is_file()]
        # Another process reads: to close SQLite's file in this one would drop its locks.
        return subprocess.run(["cat", *files], capture_output=True, check=True).stdout

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
