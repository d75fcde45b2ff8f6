"""Our processes keep to themselves: no reports, no quoted users in warnings, no listening beyond this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psutil
import pytest

from tryggsamtale.running.project import ACTION_SERVER, PROJECT

PREPARED = "from rasa_plugins.process import prepare; prepare()"


def python(code: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, env={**os.environ, **environment}, capture_output=True, text=True
    )


def test_telemetry_is_off_even_where_the_environment_turns_it_on():
    result = python(
        f"{PREPARED}; from rasa.telemetry import is_telemetry_enabled; print(is_telemetry_enabled())",
        RASA_TELEMETRY_ENABLED="true",
    )
    assert result.stdout == "False\n", result.stderr


def test_a_warning_that_quotes_a_user_is_not_printed():
    result = python(f"{PREPARED}; import warnings; warnings.warn('Kari ble slått')")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.fixture
def action_server(free_port):
    port = free_port()
    process = subprocess.Popen(
        ACTION_SERVER, cwd=PROJECT, env={**os.environ, "TRYGGSAMTALE_ACTION_PORT": str(port), "SANIC_HOST": "0.0.0.0"}
    )
    yield psutil.Process(process.pid), port
    process.terminate()
    process.wait()


def listening(process: psutil.Process) -> list[tuple[str, int]]:
    return [tuple(each.laddr) for each in process.net_connections() if each.status == psutil.CONN_LISTEN]


def test_the_action_server_listens_to_this_machine_only(action_server):
    process, port = action_server
    deadline = time.monotonic() + 30
    while not listening(process) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert listening(process) == [("127.0.0.1", port)]


def test_the_action_server_loads_neither_rasa_nor_the_pipeline_that_finds_names():
    result = python(
        "import sys; import rasa_plugins.action_server; from rasa_sdk.executor import ActionExecutor; "
        "ActionExecutor().register_package('actions'); "
        "print(sorted({'rasa', 'tensorflow', 'spacy'} & set(sys.modules)))"
    )
    assert result.stdout.splitlines()[-1] == "[]", result.stderr
