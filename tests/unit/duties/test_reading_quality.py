"""How much of what is proposed is right, and how much of what is said is found, on texts with known facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tryggsamtale.duties.reading import read_facts

ROOT = Path(__file__).parents[3]
OWN_CASES = ROOT / "tests" / "data" / "reading_cases.jsonl"
SHARED_CASES = ROOT.parent / "shared" / "cases" / "duty.jsonl"
PRECISION = 0.9
RECALL = {"dev": 0.87, "heldout": 0.85}


def cases(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def compared(chosen: list[dict]) -> tuple[float, float]:
    """Precision of the proposed facts, recall of the given ones; a proposal for a fact not given is wrong."""
    right = proposed = given = 0
    for case in chosen:
        facts = read_facts(case["text"]).facts
        right += sum(case["facts"].get(name) == value for name, value in facts.items())
        proposed += len(facts)
        given += len(case["facts"])
    return right / proposed, right / given


@pytest.mark.parametrize("split", ["dev", "heldout"])
def test_nine_of_ten_proposed_facts_are_right_and_most_stated_facts_are_found(split: str) -> None:
    precision, recall = compared([case for case in cases(OWN_CASES) if case["split"] == split])
    assert precision >= PRECISION
    assert recall >= RECALL[split]


def test_the_own_cases_are_many_and_half_of_them_held_out() -> None:
    splits = [case["split"] for case in cases(OWN_CASES)]
    assert len(splits) >= 150
    assert splits.count("heldout") >= len(splits) * 0.4


@pytest.mark.skipif(not SHARED_CASES.exists(), reason="the shared sample cases are not beside the project")
def test_nine_of_ten_facts_proposed_for_the_shared_sample_cases_are_right() -> None:
    """Recall is not asked for: most facts given there are defaults that the text does not say."""
    precision, recall = compared(cases(SHARED_CASES))
    assert precision >= PRECISION
    assert recall >= 0.35
