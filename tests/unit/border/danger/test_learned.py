"""What was learned is kept by a name that says what it was learned from."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tryggsamtale import encoder
from tryggsamtale.border.danger import learned as learning

DANGER, CALM = "han slår henne nå", "hei, kan du hjelpe meg"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With what was learned from words alone."""
    folder = tmp_path_factory.mktemp("models")
    (folder / "danger-0.joblib").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "encoder", lambda: None)
        learning.keep(folder)
    return folder


def test_only_the_newest_is_kept(folder: Path):
    assert list(folder.iterdir()) == [learning.kept_in(folder)]


def test_what_was_kept_hears_what_it_learned(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(learning, "FOLDER", folder)
    above, _ = learning.learned.__wrapped__().danger.read([DANGER, CALM])
    assert above[0] > 0 > above[1]


def test_what_was_learned_from_other_messages_is_not_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch, caplog):
    before = learning.kept_in(folder)
    monkeypatch.setattr(learning, "LEARNED_FROM", ("words.yml",))
    monkeypatch.setattr(learning, "FOLDER", folder)
    assert learning.kept_in(folder) != before
    with caplog.at_level(logging.WARNING):
        assert learning.learned.__wrapped__().danger.read([DANGER])[0][0] > 0
    assert "words alone" in caplog.text
