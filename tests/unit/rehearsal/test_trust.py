"""Trust rises and falls by a table; each move does what it should."""

from __future__ import annotations

import pytest

from tryggsamtale.rehearsal.effects import EFFECTS, Before, Seen, effects_of, remark_on
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.trust import DIFFICULTIES, Temperament, Trust, changed, starting_trust

MIDDLE = Trust(45, 45, 45)
EVEN = Temperament(MIDDLE, 1.0, 1.0, 0, (), ())


def move(points=(), question="none", empathy=False, bad=None, reflection=False) -> Move:
    return Move(points, question, empathy, bad, reflection)


def effects(now: Move, *before: tuple[Move, str, str], **seen) -> tuple[str, ...]:
    return effects_of(Seen(now, **seen), [Before(*one) for one in before])


CLOSED = move(question="closed")


@pytest.mark.parametrize(("seen", "expected"), [
    (move(question="open"), {"open"}),
    (move(empathy=True), {"empathy"}),
    (move(reflection=True, question="open"), {"reflection", "open"}),
    (move(points=("a4",)), {"duty"}),
    (move(points=("b3",), empathy=True), {"reactions", "empathy"}),
    (CLOSED, {"closed"}),
    (move(question="leading"), {"leading"}),
    (move(bad="blame", question="leading"), {"blame", "leading"}),
    (move(bad="secrecy", empathy=True), {"secrecy"}),
    (move(), set()),
])
def test_a_line_has_the_effects_of_what_it_does(seen, expected):
    assert set(effects(seen)) == expected


def test_three_narrow_questions_in_a_row_begin_to_be_an_interrogation_unless_one_of_them_listens():
    assert "row" in effects(CLOSED, (CLOSED, "", ""), (CLOSED, "", ""))
    assert "row" not in effects(CLOSED, (CLOSED, "", ""), (move(question="closed", empathy=True), "", ""))


def test_asking_the_same_again_after_a_short_answer_presses():
    assert "pressing" in effects(CLOSED, (CLOSED, "sted", "closed"), topic="sted")
    assert "pressing" not in effects(move(question="open"), (CLOSED, "sted", "closed"), topic="sted")


def test_the_duty_told_after_a_promise_of_secrecy_is_a_broken_promise():
    told = effects(move(points=("a4",)), (move(bad="secrecy"), "", ""))
    assert "broken" in told and "duty" not in told


def test_a_point_builds_trust_only_the_first_time_and_a_repeated_line_never():
    assert not effects(move(points=("a1",)), (move(points=("a1",)), "", ""))
    assert not effects(move(empathy=True), repeated=True)


@pytest.mark.parametrize("effect", EFFECTS)
def test_every_effect_moves_trust_the_way_its_numbers_say_and_is_explained(effect):
    after = changed(MIDDLE, [effect], EVEN, "normal")
    for before, now, change in zip(MIDDLE.as_list(), after.as_list(), EFFECTS[effect], strict=True):
        assert (now > before) is (change > 0) and (now < before) is (change < 0)
    assert remark_on(effect).reason.nn


def test_blame_and_interrogation_cost_more_than_any_clumsy_question():
    cost = {name: -sum(change) for name, change in EFFECTS.items()}
    clumsy = ("closed", "leading", "multiple", "row")
    assert min(cost["blame"], cost["interrogation"]) > max(cost[name] for name in clumsy)


def test_no_single_good_line_opens_a_youth():
    everything = [name for name, change in EFFECTS.items() if min(change) >= 0]
    assert max(sum(EFFECTS[name]) for name in everything) < 60 - 34


def test_what_opens_or_closes_this_youth_counts_more():
    tender = Temperament(MIDDLE, 1.0, 1.0, 0, ("empathy",), ("blame",))
    met, even = ([changed(MIDDLE, [name], one, "normal") for name in ("empathy", "blame")] for one in (tender, EVEN))
    assert met[0].understood > even[0].understood and met[1].safe < even[1].safe


def test_difficulty_weighs_start_gains_and_losses():
    starts, gains, losses = ([] for _ in range(3))
    for difficulty in DIFFICULTIES:
        starts.append(starting_trust(EVEN, difficulty).safe)
        gains.append(changed(MIDDLE, ["empathy"], EVEN, difficulty).understood)
        losses.append(changed(MIDDLE, ["blame"], EVEN, difficulty).understood)
    for falling in (starts, gains, losses):
        assert falling == sorted(falling, reverse=True) and len(set(falling)) == 3


def test_trust_stays_between_0_and_100_and_can_be_won_back():
    low, high = MIDDLE, MIDDLE
    for _ in range(60):
        low, high = changed(low, ["blame"], EVEN, "hard"), changed(high, ["empathy", "open"], EVEN, "easy")
    assert min(low.as_list()) >= 0 and max(high.as_list()) <= 100 and high.opened_up
    assert changed(low, ["empathy"], EVEN, "hard").lowest > low.lowest


def test_the_same_lines_give_the_same_trust():
    course = ["open", "empathy", "closed", "row", "reflection"]
    assert changed(MIDDLE, course, EVEN, "normal") == changed(MIDDLE, course, EVEN, "normal")
    with pytest.raises(KeyError):
        changed(MIDDLE, ["charm"], EVEN, "normal")
