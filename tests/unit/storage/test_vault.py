"""Sealed rows: the secret finds, changes and deletes its row; nobody else sees anything in it."""

from __future__ import annotations

import logging
import os
import time
from datetime import datetime, timedelta
from statistics import median

import pytest
from sqlalchemy import update

from tryggsamtale.storage.database import statement
from tryggsamtale.storage.sealing import new_secret
from tryggsamtale.storage.tables import SEALED, outputs, sessions
from tryggsamtale.storage.vault import SealedRows

CANARY = "Kari fra Solsikken barnehage ringte 400 00 000"
SESSION_BYTES, MOST_MILLISECONDS = 20_000, 2.0


@pytest.fixture(params=SEALED, ids=lambda table: table.name)
def rows(request, engine):
    return SealedRows(engine, request.param)


def test_what_is_put_is_got_and_the_last_one_counts(rows, later):
    secret = new_secret()
    rows.put(secret, b"first", later)
    rows.put(secret, CANARY.encode(), later)
    assert rows.get(secret) == CANARY.encode()


def test_another_secret_gets_nothing(rows, later):
    rows.put(new_secret(), b"content", later)
    assert rows.get(new_secret()) is None


@pytest.mark.parametrize("secret", ["", "x", "\ud800", "' OR 1=1 --", "a\0b"])
def test_a_secret_nobody_was_given_gets_nothing(engine, secret):
    rows = SealedRows(engine, sessions)
    assert rows.get(secret) is None
    assert rows.delete(secret) is False


def test_a_short_secret_keeps_nothing(engine, later):
    with pytest.raises(ValueError, match="at least 16"):
        SealedRows(engine, sessions).put("too short", b"content", later)


def test_a_time_without_a_zone_is_refused(engine):
    with pytest.raises(ValueError, match="time zone"):
        SealedRows(engine, sessions).put(new_secret(), b"content", datetime(2026, 1, 1))


def test_a_deleted_row_is_gone_and_can_be_deleted_once(rows, later):
    secret = new_secret()
    rows.put(secret, b"content", later)
    assert rows.delete(secret) is True
    assert rows.get(secret) is None
    assert rows.delete(secret) is False


def test_an_expired_row_is_missing_before_any_sweep(rows, now, later):
    secret = new_secret()
    rows.put(secret, b"content", later)
    assert rows.get(secret, now=later - timedelta(seconds=1)) == b"content"
    assert rows.get(secret, now=later) is None
    assert rows.replace(secret, b"other", now=later) is False


def test_replaced_content_expires_when_it_was_going_to(rows, now, later):
    secret = new_secret()
    rows.put(secret, b"content", later)
    assert rows.replace(secret, b"other") is True
    assert rows.get(secret) == b"other"
    assert rows.get(secret, now=later) is None
    assert rows.replace(new_secret(), b"other") is False


def test_one_table_knows_nothing_of_another(engine, later):
    secret = new_secret()
    SealedRows(engine, sessions).put(secret, b"content", later)
    assert SealedRows(engine, outputs).get(secret) is None


CHANGES = {
    "one bit": lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
    "cut off": lambda sealed: sealed[:20],
    "emptied": lambda sealed: b"",
    "other bytes": lambda sealed: os.urandom(len(sealed)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_row_someone_changed_counts_as_missing_and_is_logged_without_content(engine, later, stored, caplog, change):
    rows, secret = SealedRows(engine, sessions), new_secret()
    rows.put(secret, CANARY.encode(), later)
    [(_, sealed)] = stored(engine)
    with statement(engine) as connection:
        connection.execute(update(sessions).values(sealed=change(sealed)))
    with caplog.at_level(logging.DEBUG, logger="tryggsamtale"):
        assert rows.get(secret) is None
    assert caplog.messages == ["A row of sessions does not open with its own key and counts as missing"]


def test_two_rows_that_were_swapped_count_as_missing(engine, later, stored):
    rows, mine, other = SealedRows(engine, sessions), new_secret(), new_secret()
    rows.put(mine, b"mine", later)
    rows.put(other, b"other", later)
    [(first, its), (second, others)] = stored(engine)
    with statement(engine) as connection:
        connection.execute(update(sessions).where(sessions.c.lookup == first).values(sealed=others))
        connection.execute(update(sessions).where(sessions.c.lookup == second).values(sealed=its))
    assert rows.get(mine) is None and rows.get(other) is None


def test_nothing_readable_is_in_any_byte_on_the_disk(engine, later, stored, bytes_on_disk):
    secret = new_secret()
    for table in SEALED:
        SealedRows(engine, table).put(secret, CANARY.encode(), later)
    written = bytes_on_disk(engine)
    for readable in (CANARY.encode(), b"Solsikken", b"400 00 000", secret.encode()):
        assert readable not in written
    assert all(lookup in written for lookup, _ in stored(engine)), "these are the files the rows are in"


def test_a_session_of_20_kb_is_put_and_got_within_two_milliseconds(sqlite_engine, later):
    rows, secret, content = SealedRows(sqlite_engine, sessions), new_secret(), os.urandom(SESSION_BYTES)

    def spent() -> float:
        start = time.thread_time()
        rows.put(secret, content, later)
        assert rows.get(secret) == content
        return (time.thread_time() - start) * 1000

    assert median(spent() for _ in range(50)) <= MOST_MILLISECONDS
