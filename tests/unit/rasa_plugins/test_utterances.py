"""The messages that understanding is measured on: apart from the training data, spread over what people write."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process
from ruamel.yaml import YAML

from tryggsamtale.dialogues.understood import CONTROLS, FLOWS
from tryggsamtale.knowledge.topics import TOPICS
from tryggsamtale.running.project import PROJECT

SETS = {"heldout": 650, "blind": 150, "rounds": 350, "others": 280}
NAMES = {"flow": FLOWS, "topic": TOPICS, "control": CONTROLS, "unknown": ("utenfor",)}
NEAR = 85
"""Per cent alike, from which two messages are copies of each other."""

each_set = pytest.mark.parametrize("name", SETS)


def messages(name: str) -> list[dict]:
    path = Path(__file__).parents[2] / "data" / f"utterances_{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", text.lower()).split())


@pytest.fixture(scope="module")
def trained() -> list[str]:
    data = YAML(typ="safe").load((PROJECT / "data" / "nlu.yml").read_text(encoding="utf-8"))
    return [plain(line.removeprefix("- ")) for one in data["nlu"] for line in one["examples"].splitlines()]


@each_set
def test_no_message_is_a_near_copy_of_a_training_sentence(name: str, trained: list[str]):
    texts = [(one["id"], plain(one["text"])) for one in messages(name)]
    near = {
        key: process.extractOne(text, trained, scorer=fuzz.ratio, score_cutoff=NEAR) or ("", 0) if text else ("", 0)
        for key, text in texts
    }
    assert {key: found[0] for key, found in near.items() if found[1]} == {}


@each_set
def test_every_message_says_what_it_means_in_names_of_the_contract(name: str):
    rows = messages(name)
    assert len(rows) >= SETS[name] and len({one["id"] for one in rows}) == len(rows)
    known = {known for names in NAMES.values() for known in names}
    assert [one for one in rows if one["name"] not in NAMES[one["kind"]] or not set(one.get("also", ())) <= known] == []


def test_every_name_and_variety_is_there_and_much_that_is_not_for_this_bot():
    rows = messages("heldout")
    assert {one["name"] for one in rows} == {known for names in NAMES.values() for known in names}
    assert Counter(one["variety"] for one in rows).most_common()[-1][1] >= 100
    assert sum(one["kind"] == "unknown" for one in rows) >= 120
