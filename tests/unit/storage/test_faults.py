"""A database that is locked, read-only, full or gone: one error, soon, with nothing in it but the reason."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import text

from tryggsamtale.storage import retention
from tryggsamtale.storage.counters import Counters
from tryggsamtale.storage.database import StorageUnavailable, check, connect, migrate, statement, wipe
from tryggsamtale.storage.receipts import Receipts
from tryggsamtale.storage.sealing import new_secret
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

SOON = 3.0
CANARY = "Ola fra Knausen"

WRITES = {
    "put": lambda engine, later: SealedRows(engine, sessions).put(new_secret(), CANARY.encode(), later),
    "delete": lambda engine, later: SealedRows(engine, sessions).delete(new_secret()),
    "keep": lambda engine, later: Receipts(engine).keep({"version": 1, "text": CANARY}, "pliktvurdering"),
    "count": lambda engine, later: Counters(engine).count("akutt"),
    "purge": lambda engine, later: retention.purge(engine, later),
    "check": lambda engine, later: check(engine),
}


@contextmanager
def soon_unavailable(reason=None):
    start = time.monotonic()
    with pytest.raises(StorageUnavailable, match=reason) as caught:
        yield
    assert time.monotonic() - start < SOON
    shown = "".join(traceback.format_exception(caught.type, caught.value, caught.tb))
    assert CANARY not in shown and "INSERT" not in str(caught.value)


@contextmanager
def locked(engine):
    """Another process holds the lock that writing needs."""
    if engine.dialect.name == "sqlite":
        other = sqlite3.connect(engine.url.database)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg2.connect(engine.url.render_as_string())
        other.cursor().execute("LOCK TABLE sessions, outputs, counters, installation IN SHARE MODE")
    yield
    other.rollback()
    other.close()


def test_a_locked_database_is_unavailable_soon_and_works_again_after(engine, later):
    def refused(write):
        with soon_unavailable("locked|LockNotAvailable|QueryCanceled"):
            write(engine, later)

    with locked(engine), ThreadPoolExecutor() as threads:
        list(threads.map(refused, WRITES.values()))
    for write in WRITES.values():
        write(engine, later)


def test_a_locked_database_can_still_be_read(engine, later):
    rows, secret = SealedRows(engine, sessions), new_secret()
    rows.put(secret, b"content", later)
    with locked(engine):
        assert rows.get(secret) == b"content"


def read_only(engine, request):
    """The same database, which can only be read."""
    if engine.dialect.name == "sqlite":
        return connect(f"sqlite:///file:{engine.url.database}?mode=ro&uri=true")
    cluster = request.getfixturevalue("cluster")
    cluster.do(f"ALTER DATABASE {engine.url.database} SET default_transaction_read_only = on")
    return connect(engine.url.render_as_string())


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_read_only_database_is_unavailable_for_writing_alone(engine, later, request, write):
    secret = new_secret()
    SealedRows(engine, sessions).put(secret, b"content", later)
    reader = read_only(engine, request)
    with soon_unavailable("readonly|ReadOnlySqlTransaction"):
        write(reader, later)
    assert SealedRows(reader, sessions).get(secret) == b"content"
    reader.dispose()


@pytest.fixture
def read_only_folder():
    """A folder that others may enter, unlike pytest's own, with a database in use that nobody may write."""
    folder = Path(tempfile.mkdtemp())
    engine = connect(f"sqlite:///{folder}/test.db")
    migrate(engine)
    yield engine, folder
    engine.dispose()
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_without_write_permission_can_be_read_and_says_that_it_is_read_only(read_only_folder, later):
    engine, folder = read_only_folder
    secret = new_secret()
    SealedRows(engine, sessions).put(secret, b"content", later)
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    script = str(Path(__file__).with_name("unprivileged.py"))
    url = f"sqlite:///file:{folder}/test.db?uri=true"
    lines = subprocess.run([sys.executable, script, url, secret], capture_output=True, text=True, check=True).stdout
    read_only = "StorageUnavailable: The database cannot be used: attempt to write a readonly database"
    assert lines.splitlines() == ["b'content'", read_only, read_only]


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path):
    (tmp_path / "file").write_text("")
    with soon_unavailable("cannot be made: File exists"):
        connect(f"sqlite:///{tmp_path}/file/test.db")


def test_a_file_that_is_no_database_is_unavailable(tmp_path):
    (tmp_path / "test.db").write_text(CANARY * 1000)
    engine = connect(f"sqlite:///{tmp_path}/test.db")
    with soon_unavailable("not a database"):
        check(engine)


def test_a_full_disk_is_unavailable_and_what_was_there_stays(sqlite_engine, later):
    rows, secret = SealedRows(sqlite_engine, sessions), new_secret()
    rows.put(secret, b"content", later)
    with sqlite_engine.connect() as connection:  # goes back to the pool with its limit
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with soon_unavailable("full"):
        rows.put(new_secret(), os.urandom(100_000), later)
    assert rows.get(secret) == b"content"


def test_a_server_nobody_answers_on_is_unavailable():
    engine = connect("postgresql://tester:hemmelig@127.0.0.1:1/nowhere")
    with soon_unavailable("OperationalError"):
        check(engine)
    assert "hemmelig" not in repr(engine)


def test_connections_the_server_has_cut_are_made_anew(postgresql_engine, cluster, later):
    rows, secret = SealedRows(postgresql_engine, sessions), new_secret()
    rows.put(secret, b"content", later)
    name = postgresql_engine.url.database
    cluster.do(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    assert rows.get(secret) == b"content"


def test_a_log_that_is_in_use_is_emptied_by_the_next_sweep(sqlite_engine, later, caplog):
    rows, secret = SealedRows(sqlite_engine, sessions), new_secret()
    rows.put(secret, b"content", later)
    reader = sqlite3.connect(sqlite_engine.url.database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sessions").fetchone()
    assert rows.delete(secret) is True and "next sweep" in caplog.text
    reader.close()
    retention.purge(sqlite_engine, later + timedelta(days=1))
    assert Path(f"{sqlite_engine.url.database}-wal").stat().st_size == 0
    assert wipe(sqlite_engine) is True


def test_the_file_and_its_folder_are_for_the_owner_only(sqlite_engine, later):
    SealedRows(sqlite_engine, sessions).put(new_secret(), b"content", later)
    folder = Path(sqlite_engine.url.database).parent
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "test.db": 0o600, "test.db-wal": 0o600, "test.db-shm": 0o600,
    }


def test_a_file_others_could_read_is_closed_to_them(tmp_path):
    path = tmp_path / "test.db"
    path.touch(0o644)
    connect(f"sqlite:///{path}")
    assert path.stat().st_mode & 0o777 == 0o600


EXPECTED_PRAGMAS = {"journal_mode": "wal", "secure_delete": 1, "foreign_keys": 1, "busy_timeout": 2000, "temp_store": 2}


@pytest.mark.parametrize(("name", "value"), EXPECTED_PRAGMAS.items())
def test_every_connection_keeps_the_promises_of_the_file(sqlite_engine, name, value):
    for connection in [sqlite_engine.connect() for _ in range(3)]:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value
        connection.close()


def test_a_driver_that_quotes_what_it_was_sent_is_not_quoted(engine):
    with soon_unavailable(), statement(engine) as connection:
        connection.execute(text("INSERT INTO no_such_table VALUES (:content)"), {"content": CANARY})
