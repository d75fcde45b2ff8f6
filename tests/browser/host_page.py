"""A municipality's own page that embeds the conversation with one script tag, on a server of its own."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = """<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Eksempel kommune</title>
<link rel="icon" href="data:,">
<script src="{server}/widget/trygg-samtale.js" defer></script>
</head>
<body>
<main><h1>Barn og unge</h1><p>Her finner du tjenestene våre.</p></main>
<trygg-samtale></trygg-samtale>
</body>
</html>
"""


class HostPage:
    """Serves the page on a free port of this machine until it is closed."""

    def __init__(self) -> None:
        self.page = b""
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(host.page)

            def log_message(self, *_: object) -> None:
                """Silent: pytest has nothing to show of it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def stranger(self) -> str:
        """The same page under a name that no server was told of."""
        return f"http://localhost:{self._server.server_port}"

    def embed(self, server: str) -> None:
        self.page = PAGE.format(server=server).encode()

    def __enter__(self) -> HostPage:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
