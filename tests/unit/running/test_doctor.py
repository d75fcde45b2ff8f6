"""The doctor finds each thing that can be wrong, says what to do, and goes on when a check cannot be made."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tryggsamtale.running import doctor
from tryggsamtale.running.doctor import ERROR, OK, WARNING
from tryggsamtale.running.model import Model
from tryggsamtale.storage.database import connect, migrate

TRAINS = (sys.executable, "-c", "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('en modell')")
DATABASE = "var/tryggsamtale.db"


@pytest.fixture
def project(tmp_path, monkeypatch, free_port) -> Path:
    """A sound installation, small: every check of it is ok."""
    for name in [name for name in os.environ if name.startswith("TRYGGSAMTALE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "false")
    monkeypatch.setenv("HOME", str(tmp_path / "hjem"))
    for variable in ("TRYGGSAMTALE_PORT", "TRYGGSAMTALE_ACTION_PORT"):
        monkeypatch.setenv(variable, str(free_port()))
    here = tmp_path / "prosjekt"
    for name, text in {
        "requirements.lock": f"pytest=={pytest.__version__} \\\n    --hash=sha256:00\n",
        "domain.yml": "{}", "config.yml": "{}", "data/nlu.yml": "{}",
        "credentials.yml": "rasa_plugins.channel.TryggsamtaleChannel: {}\n",
        "widget/dist/trygg-samtale.js": "",
        "kommune.yml": "kommune: Eksempel kommune\n",
    }.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text)
    monkeypatch.chdir(here)
    Model(here).train(TRAINS)
    engine = connect(f"sqlite:///{DATABASE}")
    migrate(engine)
    engine.dispose()
    return here


def findings(check, project: Path) -> list[tuple[str, str]]:
    return [(finding.level, finding.text) for finding in doctor._carefully(check, project)]


def test_a_sound_installation_has_no_errors_and_exit_code_0(project):
    found = doctor.examine(project)
    assert [finding for finding in found if finding.level == ERROR] == []
    assert len(found) >= len(doctor.CHECKS)
    assert doctor.exit_code(found) == 0
    assert doctor.shown(found).splitlines()[0].startswith("✓ Python 3.10")
    assert "Feil: 0." in doctor.shown(found)


def write(name: str, text: str):
    return lambda project, _: (project / name).write_text(text)


def remove(name: str):
    return lambda project, _: (project / name).unlink()


def setting(name: str, value: str):
    return lambda _, monkeypatch: monkeypatch.setenv(name, value)


BROKEN = {
    "a package of another version": (
        doctor.packages, write("requirements.lock", "pytest==1.0 \\\n"), ERROR, "pytest ("),
    "a package that is missing": (
        doctor.packages, write("requirements.lock", "finnes-ikke==1.0 \\\n"), ERROR, "finnes-ikke (mangler, skal"),
    "no lock": (doctor.packages, remove("requirements.lock"), ERROR, "requirements.lock kan ikke leses"),
    "a setting that cannot be used": (
        doctor.settings, setting("TRYGGSAMTALE_PORT", "null"), ERROR, "TRYGGSAMTALE_PORT skal være"),
    "a server open to all": (
        doctor.settings, setting("TRYGGSAMTALE_HOST", "0.0.0.0"), WARNING, "bare en omvendt proxy"),
    "no model": (doctor.model, remove("models/tryggsamtale.tar.gz"), ERROR, "Kjør «make train»"),
    "an old model": (doctor.model, write("data/nlu.yml", "nlu: []"), WARNING, "eldre enn treningsdataene"),
    "no training data": (doctor.model, remove("domain.yml"), ERROR, "domain.yml kan ikke leses"),
    "an open channel": (doctor.channels, write("credentials.yml", "rest:\n"), ERROR, "åpner for rest"),
    "no widget": (doctor.widget, remove("widget/dist/trygg-samtale.js"), ERROR, "Kjør «make setup»"),
    "no database yet": (doctor.database, remove(DATABASE), WARNING, "«make run» lager den"),
    "a database of nothing": (doctor.database, write(DATABASE, ""), ERROR, "tryggsamtale migrate"),
    "a file that is no database": (doctor.database, write(DATABASE, "tull" * 999), ERROR, "kan ikke leses og skrives"),
    "a kommune.yml with a mistake": (doctor.kommune, write("kommune.yml", "komune: x"), ERROR, "kommune"),
    "no kommune.yml": (doctor.kommune, remove("kommune.yml"), WARNING, "nasjonale tjenester"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_the_doctor_finds(case, project, monkeypatch):
    check, breaks, level, says = BROKEN[case]
    assert {found for found, _ in findings(check, project)} == {OK}
    for companion in project.glob(f"{DATABASE}-*"):
        companion.unlink()
    breaks(project, monkeypatch)
    found = findings(check, project)
    assert [level_ for level_, _ in found] == [level]
    assert says in found[0][1]


def test_a_taken_port_is_an_error_but_not_when_our_own_server_answers(project, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("TRYGGSAMTALE_PORT", str(port))
        levels = [level for level, _ in findings(doctor.ports, project)]
    assert levels == [ERROR, OK]

    server = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("small_server.py")), str(port), str(project / "pids")]
    )
    try:
        while not doctor.answers(f"http://127.0.0.1:{port}/readyz"):
            assert server.poll() is None
        assert findings(doctor.ports, project)[0] == (OK, f"Port {port} svarer: tjeneren er i gang")
    finally:
        server.kill()
        server.wait()
        os.kill(int((project / "pids").read_text().split()[1]), 9)


def test_files_that_others_can_read_are_named(project):
    assert findings(doctor.private_files, project) == [(OK, "Bare eieren har tilgang til var")]
    (project / DATABASE).chmod(0o644)
    (project / "var").chmod(0o755)
    [(level, text)] = findings(doctor.private_files, project)
    assert level == WARNING and f"chmod go-rwx var {DATABASE}" in text


def test_a_law_row_not_read_for_long_is_a_warning_with_its_id(project, monkeypatch):
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return date(2199, 1, 1)

    monkeypatch.setattr(doctor, "date", Later)
    [(level, text)] = findings(doctor.law, project)
    assert level == WARNING and "§" in text and "paragraphs.yml" in text


def test_reporting_by_rasa_used_by_hand_is_a_warning(project, monkeypatch):
    monkeypatch.delenv("RASA_TELEMETRY_ENABLED")
    assert findings(doctor.telemetry, project)[0][0] == OK
    file = Path.home() / ".config" / "rasa" / "global.yml"
    file.parent.mkdir(parents=True)
    file.write_text(f"metrics:\n  enabled: true\n  rasa_user_id: {json.dumps('x')}\n")
    assert findings(doctor.telemetry, project)[0][0] == WARNING


def test_a_setting_that_cannot_be_used_is_said_once_and_the_other_checks_go_on(project, monkeypatch):
    monkeypatch.setenv("TRYGGSAMTALE_PORT", "null")
    found = doctor.examine(project)
    assert [finding.text for finding in found if finding.level == ERROR] == [
        "TRYGGSAMTALE_PORT skal være et helt tall fra 1 til 65535."
    ]
    assert any("Modellen" in finding.text for finding in found)
    assert doctor.exit_code(found) == 1


def test_a_check_that_breaks_is_a_finding_of_its_own(project):
    def broken(_: Path):
        raise RuntimeError("what a user wrote")
        yield

    def needs_a_package(_: Path):
        import finnes_ikke  # noqa: F401
        yield

    assert findings(broken, project) == [(ERROR, "«broken» kunne ikke undersøkes (RuntimeError).")]
    assert findings(needs_a_package, project) == [(ERROR, "Python-pakken finnes_ikke mangler. Kjør «make setup».")]
