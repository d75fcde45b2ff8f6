"""A PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg2


class Cluster:
    """A PostgreSQL of its own in a temporary folder, run by an unprivileged user, without a password."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
        self.data = self.folder / "data"
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._numbers = count(1)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), "-D", str(self.data), *arguments]
        subprocess.run(command, user=self.user, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        self._run("initdb", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-w", "-m", "immediate")
        shutil.rmtree(self.folder)

    def do(self, sql: str) -> None:
        connection = psycopg2.connect(self.url("postgres"))
        connection.autocommit = True
        connection.cursor().execute(sql)
        connection.close()

    def url(self, name: str) -> str:
        return f"postgresql://tester@127.0.0.1:{self.port}/{name}"

    def bytes_on_disk(self) -> bytes:
        """Everything it has written: the data, the write-ahead log and the server's log."""
        self.do("CHECKPOINT")
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return subprocess.run(["cat", *files], capture_output=True, check=True).stdout

    @contextmanager
    def fresh(self) -> Iterator[str]:
        name = f"test_{next(self._numbers)}"
        self.do(f"CREATE DATABASE {name}")
        yield self.url(name)
        self.do(f"DROP DATABASE {name} WITH (FORCE)")
