"""Mends in Sanic 21.12, which Rasa pins: requests that end or hang the server instead of being refused.

- ``Content-Length: -5`` makes Sanic read for ever and answer nobody any more; two lengths, or a length and chunks, are
  read differently by proxies.
- An address that is no text or no URL ends in a second error while the first one is being answered.
"""

from __future__ import annotations

import re
from typing import Any

from sanic.exceptions import InvalidUsage
from sanic.http import Http
from sanic.request import Request

UNREADABLE = "NONE"
"""The method that Sanic gives a request of which it could read nothing, to answer it."""

LENGTH = re.compile(r"[0-9]{1,18}")


class StrictRequest(Request):
    """A request whose body has one plain length. Raises InvalidUsage (400) for any other."""

    def __init__(self, url_bytes: bytes, headers: Any, *rest: Any, **more: Any) -> None:
        lengths, codings = headers.getall("content-length", []), headers.getall("transfer-encoding", [])
        if len(lengths) + len(codings) > 1 or not all(map(LENGTH.fullmatch, lengths)) or set(codings) - {"chunked"}:
            raise InvalidUsage("The length of the body is unclear")
        super().__init__(url_bytes, headers, *rest, **more)


_create_empty_request = Http.create_empty_request


def create_empty_request(self: Http) -> None:
    """Like Sanic's own, for answering an error, but without the address, which may be what was wrong."""
    self.url = None
    _create_empty_request(self)


def apply() -> None:
    """Put the second mend in place; the first is ``app.request_class``."""
    Http.create_empty_request = create_empty_request
