"""Servers as an operator may set them, for what the shared ones are too generous for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import httpx
import pytest

from tests.servers import Servers, running

FRIEND = "https://www.kommune.example"
SESSION_MINUTES = 2
MESSAGES, SESSIONS, CODES = 60, 20, 5
"""So many a minute."""


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Short sessions, tight limits, one allowed origin, all that can be logged, a temp folder of its own."""
    limits = {
        "TRYGGSAMTALE_SESSION_MINUTES": str(SESSION_MINUTES),
        "TRYGGSAMTALE_MESSAGES_PER_MINUTE": str(MESSAGES), "TRYGGSAMTALE_SESSIONS_PER_MINUTE": str(SESSIONS),
        "TRYGGSAMTALE_CODE_ATTEMPTS_PER_MINUTE": str(CODES), "TRYGGSAMTALE_ALLOWED_ORIGINS": FRIEND,
    }
    with talkative(tmp_path_factory.mktemp("strict"), **limits) as both:
        yield both


@contextmanager
def talkative(folder: Path, **settings: str) -> Iterator[Servers]:
    """Servers that log all that can be logged, with a temp folder of their own."""
    (folder / "tmp").mkdir()
    levels = {"TRYGGSAMTALE_LOG_LEVEL": "DEBUG", "LOG_LEVEL": "DEBUG", "LOG_LEVEL_LIBRARIES": "DEBUG"}
    with running(folder, **settings, **levels, TMPDIR=str(folder / "tmp")) as both:
        yield both


@pytest.fixture(scope="session")
def _addresses() -> Iterator[str]:
    return (f"127.0.0.{number}" for number in count(2))


@pytest.fixture
def caller(strict: Servers, _addresses: Iterator[str]) -> Iterator[Callable[[], httpx.Client]]:
    """Makes callers of the strict servers, each with an address of its own, so that no limit has counted it yet."""
    clients: list[httpx.Client] = []

    def new() -> httpx.Client:
        transport = httpx.HTTPTransport(local_address=next(_addresses))
        clients.append(httpx.Client(base_url=strict.url, transport=transport, timeout=60))
        return clients[-1]

    yield new
    for client in clients:
        client.close()
