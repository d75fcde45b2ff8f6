"""What each process of ours does first, before it imports anything heavy."""

from __future__ import annotations

import logging
import os

from rasa_plugins.logging_fence import OURS
from tryggsamtale.running import lifeline
from tryggsamtale.running.addresses import LOCAL
from tryggsamtale.settings import Settings

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",  # Rasa reports what is done with it unless told not to
    "SANIC_HOST": LOCAL,  # of the action server, which would listen to everybody
    "SANIC_WORKERS": "1",  # one process owns a conversation
    "OMP_NUM_THREADS": "1",  # more threads than free cores spin and wait for each other
    "OPENBLAS_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "CUDA_VISIBLE_DEVICES": "-1",
}


def prepare() -> Settings:
    """Quiet, private surroundings that end with the parent process. Returns the settings. Raises InvalidSetting."""
    lifeline.follow()
    settings = Settings.from_environment()
    os.environ.update(ENVIRONMENT)
    os.environ.setdefault("TRYGGSAMTALE_ACTION_URL", f"http://{LOCAL}:{settings.action_port}/webhook")
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    logging.captureWarnings(True)  # some of Rasa's quote what the user wrote
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    for ours in OURS:
        logging.getLogger(ours).setLevel(settings.log_level)
    return settings


def prepare_for_rasa() -> Settings:
    """The same for a process that runs Rasa itself."""
    settings = prepare()
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.log_utils import configure_structlog

    configure_logging_and_warnings(logging.WARNING)
    configure_structlog(logging.WARNING)
    return settings
