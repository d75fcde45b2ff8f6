"""Retention by named checkpoints, over all tables, down to the bytes of the files."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tryggsamtale.storage import retention
from tryggsamtale.storage.counters import Counters
from tryggsamtale.storage.database import statement
from tryggsamtale.storage.receipts import Receipts
from tryggsamtale.storage.sealing import new_secret
from tryggsamtale.storage.tables import SEALED, metadata, outputs, sessions
from tryggsamtale.storage.vault import SealedRows

EMPTY = {"sessions": 0, "outputs": 0, "counters": 0, "installation": 1}
SAVED = {"sessions": 1, "outputs": 1, "counters": 1, "installation": 1}
AFTER_THE_SESSION = {**SAVED, "sessions": 0}
AFTER_EXPIRY = {**EMPTY, "counters": 1}


def row_counts(engine):
    with statement(engine) as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar()
            for name, table in metadata.tables.items()
        }


def save(engine, later):
    secret = new_secret()
    SealedRows(engine, sessions).put(secret, b"turns", later)
    Receipts(engine).keep({"version": 1}, "pliktvurdering", days=30)
    Counters(engine).count("plikt_ferdig")


def test_every_checkpoint_over_all_tables(engine, now, later):
    assert row_counts(engine) == EMPTY, "before"
    save(engine, later)
    assert row_counts(engine) == SAVED, "after save"
    assert retention.purge(engine, now) == {"sessions": 0, "outputs": 0}
    assert row_counts(engine) == SAVED, "after first sweep"
    assert retention.purge(engine, later) == {"sessions": 1, "outputs": 0}
    assert row_counts(engine) == AFTER_THE_SESSION, "after the session has ended"
    assert retention.purge(engine, now + timedelta(days=30)) == {"sessions": 0, "outputs": 1}
    assert row_counts(engine) == AFTER_EXPIRY, "after expiry"


def test_every_table_with_a_time_to_live_is_swept():
    assert {table.name for table in SEALED} == {name for name, t in metadata.tables.items() if "expires_at" in t.c}


def pieces(sealed):
    """Parts of a sealed text as they stand on the disk, where a long one is cut into pages of 4 KiB."""
    return [sealed[start : start + 24] for start in range(0, len(sealed) - 24, 1000)]


@pytest.mark.parametrize("length", [10, 3_000, 20_000])
def test_no_byte_of_an_expired_row_is_left_in_file_wal_or_shm(sqlite_engine, now, later, stored, bytes_on_disk, length):
    kept, short = [new_secret() for _ in range(10)], [new_secret() for _ in range(10)]
    rows = SealedRows(sqlite_engine, sessions)
    gone = []
    for version in range(3):  # earlier versions of a row count too
        for mine, other in zip(kept, short, strict=True):
            rows.put(mine, b"k" * length * (version + 1), later + timedelta(days=1))
            rows.put(other, b"s" * length * (version + 1), later)
        gone += stored(sqlite_engine)
    still = stored(sqlite_engine)
    assert any(piece in bytes_on_disk(sqlite_engine) for _, sealed in gone for piece in pieces(sealed))

    assert retention.purge(sqlite_engine, later)["sessions"] == len(short)

    left = dict(stored(sqlite_engine))
    written = bytes_on_disk(sqlite_engine)
    deleted = [(lookup, sealed) for lookup, sealed in gone if left.get(lookup) != sealed]
    assert len(left) == len(kept) and len(deleted) == len(gone) - len(kept) and len(still) == len(kept) + len(short)
    assert not [piece for _, sealed in deleted for piece in pieces(sealed) if piece in written]
    assert not [lookup for lookup, _ in deleted if lookup not in left and lookup in written]
    assert all(rows.get(secret) == b"k" * length * 3 for secret in kept)


def test_a_deleted_session_leaves_the_disk_at_once(sqlite_engine, later, stored, bytes_on_disk):
    rows, secret = SealedRows(sqlite_engine, outputs), new_secret()
    rows.put(secret, b"content" * 1000, later)
    [(lookup, sealed)] = stored(sqlite_engine)
    assert lookup in bytes_on_disk(sqlite_engine)
    rows.delete(secret)
    written = bytes_on_disk(sqlite_engine)
    assert lookup not in written and not [piece for piece in pieces(sealed) if piece in written]
