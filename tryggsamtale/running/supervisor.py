"""Starts the servers together, waits until they are ready, restarts one that dies, and takes all down as one.

Each server leads a process group of its own, so that Ctrl-C in a terminal reaches this process alone and everything a
server has started ends with it. Each follows a lifeline, so that nothing is left when this process is killed hard.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tryggsamtale.running.addresses import answers
from tryggsamtale.running.lifeline import Lifeline

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ServerFailed(Exception):
    """A server does not start, or keeps dying. The message is Norwegian."""


@dataclass(frozen=True)
class Server:
    """One server: its Norwegian ``name``, how it is started, and the address that answers 200 when it is ready."""

    name: str
    command: Sequence[str]
    ready_url: str


@dataclass(frozen=True)
class Patience:
    """Seconds, but for ``deaths``: so many within ``deaths_within`` are borne before all is stopped."""

    look: float = 0.2
    to_become_ready: float = 180
    to_stop: float = 10
    deaths: int = 3
    deaths_within: float = 300
    before_restart: float = 1


@dataclass
class _Running:
    server: Server
    process: subprocess.Popen | None = None
    ready: bool = False
    starts_at: float = 0
    deaths: list[float] = field(default_factory=list)


class Supervisor:
    """Runs servers until told to stop. ``say`` gets lines for the operator, ``on_ready`` is called once all are up."""

    def __init__(
        self,
        servers: Sequence[Server],
        folder: Path,
        environment: dict[str, str],
        say: Callable[[str], None],
        on_ready: Callable[[], None],
        patience: Patience = Patience(),
    ) -> None:
        self._running = [_Running(server) for server in servers]
        self._folder, self._environment, self._patience = folder, environment, patience
        self._say, self._on_ready = say, on_ready
        self._lifeline = Lifeline()
        self._stopping = False

    def run(self) -> None:
        """Until SIGINT, SIGTERM or SIGHUP. Raises ServerFailed. Whatever happens, no process is left afterwards."""
        with self._signals():
            try:
                self._watch()
            finally:
                self._take_down()

    @contextmanager
    def _signals(self) -> Iterator[None]:
        def stop(*_: object) -> None:
            self._stopping = True

        heard = [number for number in STOP_SIGNALS if number != signal.SIGHUP or not _outlives_terminal()]
        before = {number: signal.signal(number, stop) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _watch(self) -> None:
        announced = False
        while not self._stopping:
            for each in self._running:
                self._look_after(each)
            if not announced and all(each.ready for each in self._running):
                announced = True
                self._on_ready()
            time.sleep(self._patience.look)

    def _look_after(self, each: _Running) -> None:
        now = time.monotonic()
        if each.process is None:
            if now >= each.starts_at:
                self._start(each, now)
        elif each.process.poll() is not None:
            self._bury(each, now)
        elif not each.ready:
            each.ready = answers(each.server.ready_url)
            if not each.ready and now > each.starts_at + self._patience.to_become_ready:
                limit = self._patience.to_become_ready
                raise ServerFailed(f"{each.server.name} ble ikke klar på {limit:.0f} sekunder.")

    def _start(self, each: _Running, now: float) -> None:
        each.starts_at, each.ready = now, False
        each.process = subprocess.Popen(
            each.server.command, cwd=self._folder, stdin=subprocess.DEVNULL, start_new_session=True,
            **self._lifeline.popen_arguments(self._environment),
        )

    def _bury(self, each: _Running, now: float) -> None:
        code, was_up = each.process.returncode, each.ready or bool(each.deaths)
        _signal_group(each.process, signal.SIGKILL)  # what it had started itself
        each.process, each.ready = None, False
        if not was_up:
            raise ServerFailed(f"{each.server.name} stoppet før den var klar (kode {code}). Se feilen over.")
        each.deaths = [death for death in each.deaths if now - death < self._patience.deaths_within] + [now]
        if len(each.deaths) > self._patience.deaths:
            raise ServerFailed(f"{each.server.name} stopper gang på gang (kode {code}). Alt er stoppet.")
        wait = self._patience.before_restart * 2 ** (len(each.deaths) - 1)
        each.starts_at = now + wait
        self._say(f"{each.server.name} stoppet (kode {code}) og startes igjen om {wait:g} s.")

    def _take_down(self) -> None:
        processes = [each.process for each in self._running if each.process]
        for process in processes:
            _signal_group(process, signal.SIGTERM)
        deadline = time.monotonic() + self._patience.to_stop
        while any(process.poll() is None for process in processes) and time.monotonic() < deadline:
            time.sleep(0.05)
        for process in processes:
            _signal_group(process, signal.SIGKILL)
            process.wait()


def _outlives_terminal() -> bool:
    """Started with nohup: a closed terminal is nothing to stop for."""
    return signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def _signal_group(process: subprocess.Popen, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
