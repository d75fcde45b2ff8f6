"""Where things are in this project, and how its processes are called."""

from __future__ import annotations

import os
import sys

from tryggsamtale.settings import PROJECT as PROJECT

ACTION_SERVER = (sys.executable, "-m", "rasa_plugins.action_server")
RASA_SERVER = (sys.executable, "-m", "rasa_plugins.server")
TRAINING = (sys.executable, "-m", "rasa_plugins.training")


def environment() -> dict[str, str]:
    """This process's environment for its children, who may keep compiled bytecode: it makes the next start quicker."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
