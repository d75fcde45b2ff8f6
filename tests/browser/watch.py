"""What a page with the widget must never do, watched from its first request to its last."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

KEPT = """async () => ({
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


class Watch:
    """No error in the console (a breach of the content security policy is one), no foreign host, nothing kept.

    What a test provokes on purpose it names in ``expected`` (a part of the console message) and ``hosts``.
    """

    def __init__(self, context: BrowserContext, *addresses: str):
        self.context = context
        self.hosts = {urlsplit(address).netloc for address in addresses}
        self.expected: list[str] = []
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def check(self) -> None:
        """Raises AssertionError with what was seen."""
        surprises = [line for line in self.complaints if not any(re.search(each, line) for each in self.expected)]
        assert not surprises, surprises
        assert not self.foreign, self.foreign
        assert not self.context.cookies(), "a cookie was set"
        for page in self.context.pages:
            if urlsplit(page.url).netloc in self.hosts:
                kept = page.evaluate(KEPT)
                assert not any(kept.values()), kept

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc not in self.hosts:
            self.foreign.append(request.url)
