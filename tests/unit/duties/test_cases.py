"""Whole cases: facts as a lawyer would read them out of a text, and the verdicts that follow from the law."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tryggsamtale.duties.assessment import assess
from tryggsamtale.duties.facts import VALUES, parse

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests" / "data" / "duty_cases.jsonl"
SHARED = ROOT.parent / "shared" / "cases" / "duty.jsonl"
DUTIES = ("opplysningsplikt_barnevern", "avvergingsplikt", "nodetater")
DAY = date(2026, 11, 21)


def cases():
    files = [OWN] + ([SHARED] if SHARED.exists() else [])
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_the_case_gets_an_expected_or_accepted_verdict_with_its_paragraphs(case):
    answer = assess(parse(case["facts"]), today=DAY)
    expected = case["expected"]
    for duty, ruling in answer.rulings().items():
        accepted = {expected[duty], *expected.get("akseptert", {}).get(duty, ())}
        assert ruling.verdict in accepted, (duty, case["text"])
        if expected[duty] == "plikt":
            assert ruling.verdict in ("plikt", "kan_ikke_avgjores"), f"a duty answered as none: {case['text']}"


@pytest.mark.parametrize("case", [c for c in cases() if "annen_plikt" in c["expected"]], ids=lambda case: case["id"])
def test_the_duty_outside_the_three_is_named(case):
    wanted = case["expected"]["annen_plikt"].split(":")[0].split(" andre ledd")[0]
    cited = [
        paragraph for duty in assess(parse(case["facts"]), today=DAY).other_duties for paragraph in duty.paragraphs
    ]
    assert any(paragraph.startswith(wanted) for paragraph in cited), cited


def test_the_paragraphs_a_case_names_are_among_those_cited():
    for case in (json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()):
        answer = assess(parse(case["facts"]), today=DAY)
        cited = {source.ref for source in answer.sources}
        assert set(case["paragraphs"]) <= cited, (case["id"], set(case["paragraphs"]) - cited)


def test_the_own_cases_cover_every_role_and_every_act():
    own = [json.loads(line)["facts"] for line in OWN.read_text(encoding="utf-8").splitlines()]
    assert len(own) >= 60
    assert {facts.get("rolle", "ukjent") for facts in own} == set(VALUES["rolle"])
    assert {facts.get("handling", "ukjent") for facts in own} == set(VALUES["handling"])
