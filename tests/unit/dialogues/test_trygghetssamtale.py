"""The dialogue trygghetssamtale: its three ways, what is asked in each, and what they come to."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from tests.unit.dialogues.spoken import Spoken
from tryggsamtale.dialogues.trygghetssamtale import SCRIPT, Trygghetssamtale
from tryggsamtale.guiding.model import VET_IKKE
from tryggsamtale.outputs.documents import offers
from tryggsamtale.rehearsal.points import CHECKLIST

TODAY = date(2026, 11, 22)
DIALOGUE = Trygghetssamtale()


def walk(choose, answers: dict[str, Any]) -> dict[str, Any]:
    """Answer every question as ``choose(step)`` says, to the end."""
    answers = dict(answers)
    while DIALOGUE.needed(answers):
        name = DIALOGUE.needed(answers)[0]
        answers[name] = choose(DIALOGUE.given(answers).step(name))
        answers = {name: answers[name] for name in DIALOGUE.relevant(answers)}
    return answers


def by_chance(chance: random.Random):
    def choose(step):
        values = [option.value for option in step.options] + ([VET_IKKE] if step.unknown else [])
        if step.kind == "choices":
            return chance.sample(values, chance.randint(1, len(values)))
        return chance.choice(values) if values else "Ta en annen buss."
    return choose


@pytest.mark.parametrize("way", ["gjennomgang", "sjekkliste"])
@pytest.mark.parametrize("seed", range(60))
def test_any_answers_come_to_an_end_and_to_documents(way: str, seed: int):
    answers = walk(by_chance(random.Random(seed)), {"vei": way})
    result = DIALOGUE.given(answers).result(answers, TODAY)
    assert result.says and offers(result.output)[0]["kind"] in ("trygghetssamtale", "sjekkliste")
    assert [point["id"] for one in result.output.talk["sections"] for point in one["points"]] == list(CHECKLIST)


@pytest.mark.parametrize(("text", "way"), [
    ("jeg vil øve på trygghetssamtalen", "ove"), ("øving", "ove"), ("kan vi ta et rollespill", "ove"),
    ("eg vil trene på samtalen", "ove"), ("spill en gutt på 13 som er ranet", "ove"), ("sjekkliste takk", "sjekkliste"),
    ("hvilke punkter skal jeg innom?", "sjekkliste"), ("fylle ut malen", "gjennomgang"),
    ("eg må førebu ein samtale", "gjennomgang"), ("gå gjennom samtalen", "gjennomgang"),
    ("trygghetssamtale", None), ("vi er over halvveis", None), ("", None),
])
def test_the_wish_to_begin_says_the_way_in(text: str, way: str | None):
    assert DIALOGUE.way_in(text) == way


def test_danger_in_the_wish_to_rehearse_is_none_and_in_a_note_it_is():
    text = "Jeg vil øve: spill en gutt, faren slår ham akkurat nå"
    assert DIALOGUE.read(text, None).rehearsed
    assert not DIALOGUE.read("faren slår ham akkurat nå", "b_notat").rehearsed


def asked(**answers: Any) -> list[str]:
    """All that is still asked beside these answers, when each is answered by its first option."""
    def first(step):
        value = step.options[0].value if step.options else "noe"
        return [value] if step.kind == "choices" else value
    return [name for name in walk(first, answers) if name not in answers]


def test_the_investigator_is_asked_about_the_own_case_and_only_the_coordinator_about_the_call():
    assert "egen_sak" in asked(vei="gjennomgang", rolle="etterforsker")
    assert "telefon" in asked(vei="gjennomgang", rolle="koordinator", holdt="kommer", forhold=["ingen"])
    assert not {"egen_sak", "telefon"} & set(asked(vei="gjennomgang", rolle="guide"))


def test_consent_of_the_guardians_is_asked_under_18_alone():
    assert "foresatte" in asked(vei="gjennomgang", alder="16-17")
    assert "foresatte" not in asked(vei="gjennomgang", alder="18+")


def test_where_the_offender_is_family_the_advice_alone_can_be_taken_along():
    answers = {"vei": "gjennomgang", "forhold": ["familie"], "likevel": "rad"}
    assert not [name for name in asked(**answers) if name[:2] in ("a_", "b_", "c_", "d_", "e_")]
    known = walk(by_chance(random.Random(1)), answers)
    result = DIALOGUE.given(known).result(known, TODAY)
    assert "barnevernet, politiet eller Statens barnehus" in "\n".join(say.text.nb for say in result.says)


def test_a_talk_that_is_to_come_is_not_asked_what_came_up():
    assert "fram" not in asked(vei="gjennomgang", holdt="kommer", forhold=["ingen"])
    assert "for_samtalen" not in asked(vei="gjennomgang", holdt="holdt", forhold=["ingen"])


def test_an_empty_checklist_takes_two_answers():
    assert asked(vei="sjekkliste", utgave="tom") == []


def test_what_is_to_be_settled_is_said_when_the_answer_brings_it_up_and_once():
    before = {"vei": "gjennomgang", "anmeldt": "ja"}
    [said] = DIALOGUE.remark(before, {**before, "klarert": "nei"})
    assert "klarerer du med etterforskeren" in said.text.nb and said.sources
    assert DIALOGUE.remark({**before, "klarert": "nei"}, {**before, "klarert": "nei", "alder": "under16"}) == ()


def test_every_point_stands_above_its_choices_with_a_way_to_say_it():
    for section in "abcde":
        step = DIALOGUE.given({"vei": "gjennomgang"}).step(f"{section}_punkter")
        for at, point in enumerate((one for one in CHECKLIST.values() if one.section == section), start=1):
            assert f"{at}. «{point.say.nb}»" in step.question.nb
            assert step.options[at - 1].title == point.label


def test_all_points_at_once_is_an_answer():
    answers = {"vei": "sjekkliste", "utgave": "kryss", **{f"{section}_punkter": ["alle"] for section in "abcd"},
               "e_punkter": ["e1"]}
    result = DIALOGUE.result(answers, TODAY)
    assert "23 av 23" in result.says[0].text.nb and len(result.says) == 1


def test_a_note_is_shown_as_it_will_be_kept_and_can_be_passed_over():
    talk = Spoken(DIALOGUE, answers={"vei": "gjennomgang", **walked_to("a_notat")}, step="a_notat")
    talk.say("Hei, de ville ha moren med.")
    assert talk.step == "utkast" and "«Hei, de ville ha moren med.»" in talk.said
    talk.press("Ja")
    assert talk.answers["a_notat"] == "Hei, de ville ha moren med." and talk.step == "b_punkter"
    assert Spoken(DIALOGUE, answers=walked_to("a_notat"), step="a_notat").say("hopp over").step == "b_punkter"


def walked_to(step: str) -> dict[str, Any]:
    """The first option of everything before that step of a walk-through."""
    names = list(SCRIPT.steps)[: list(SCRIPT.steps).index(step)]
    answers: dict[str, Any] = {"vei": "gjennomgang", "forhold": ["ingen"], "rolle": "guide", "holdt": "holdt"}
    while (name := DIALOGUE.needed(answers)[0]) in names:
        option = DIALOGUE.step(name).options[0].value
        answers[name] = [option] if DIALOGUE.step(name).kind == "choices" else option
    return answers


def test_own_measures_stand_beside_the_chosen_ones():
    answers = {**walked_to("c_tiltak"), "c_tiltak": ["folge", "egne"], "c_egne": "Ta en annen buss"}
    answers = walk(by_chance(random.Random(3)), answers)
    section = DIALOGUE.given(answers).result(answers, TODAY).output.talk["sections"][2]
    assert [one["nb"] for one in section["measures"]] == ["En voksen følger eller kjører", "Ta en annen buss"]
