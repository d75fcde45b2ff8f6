"""What a message wants: two experts, on its words and on its meaning, whose opinions are multiplied.

The words (n-grams weighted by how rare they are) know the terms of the field, its spellings and dialects; the meaning
knows what is said in words that nobody has written in the training data. Each is asked twice: which kind of message it
is (dialogue, topic, control, outside), and which of all intents. Measured in docs/decisions.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
from sklearn.base import TransformerMixin, clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union
from sklearn.preprocessing import StandardScaler

from rasa_plugins.spacy_nlp import words_of
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.dialogues.unsure import is_unsure, which
from tryggsamtale.encoder import Encode, encoder

Given = Sequence[str] | np.ndarray
"""Texts, or one row of numbers each."""

MEANING = 0.25
"""How much the meaning counts beside the words, from 0 to 1."""
KIND = 0.4
"""How much the opinion on the kind corrects what the intents of a kind come to together, from 0 to 1."""
OUTSIDE = "utenfor"
OUTSIDE_WEIGHT = 1.5
"""What is not for this bot can be anything, so it is likelier than one intent among many."""
RANKED = 10
"""How many intents of the ranking are passed on."""


class Expert:
    """Features of a message, and two logistic regressions on them: on its kind and on its intent."""

    def __init__(self, features: TransformerMixin, regression: LogisticRegression) -> None:
        self._features = features
        self._on_intents, self._on_kinds = regression, clone(regression)

    def fit(self, given: Given, intents: Sequence[str]) -> Expert:
        """Learn from messages and their intents, of at least two kinds."""
        seen = self._features.fit_transform(given)
        kinds = [understood(intent)[0] for intent in intents]
        for regression, names in ((self._on_intents, intents), (self._on_kinds, kinds)):
            regression.fit(seen, names)
            regression.coef_ = np.asfortranarray(regression.coef_)  # a message reads its columns: a quarter of the time
        return self

    @property
    def intents(self) -> np.ndarray:
        """In the order of the columns of the first opinion."""
        return self._on_intents.classes_

    @property
    def kinds(self) -> np.ndarray:
        """In the order of the columns of the second opinion."""
        return self._on_kinds.classes_

    def opinions(self, given: Given) -> tuple[np.ndarray, np.ndarray]:
        """How likely each intent is and how likely each kind; one row a message."""
        seen = self._features.transform(given)
        return self._on_intents.predict_proba(seen), self._on_kinds.predict_proba(seen)


def by_words() -> Expert:
    """Sees texts: their words, pairs of words and pieces of words."""
    features = make_union(
        TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    )
    return Expert(features, LogisticRegression(C=10, class_weight="balanced", tol=0.005))


def by_meaning() -> Expert:
    """Sees the encoder's vectors."""
    return Expert(StandardScaler(), LogisticRegression(C=0.5, class_weight="balanced", max_iter=300))


class Experts:
    """Both experts; the second only where it was trained and the encoder can run now."""

    def __init__(self, words: Expert, meaning: Expert | None, encode: Encode | None) -> None:
        self.words = words
        self.meaning = meaning
        self._encode = encode if meaning else None
        kinds = list(words.kinds)
        self._kind_of = np.array([kinds.index(understood(intent)[0]) for intent in words.intents])
        self._weights = np.where(words.intents == OUTSIDE, OUTSIDE_WEIGHT, 1)

    @classmethod
    def trained(cls, texts: Sequence[str], intents: Sequence[str], encode: Encode | None) -> Experts:
        """Learn from texts, as ``spacy_nlp.words`` gives them, and their intents, of at least two kinds."""
        with ThreadPoolExecutor(1) as beside:  # the encoder takes two minutes and leaves the interpreter free
            vectors = beside.submit(encode, texts) if encode else None
            words = by_words().fit(texts, intents)
        return cls(words, by_meaning().fit(vectors.result(), intents) if vectors else None, encode)

    @property
    def uses_meaning(self) -> bool:
        """Whether the encoder has a say."""
        return self._encode is not None

    @property
    def intents(self) -> list[str]:
        """The names of the columns of ``probabilities``."""
        return list(self.words.intents)

    def probabilities(self, texts: Sequence[str]) -> np.ndarray:
        """How likely each intent is, one row a text that sums to one."""
        found, kinds = self.words.opinions(texts)
        if self.uses_meaning:
            meant = self.meaning.opinions(self._encode(texts))
            found, kinds = (_normed(said ** (1 - MEANING) * more ** MEANING)
                            for said, more in zip((found, kinds), meant, strict=True))
        together = found @ np.eye(kinds.shape[1])[self._kind_of]
        return _normed(found * (kinds / together)[:, self._kind_of] ** KIND * self._weights)


def _normed(rows: np.ndarray) -> np.ndarray:
    return rows / rows.sum(axis=1, keepdims=True)


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
