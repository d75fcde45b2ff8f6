"""How likely a message tells of danger now, and of which kind: learned from the messages in ``messages/``.

Learned when the process starts (about two seconds), so no stored model can be older than the messages, and none has to
be trusted when it is loaded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from tryggsamtale.border.danger.marks import marks
from tryggsamtale.border.danger.words import plain

_MESSAGES = Path(__file__).with_name("messages")
_LETTERS = {"analyzer": "char_wb", "ngram_range": (2, 4), "sublinear_tf": True}
_WORDS = {"token_pattern": r"\S+", "ngram_range": (1, 2), "sublinear_tf": True}
_STRENGTH = 4.0
"""Inverse regularisation; chosen by cross-validation."""


def examples(name: str) -> list[tuple[str, str]]:
    """(heading, message) of ``acute`` or ``calm``, in order."""
    found, heading = [], ""
    for line in (_MESSAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line:
            found.append((heading, line))
    return found


class Classifier:
    """Learned from plain texts and whether each is acute; ``reasons`` belong to the acute ones, in their order."""

    def __init__(self, texts: list[str], acute: list[bool], reasons: list[str]) -> None:
        self._letters, self._words = TfidfVectorizer(**_LETTERS), TfidfVectorizer(**_WORDS)
        self._letters.fit(texts)
        self._words.fit(texts)
        rows = self._rows(texts)
        self._acute = LogisticRegression(C=_STRENGTH, class_weight="balanced", solver="liblinear").fit(rows, acute)
        self._reason = LogisticRegression(C=_STRENGTH, class_weight="balanced", solver="liblinear")
        self._reason.fit(rows[np.flatnonzero(acute)], reasons)

    def _rows(self, texts: list[str]) -> csr_matrix:
        spoken = csr_matrix(np.array([marks(text) for text in texts]))
        return hstack([self._letters.transform(texts), self._words.transform(texts), spoken]).tocsr()

    def read(self, texts: list[str]) -> tuple[np.ndarray, list[str]]:
        """For plain texts: the likelihood (0–1) of danger, and the reason there would be."""
        rows = self._rows(texts)
        return self._acute.predict_proba(rows)[:, 1], list(self._reason.predict(rows))


@cache
def classifier() -> Classifier:
    """The one of this process."""
    acute, calm = examples("acute"), examples("calm")
    texts = [plain(message) for _, message in (*acute, *calm)]
    return Classifier(texts, [True] * len(acute) + [False] * len(calm), [reason for reason, _ in acute])
