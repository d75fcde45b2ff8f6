"""The limits, with a clock that the test turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasa_plugins import limits
from rasa_plugins.limits import Limit

PAUSES = st.lists(st.floats(0, 90), min_size=1, max_size=80)


class Clock:
    """A clock that stands still until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@given(st.integers(1, 30), PAUSES)
def test_no_stretch_of_time_lets_through_more_than_the_limit_and_what_grew_since(per_minute: int, pauses: list[float]):
    clock = Clock()
    limit, passed = Limit(per_minute, clock), []
    for pause in pauses:
        clock.now += pause
        if limit.wait("someone") == 0:
            passed.append(clock.now)
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            span = passed[last] - passed[first]
            assert last - first + 1 <= per_minute * (1 + span / 60) + 1e-6


@given(st.integers(1, 30), PAUSES)
def test_who_waits_as_long_as_told_is_let_in_and_not_much_later_than_needed(per_minute: int, pauses: list[float]):
    clock = Clock()
    limit = Limit(per_minute, clock)
    for pause in pauses:
        clock.now += pause
        seconds = limit.wait("someone")
        assert 0 <= seconds <= 60 / per_minute + 1
        if seconds:
            clock.now += seconds
            assert limit.wait("someone") == 0


@given(st.integers(1, 30))
def test_all_calls_of_a_minute_may_come_at_once_and_then_one_more_waits(per_minute: int):
    limit = Limit(per_minute, Clock())
    assert [limit.wait("someone") for _ in range(per_minute)] == [0] * per_minute
    assert limit.wait("someone") >= 1
    assert limit.wait("another") == 0


def test_only_so_many_callers_are_remembered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "CALLERS_KEPT", 10)
    limit = Limit(1, Clock())
    for caller in range(100):
        limit.wait(str(caller))
    assert len(limit._left) == 10 and limit.wait("99") > 0
