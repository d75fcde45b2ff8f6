"""Starts the action server, on this machine's own address only: ``python -m rasa_plugins.action_server``."""

from __future__ import annotations

from rasa_plugins import logging_fence
from rasa_plugins.process import prepare


def main() -> None:
    """Serve the actions until told to stop."""
    settings = prepare()
    logging_fence.put_up()

    from rasa_sdk.endpoint import run
    from rasa_sdk.utils import update_sanic_log_level

    update_sanic_log_level()
    run("actions", settings.action_port, cors_origins=None)


if __name__ == "__main__":
    main()
