"""The laws of the house hold: who may import whom (``.importlinter``, docs/architecture.md)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINT = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo")

BREACHES = {
    "the domain knows Rasa": ("tryggsamtale/wording.py", "import rasa"),
    "the domain knows HTTP": ("tryggsamtale/outputs/page.py", "import sanic"),
    "an arrow upward": ("tryggsamtale/storage/vault.py", "import tryggsamtale.outputs.schemas"),
    "two cores know each other": ("tryggsamtale/duties/facts.py", "import tryggsamtale.border.masking"),
    "a rule knows the guide": ("tryggsamtale/duties/advice.py", "import tryggsamtale.guiding.guide"),
    "a core knows the database": ("tryggsamtale/knowledge/topics.py", "import sqlalchemy"),
    "the servers know each other": ("actions/store.py", "import rasa_plugins.house"),
    "an action goes past the SDK": ("actions/plikt.py", "import rasa.shared.core.events"),
    "a module without a floor": ("tryggsamtale/attic.py", ""),
}


def lint(project: Path) -> subprocess.CompletedProcess:
    # With the folder as PYTHONPATH its own packages are looked at, not those that are installed.
    return subprocess.run(LINT, cwd=project, env={"PYTHONPATH": str(project)}, capture_output=True, text=True)


def test_the_laws_of_the_house_hold():
    checked = lint(PROJECT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_found(breach, tmp_path):
    file, line = BREACHES[breach]
    for package in ("tryggsamtale", "actions", "rasa_plugins"):
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / ".importlinter", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as code:
        code.write(f"\n{line}\n")

    checked = lint(tmp_path)

    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "BROKEN" in checked.stdout
