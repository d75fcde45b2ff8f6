"""A small real server for the supervisor: ``small_server.py PORT PIDS [behaviour]``.

Writes its own pid and that of a process it has started itself to PIDS, one line a start, and answers 200.
Behaviours: ``broken`` ends before it is ready, ``dying`` ends soon after it has answered, ``deaf`` ignores SIGTERM.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tryggsamtale.running import lifeline


class Answer(BaseHTTPRequestHandler):
    dying = False

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        if self.dying:
            threading.Timer(0.2, os._exit, (4,)).start()

    def log_message(self, *_: object) -> None:
        pass


def main(port: str, pids: str, behaviour: str = "") -> None:
    lifeline.follow()
    if behaviour == "broken":
        sys.exit(3)
    if behaviour == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    helper = subprocess.Popen(["sleep", "60"])
    with Path(pids).open("a") as file:
        print(os.getpid(), helper.pid, file=file)
    Answer.dying = behaviour == "dying"
    HTTPServer(("127.0.0.1", int(port)), Answer).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
