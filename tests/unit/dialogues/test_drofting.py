"""The discussion: which questions are asked, what they mean to the two cores, and what goes on to other dialogues."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.unit.dialogues.spoken import TODAY, Spoken
from tryggsamtale.consultation.case import VALUES
from tryggsamtale.dialogues.catalogue import DROFTING, PLIKT, told_to_others
from tryggsamtale.dialogues.drofting_facts import FAMILIES, SCRIPT, has_duty, to_facts
from tryggsamtale.duties.facts import VALUES as FACTS
from tryggsamtale.duties.facts import parse
from tryggsamtale.guiding.model import VET_IKKE

ORDER = (
    "akutt", "rolle", "gjelder", "aldersgruppe", "aldersgruppe_utover", "bekymring", "kilde", "hendelse", "trafikklys",
    "relasjon", "utover_utsatt", "tid", "samtykke", "instanser", "koordinator", "gjort", "sporsmal",
)
BEATEN = {
    "akutt": "nei", "rolle": "barnehage", "gjelder": "barn", "aldersgruppe": "0-5", "bekymring": ["fysisk_vold"],
    "kilde": ["fortalt_selv"], "hendelse": "Hun sier at pappa slår henne hver kveld.", "tid": "pagar",
}


def random_walks(number: int) -> list[dict[str, Any]]:
    """Answers to every question that is asked, chosen by a die."""
    dice = random.Random(13)
    walks = []
    for _ in range(number):
        answers: dict[str, Any] = {}
        while DROFTING.needed(answers):
            step = DROFTING.given(answers).step(DROFTING.needed(answers)[0])
            values = [option.value for option in step.options if option.value != "selv"] or ["Hun gråt."]
            values = [*values, VET_IKKE] if dice.random() < 0.2 else values
            chosen = dice.choice(values)
            answers[step.name] = [chosen] if step.kind == "choices" and chosen != VET_IKKE else chosen
            answers = {name: answers[name] for name in DROFTING.relevant(answers)}
        walks.append(answers)
    return walks


def test_the_steps_are_those_of_the_dialogue_in_their_order():
    assert tuple(SCRIPT.steps) == ORDER
    assert tuple(DROFTING.slots.values()) == tuple(f"drofting_{name}" for name in ORDER)


def test_every_option_is_a_value_of_the_case_and_every_value_an_option():
    for name, values in VALUES.items():
        offered = {option.value for option in SCRIPT.steps[name].step.options} - {"selv"}
        assert offered == set(values), name


def test_every_case_ends_in_a_result_with_somebody_to_call_in_both_languages():
    for answers in random_walks(120):
        result = DROFTING.result(answers, TODAY)
        assert result.output.contacts and result.output.consultation["duty"]["headline"]["nn"]
        assert all(say.text.nb and say.text.nn and say.sources for say in result.says)


def test_no_case_takes_more_than_the_table_holds_and_few_take_all():
    lengths = [len(answers) for answers in random_walks(200)]
    assert min(lengths) >= 11 and max(lengths) <= len(ORDER)


@pytest.mark.parametrize(("answers", "asked", "options"), [
    ({"gjelder": "barn"}, "aldersgruppe", ["0-5", "6-12", "13-15", "16-17"]),
    ({"gjelder": "voksen"}, "aldersgruppe", ["18-66", "67+"]),
    ({"gjelder": "ssa"}, "samtykke", ["ja", "nei", "omsorgspersoner"]),
    ({"gjelder": "voksen_risikoutsatt"}, "samtykke", ["ja", "nei", "ikke_spurt", "kan_ikke"]),
    ({}, "aldersgruppe", ["0-5", "6-12", "13-15", "16-17", "18-66", "67+"]),
])
def test_a_question_offers_what_fits_the_other_answers(answers, asked, options):
    assert [option.value for option in DROFTING.given(answers).step(asked).options] == options


def test_children_are_not_asked_about_like_adults():
    question = {who: DROFTING.given({"gjelder": who}).step("samtykke").question.nb for who in ("barn", "voksen")}
    assert "omsorgspersoner" in question["barn"] and "personen" in question["voksen"]


@pytest.mark.parametrize(("answers", "not_asked"), [
    ({"akutt": "fare"}, "tid"),
    ({"gjelder": "ssa"}, "bekymring"),
    ({"gjelder": "barn", "bekymring": ["fysisk_vold"]}, "trafikklys"),
    ({"gjelder": "voksen"}, "aldersgruppe_utover"),
    ({"instanser": ["ingen"]}, "koordinator"),
    ({"instanser": VET_IKKE}, "koordinator"),
])
def test_what_other_answers_settle_is_not_asked(answers, not_asked):
    assert not_asked not in DROFTING.needed(answers)


@pytest.mark.parametrize(("answers", "dropped"), [
    ({"gjelder": "voksen", "aldersgruppe": "6-12"}, "aldersgruppe"),
    ({"gjelder": "barn", "samtykke": "kan_ikke"}, "samtykke"),
    ({"gjelder": "barn", "bekymring": ["uro"], "trafikklys": "gul"}, "trafikklys"),
    ({"gjelder": "voksen", "bekymring": ["ssa"]}, "bekymring"),
    ({"gjelder": "barn", "instanser": ["ingen"], "koordinator": "ja"}, "koordinator"),
])
def test_an_answer_that_no_longer_makes_sense_is_dropped(answers, dropped):
    assert dropped not in DROFTING.relevant(answers)
    assert set(DROFTING.relevant(answers)) == set(answers) - {dropped}


@pytest.mark.parametrize("who", ["selv", "selv_barn", "selv_utsatt", "selv_redd_for_a_skade"])
def test_people_in_the_matter_themselves_are_led_to_support(who: str):
    said = DROFTING.interrupt({"rolle": who})
    assert "ring" in said[0].text.nb.lower() and "plikt" not in said[0].text.nb


def test_every_source_of_a_question_exists():
    for scripted in SCRIPT.steps.values():
        assert scripted.step.sources and all(source.ref for source in scripted.step.sources)


# the duty first


def test_a_clear_duty_is_said_at_once_with_how_to_report_and_only_then():
    talk = Spoken().start().press("Nei").press("Barnehage").press("Et barn").press("0–5").press("Fysisk vold")
    talk.press("Den det gjelder")
    assert "plikt til å melde" not in talk.said
    talk.say("Hun sier at pappa slår henne hver kveld").press("Ja, behold")
    assert "plikt til å melde til barnevernet" in talk.said and "Meld til barnevernet i dag" in talk.said
    assert "forberedelse" in talk.said
    talk.press("Ja, det stemmer")
    assert "plikt til å melde" not in talk.said and talk.step == "samtykke"


@pytest.mark.parametrize(("changes", "clear"), [
    ({}, True),
    ({"rolle": "frivillig", "hendelse": None, "bekymring": ["omsorgssvikt"]}, False),
    ({"bekymring": ["uro"], "hendelse": None}, False),
    ({"hendelse": None}, False),
    ({"hendelse": None, "samtykke": "omsorgspersoner"}, True),
    ({"rolle": VET_IKKE, "bekymring": ["kjonnslemlestelse"], "tid": "kan_skje", "hendelse": None}, True),
    ({"kilde": ["fortalt_andre"], "hendelse": None}, False),
])
def test_the_duty_is_clear_only_where_the_answers_make_it_so(changes, clear):
    answers = {name: value for name, value in {**BEATEN, **changes}.items() if value is not None}
    assert has_duty(answers, TODAY) is clear


def test_the_gravest_of_several_worries_decides():
    mild = {**BEATEN, "bekymring": ["okonomisk"], "hendelse": "", "samtykke": "omsorgspersoner"}
    assert not has_duty(mild, TODAY)
    assert has_duty({**mild, "bekymring": ["okonomisk", "fysisk_vold"]}, TODAY)


def test_every_worry_is_an_act_of_the_duty_core():
    assert set(FAMILIES) | {"psykisk_vold"} == set(VALUES["bekymring"])
    assert {act for acts in FAMILIES.values() for act in acts} <= set(FACTS["handling"])
    for answers in random_walks(100):
        assert all(parse(vars(facts)) == facts for facts in to_facts(answers))


def test_a_case_that_is_reported_says_so_first_and_as_the_first_next_step():
    result = DROFTING.result({**BEATEN, "samtykke": "omsorgspersoner"}, TODAY)
    assert result.says[0].text.nb.startswith("Plikten:")
    assert result.output.consultation["next_steps"][0]["by"] == TODAY.isoformat()
    assert result.output.consultation["duty"]["report"] is True


def test_danger_comes_before_the_duty():
    assert "Akutt" in DROFTING.result({**BEATEN, "akutt": "fare"}, TODAY).says[0].text.nb


# from one dialogue to another


def test_plikt_starts_with_what_the_discussion_knows_and_asks_only_for_the_rest():
    told = told_to_others(DROFTING, BEATEN, TODAY)
    known = told["plikt"]
    assert {"rolle", "utsatt", "handling", "relasjon", "sikkerhet"} <= set(known)
    talk = Spoken(PLIKT, state={"proposed": known}).start()
    assert talk.step == "forslag" and "fra det du har fortalt før" in talk.said
    talk.press("Ja, det stemmer")
    assert talk.step not in known


def test_the_discussion_starts_with_what_plikt_knows():
    answers = {"tid": "pagar", "rolle": "larer_offentlig", "utsatt": "barn_under_14", "handling": "vold_gjentatt"}
    known = told_to_others(PLIKT, answers, TODAY)["drofting"]
    assert known["rolle"] == "skole" and known["gjelder"] == "barn" and known["bekymring"] == ["fysisk_vold"]


def test_nothing_is_carried_where_nothing_is_known():
    assert told_to_others(DROFTING, {}, TODAY) == {}


JUST_NOW = "han slo henne akkurat nå, jeg jobber i barnehage"


def test_danger_that_is_heard_is_warned_of_and_what_else_was_told_is_proposed():
    talk = Spoken().start(JUST_NOW, danger="vold")
    assert talk.outcome.danger == "vold" and talk.said.startswith("Ring 112") and talk.step == "forslag"
    assert talk.state["proposed"]["akutt"] == "fare"


def test_a_text_that_the_border_hears_as_calm_is_not_read_as_danger():
    talk = Spoken().start(JUST_NOW)
    assert not talk.outcome.danger and "akutt" not in talk.state["proposed"]
