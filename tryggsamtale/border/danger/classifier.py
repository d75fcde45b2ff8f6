"""How likely a message tells of danger now and of which kind, and whether its writers tell of themselves.

Two experts weigh danger: one knows words, signs and letters; the other the meaning as the encoder sees it, and is left
out only where it cannot turn the verdict. Where the encoder cannot run, the first decides alone. Who is writing is read
by words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from tryggsamtale.border.danger.examples import OTHERS, PAST, calm_by_nlu, examples
from tryggsamtale.border.danger.marks import marks
from tryggsamtale.border.danger.words import plain
from tryggsamtale.encoder import Encode, encoder

_LETTERS = {"analyzer": "char_wb", "ngram_range": (2, 4), "sublinear_tf": True}
_WORDS = {"token_pattern": r"\S+", "ngram_range": (1, 2), "sublinear_tf": True}
_STRENGTH = 4.0
"""Inverse regularisation; chosen by cross-validation."""
MEANING = 4.0
"""How much the meaning counts beside the words' log-odds; chosen by cross-validation."""
LINE_BY_WORDS, LINE = -1.0, -2.5
"""Log-odds from which it is danger, by words alone and with the meaning; below zero, to err on the safe side."""
DOUBT = 7.0
"""How far from the line the meaning can still turn what the words say."""
NLU_WEIGHT, HARD_WEIGHT = 0.2, 0.3
"""Of a message of the NLU, and of one written to be hard, beside one as people write; chosen on messages kept apart."""
_SEEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Lesson:
    """One message to learn from: the reason for which it is danger, or none, and how much it counts."""

    text: str
    reason: str | None = None
    weight: float = 1.0


class DangerClassifier:
    """Learned from messages as they were written; with ``encode`` from their meaning too."""

    def __init__(self, lessons: Sequence[Lesson], encode: Encode | None = None) -> None:
        with ThreadPoolExecutor(1) as beside:  # the encoder takes a minute and leaves the interpreter free
            vectors = beside.submit(encode, [seen(one.text) for one in lessons]) if encode else None
            acute = np.array([one.reason is not None for one in lessons])
            weights = _even(np.array([one.weight for one in lessons]), acute)
            self._learn_words(lessons, acute, weights)
        self._meaning = _by_meaning() if vectors else None
        if self._meaning:
            self._meaning.fit(vectors.result(), acute, svc__sample_weight=weights)

    def _learn_words(self, lessons: Sequence[Lesson], acute: np.ndarray, weights: np.ndarray) -> None:
        texts = [plain(one.text) for one in lessons]
        self._letters, self._words = TfidfVectorizer(**_LETTERS).fit(texts), TfidfVectorizer(**_WORDS).fit(texts)
        rows = self._rows(texts)
        self._acute = LogisticRegression(C=_STRENGTH, solver="liblinear").fit(rows, acute, weights)
        self._reason = LogisticRegression(C=_STRENGTH, class_weight="balanced", solver="liblinear")
        self._reason.fit(rows[np.flatnonzero(acute)], [one.reason for one in lessons if one.reason])

    def _rows(self, texts: Sequence[str]) -> csr_matrix:
        spoken = csr_matrix(np.array([marks(text) for text in texts]))
        return hstack([self._letters.transform(texts), self._words.transform(texts), spoken]).tocsr()

    def read(self, messages: Sequence[str]) -> tuple[np.ndarray, list[str]]:
        """For messages as they were written: how far above the line of danger each lies (log-odds, below zero for
        none), and the reason there would be."""
        rows = self._rows([plain(message) for message in messages])
        odds = self._acute.decision_function(rows)
        encode = encoder() if self._meaning else None
        above = odds - (LINE if encode else LINE_BY_WORDS)
        open_to_doubt = [at for at in range(len(messages)) if abs(above[at]) < DOUBT] if encode else []
        if open_to_doubt:
            vectors = encode([seen(messages[at]) for at in open_to_doubt])
            above[open_to_doubt] += MEANING * self._meaning.decision_function(vectors)
        return above, list(self._reason.predict(rows))


class WriterClassifier:
    """Learned from plain texts and who writes each of them: a heading of ``writer.txt``."""

    def __init__(self, texts: Sequence[str], writers: Sequence[str]) -> None:
        words = make_union(
            TfidfVectorizer(**{**_LETTERS, "ngram_range": (2, 5)}), TfidfVectorizer(**{**_WORDS, "ngram_range": (1, 3)})
        )
        self._pipeline = make_pipeline(words, LogisticRegression(C=20, class_weight="balanced", max_iter=400))
        self._pipeline.fit(texts, writers)

    def read(self, text: str) -> tuple[str, float]:
        """Whom a plain text would be from if it told of its writer, and how likely it does (0–1)."""
        likely = dict(zip(self._pipeline.classes_, self._pipeline.predict_proba([text])[0], strict=True))
        of_others = likely.pop(OTHERS)
        return max(likely, key=likely.__getitem__), 1 - of_others


def seen(text: str) -> str:
    """A message as the encoder sees it: what the NLU sees of it too, as long as nothing in it is masked."""
    return " ".join(_SEEN.findall(text.lower())) or "…"


def learned_danger(encode: Encode | None = None) -> DangerClassifier:
    """Learned from the acute and the calm messages, the hard ones among them, and the calm messages of the NLU."""
    return DangerClassifier([
        *(Lesson(message, reason) for reason, message in examples("acute")),
        *(Lesson(message, reason, HARD_WEIGHT) for reason, message in examples("acute_hard")),
        *(Lesson(message) for _, message in examples("calm")),
        *(Lesson(message, weight=HARD_WEIGHT) for _, message in examples("calm_hard")),
        *(Lesson(message, weight=NLU_WEIGHT) for message in calm_by_nlu()),
    ], encode)


def learned_writer() -> WriterClassifier:
    """Learned from ``writer.txt`` and, as told of others, from the calm messages of today and the acute ones in which
    nobody speaks of themselves."""
    told = examples("writer")
    others = [message for heading, message in examples("calm") if heading != PAST or not speaks(plain(message))]
    others += [message for _, message in examples("acute") if not speaks(plain(message))]
    texts = [plain(message) for message in (*(message for _, message in told), *others)]
    return WriterClassifier(texts, [who for who, _ in told] + [OTHERS] * len(others))


def speaks(text: str) -> bool:
    """Whether a plain text has a word for its writer."""
    return not {"jeg", "meg", "min", "mine", "vi", "oss"}.isdisjoint(text.split())


def _even(weights: np.ndarray, acute: np.ndarray) -> np.ndarray:
    """The weights so that danger and calm count the same together, one on average."""
    even = np.where(acute, weights * weights[~acute].sum() / weights[acute].sum(), weights)
    return even / even.mean()


def _by_meaning() -> Pipeline:
    return make_pipeline(StandardScaler(), SVC(C=5, gamma=0.002))
