"""``tryggsamtale run``, ``train`` and ``migrate``: the way from an installed project to one that answers."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from tryggsamtale.running.addresses import LOCAL, action_server_health, rasa_server, rasa_server_readiness
from tryggsamtale.running.model import Model, TrainingFailed
from tryggsamtale.running.ports import PortUnusable, require_free
from tryggsamtale.running.project import ACTION_SERVER, PROJECT, RASA_SERVER, environment
from tryggsamtale.running.supervisor import Server, ServerFailed, Supervisor
from tryggsamtale.settings import InvalidSetting, Settings
from tryggsamtale.storage.database import StorageUnavailable, connect
from tryggsamtale.storage.database import migrate as migrate_database


def run() -> int:
    """Set up what changed, start both servers and keep them up until Ctrl-C. Returns the exit code of the command."""
    with _explained() as outcome:
        settings = _settings()
        _require_pipeline(settings)
        require_free(settings.host, settings.port, "TRYGGSAMTALE_PORT")
        require_free(LOCAL, settings.action_port, "TRYGGSAMTALE_ACTION_PORT")
        _migrate(settings)
        _train_if_changed()
        _serve(settings)
    return outcome.code


def train() -> int:
    """Train the model if its data changed. Returns the exit code of the command."""
    with _explained() as outcome:
        _train_if_changed()
    return outcome.code


def migrate() -> int:
    """Make the database, or bring it to this version. Returns the exit code of the command."""
    with _explained() as outcome:
        _migrate(_settings())
    return outcome.code


def _settings() -> Settings:
    os.chdir(PROJECT)  # the paths in settings are counted from here, for every process alike
    return Settings.from_environment()


def _require_pipeline(settings: Settings) -> None:
    if find_spec(settings.pipeline) is None:
        raise InvalidSetting(
            f"Språkpakken {settings.pipeline} (TRYGGSAMTALE_PIPELINE), som finner navn, er ikke installert. "
            "Kjør «make setup», eller installer pakken i .venv."
        )


def _migrate(settings: Settings) -> None:
    with _step("Gjør databasen klar"):
        migrate_database(connect(settings.database_url))


def _train_if_changed() -> None:
    model = Model()
    if not model.is_current():
        with _step("Trener modellen (noen minutter)"):
            model.train()


def _serve(settings: Settings) -> None:
    began = time.monotonic()

    def ready() -> None:
        _say(f"{time.monotonic() - began:.0f} s\nTryggsamtale er klar på {rasa_server(settings)} – Ctrl-C stopper.")

    servers = (
        Server("Handlingstjeneren", ACTION_SERVER, action_server_health(settings)),
        Server("Rasa-tjeneren", RASA_SERVER, rasa_server_readiness(settings)),
    )
    _say("Starter tjenerne … ", end="")
    Supervisor(servers, PROJECT, environment(), say=_say, on_ready=ready).run()
    _say("Stoppet.")


@contextmanager
def _step(text: str) -> Iterator[None]:
    began = time.monotonic()
    _say(f"{text} … ", end="")
    yield
    _say(f"{time.monotonic() - began:.0f} s")


def _say(text: str, end: str = "\n") -> None:
    print(text, end=end, flush=True)


class _Outcome:
    code = 0


@contextmanager
def _explained() -> Iterator[_Outcome]:
    """Turns the known ways to fail into one Norwegian sentence on stderr and exit code 1, Ctrl-C into 130."""
    outcome = _Outcome()
    try:
        yield outcome
    except KeyboardInterrupt:
        outcome.code = 130
        _complain("Avbrutt.")
    except TrainingFailed as failure:
        outcome.code = 1
        _complain(f"{failure.output}\n{failure}")
    except StorageUnavailable as failure:
        outcome.code = 1
        _complain(f"Databasen kan ikke brukes. Se TRYGGSAMTALE_DATABASE_URL og «tryggsamtale doctor». ({failure})")
    except (InvalidSetting, PortUnusable, ServerFailed) as failure:
        outcome.code = 1
        _complain(str(failure))


def _complain(text: str) -> None:
    print(f"\n{text}", file=sys.stderr, flush=True)
