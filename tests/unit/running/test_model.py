"""The model is trained anew when what it learns from has changed, and only then."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

import pytest

from tryggsamtale.running.model import Model, TrainingFailed

TRAINS = (sys.executable, "-c", "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('en modell')")
FAILS = (sys.executable, "-c", "import sys; print('Rasa complains'); sys.exit(1)")
MAKES_NOTHING = (sys.executable, "-c", "")

COMPONENT = "rasa_plugins/understanding/features.py"
FILES = {
    "domain.yml": "intents: []\n",
    "config.yml": "pipeline:\n- name: WhitespaceTokenizer\n- name: rasa_plugins.understanding.features.Featurizer\n",
    "data/nlu.yml": "nlu: []\n",
    "data/more/rules.yml": "rules: []\n",
    COMPONENT: "class Featurizer: ...\n",
    "rasa_plugins/channel.py": "class Channel: ...\n",
    "actions/plikt.py": "class Plikt: ...\n",
    "endpoints.yml": "{}\n",
}
LEARNT_FROM = [name for name in FILES if name.startswith(("domain", "config", "data/"))] + [COMPONENT]


@pytest.fixture
def project(tmp_path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "project" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path / "project"


@pytest.fixture
def trained(project) -> Model:
    model = Model(project)
    model.train(TRAINS)
    return model


def test_a_trained_model_is_current(trained):
    assert trained.path.read_text() == "en modell"
    assert trained.is_current()


@pytest.mark.parametrize("name", LEARNT_FROM)
def test_a_change_in_what_it_learns_from_makes_it_old(trained, project, name):
    before = FILES[name]
    (project / name).write_text(before + "# endret\n")
    assert not trained.is_current()
    (project / name).write_text(before)
    assert trained.is_current()


@pytest.mark.parametrize("name", sorted(set(FILES) - set(LEARNT_FROM)))
def test_a_change_elsewhere_leaves_it_current(trained, project, name):
    (project / name).write_text("# endret\n")
    assert trained.is_current()


def test_another_time_or_place_leaves_it_current(trained, project):
    for file in project.rglob("*.yml"):
        file.touch()
    time.sleep(0.01)
    shutil.move(project, project.with_name("flyttet"))
    assert Model(project.with_name("flyttet")).is_current()


def test_a_file_more_or_less_makes_it_old(trained, project):
    (project / "data/stories.yml").write_text("stories: []\n")
    assert not trained.is_current()
    (project / "data/stories.yml").unlink()
    (project / "data/nlu.yml").rename(project / "data/nlu2.yml")
    assert not trained.is_current()


def test_a_missing_model_is_not_current(trained):
    trained.path.unlink()
    assert not trained.is_current()


@pytest.mark.parametrize("command", [FAILS, MAKES_NOTHING])
def test_a_training_that_fails_leaves_the_model_that_was(trained, project, command):
    (project / "data/nlu.yml").write_text("nlu: feil\n")
    with pytest.raises(TrainingFailed):
        trained.train(command)
    assert trained.path.read_text() == "en modell"
    assert not trained.is_current()
    assert sorted(path.name for path in trained.path.parent.iterdir()) == [
        "tryggsamtale.fingerprint", "tryggsamtale.tar.gz",
    ]


def test_a_training_that_fails_says_what_rasa_said(project):
    with pytest.raises(TrainingFailed) as failure:
        Model(project).train(FAILS)
    assert failure.value.output == "Rasa complains\n"
