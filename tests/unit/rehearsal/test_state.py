"""A rehearsal survives being stored, and nothing a guide writes breaks it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rehearsal.talks import played, script, talk
from tryggsamtale.rehearsal.feedback import reviewed
from tryggsamtale.rehearsal.rehearsal import begin, finish, hint, say, spoken
from tryggsamtale.rehearsal.state import MOST_KEPT, State
from tryggsamtale.rehearsal.trust import DIFFICULTIES
from tryggsamtale.rehearsal.youths import YOUTHS

written = st.sampled_from(script("god_guide") + script("avhorende_guide"))
lines = st.lists(st.one_of(st.text(max_size=80), written), max_size=6)


def stored(state: State) -> State:
    return State.of(json.loads(json.dumps(state.as_dict())))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(YOUTHS), st.sampled_from(tuple(DIFFICULTIES)), st.integers(0, 9), lines)
def test_any_lines_are_answered_and_the_state_survives_json(id, difficulty, seed, said):
    state = begin(id, difficulty, seed)
    for line in said:
        turn = say(state, line)
        assert turn.lines and all(one.text for one in turn.lines)
        assert all(0 <= part <= 100 for part in turn.state.trust.as_list())
        state = turn.state
    assert stored(state) == state
    assert hint(state).say.nn
    json.dumps(finish(state).as_dict())


def test_a_rehearsal_that_was_stored_goes_on_as_if_it_had_not_been():
    halfway = played(begin("loke", "hard", 9), script("god_guide")[:12])
    rest = script("god_guide")[12:]
    assert played(stored(halfway), rest) == played(halfway, rest)
    assert finish(stored(halfway)).as_dict() == reviewed(halfway).as_dict()


def test_a_whole_talk_is_small_enough_to_keep():
    assert len(json.dumps(talk("balder", "god_guide").as_dict())) < 32_000


def test_long_lines_are_cut_where_they_are_kept_but_counted_whole():
    turn = say(begin("siv"), "Jeg vil gjerne høre. " * 300)
    past = turn.state.turns[0]
    assert len(past.said) <= MOST_KEPT < past.words * 3
    assert spoken(turn.state, past.lines) == turn.lines


@pytest.mark.parametrize("kept", [{}, {"youth": "balder"}, {"turns": [{}]}])
def test_what_is_no_state_is_refused(kept):
    with pytest.raises((KeyError, TypeError, ValueError)):
        State.of(kept)
