"""What utterances mean: the vectors kept beside the training data, and the way back where the encoder cannot run."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.moves import HELD_OUT, Measured
from tryggsamtale.encoder import encoder
from tryggsamtale.rehearsal.moves import classifier, vectors
from tryggsamtale.rehearsal.moves.training import examples

ENCODE = encoder()
needs_encoder = pytest.mark.skipif(ENCODE is None, reason="the encoder cannot run here")


def test_every_training_utterance_has_its_vector_and_no_other_has_one():
    assert set(vectors.kept()) == {vectors.key(example.text) for example in examples()}, (
        "run: python -m tryggsamtale.rehearsal.moves.keep"
    )


@needs_encoder
def test_what_is_kept_is_what_the_encoder_sees():
    texts = [example.text for example in examples()][::400]
    seen, kept = ENCODE(texts), vectors.of(texts, ENCODE)
    assert ((seen * kept).sum(axis=1) / np.linalg.norm(kept, axis=1)).min() > 0.999


@needs_encoder
def test_a_line_without_a_vector_is_read_at_start():
    new = "Denne replikken står ikke i treningsdataene."
    known = next(iter(examples())).text
    assert np.allclose(vectors.of([known, new], ENCODE)[1], ENCODE([new])[0])


@pytest.fixture
def by_words_alone(monkeypatch):
    monkeypatch.setattr(classifier, "encoder", lambda: None)
    classifier.classifier.cache_clear()
    yield
    classifier.classifier.cache_clear()


def test_the_words_alone_read_well_enough(by_words_alone):
    measured = Measured(HELD_OUT[0])
    assert measured.points().f1 >= 0.85
    assert measured.mean_kappa() >= 0.75
