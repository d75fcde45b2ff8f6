"""The feedback says what was done and what came of it, quoting the guide; figures are read without colour."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from tests.unit.rehearsal.talks import played, script, talk
from tryggsamtale.rehearsal.chart import coverage_svg, progress_svg, trust_svg
from tryggsamtale.rehearsal.feedback import MOST_QUOTED, reviewed
from tryggsamtale.rehearsal.progress import MEASURES, Record, progress
from tryggsamtale.rehearsal.rehearsal import begin
from tryggsamtale.rehearsal.trust import DIMENSIONS
from tryggsamtale.wording import LOCALES

GOOD, POOR, CLOSED = (reviewed(talk("balder", name)) for name in ("god_guide", "avhorende_guide", "lukket_guide"))


def both(node: object) -> bool:
    """Is every text of it there in both forms?"""
    if isinstance(node, dict):
        return all(node[locale] for locale in LOCALES) if "nb" in node else all(map(both, node.values()))
    return all(map(both, node)) if isinstance(node, list) else True


@pytest.mark.parametrize("feedback", [GOOD, POOR, CLOSED, reviewed(begin("siv"))])
def test_the_feedback_is_plain_json_in_both_forms(feedback):
    said = json.loads(json.dumps(feedback.as_dict()))
    assert both(said)
    assert sum(section["of"] for section in said["sections"]) == 23
    assert sum(section["covered"] for section in said["sections"]) == len(said["review"]["covered"])


def test_a_good_guide_is_told_what_was_good_in_its_own_words():
    lines = script("god_guide")
    assert 3 <= len(GOOD.good) <= MOST_QUOTED and not GOOD.better
    assert all(quote.said == lines[quote.turn] for quote in GOOD.good)
    assert len({quote.title for quote in GOOD.good}) == len(GOOD.good), "each kind of good once, before any comes twice"


def test_every_unlucky_line_is_quoted_with_a_better_wording():
    quoted = {quote.turn: quote for quote in POOR.better}
    unlucky = [number for number, turn in enumerate(POOR.state.turns) if turn.move.bad]
    assert unlucky and set(unlucky) <= set(quoted)
    assert all(quoted[turn].better and quoted[turn].said == POOR.state.turns[turn].said for turn in unlucky)


def test_a_clumsy_question_gets_a_wording_of_its_own_point():
    quote = next(quote for quote in CLOSED.better if quote.said == "Er det på bussen du er redd?")
    assert "steder" in quote.better[0].nb


def test_small_talk_and_single_words_are_not_quoted_as_good():
    state = played(begin("balder", "easy"), ["Hei, hei.", "Vil du ha vann?", "Bra!", "Hvordan har du det nå?", "👍"])
    assert [quote.said for quote in reviewed(state).good] == ["Hvordan har du det nå?"]


@pytest.mark.parametrize("line", ["Skjerp deg.", "Det går nok over.", "Du bør gå en annen vei.", "Er du redd? " * 20])
def test_what_lowers_trust_without_being_asked_gets_a_better_wording(line):
    quote = reviewed(played(begin("balder"), ["Hei.", line])).better[-1]
    assert quote.better and quote.words and quote.why.nn


@pytest.mark.parametrize(("lines", "told"), [
    (["Noen ganger har jeg plikt til å melde fra til barnevernet.", "Vil du fortelle hvordan det har vært?"], "before"),
    (["Vil du fortelle hvordan det har vært?", "Noen ganger har jeg plikt til å melde fra til barnevernet."], "after"),
    (["Vil du fortelle hvordan det har vært?"], "never"),
])
def test_the_feedback_says_whether_the_duty_was_told_in_time(lines, told):
    assert reviewed(played(begin("balder"), lines)).as_dict()["duty"]["told"] == told


def test_process_and_outcome_tell_the_good_guide_from_the_poor():
    assert GOOD.trust == "opened" and POOR.trust == "shut"
    for name in ("covered", "open_share", "empathy_share"):
        assert GOOD.numbers[name] > POOR.numbers[name]
    parts = {one["id"]: one["level"] for one in GOOD.as_dict()["story"]["parts"]}
    assert parts["where"] == parts["when"] == "open"
    assert all(one["level"] in ("", "closed") for one in POOR.as_dict()["story"]["parts"])
    assert any(one["confided"] for one in GOOD.as_dict()["story"]["secrets"])


def test_the_guides_share_of_the_words_counts_both_sides():
    state = played(begin("balder"), ["Hei."])
    said = len(state.turns[0].lines)
    assert said == 1 and 0 < reviewed(state).numbers["talk_share"] < 1
    assert reviewed(begin("balder")).numbers["talk_share"] == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_the_figures_are_well_formed_and_carry_their_numbers_as_text(locale):
    last = GOOD.course[-1].as_list()
    trust = ElementTree.fromstring(trust_svg(GOOD, locale))
    words = " ".join(trust.itertext())
    assert all(label[locale] in words for label in DIMENSIONS.values())
    assert all(f"→ {value}" in words for value in last)
    covered = " ".join(ElementTree.fromstring(coverage_svg(CLOSED, locale)).itertext())
    assert all(f"{one['covered']} av {one['of']}" in covered for one in CLOSED.as_dict()["sections"])


def test_the_lines_of_a_figure_differ_in_more_than_colour():
    drawn = ElementTree.fromstring(trust_svg(GOOD, "nb"))
    lines = drawn.findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 3 and len({line.get("stroke-dasharray") for line in lines}) == 3
    assert drawn.get("role") == "img" and drawn.find("{http://www.w3.org/2000/svg}title").text


def test_progress_follows_the_measures_from_the_first_rehearsal_to_the_last():
    records = [Record.of(one) for one in (POOR, CLOSED, GOOD)]
    shown = progress(records)
    assert len(shown["changes"]) == len(MEASURES) and both(shown)
    assert "framgang" in shown["changes"][0]["nb"]
    assert f"→ {round(100 * records[-1].trust)} prosent" in progress_svg(records, "nb")
    assert Record(*json.loads(json.dumps(records[0]))) == records[0]
    assert not progress(records[:1])["changes"]
    with pytest.raises(ValueError):
        progress_svg([], "nb")
