"""What tests share: the running servers, started once for all tests that need them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cluster import Cluster
from tests.servers import Servers, running

NO_POSTGRESQL = "PostgreSQL's programs are not installed (Debian: postgresql)"


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Both servers with the trained model and a SQLite file of their own."""
    with running(tmp_path_factory.mktemp("servers")) as both:
        yield both


@pytest.fixture
def client(servers: Servers) -> Iterator[httpx.Client]:
    with servers.client() as client:
        yield client


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that is running. Skips where its programs are missing."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        pytest.skip(NO_POSTGRESQL)
    cluster = Cluster(programs[-1].parent)
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture
def shared() -> Path:
    """The folder of sample cases beside the project. Skips where it is not."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no sample cases beside the project")
    return folder
