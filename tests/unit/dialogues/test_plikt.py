"""The plikt dialogue: which questions are asked, and what the answers mean."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tryggsamtale.dialogues.plikt import MOST, SCRIPT, Plikt, from_facts, to_facts
from tryggsamtale.duties.facts import AGES, NAMES, VALUES, parse
from tryggsamtale.duties.paragraphs import in_force
from tryggsamtale.duties.relations import relation
from tryggsamtale.guiding.model import VET_IKKE

PLIKT = Plikt()
TODAY = date(2026, 11, 21)


def walk(choose) -> dict[str, str]:
    """Answer every question as ``choose(step)`` says, to the end."""
    answers: dict[str, str] = {}
    while PLIKT.needed(answers) and not PLIKT.interrupt(answers):
        name = PLIKT.needed(answers)[0]
        answers[name] = choose(PLIKT.step(name))
        answers = {name: answers[name] for name in PLIKT.relevant(answers)}
    return answers


def random_walks(number: int) -> list[dict[str, str]]:
    dice = random.Random(196)
    values = {name: [option.value for option in one.step.options] for name, one in SCRIPT.steps.items()}
    unknown = {name: [VET_IKKE] if one.step.unknown else [] for name, one in SCRIPT.steps.items()}
    return [walk(lambda step: dice.choice(values[step.name] + unknown[step.name])) for _ in range(number)]


def test_no_case_takes_more_than_nine_questions_and_most_take_five_to_seven():
    lengths = [len(walk) for walk in random_walks(600) if "rolle_selv" not in walk]
    assert max(lengths) <= MOST
    assert sum(5 <= length <= 7 for length in lengths) > len(lengths) / 2


def test_every_case_ends_in_an_assessment_with_a_document_in_both_languages():
    for answers in random_walks(150):
        if PLIKT.interrupt(answers):
            continue
        result = PLIKT.result(answers, TODAY)
        assert result.says and result.output.assessment["recommendation"]
        assert all(say.text.nb and say.text.nn for say in result.says)


def test_a_person_who_knows_nothing_still_gets_an_answer_with_somebody_to_call():
    answers = walk(lambda step: VET_IKKE)
    assert len(answers) <= MOST
    assert PLIKT.result(answers, TODAY).output.contacts


@pytest.mark.parametrize("who", ["barn", "utsatt", "redd_for_a_skade", VET_IKKE])
def test_people_in_the_matter_themselves_are_led_to_support_and_asked_nothing_more(who: str):
    said = PLIKT.interrupt({"tid": "pagar", "rolle": "selv", "rolle_selv": who})
    assert said and "ring" in said[0].text.nb.lower()
    assert "du har plikt" not in said[0].text.nb.lower()


def test_every_role_and_every_act_of_the_duty_core_can_be_answered():
    said = {(fact, value) for scripted in SCRIPT.steps.values() for meaning in scripted.meanings.values()
            for fact, value in meaning.items()}
    missing = {value for value in VALUES["rolle"] if ("rolle", value) not in said}
    assert missing == {"ukjent", "forelder_selv"}
    assert {value for value in VALUES["handling"] if ("handling", value) not in said} == {"ukjent"}


def test_every_meaning_is_a_fact_the_duty_core_takes():
    for scripted in SCRIPT.steps.values():
        for meaning in scripted.meanings.values():
            parse(meaning)
            assert relation(str(meaning.get("relasjon", "selv"))).group != "ukjent"


def test_every_reference_of_a_question_is_in_force_or_named_elsewhere():
    for name, scripted in SCRIPT.steps.items():
        for source in scripted.step.sources:
            assert "§" not in source.ref or in_force(source.ref, TODAY), f"{name}: {source.ref}"


def test_answers_and_facts_say_the_same_both_ways():
    for answers in random_walks(200):
        if "rolle_selv" in answers:
            continue
        facts = {name: getattr(to_facts(answers), name) for name in NAMES}
        again = to_facts(from_facts({name: value for name, value in facts.items() if value not in (None, "ukjent")}))
        for name in ("rolle", "utsatt", "tid", "sikkerhet", "relasjon", *AGES):
            assert getattr(again, name) == facts[name], name


@pytest.mark.parametrize(("typed", "bracket"), [
    ("3 år", "barn_under_14"), ("3", "barn_under_14"), ("femten år", "barn_14_15"), ("17-åring", "barn_16_17"),
    ("gutt på 8", "barn_under_14"),
])
def test_an_age_alone_answers_who_it_is_about(typed: str, bracket: str):
    assert PLIKT.read(typed, "utsatt").answers.get("utsatt") == bracket


def test_an_early_answer_is_kept_until_it_is_clear_that_it_does_not_matter():
    assert PLIKT.relevant({"tid": "naa", "sikkerhet": "vag"}) == ("tid", "sikkerhet")


def test_a_text_about_danger_now_is_read_as_such():
    assert PLIKT.acute({"tid": "naa"})
    assert not PLIKT.acute({"tid": "pagar"})
