"""How much speaks for each label of an utterance: what its words say and what it means, half and half.

The words know the terms and the dialects; the meaning knows what is said in words that nobody has written in the
training data. Both are learnt when first asked, in a few seconds, and kept beside the model for the next start. Where
the encoder cannot run the words alone decide.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tryggsamtale import encoder as encoding
from tryggsamtale import wording
from tryggsamtale.encoder import Encode, encoder
from tryggsamtale.kept import Kept
from tryggsamtale.rehearsal.moves import vectors
from tryggsamtale.rehearsal.moves.features import cues, words
from tryggsamtale.rehearsal.moves.training import FOLDER, LABELS, Example, examples
from tryggsamtale.rehearsal.moves.words import Sentence, sentences

if TYPE_CHECKING:
    from sklearn.pipeline import FeatureUnion

log = logging.getLogger(__name__)

_ROOM = Path(__file__).parent
_KEPT = Kept("moves", (
    *sorted(FOLDER.glob("*.yml")), *sorted(_ROOM.glob("*.py")), *sorted(_ROOM.glob("*.yml")), vectors.FILE,
    Path(encoding.__file__), Path(wording.__file__),
))
_SEED = 7
_READ = 240
"""Characters of an utterance whose meaning is read: its time grows with them, and the words are read to the end."""


class ByWords:
    """One linear classifier a label. The same examples give the same classifier."""

    def __init__(self, examples: Sequence[Example]) -> None:
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.svm import LinearSVC

        self._features = _features()
        seen = self._features.fit_transform([words(sentences(example.text)) for example in examples])
        decided = OneVsRestClassifier(LinearSVC(C=1.0, random_state=_SEED)).fit(seen, _meant(examples)).estimators_
        # All labels in one product, laid out as it reads them: asking one after the other takes twice the time.
        self._weights = np.ascontiguousarray(np.vstack([one.coef_ for one in decided]).T)
        self._biases = np.concatenate([one.intercept_ for one in decided])

    def margins(self, texts: Sequence[tuple[Sentence, ...]]) -> np.ndarray:
        """One row for each text, one column for each label."""
        return self._features.transform([words(text) for text in texts]) @ self._weights + self._biases


class ByMeaning:
    """What utterances that mean nearly the same are about: a regression over the likeness to each example."""

    def __init__(self, examples: Sequence[Example], seen: np.ndarray) -> None:
        from sklearn.kernel_ridge import KernelRidge
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        self._regression = make_pipeline(StandardScaler(), KernelRidge(alpha=0.3, kernel="rbf", gamma=1 / 576))
        self._regression.fit(seen, np.where(_meant(examples), 1, -1).astype(np.float32))

    def margins(self, text: str, encode: Encode) -> np.ndarray:
        """One column for each label."""
        return self._regression.predict(encode([text[:_READ]]))[0]


class Classifier:
    """Both, or the words alone."""

    def __init__(self, by_words: ByWords, by_meaning: ByMeaning | None) -> None:
        self._by_words = by_words
        self._by_meaning = by_meaning

    def margins(self, text: str, told: Sequence[tuple[Sentence, ...]]) -> list[dict[str, float]]:
        """For each part of a text that is told how far it lies on the side of each label: above 0 yes, -1 clearly no.

        Parts differ by their words; what the text means is read once, of the whole.
        """
        rows = self._by_words.margins(told)
        encode = encoder()
        if self._by_meaning and encode:
            rows = (rows + self._by_meaning.margins(text, encode)) / 2
        return [dict(zip(LABELS, map(float, row), strict=True)) for row in rows]


def _meant(examples: Sequence[Example]) -> list[list[bool]]:
    return [[label in example.labels for label in LABELS] for example in examples]


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


@cache
def classifier() -> Classifier:
    """The classifier of this process: what was kept, or learnt now from ``utterances/`` and kept for the next."""
    encode = encoder()
    if encode is None:
        return Classifier(ByWords(list(examples())), None)
    return _KEPT.load() or _kept(_learnt(encode))


def _learnt(encode: Encode) -> Classifier:
    learnt = list(examples())
    return Classifier(ByWords(learnt), ByMeaning(learnt, vectors.of([example.text for example in learnt], encode)))


def _kept(learnt: Classifier) -> Classifier:
    try:
        _KEPT.keep(learnt)
    except OSError as error:
        log.warning("What the guide's moves are read by cannot be kept (%s)", type(error).__name__)
    return learnt
