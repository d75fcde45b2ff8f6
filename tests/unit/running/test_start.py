"""What stands in the way of a start is said in one Norwegian sentence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from tryggsamtale.running.ports import PortTaken, PortUnusable, require_free

RUN = (sys.executable, "-c", "import sys; from tryggsamtale.running import start; sys.exit(start.run())")


def start(**settings: str) -> subprocess.CompletedProcess:
    return subprocess.run(RUN, env={**os.environ, **settings}, capture_output=True, text=True, timeout=60)


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_the_setting_that_changes_it(taken, free_port):
    free = free_port()
    rasa = start(TRYGGSAMTALE_PORT=str(taken), TRYGGSAMTALE_ACTION_PORT=str(free))
    assert rasa.stderr == (
        f"\nPort {taken} er opptatt. Stopp programmet som bruker den, eller velg en annen port med TRYGGSAMTALE_PORT.\n"
    )
    assert (rasa.returncode, rasa.stdout) == (1, ""), "nothing was begun"

    actions = start(TRYGGSAMTALE_PORT=str(free), TRYGGSAMTALE_ACTION_PORT=str(taken))
    assert f"Port {taken} er opptatt" in actions.stderr and "TRYGGSAMTALE_ACTION_PORT" in actions.stderr


def test_a_port_counts_as_taken_only_while_somebody_listens(taken, free_port):
    require_free("127.0.0.1", free_port(), "TRYGGSAMTALE_PORT")
    with pytest.raises(PortTaken):
        require_free("127.0.0.1", taken, "TRYGGSAMTALE_PORT")
    with pytest.raises(PortTaken):
        require_free("0.0.0.0", taken, "TRYGGSAMTALE_PORT")


def test_an_address_that_is_not_this_machine_is_explained(free_port):
    with pytest.raises(PortUnusable, match="Rett TRYGGSAMTALE_HOST"):
        require_free("192.0.2.1", free_port(), "TRYGGSAMTALE_PORT")


def test_a_setting_that_cannot_be_used_is_explained():
    result = start(TRYGGSAMTALE_PORT="mange")
    assert result.stderr == "\nTRYGGSAMTALE_PORT skal være et helt tall fra 1 til 65535.\n"
    assert result.returncode == 1


def test_a_database_that_cannot_be_opened_is_explained(tmp_path, free_port):
    (tmp_path / "fil").write_text("")
    result = start(
        TRYGGSAMTALE_DATABASE_URL=f"sqlite:///{tmp_path}/fil/under.db",
        TRYGGSAMTALE_PORT=str(free_port()), TRYGGSAMTALE_ACTION_PORT=str(free_port()),
    )
    assert "Databasen kan ikke brukes. Se TRYGGSAMTALE_DATABASE_URL" in result.stderr
    assert result.returncode == 1 and "Traceback" not in result.stderr
