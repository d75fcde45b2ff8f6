"""What is logged when something breaks: enough to find the fault, and no word of a user."""

from __future__ import annotations

import json
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from tests.http.checks import NO_USERS_WORD, assert_problem
from tests.servers import Servers
from tests.talk import Talk, teacher_case

WORD = NO_USERS_WORD
JSON = "application/json"

def test_an_action_that_fails_brings_no_word_into_the_log(strict: Servers, caller: Callable[[], httpx.Client]):
    talk = teacher_case(Talk(caller()))
    connection = sqlite3.connect(strict.database_url.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("ALTER TABLE counters RENAME TO gone")
    try:
        talk.say(f"Min {WORD} er borte")
        stem = next(one for one in talk.offers if one["title"].startswith("Det stemmer"))
        assert_problem(talk.send({"payload": stem["payload"]}), 503)
    finally:
        connection.execute("ALTER TABLE gone RENAME TO counters")
        connection.close()
    assert WORD not in strict.log()
    talk.press("Det stemmer")


@pytest.mark.parametrize("body", [
    {"next_action": WORD}, {"next_action": "action_respond", "tracker": WORD},
    {"next_action": "action_respond", "version": WORD},
    {"next_action": "action_respond", "tracker": {"sender_id": WORD, "latest_message": WORD}}, [WORD], WORD,
], ids=range(6))
def test_a_call_the_action_server_cannot_read_brings_no_word_into_the_log(strict: Servers, body: object):
    response = httpx.post(f"http://127.0.0.1:{strict.action_port}/webhook", json=body)
    assert response.status_code >= 400 or "failed" in response.text
    assert WORD not in strict.log()


class Liar(ThreadingHTTPServer):
    """In the place of the action server: ``status``, ``shape`` and ``kind`` say how it turns a call into an answer."""

    status, kind = 500, JSON
    shape: Callable[[bytes], bytes] = bytes


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was sent, in one shape or another."""

    server: Liar

    def do_POST(self) -> None:
        body = self.server.shape(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def liar(strict: Servers) -> Iterator[tuple[Liar, Talk]]:
    """The liar, and a session from before; the action server is back afterwards."""
    with strict.client() as client:
        talk = Talk(client)
        strict.kill("actions", signal.SIGKILL)
        server = Liar(("127.0.0.1", strict.action_port), Echo)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, talk
        server.shutdown()
        server.server_close()
        strict.start_actions()
        strict.wait()
        talk.say("hei")


def as_json(shape: Callable[[str], object]) -> Callable[[bytes], bytes]:
    return lambda body: json.dumps(shape(body.decode())).encode()


SHAPES: dict[str, tuple[int, Callable[[bytes], bytes], str]] = {
    "an error": (500, bytes, JSON),
    "a rejection": (400, as_json(lambda body: {"action_name": WORD, "error": body}), JSON),
    "a rejection in plain text": (400, bytes, "text/plain"),
    "not found": (404, bytes, "text/plain"),
    "events that are none": (200, as_json(lambda body: {"events": body}), JSON),
    "an unknown event": (200, as_json(lambda body: {"events": [{"event": body}]}), JSON),
    "no JSON": (200, lambda body: b"{" + body, JSON),
    "plain text": (200, bytes, "text/plain"),
}


@pytest.mark.parametrize(("status", "shape", "kind"), SHAPES.values(), ids=SHAPES)
def test_an_action_server_that_answers_wrongly_brings_no_word_into_the_log(
    strict: Servers, liar: tuple[Liar, Talk], status: int, shape: Callable[[bytes], bytes], kind: str
):
    server, talk = liar
    server.status, server.shape, server.kind = status, shape, kind
    assert_problem(talk.send({"text": f"Min {WORD} er borte"}), 503)
    assert WORD not in strict.log() and talk.token not in strict.log()
    assert len(talk.client.get("/api/messages", headers=talk.headers).json()["turns"]) == 1
