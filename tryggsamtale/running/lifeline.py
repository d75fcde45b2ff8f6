"""A child process that ends when its parent is gone, however hard the parent was killed.

The parent holds the writing end of a pipe and never writes. The child reads: the end of the file means that the parent
no longer exists. Works wherever there are pipes, unlike Linux's parent-death signal.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Mapping

VARIABLE = "TRYGGSAMTALE_LIFELINE"
GRACE_SECONDS = 10


class Lifeline:
    """The parent's end. It breaks when this process ends; nothing has to be called for that."""

    def __init__(self) -> None:
        self._child_end, self._own_end = os.pipe()

    def popen_arguments(self, environment: Mapping[str, str] = os.environ) -> dict:
        """What ``subprocess.Popen`` and ``run`` need so that the child can follow this lifeline."""
        return {"env": {**environment, VARIABLE: str(self._child_end)}, "pass_fds": (self._child_end,)}


def follow() -> None:
    """In the child: when the parent is gone, end this process, and its group if it leads one; first politely.

    Does nothing where no parent has given a lifeline, as when a server is started by hand.
    """
    end = os.environ.pop(VARIABLE, None)
    if end:
        threading.Thread(target=_watch, args=(int(end),), name="lifeline", daemon=True).start()


def _watch(end: int) -> None:
    os.set_inheritable(end, False)
    os.read(end, 1)
    leads = os.getpgrp() == os.getpid()
    for number in (signal.SIGTERM, signal.SIGKILL):
        os.killpg(0, number) if leads else os.kill(os.getpid(), number)
        time.sleep(GRACE_SECONDS)
