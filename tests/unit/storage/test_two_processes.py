"""The Rasa server and the action server use one database at once, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tryggsamtale.storage.counters import Counters
from tryggsamtale.storage.database import connect, is_current
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

PROCESSES, TIMES = 2, 100


def write_at_once(url):
    """The secrets that several processes have written under, after all were let go at the same moment."""
    command = [sys.executable, str(Path(__file__).with_name("writer.py")), url, str(TIMES)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen(command, **pipes) for _ in range(PROCESSES)]
    assert [writer.stdout.readline() for writer in writers] == ["ready\n"] * PROCESSES
    for writer in writers:
        print(file=writer.stdin, flush=True)
    secrets = [secret for writer in writers for secret in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * PROCESSES
    return secrets


def test_two_processes_that_set_up_and_write_at_once_lose_nothing(url):
    secrets = write_at_once(url)
    engine = connect(url)
    rows = SealedRows(engine, sessions)
    assert is_current(engine) and len(set(secrets)) == PROCESSES * TIMES
    assert all(rows.get(secret) == secret.encode() * 400 for secret in secrets)
    [counts] = Counters(engine).statistics().values()
    assert counts == {"written": PROCESSES * TIMES}
    engine.dispose()
