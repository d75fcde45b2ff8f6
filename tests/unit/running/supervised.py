"""A supervisor in a process of its own: ``supervised.py FOLDER BEHAVIOUR…`` runs a small server for each of them."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from tryggsamtale.running.supervisor import Patience, Server, ServerFailed, Supervisor

QUICK = Patience(look=0.05, to_become_ready=10, to_stop=1, before_restart=0.1)
SMALL_SERVER = str(Path(__file__).with_name("small_server.py"))


def free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return attempt.getsockname()[1]


def server(folder: Path, number: int, behaviour: str) -> Server:
    port = free_port()
    command = (sys.executable, SMALL_SERVER, str(port), str(folder / f"pids{number}"), behaviour)
    return Server(f"Tjener {number}", command, f"http://127.0.0.1:{port}/")


def main(folder: Path, behaviours: list[str]) -> None:
    def say(text: str) -> None:
        print(text, flush=True)

    servers = [server(folder, number, behaviour) for number, behaviour in enumerate(behaviours)]
    try:
        Supervisor(servers, folder, dict(os.environ), say, lambda: say("KLAR"), QUICK).run()
    except ServerFailed as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
