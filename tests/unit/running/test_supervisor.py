"""Everything the supervisor starts ends with it. Real processes throughout."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

SUPERVISED = str(Path(__file__).with_name("supervised.py"))
PATIENCE = 60


class Supervised:
    """A running supervisor, what it says, and the processes its servers have told of."""

    def __init__(self, folder: Path, *servers: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, SUPERVISED, str(folder), *servers], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )

    def until(self, line: str) -> None:
        assert any(line in said for said in self.process.stdout), self.process.stderr.read()

    def pids(self, number: int) -> list[list[int]]:
        """For each start of a server: its pid and that of its helper."""
        file = self.folder / f"pids{number}"
        return [[int(pid) for pid in line.split()] for line in file.read_text().splitlines()] if file.exists() else []

    def all_pids(self) -> list[int]:
        return [pid for number in range(2) for start in self.pids(number) for pid in start]

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@pytest.fixture
def supervised(tmp_path, free_port):
    started: list[Supervised] = []

    def start(*behaviours: str) -> Supervised:
        started.append(Supervised(tmp_path, *(f"{free_port()}={behaviour}" for behaviour in behaviours)))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()
        for pid in filter(alive, each.all_pids()):
            psutil.Process(pid).kill()


def alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def eventually(true) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_stops_the_servers_and_all_they_have_started(supervised, number):
    running = supervised("", "")
    running.until("KLAR")
    assert len(running.all_pids()) == 4 and all(map(alive, running.all_pids()))
    assert running.stop(number) == 0
    assert not any(map(alive, running.all_pids()))


def test_a_server_that_does_not_listen_to_the_signal_is_killed(supervised):
    running = supervised("deaf", "")
    running.until("KLAR")
    assert running.stop(signal.SIGINT) == 0
    assert not any(map(alive, running.all_pids()))


def test_the_servers_notice_when_the_supervisor_is_killed_hard(supervised):
    running = supervised("", "")
    running.until("KLAR")
    running.stop(signal.SIGKILL)
    assert eventually(lambda: not any(map(alive, running.all_pids())))


def test_a_signal_while_the_servers_still_start_stops_them_too(supervised):
    running = supervised("", "")
    assert eventually(lambda: running.pids(0))
    assert running.stop(signal.SIGTERM) == 0
    assert not any(map(alive, running.all_pids()))


def test_a_server_that_dies_is_started_again_and_said_so(supervised):
    running = supervised("", "")
    running.until("KLAR")
    psutil.Process(running.pids(1)[0][0]).kill()
    running.until("Tjener 1 stoppet (kode -9) og startes igjen om 0.1 s.")
    assert eventually(lambda: len(running.pids(1)) == 2)
    assert eventually(lambda: not alive(running.pids(1)[0][1])), "what the dead server had started is still there"
    assert len(running.pids(0)) == 1, "the other server went on"
    assert running.stop(signal.SIGINT) == 0


def test_a_server_that_keeps_dying_stops_all_with_a_message(supervised):
    running = supervised("", "dying")
    said, complaint = running.process.communicate(timeout=PATIENCE)
    assert said.count("startes igjen") == 3
    assert "Tjener 1 stopper gang på gang (kode 4)." in complaint
    assert running.process.returncode == 1
    assert not any(map(alive, running.all_pids()))


def test_a_server_that_cannot_start_stops_all_with_a_message(supervised):
    running = supervised("", "broken")
    _, complaint = running.process.communicate(timeout=PATIENCE)
    assert "Tjener 1 stoppet før den var klar (kode 3)." in complaint
    assert running.process.returncode == 1
    assert not any(map(alive, running.all_pids()))
