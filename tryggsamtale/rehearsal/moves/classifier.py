"""How much speaks for each label of an utterance: one linear classifier a label, trained when first asked.

Training takes about a second, so there is no model file that could be missing, old or strange.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tryggsamtale.rehearsal.moves.features import cues, words
from tryggsamtale.rehearsal.moves.training import LABELS, Example, examples
from tryggsamtale.rehearsal.moves.words import Sentence, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sklearn.pipeline import FeatureUnion

_SEED = 7


class Classifier:
    """Learns from examples. The same examples give the same classifier."""

    def __init__(self, examples: Iterable[Example]) -> None:
        from numpy import ascontiguousarray, concatenate, vstack
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.svm import LinearSVC

        examples = list(examples)
        self._features = _features()
        seen = self._features.fit_transform([words(sentences(example.text)) for example in examples])
        meant = [[label in example.labels for label in LABELS] for example in examples]
        decided = OneVsRestClassifier(LinearSVC(C=1.0, random_state=_SEED)).fit(seen, meant).estimators_
        # All labels in one product, laid out as it reads them: asking one after the other takes twice the time.
        self._weights = ascontiguousarray(vstack([one.coef_ for one in decided]).T)
        self._biases = concatenate([one.intercept_ for one in decided])

    def margins(self, texts: list[tuple[Sentence, ...]]) -> list[dict[str, float]]:
        """For each text how far it lies on the side of each label: above 0 yes, below -1 clearly no."""
        if not texts:
            return []
        decided = self._features.transform([words(text) for text in texts]) @ self._weights + self._biases
        return [dict(zip(LABELS, map(float, row), strict=True)) for row in decided]


def _features() -> FeatureUnion:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import FeatureUnion

    return FeatureUnion(
        [
            ("words", TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True)),
            ("parts", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
            ("cues", TfidfVectorizer(analyzer=cues, min_df=2)),
        ],
        transformer_weights={"cues": 0.5},
    )


@lru_cache(maxsize=1)
def classifier() -> Classifier:
    """The classifier of this process, trained on ``utterances/`` when first asked for."""
    return Classifier(examples())
