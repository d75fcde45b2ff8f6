"""What a message wants: two logistic regressions, on its words and on its meaning, whose opinions are multiplied.

The words (n-grams weighted by how rare they are) know the terms of the field, its spellings and dialects; the meaning
knows what is said in words that nobody has written in the training data. Measured in docs/decisions.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME as FALLBACK
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.preprocessing import StandardScaler

from rasa_plugins.encoder import Encode, encoder
from rasa_plugins.spacy_nlp import words_of
from tryggsamtale.dialogues.unsure import is_unsure, which

MEANING = 0.25
"""How much the meaning counts beside the words, from 0 to 1."""
OUTSIDE = "utenfor"
OUTSIDE_WEIGHT = 2
"""What is not for this bot can be anything, so it is likelier than one intent among many."""
RANKED = 10
"""How many intents of the ranking are passed on."""


def by_words() -> Pipeline:
    """From texts to intents by their words, pairs of words and pieces of words."""
    features = make_union(
        TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )
    return make_pipeline(features, LogisticRegression(C=10, class_weight="balanced", tol=0.005))


def by_meaning() -> Pipeline:
    """From the encoder's vectors to intents."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.5, class_weight="balanced", max_iter=300))


class Experts:
    """Both classifiers; the second only where it was trained and the encoder can run now."""

    def __init__(self, words: Pipeline, meaning: Pipeline | None, encode: Encode | None) -> None:
        self.words = words
        self.meaning = meaning
        self._encode = encode if meaning else None

    @classmethod
    def trained(cls, texts: Sequence[str], intents: Sequence[str], encode: Encode | None) -> Experts:
        """Learn from texts, as ``spacy_nlp.words`` gives them, and their intents, of which there are two at least."""
        words = by_words().fit(texts, intents)
        regression = words[-1]
        regression.coef_ = np.asfortranarray(regression.coef_)  # each message reads its columns: a quarter of the time
        return cls(words, by_meaning().fit(encode(texts), intents) if encode else None, encode)

    @property
    def uses_meaning(self) -> bool:
        """Whether the encoder has a say."""
        return self._encode is not None

    @property
    def intents(self) -> list[str]:
        """The names of the columns of ``probabilities``."""
        return list(self.words.classes_)

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        """How likely each intent is, one row a text that sums to one."""
        found = self.words.predict_proba(texts)
        if self.uses_meaning:
            found = found ** (1 - MEANING) * self.meaning.predict_proba(self._encode(texts)) ** MEANING
        found = np.where(self.words.classes_ == OUTSIDE, OUTSIDE_WEIGHT, 1) * found
        return found / found.sum(axis=1, keepdims=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Understanding(IntentClassifier, GraphComponent):
    """The experts as a component of Rasa's pipeline; before it stands ``SpacyNLP`` alone."""

    def __init__(self, storage: ModelStorage, resource: Resource, experts: Experts | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._experts = experts

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> Understanding:
        """Untrained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **_: Any,
    ) -> Understanding:
        """As it was trained. Raises ValueError when the model holds nothing of it."""
        with model_storage.read_from(resource) as folder:
            words, meaning = joblib.load(_file(folder))
        return cls(model_storage, resource, Experts(words, meaning, encoder() if meaning else None))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples with an intent, and keep what was learnt in the model."""
        examples = [one for one in training_data.intent_examples if one.get(TEXT)]
        experts = Experts.trained([words_of(one) for one in examples], [one.get(INTENT) for one in examples], encoder())
        with self._storage.write_to(self._resource) as folder:
            joblib.dump((experts.words, experts.meaning), _file(folder), compress=3)
        self._experts = experts
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set ``intent`` and ``intent_ranking`` of each message; in doubt the intent is Rasa's ``nlu_fallback``."""
        found = self._experts.probabilities([words_of(one) for one in messages])
        for message, row in zip(messages, found, strict=True):
            best = row.argsort()[::-1][:RANKED]
            ranking = [{"name": self._experts.intents[index], "confidence": float(row[index])} for index in best]
            said = [(one["name"], one["confidence"]) for one in ranking]
            doubt = {"name": FALLBACK, "confidence": ranking[0]["confidence"]}
            message.set("intent", doubt if is_unsure(said) or which(said) else ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def _file(folder: Path) -> Path:
    return folder / "experts.joblib"
