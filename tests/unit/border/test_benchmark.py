"""What the masking promises on whole messages: the bounds that are reached on the project's own set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.masking import HANDWRITTEN, OWN_SET, PROJECT, measure, messages, ours, without_pipeline
from tryggsamtale.border.lists import FIRST_NAMES

CASES = PROJECT.parent / "shared" / "cases" / "pii.jsonl"
IDENTIFIERS = Path(__file__).parents[2] / "data" / "identifiers.jsonl"
STRUCTURED = ("FNR", "PHONE", "EMAIL", "HANDLE", "CAR_PLATE", "DATE", "ACCOUNT", "CASE_NUMBER", "ADDRESS")


@pytest.fixture(scope="module")
def score():
    return measure(messages(OWN_SET), ours)


def test_what_identifies_is_found(score):
    assert score.recall() >= 0.985
    assert all(score.recall(kind) >= 0.95 for kind in ("PERSON", "LOCATION", "ORGANISATION"))
    assert all(score.recall(kind) == 1 for kind in STRUCTURED)


def test_no_way_of_writing_is_left_behind(score):
    assert all(score.recall(way) >= score.recall() - 0.03 for way in ("lower", "nynorsk", "dialect", "typo"))


def test_other_words_stay(score):
    assert score.overmasked() <= 0.005


def test_lists_and_rules_alone_find_nearly_as_much():
    assert measure(messages(OWN_SET), without_pipeline).recall() >= 0.97


def test_messages_written_by_hand_are_masked():
    score = measure(messages(HANDWRITTEN), ours)
    assert score.recall() >= 0.98
    assert score.overmasked() <= 0.01
    assert all(score.recall(way) >= score.recall() - 0.03 for way in ("lower", "nynorsk", "dialect", "typo"))


def test_identifiers_are_found():
    assert measure(messages(IDENTIFIERS), ours).recall() >= 0.99


def test_the_set_is_half_messages_without_names_and_has_names_that_no_list_knows():
    own = messages(OWN_SET)
    names = [span["text"].lower() for message in own for span in message["spans"] if span["type"] == "PERSON"]
    assert len(own) >= 600
    assert sum(not message["spans"] for message in own) >= 0.45 * len(own)
    assert sum(name.split()[0] not in FIRST_NAMES for name in names) >= 0.4 * len(names)


@pytest.mark.parametrize("path", [OWN_SET, HANDWRITTEN], ids=lambda path: path.stem)
def test_every_span_marks_the_text_it_says(path):
    for message in messages(path):
        assert all(message["text"][span["start"]:span["end"]] == span["text"] for span in message["spans"])


@pytest.mark.skipif(not CASES.exists(), reason="the sample cases lie beside the project only where it is built")
def test_the_sample_cases_are_masked():
    score = measure([json.loads(line) for line in CASES.read_text("utf-8").splitlines()], ours)
    assert score.recall() >= 0.98
    assert score.overmasked() <= 0.02
