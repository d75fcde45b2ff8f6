"""Starts the Rasa server with just the model that was trained here: ``python -m rasa_plugins.server``.

Used instead of ``rasa run``, which takes any other model in the folder when this one is missing.
"""

from __future__ import annotations

import sys

from rasa_plugins import logging_fence
from rasa_plugins.process import prepare_for_rasa
from tryggsamtale.border.pipeline import pipeline
from tryggsamtale.running.model import Model
from tryggsamtale.running.project import PROJECT


def main() -> None:
    """Serve the channel until told to stop; exits with a message when there is no model or no pipeline for names."""
    settings = prepare_for_rasa()
    logging_fence.put_up()
    model = Model()
    if not model.path.is_file():
        sys.exit(f"There is no model at {model.path}: train it with `tryggsamtale train`")

    if pipeline() is None:  # read now: the first message does not wait for it
        sys.exit(f"There is no spaCy pipeline {settings.pipeline}: names would not be masked")

    import rasa

    rasa.run(
        str(model.path),
        str(PROJECT / "endpoints.yml"),
        credentials=str(PROJECT / "credentials.yml"),
        interface=settings.host,
        port=settings.port,
        enable_api=False,
    )


if __name__ == "__main__":
    main()
