"""The real thing for tests: action server, Rasa server with the trained model, and a database of their own."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tryggsamtale.running.project import ACTION_SERVER, PROJECT, RASA_SERVER, environment
from tryggsamtale.storage.database import connect, migrate

START_SECONDS = 180


def free_port() -> int:
    """A port nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Servers:
    """Both servers over one database; ``folder`` holds the database and the logs."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    action_port: int = field(default_factory=free_port)
    _processes: dict[str, subprocess.Popen] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database_url(self) -> str:
        return self.settings.get("TRYGGSAMTALE_DATABASE_URL", f"sqlite:///{self.folder / 'tryggsamtale.db'}")

    @property
    def processes(self) -> list[subprocess.Popen]:
        return list(self._processes.values())

    def start(self) -> None:
        migrate(connect(self.database_url))
        self.start_actions()
        self.start_rasa()
        self.wait()

    def start_actions(self) -> None:
        self._start("actions", ACTION_SERVER)

    def start_rasa(self) -> None:
        self._start("rasa", RASA_SERVER)

    def stop(self) -> None:
        for name in list(self._processes):
            self.kill(name)

    def kill(self, name: str, sign: int = signal.SIGTERM) -> None:
        """Stop ``actions`` or ``rasa``."""
        process = self._processes.pop(name)
        process.send_signal(sign)
        process.wait(timeout=30)

    def wait(self) -> None:
        """Until both are ready. Raises AssertionError with the log when they never are."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert all(process.poll() is None for process in self._processes.values()), self.log()
            try:
                if httpx.get(f"{self.url}/readyz").status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.3)
        raise AssertionError(self.log())

    def log(self) -> str:
        """All that the servers have written."""
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in self.folder.glob("*.log"))

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=60)

    def _start(self, name: str, command: Any) -> None:
        surroundings = environment() | {
            "TRYGGSAMTALE_PORT": str(self.port),
            "TRYGGSAMTALE_ACTION_PORT": str(self.action_port),
            "TRYGGSAMTALE_DATABASE_URL": self.database_url,
            "TRYGGSAMTALE_MESSAGES_PER_MINUTE": "10000",
            "TRYGGSAMTALE_SESSIONS_PER_MINUTE": "10000",
            **self.settings,
        }
        with (self.folder / f"{name}.log").open("ab") as log:
            self._processes[name] = subprocess.Popen(command, cwd=PROJECT, env=surroundings, stdout=log, stderr=log)


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Servers]:
    """Servers with their own database, ready, and gone afterwards."""
    servers = Servers(folder, settings)
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()
