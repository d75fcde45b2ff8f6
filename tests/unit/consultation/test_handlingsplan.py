"""The check of a municipality's plan: what it lacks, and the letter that asks for it (source 004)."""

from __future__ import annotations

import pytest

from tryggsamtale.consultation.handlingsplan import CRITERIA, RECIPIENTS, WORDING, Plan, check
from tryggsamtale.knowledge.sources import sources

ALL = frozenset(CRITERIA)
GOOD = {"finnes": "ja", "bare_overgrep": "ja", "lett_a_finne": "ja", "met": ALL}


@pytest.mark.parametrize(("plan", "verdict"), [
    (GOOD, "god"),
    ({**GOOD, "bare_overgrep": "ukjent"}, "god"),
    ({**GOOD, "bare_overgrep": "nei"}, "mangler"),
    ({**GOOD, "lett_a_finne": "nei"}, "mangler"),
    *(({**GOOD, "met": ALL - {criterion}}, "mangler") for criterion in CRITERIA),
    ({**GOOD, "met": frozenset()}, "mangler"),
    ({**GOOD, "met": None}, "uavklart"),
    ({"finnes": "ikke_sett"}, "ikke_sett"),
    ({"finnes": "nei"}, "ingen"),
    ({}, "ukjent"),
])
def test_a_plan_is_good_only_when_it_has_all_six_and_nothing_speaks_against_it(plan, verdict):
    found = check(Plan(**plan))
    assert found.verdict == verdict
    assert found.headline.text.nb and WORDING["letter"]["opening"][verdict].nn


@pytest.mark.parametrize("criterion", CRITERIA)
def test_the_letter_wishes_for_what_is_missing_and_for_nothing_else(criterion):
    assert check(Plan(**{**GOOD, "met": ALL - {criterion}})).wishes == (WORDING["criteria"][criterion]["wish"],)


def test_a_good_plan_is_asked_nothing_more_of():
    assert check(Plan(**GOOD)).wishes == ()


@pytest.mark.parametrize(("plan", "met"), [
    ({"finnes": "nei"}, {False}), ({}, {None}), ({"finnes": "ikke_sett"}, {None}),
    ({**GOOD, "met": None}, {None, True}),
])
def test_what_nobody_has_seen_is_unknown_and_what_does_not_exist_has_nothing(plan, met):
    assert {one.met for one in check(Plan(**plan)).criteria} == met


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_each_recipient_is_asked_its_own_questions(recipient):
    [(whom, questions)] = check(Plan(recipients=(recipient,))).asked
    assert whom == WORDING["recipients"][recipient]["title"]
    assert len(questions) >= 3


def test_without_a_choice_the_letter_goes_to_the_politicians():
    assert [whom for whom, _ in check(Plan()).asked] == [WORDING["recipients"]["politikere"]["title"]]


@pytest.mark.parametrize(("finnes", "first"), [
    ("nei", "let"), ("ukjent", "let"), ("ikke_sett", "be_om_innsyn"), ("ja", "send_brevet"),
])
def test_the_first_step_fits_what_is_known(finnes, first):
    assert check(Plan(finnes=finnes)).steps[0] == WORDING["steps"][first]


def test_every_question_is_asked_of_somebody():
    asked = {name for one in WORDING["recipients"].values() for name in one["questions"]}
    assert asked == set(WORDING["questions"])


@pytest.mark.parametrize("wrong", [
    {"finnes": "kanskje"}, {"met": frozenset({"penger"})}, {"recipients": ("statsministeren",)}, {"lett_a_finne": ""},
])
def test_what_no_answer_means_is_refused(wrong):
    with pytest.raises(ValueError):
        Plan(**wrong)


def test_it_is_kept_in_both_languages_with_its_source():
    kept = check(Plan(**GOOD)).as_dict(lambda id: sources([id])[0])
    assert [source["ref"] for source in kept["sources"]] == ["Handlingsplan mot seksuelle overgrep (004)"]
    assert kept["headline"]["sources"] == ["Handlingsplan mot seksuelle overgrep (004)"]
    assert set(kept["letter"]["closing"]) == {"nb", "nn"}
