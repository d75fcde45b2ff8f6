"""Is a port free?"""

from __future__ import annotations

import errno
import socket


class PortUnusable(Exception):
    """A server cannot listen where it should. The message is Norwegian and says what to change."""


class PortTaken(PortUnusable):
    """Because another program does."""


def require_free(host: str, port: int, variable: str) -> None:
    """Can a server listen here now? ``variable`` is the setting of the port. Raises PortTaken, PortUnusable."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the servers do
            attempt.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} er opptatt. Stopp programmet som bruker den, eller velg en annen port med {variable}."
            ) from None
        where = f"{host}, port {port}"
        raise PortUnusable(
            f"Ingen tjener kan lytte på {where} ({error.strerror}). Rett TRYGGSAMTALE_HOST eller {variable}."
        ) from None
