"""The life of a session and of what it leaves: its end, deletion, coming back with a code, and the limits."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import httpx
import pytest

from tests.http.checks import assert_problem
from tests.http.conftest import CODES, MESSAGES, SESSION_MINUTES, SESSIONS
from tests.servers import Servers
from tests.talk import Talk, teacher_case
from tryggsamtale.storage.database import connect
from tryggsamtale.storage.retention import purge
from tryggsamtale.storage.sealing import Seal

GARBLED = (
    "", "A", "AAAA-AAAA-AAAA-AAA", "AAAA-AAAA-AAAA-AAAAA", "UUUU-UUUU-UUUU-UUUU", "\ud800" * 16, "ß" * 16, "A" * 101,
)


class Row:
    """The row of a session, as somebody sees it who has the database and the token."""

    def __init__(self, servers: Servers, token: str) -> None:
        self._file = servers.database_url.removeprefix("sqlite:///")
        self._lookup = Seal.of(token.encode(), "sessions").lookup

    def column(self, name: str) -> int | bytes | None:
        with sqlite3.connect(self._file) as connection:
            found = connection.execute(f"SELECT {name} FROM sessions WHERE lookup = ?", (self._lookup,)).fetchone()
        connection.close()
        return found and found[0]

    def ends_in(self, seconds: int) -> None:
        """Let so much of the session's time have passed."""
        with sqlite3.connect(self._file) as connection:
            end = int(time.time()) + seconds
            connection.execute("UPDATE sessions SET expires_at = ? WHERE lookup = ?", (end, self._lookup))
        connection.close()

    @property
    def minutes_left(self) -> float:
        return (self.column("expires_at") - time.time()) / 60

    @property
    def bytes_on_disk(self) -> bytes:
        return b"".join(Path(f"{self._file}{suffix}").read_bytes() for suffix in ("", "-wal", "-shm"))


def calls(talk: Talk) -> list[httpx.Response]:
    """Every call that needs a session."""
    client, headers = talk.client, talk.headers
    return [
        client.post("/api/messages", json={"text": "hei"}, headers=headers),
        client.get("/api/messages", headers=headers),
        client.patch("/api/sessions", json={"locale": "nn"}, headers=headers),
        client.get("/api/documents/x.docx", headers=headers),
        client.delete("/api/sessions", headers=headers),
    ]


def saved(client: httpx.Client) -> str:
    """The code of a finished dialogue that was kept."""
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    return talk.press("Ja, lagre")["receipt"]


def test_a_deleted_session_is_gone_from_the_disk_and_knows_nobody(client: httpx.Client, servers: Servers):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    row = Row(servers, talk.token)
    sealed, lookup = row.column("sealed"), Seal.of(talk.token.encode(), "sessions").lookup
    assert lookup in row.bytes_on_disk
    assert talk.client.delete("/api/sessions", headers=talk.headers).status_code == 204
    for response in calls(talk):
        assert_problem(response, 401)
    assert row.column("sealed") is None
    assert lookup not in row.bytes_on_disk and sealed[:64] not in row.bytes_on_disk


def test_asking_to_have_all_deleted_does_the_same(client: httpx.Client, servers: Servers):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    talk.say("slett alt")
    if talk.turn["input"]["options"]:  # asks first
        talk.press(talk.turn["input"]["options"][0]["title"])
    assert talk.turn["understood"] == {"kind": "control", "name": "slett", "confidence": pytest.approx(1, abs=1)}
    assert_problem(client.get("/api/messages", headers=talk.headers), 401)
    assert Row(servers, talk.token).column("sealed") is None


def test_each_sign_of_life_prolongs_the_session(client: httpx.Client, servers: Servers):
    talk = Talk(client)
    row = Row(servers, talk.token)
    for sign in (
        lambda: talk.say("hei"),
        lambda: client.get("/api/messages", headers=talk.headers),
        lambda: client.patch("/api/sessions", json={"locale": "nn"}, headers=talk.headers),
    ):
        row.ends_in(seconds=30)
        sign()
        assert 59 < row.minutes_left < 61


def test_a_session_whose_time_is_out_has_ended_and_is_swept_away(client: httpx.Client, servers: Servers):
    talk = teacher_case(Talk(client))
    row = Row(servers, talk.token)
    row.ends_in(seconds=0)
    for response in calls(talk):
        assert_problem(response, 401)
    purge(connect(servers.database_url))
    assert row.column("sealed") is None


def test_the_operator_says_how_long_a_session_lasts(strict: Servers, caller: Callable[[], httpx.Client]):
    talk = Talk(caller())
    left = datetime.fromisoformat(talk.response.json()["expires_at"]) - datetime.now(timezone.utc)
    assert timedelta(minutes=SESSION_MINUTES - 1) < left <= timedelta(minutes=SESSION_MINUTES)
    assert SESSION_MINUTES - 1 < Row(strict, talk.token).minutes_left <= SESSION_MINUTES


def test_a_code_is_read_as_people_type_it(caller: Callable[[], httpx.Client]):
    client = caller()
    code = saved(client)
    for typed in (code.lower(), code.replace("-", " "), f" {code.replace('-', '')}\n", code.replace("0", "o")):
        assert Talk(client, code=typed).turn["documents"][0]["kind"] == "pliktvurdering"


def test_a_wrong_code_and_no_code_at_all_are_told_apart_without_repeating_them(caller: Callable[[], httpx.Client]):
    assert_problem(caller().post("/api/sessions/resume", json={"code": "0000-0000-0000-0000"}), 404)
    for garbled in GARBLED:
        body = json.dumps({"code": garbled})
        response = caller().post("/api/sessions/resume", content=body, headers={"Content-Type": "application/json"})
        assert not garbled or garbled not in assert_problem(response, 422)["detail"]


def test_codes_cannot_be_guessed_in_a_row(caller: Callable[[], httpx.Client]):
    client, guess = caller(), {"code": "0000-0000-0000-0000"}
    tries = [client.post("/api/sessions/resume", json=guess) for _ in range(CODES + 1)]
    assert [response.status_code for response in tries] == [404] * CODES + [429]
    assert_problem(tries[-1], 429)
    assert 1 <= int(tries[-1].headers["retry-after"]) <= 60 / CODES
    assert_problem(caller().post("/api/sessions/resume", json=guess), 404)


def test_messages_of_a_session_are_limited(caller: Callable[[], httpx.Client]):
    client = caller()
    talk, other = Talk(client), Talk(client)
    tries = [talk.send({"payload": "/ukjent"}) for _ in range(MESSAGES + 5)]
    assert {response.status_code for response in tries[:MESSAGES]} == {422}
    assert_problem(tries[-1], 429)
    assert int(tries[-1].headers["retry-after"]) == 1
    assert client.get("/api/messages", headers=talk.headers).status_code == 200
    other.say("hei")


def test_new_sessions_of_a_caller_are_limited(caller: Callable[[], httpx.Client]):
    client = caller()
    tries = [client.post("/api/sessions") for _ in range(SESSIONS + 5)]
    assert {response.status_code for response in tries[:SESSIONS]} == {201}
    assert_problem(tries[-1], 429)
    assert 1 <= int(tries[-1].headers["retry-after"]) <= 60 / SESSIONS
    assert Talk(caller()).response.status_code == 201
