"""The set-up finds Python 3.10 where it hides, does things once, and says in one sentence what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
SHELL = "/bin/sh"
TOOLS = ("cat", "cksum", "date", "dirname", "find", "grep", "id", "mkdir", "rm", "sh", "sort")


@pytest.fixture
def bare(tmp_path) -> dict[str, str]:
    """The environment of a machine with a shell, a home and nothing else."""
    tools = tmp_path / "et sted" / "bin"
    tools.mkdir(parents=True)
    for name in TOOLS:
        (tools / name).symlink_to(next(p for p in map(Path, ("/bin/" + name, "/usr/bin/" + name)) if p.exists()))
    return {"PATH": str(tools), "HOME": str(tmp_path / "hjem")}


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{SHELL}\n{script}\n")
    path.chmod(0o755)


def real_python(path: Path) -> None:
    program(path, f'exec "{sys.executable}" "$@"')


def find_python(environment: dict[str, str]) -> subprocess.CompletedProcess:
    return subprocess.run(
        [SHELL, str(PROJECT / "bin" / "find-python")], env=environment, capture_output=True, text=True, cwd="/"
    )


def shim_that_fails(environment: dict[str, str]) -> None:
    script = 'echo "pyenv: python3.10: command not found" >&2; exit 127'
    program(Path(environment["PATH"]) / "python3.10", script)


def wrong_version(environment: dict[str, str]) -> None:
    script = f"""exec "{sys.executable}" -c 'import sys; sys.version_info = (3, 11); exec(sys.argv[1])' "$2" """
    program(Path(environment["PATH"]) / "python3", script)


PLACES = {
    "the path": lambda env: Path(env["PATH"]) / "python3.10",
    "the path under another name": lambda env: Path(env["PATH"]) / "python",
    "pyenv, behind its shims": lambda env: Path(env["HOME"]) / ".pyenv/versions/3.10.13/bin/python3.10",
    "uv": lambda env: Path(env["HOME"]) / ".local/share/uv/python/cpython-3.10.16-linux/bin/python3.10",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("disturbed_by", [shim_that_fails, wrong_version])
def test_python_is_found_in(place, disturbed_by, bare):
    disturbed_by(bare)
    real_python(PLACES[place](bare))
    found = find_python(bare)
    assert (found.returncode, found.stdout) == (0, f"{sys.executable}\n")


def test_python_is_found_where_pyenv_or_uv_were_told_to_keep_it(bare, tmp_path):
    real_python(tmp_path / "pyenv rot/versions/3.10.1/bin/python3.10")
    assert find_python({**bare, "PYENV_ROOT": str(tmp_path / "pyenv rot")}).returncode == 0
    real_python(tmp_path / "uv rot/cpython-3.10.2-macos/bin/python3.10")
    assert find_python({**bare, "UV_PYTHON_INSTALL_DIR": str(tmp_path / "uv rot")}).returncode == 0


def test_a_python_that_is_asked_for_comes_first(bare, tmp_path):
    real_python(Path(bare["PATH"]) / "python3.10")
    program(tmp_path / "min python", "echo /min/egen/python")
    assert find_python({**bare, "PYTHON": str(tmp_path / "min python")}).stdout == "/min/egen/python\n"


def no_system_python() -> bool:
    return not any(Path(place, "python3.10").exists() for place in ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"))


@pytest.mark.skipif(not no_system_python(), reason="this machine's own Python is a 3.10")
def test_without_python_the_set_up_says_what_to_install(bare, tmp_path):
    project = tmp_path / "et prosjekt"
    for folder in ("bin", "nlp/dist"):
        shutil.copytree(PROJECT / folder, project / folder)
    for name in ("pyproject.toml", "requirements.lock"):
        shutil.copy(PROJECT / name, project)
    wrong_version(bare)
    result = subprocess.run([SHELL, str(project / "bin/setup")], env=bare, capture_output=True, text=True, cwd="/")
    assert result.returncode == 1 and result.stdout == ""
    assert result.stderr.strip().startswith("Installer Python 3.10 først") and result.stderr.count("\n") == 2


def steps(folder: Path, script: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [SHELL, "-euc", f'. "{PROJECT}/bin/steps.sh"\n{script}'], cwd=folder, capture_output=True, text=True,
        env=os.environ,
    )


def test_a_step_shows_one_line_and_hides_what_the_command_prints(tmp_path):
    result = steps(tmp_path, 'step "Gjør noe" echo mye')
    assert (result.stdout, result.stderr) == ("Gjør noe … 0 s\n", "")


def test_a_step_that_fails_shows_what_the_command_said_and_ends(tmp_path):
    result = steps(tmp_path, 'step "Gjør noe" ls /finnes/ikke\necho videre')
    assert result.returncode == 1
    assert result.stdout == "Gjør noe … gikk ikke\n"
    assert "/finnes/ikke" in result.stderr and "stoppet ved «Gjør noe»" in result.stderr


def test_a_digest_follows_content_and_names_but_not_time_or_what_is_built(tmp_path):
    def digest() -> str:
        return steps(tmp_path, "digest widget").stdout

    source, built = tmp_path / "widget" / "src" / "main side.ts", tmp_path / "widget" / "dist" / "main.js"
    for file in (source, built):
        file.parent.mkdir(parents=True)
        file.write_text("en")
    first = digest()
    assert first.strip()
    built.write_text("to")
    source.touch()
    assert digest() == first
    source.write_text("to")
    changed = digest()
    assert changed != first
    source.rename(source.with_name("annet.ts"))
    assert digest() not in (first, changed)


def test_what_is_done_is_remembered_for_the_same_inputs_only(tmp_path):
    assert steps(tmp_path, "is_done python 1").returncode == 1
    assert steps(tmp_path, "remember python 1; is_done python 1").returncode == 0
    assert steps(tmp_path, "is_done python 2").returncode == 1
