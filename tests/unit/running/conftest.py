from __future__ import annotations

import socket
from collections.abc import Callable

import pytest


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Gives a port that nobody listens on, another one each time."""

    def one() -> int:
        with socket.socket() as attempt:
            attempt.bind(("127.0.0.1", 0))
            return attempt.getsockname()[1]

    return one
