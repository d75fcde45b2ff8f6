"""How well the guide's moves are read: the bounds of the issue, on utterances that nothing was trained on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from benchmarks.moves import CASES, HELD_OUT, Measured
from tryggsamtale.rehearsal.moves.training import examples

SETS = [*HELD_OUT, *([CASES] if CASES.exists() else [])]
NEAR_COPY = 90


@pytest.fixture(scope="module", params=SETS, ids=lambda path: path.stem)
def measured(request) -> Measured:
    return Measured(request.param)


def test_the_points_are_found(measured):
    assert measured.points().f1 >= 0.85
    assert measured.mean_kappa() >= 0.75


def test_the_kind_of_question_is_right(measured):
    assert measured.question_accuracy() >= 0.90
    assert measured.question_kappa() >= 0.75


def test_there_is_enough_to_measure_with():
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in HELD_OUT) >= 350


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: path.stem)
def test_nothing_held_out_is_a_near_copy_of_what_was_learnt(path: Path):
    learnt = [example.text.lower() for example in examples()]
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"].lower()
        _, likeness, _ = process.extractOne(text, learnt, scorer=fuzz.ratio)
        assert likeness < NEAR_COPY, text
