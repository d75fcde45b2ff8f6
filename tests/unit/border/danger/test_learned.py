"""What was learned is kept by a name that says what it was learned from."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from tryggsamtale.border.danger import learned as learning
from tryggsamtale.kept import Kept

DANGER, CALM = "han slår henne nå", "hei, kan du hjelpe meg"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """In a folder of its own, with what was learned from words alone."""
    kept = replace(learning.KEPT, folder=tmp_path_factory.mktemp("models"))
    (kept.folder / "danger-0.joblib").touch()
    kept.keep(learning.learn(None))
    return kept


def test_only_the_newest_is_kept(kept: Kept):
    assert list(kept.folder.iterdir()) == [kept.file]


def test_what_was_kept_hears_what_it_learned(kept: Kept):
    above, _ = kept.load().danger.read([DANGER, CALM])
    assert above[0] > 0 > above[1]


def test_what_was_learned_from_other_messages_is_not_loaded(kept: Kept, monkeypatch: pytest.MonkeyPatch, caplog):
    other = replace(kept, learned_from=kept.learned_from[1:])
    assert other.file != kept.file
    monkeypatch.setattr(learning, "KEPT", other)
    with caplog.at_level(logging.WARNING):
        assert learning.learned.__wrapped__().danger.read([DANGER])[0][0] > 0
    assert "words alone" in caplog.text
