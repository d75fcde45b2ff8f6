"""The trained model understands the messages that were written apart from its training data."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterable
from pathlib import Path

import joblib
import pytest

from rasa_plugins.spacy_nlp import words
from rasa_plugins.understanding import RANKED, Experts
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.dialogues.unsure import is_unsure
from tryggsamtale.encoder import encoder
from tryggsamtale.running.model import Model

MESSAGES = [Path(__file__).parents[1] / "data" / f"utterances_{name}.jsonl" for name in ("heldout", "rounds", "others")]
WITH_MEANING = {"flow": 0.97, "topic": 0.96, "control": 0.97, "unknown": 0.96, "rejected": 0.02, "apart": 0.03}
BY_WORDS = {"flow": 0.95, "topic": 0.95, "control": 0.95, "unknown": 0.95, "rejected": 0.02, "apart": 0.03}
"""The least shares understood, the most wrongly put outside, and how far a variety may lie behind Bokmål."""

Understood = list[tuple[dict, str]]


@pytest.fixture(scope="module")
def experts(tmp_path_factory: pytest.TempPathFactory) -> Experts:
    folder = tmp_path_factory.mktemp("model")
    with tarfile.open(Model().path) as archive:
        part = next(one for one in archive.getmembers() if one.name.endswith("experts.joblib"))
        (folder / "experts.joblib").write_bytes(archive.extractfile(part).read())
    by_words, by_meaning = joblib.load(folder / "experts.joblib")
    return Experts(by_words, by_meaning, encoder() if by_meaning else None)


@pytest.fixture(scope="module")
def floors(experts: Experts) -> dict[str, float]:
    return WITH_MEANING if experts.uses_meaning else BY_WORDS


@pytest.fixture(scope="module")
def answers(experts: Experts) -> Understood:
    messages = [json.loads(line) for file in MESSAGES for line in file.read_text(encoding="utf-8").splitlines()]
    named = []
    for message, row in zip(messages, experts.probabilities([words(one["text"]) for one in messages]), strict=True):
        ranking = [(experts.intents[index], float(row[index])) for index in row.argsort()[::-1][:RANKED]]
        named.append((message, "utenfor" if is_unsure(ranking) else understood(ranking[0][0])[1]))
    return named


def share(answers: Iterable[tuple[dict, str]]) -> float:
    right = [said in (message["name"], *message.get("also", ())) for message, said in answers]
    return sum(right) / len(right)


@pytest.mark.parametrize("kind", ["flow", "topic", "control", "unknown"])
def test_most_messages_of_each_kind_are_understood(answers: Understood, floors: dict[str, float], kind: str):
    assert share(one for one in answers if one[0]["kind"] == kind) >= floors[kind]


def test_few_that_are_for_this_bot_are_sent_away(answers: Understood, floors: dict[str, float]):
    ours = [said for message, said in answers if message["kind"] != "unknown"]
    assert ours.count("utenfor") / len(ours) <= floors["rejected"]


@pytest.mark.parametrize("variety", ["nynorsk", "dialekt", "typo"])
def test_nobody_is_understood_much_worse_for_how_they_write(answers: Understood, floors: dict, variety: str):
    def of(name: str) -> float:
        return share(one for one in answers if one[0]["variety"] == name)

    assert of(variety) >= of("bokmal") - floors["apart"]
