"""Counters say how often, and nothing else."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.storage.counters import FEW, FEWEST_SHOWN, KIND, Counters

OCTOBER, NOVEMBER = datetime(2026, 10, 31, tzinfo=timezone.utc), datetime(2026, 11, 1, tzinfo=timezone.utc)


def test_counts_are_per_month_and_kind_with_the_oldest_month_first(engine):
    counters = Counters(engine)
    for moment, kind, times in [(NOVEMBER, "plikt_ferdig", 7), (OCTOBER, "plikt_ferdig", 5), (NOVEMBER, "akutt", 6)]:
        for _ in range(times):
            counters.count(kind, moment)
    months = counters.statistics()
    assert months == {"2026-10": {"plikt_ferdig": 5}, "2026-11": {"akutt": 6, "plikt_ferdig": 7}}
    assert list(months) == ["2026-10", "2026-11"]


@pytest.mark.parametrize("times", range(1, FEWEST_SHOWN + 1))
def test_a_count_under_five_is_not_told(engine, times):
    counters = Counters(engine)
    for _ in range(times):
        counters.count("akutt", NOVEMBER)
    assert counters.statistics() == {"2026-11": {"akutt": FEW if times < 5 else 5}}


def test_without_a_count_there_are_no_statistics(engine):
    assert Counters(engine).statistics() == {}


NO_KINDS = ["", "Kari", "kari nordmann", "fnr_01017012345", "a" * 41, "plikt_", "_a", "blåmerke", "a\n"]


@pytest.mark.parametrize("kind", NO_KINDS)
def test_what_is_not_a_plain_name_is_no_kind(engine, kind):
    with pytest.raises(ValueError) as caught:
        Counters(engine).count(kind)
    assert not kind or kind not in str(caught.value)
    assert Counters(engine).statistics() == {}


@given(st.text())
def test_no_digit_capital_space_or_sign_is_in_any_kind(text):
    assert not KIND.fullmatch(text) or text.replace("_", "").isalpha() and text.islower() and text.isascii()
