"""The receipt code alone reads, changes and erases what a user asked to have kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tryggsamtale.storage import database
from tryggsamtale.storage.codes import ReceiptCode
from tryggsamtale.storage.receipts import Receipts

KEPT = {"version": 1, "headline": {"nb": "Ja, du må melde fra.", "nn": "Ja, du må melde frå."}, "rolle": "lærer"}
KIND = "pliktvurdering"


@pytest.fixture
def receipts(engine):
    return Receipts(engine)


def test_the_code_reads_what_was_kept_as_often_as_needed(receipts, engine):
    code = ReceiptCode.read(receipts.keep(KEPT, KIND).shown.lower())
    assert receipts.open(code) == Receipts(engine).open(code) == {**KEPT, "kind": KIND}


def test_the_code_erases_and_then_it_is_as_if_it_had_never_been(receipts):
    code = receipts.keep(KEPT, KIND)
    assert receipts.erase(code) is True
    assert receipts.open(code) is None
    assert receipts.erase(code) is False


def test_the_code_changes_the_content_but_neither_kind_nor_end(receipts, now):
    code = receipts.keep(KEPT, KIND, days=3)
    assert receipts.replace(code, {"version": 2}) is True
    assert receipts.open(code) == {"version": 2, "kind": KIND}
    assert receipts.open(code, now + timedelta(days=3)) is None


def test_a_wrong_and_an_expired_code_look_the_same(receipts, now):
    code, after = receipts.keep(KEPT, KIND, days=30), now + timedelta(days=30)
    for each in (code, ReceiptCode.new()):
        assert receipts.open(each, after) is None
        assert receipts.replace(each, KEPT, after) is False


@pytest.mark.parametrize("days", [1, 30])
def test_content_is_kept_for_the_days_promised_less_an_hour_at_most(receipts, now, days):
    code = receipts.keep(KEPT, KIND, days)
    assert receipts.open(code, now + timedelta(days=days, hours=-1)) is not None
    assert receipts.open(code, now + timedelta(days=days)) is None


def test_content_without_a_version_or_a_day_to_live_is_refused(receipts):
    with pytest.raises(ValueError, match="version"):
        receipts.keep({"headline": "…"}, KIND)
    with pytest.raises(ValueError, match="day"):
        receipts.keep(KEPT, KIND, days=0)


def test_neither_code_nor_content_is_on_the_disk_and_erased_bytes_leave_it(receipts, engine, stored, bytes_on_disk):
    code = receipts.keep(KEPT, KIND)
    [(lookup, sealed)] = stored(engine)
    written = bytes_on_disk(engine)
    for readable in (code.characters, code.shown, code.shown.lower(), KIND, "melde fra", "lærer"):
        assert readable.encode() not in written
    assert lookup in written and sealed[:32] in written
    receipts.erase(code)
    if engine.dialect.name == "sqlite":  # PostgreSQL frees the space at its next vacuum
        written = bytes_on_disk(engine)
        assert lookup not in written and sealed[:32] not in written


def test_a_code_of_another_installation_opens_nothing(receipts, tmp_path):
    other = database.connect(f"sqlite:///{tmp_path}/other/test.db")
    database.migrate(other)
    assert Receipts(other).open(receipts.keep(KEPT, KIND)) is None
    other.dispose()
