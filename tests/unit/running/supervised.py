"""A supervisor in a process of its own: ``supervised.py FOLDER PORT=BEHAVIOUR…`` runs small servers like these."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tryggsamtale.running.supervisor import Patience, Server, ServerFailed, Supervisor

QUICK = Patience(look=0.05, to_become_ready=60, to_stop=1, before_restart=0.1)
SMALL_SERVER = str(Path(__file__).with_name("small_server.py"))


def server(folder: Path, number: int, wanted: str) -> Server:
    port, behaviour = wanted.split("=")
    command = (sys.executable, SMALL_SERVER, port, str(folder / f"pids{number}"), behaviour)
    return Server(f"Tjener {number}", command, f"http://127.0.0.1:{port}/")


def main(folder: Path, wanted: list[str]) -> None:
    def say(text: str) -> None:
        print(text, flush=True)

    servers = [server(folder, number, each) for number, each in enumerate(wanted)]
    try:
        Supervisor(servers, folder, dict(os.environ), say, lambda: say("KLAR"), QUICK).run()
    except ServerFailed as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
