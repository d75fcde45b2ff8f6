"""Rasa's own checks: the training data is sound, and the test stories run as they should."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tryggsamtale.running.model import Model
from tryggsamtale.running.project import PROJECT, environment


def rasa(*arguments: str) -> str:
    """What `rasa …` writes. Raises AssertionError with it when the command fails."""
    quiet = environment() | {"RASA_TELEMETRY_ENABLED": "false"}
    command = [sys.executable, "-m", "rasa", *arguments]
    done = subprocess.run(command, cwd=PROJECT, env=quiet, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_training_data_is_valid_without_a_warning():
    written = rasa("data", "validate", "--fail-on-warnings")
    assert "No story structure conflicts found" in written
    assert "UserWarning" not in written


def test_the_test_stories_run_as_written(tmp_path: Path):
    written = rasa(
        "test", "core", "--model", str(Model().path), "--stories", "tests/dialogues", "--out", str(tmp_path),
        "--fail-on-prediction-errors",
    )
    correct, all_of_them = re.search(r"Evaluation Results on CONVERSATION level:\n.*?Correct:\s+(\d+) / (\d+)", written,
                                     re.DOTALL).groups()
    assert correct == all_of_them != "0"
