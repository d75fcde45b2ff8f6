"""Parts that fail in the middle of a dialogue: the user is told, nothing is lost, the same request goes on later."""

from __future__ import annotations

import signal
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import psutil
import pytest

from tests.http.checks import assert_problem
from tests.servers import Servers, running
from tests.talk import Talk, teacher_case

SOON = 6.0
"""Seconds in which a fault is told; an action that hangs is waited for a little longer."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Servers that these tests may hurt."""
    with running(tmp_path_factory.mktemp("faults")) as both:
        yield both


@pytest.fixture
def client(own: Servers) -> Iterator[httpx.Client]:
    with own.client() as client:
        yield client
    own.wait()


def pid(servers: Servers, name: str) -> int:
    return servers._processes[name].pid


def file_of(servers: Servers) -> str:
    return servers.database_url.removeprefix("sqlite:///")


def rows(servers: Servers) -> dict[str, Any]:
    """All that the database holds, as bytes."""
    with sqlite3.connect(file_of(servers)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
                for table in ("sessions", "outputs", "counters")}


def turns(talk: Talk) -> Any:
    return talk.client.get("/api/messages", headers=talk.headers).json()


def payload(talk: Talk, title: str) -> dict[str, str]:
    return {"payload": next(one["payload"] for one in talk.offers if one["title"].startswith(title))}


def assert_told(response: httpx.Response, start: float, soon: float = SOON) -> None:
    problem = assert_problem(response, 503)
    assert int(response.headers["retry-after"]) >= 1
    assert "Ingenting er tapt" in problem["detail"] and "112" in problem["detail"]
    assert time.monotonic() - start < soon


def assert_fails_and_goes_on(
    own: Servers, talk: Talk, body: dict[str, str], mend: Callable[[], None], soon: float = SOON
) -> None:
    """The request fails without a trace, and when the fault is mended the same request is answered."""
    before = rows(own)
    start = time.monotonic()
    assert_told(talk.send(body, **{"Idempotency-Key": "the same"}), start, soon)
    assert rows(own) == before
    mend()
    assert talk.send(body, **{"Idempotency-Key": "the same"}).status_code == 200


def test_without_the_action_server_a_turn_fails_and_goes_on_when_it_is_back(own: Servers, client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    own.kill("actions", signal.SIGKILL)
    assert_problem(client.get("/readyz"), 503)
    assert client.get("/healthz").status_code == 200
    assert_told(client.post("/api/sessions"), time.monotonic())

    def restart() -> None:
        own.start_actions()
        own.wait()

    assert_fails_and_goes_on(own, talk, payload(talk, "Det pågår"), restart)
    assert talk.turn["understood"]["name"] == "tid"


def test_an_action_server_that_hangs_is_not_waited_for_long(own: Servers, client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    process = psutil.Process(pid(own, "actions"))
    process.suspend()
    try:
        assert_fails_and_goes_on(own, talk, payload(talk, "Det pågår"), process.resume, soon=12)
    finally:
        process.resume()
    assert talk.turn["understood"]["name"] == "tid"


@contextmanager
def refusing(servers: Servers, table: str) -> Iterator[Callable[[], None]]:
    """The database takes nothing new into one table, until mended."""
    connection = sqlite3.connect(file_of(servers), isolation_level=None)
    for change in ("INSERT", "UPDATE"):
        connection.execute(f"CREATE TRIGGER no_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, ''); END")

    def mend() -> None:
        for change in ("INSERT", "UPDATE"):
            connection.execute(f"DROP TRIGGER IF EXISTS no_{change}")

    try:
        yield mend
    finally:
        mend()
        connection.close()


def test_when_the_second_of_two_calls_in_a_turn_fails_the_first_leaves_no_trace(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    with refusing(own, "counters") as mend:  # only the handover counts
        assert_fails_and_goes_on(own, talk, payload(talk, "Det stemmer"), mend)
    assert talk.turn["documents"]


def test_what_could_not_be_kept_is_not_said_to_be_kept(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    with refusing(own, "outputs") as mend:
        assert_fails_and_goes_on(own, talk, payload(talk, "Ja, lagre"), mend)
    assert talk.turn["receipt"]


def test_a_session_that_cannot_be_saved_is_as_it_was(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    step = turns(talk)["turns"][-1]["progress"]["step"]
    with refusing(own, "sessions") as mend:
        assert_told(client.post("/api/sessions"), time.monotonic())
        start = time.monotonic()
        assert_told(talk.send({"text": "tilbake"}), start)
        mend()
    assert turns(talk)["turns"][-1]["progress"]["step"] == step
    talk.press("Det stemmer")


@contextmanager
def locked(servers: Servers) -> Iterator[Callable[[], None]]:
    """Somebody else has the database for themselves, until mended."""
    connection = sqlite3.connect(file_of(servers), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield connection.rollback
    finally:
        connection.close()


def test_with_a_locked_database_nothing_is_lost_and_the_document_can_be_fetched(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    before = turns(talk)
    calls = (
        ("POST", "/api/sessions", {}), ("PATCH", "/api/sessions", {"locale": "nn"}), ("GET", "/api/messages", None),
        ("DELETE", "/api/sessions", None), ("POST", "/api/messages", {"text": "hei"}),
    )
    others = [Talk(client) for _ in calls]

    def call(method: str, path: str, body: Any, other: Talk) -> httpx.Response:
        return client.request(method, path, json=body, headers=other.headers)

    with locked(own) as mend, ThreadPoolExecutor(len(calls)) as pool:
        start = time.monotonic()
        for response in pool.map(lambda each, other: call(*each, other), calls, others):
            assert_told(response, start, 2 * SOON)
        for kind in ("docx", "json", "html"):
            assert talk.document(kind).status_code == 200
        assert_fails_and_goes_on(own, talk, payload(talk, "Ja, lagre"), mend)
    assert talk.turn["receipt"]
    assert turns(talk)["turns"][:-1] == before["turns"]


def test_a_document_can_be_fetched_even_when_nothing_can_be_read(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    connection = sqlite3.connect(file_of(own), isolation_level=None)
    connection.execute("ALTER TABLE sessions RENAME TO gone")
    try:
        assert_told(client.get("/api/messages", headers=talk.headers), time.monotonic())
        assert talk.document("docx").status_code == 200
        assert_problem(client.get("/api/documents/x.docx", headers={"Authorization": f"Bearer {'x' * 43}"}), 503)
    finally:
        connection.execute("ALTER TABLE gone RENAME TO sessions")
        connection.close()
    talk.press("Ja, lagre")


def test_a_disk_that_takes_no_byte_more_loses_nothing_and_the_document_can_be_fetched(
    own: Servers, client: httpx.Client
):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    processes = {psutil.Process(pid(own, name)): () for name in ("rasa", "actions")}

    def mend() -> None:
        for process, limit in processes.items():
            process.rlimit(psutil.RLIMIT_FSIZE, limit)

    try:
        for process in processes:
            processes[process] = process.rlimit(psutil.RLIMIT_FSIZE)
            process.rlimit(psutil.RLIMIT_FSIZE, (0, processes[process][1]))
        assert_told(client.post("/api/sessions"), time.monotonic())
        assert talk.document("docx").status_code == 200
        assert_fails_and_goes_on(own, talk, payload(talk, "Ja, lagre"), mend)
    finally:
        mend()
    assert talk.turn["receipt"]


def test_a_caller_who_hangs_up_finds_the_turn_done_once(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    body = payload(talk, "Ja, lagre")
    kept = len(rows(own)["outputs"])
    with pytest.raises(httpx.ReadTimeout):
        client.post("/api/messages", json=body, headers={**talk.headers, "Idempotency-Key": "k"}, timeout=0.03)
    assert talk.send(body, **{"Idempotency-Key": "k"}).json()["receipt"]
    assert len(rows(own)["outputs"]) == kept + 1


def test_eight_messages_at_once_are_answered_one_after_the_other(client: httpx.Client):
    talk = Talk(client)
    texts = [f"Hva er {word}?" for word in ("taushetsplikt", "samtykke", "avvergingsplikt", "konsultasjonsteam") * 2]

    def ask(text: str) -> httpx.Response:
        return client.post("/api/messages", json={"text": text}, headers=talk.headers)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, texts))
    assert [answer.status_code for answer in answers] == [200] * 8
    names = [answer.json()["understood"]["name"] for answer in answers]
    assert names[:4] == names[4:] and len(set(names)) > 1
    kept = turns(talk)["turns"][1:]
    assert sorted(map(repr, kept)) == sorted(repr(answer.json()) for answer in answers)


def test_the_same_key_eight_times_at_once_acts_once(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    body = payload(talk, "Det pågår")
    headers = {**talk.headers, "Idempotency-Key": "once"}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.post("/api/messages", json=body, headers=headers).json(), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert len(turns(talk)["turns"]) == 3


def test_thirty_sessions_at_once_do_not_mix(own: Servers):
    def dialogue(number: int) -> tuple[list[str], list[str]]:
        with own.client() as client:
            talk = Talk(client, ("nb", "nn")[number % 2])
            chosen = []
            for position in (number % 3 + 1, number % 5, number % 3, number % 2):
                option = [one for one in talk.turn["input"]["options"] or talk.offers[:1]][position:][:1]
                option = option or talk.turn["input"]["options"][:1] or talk.offers[:1]
                chosen.append(option[0]["payload"])
                assert talk.send({"payload": option[0]["payload"]}).status_code == 200
            return chosen, [turn["understood"]["name"] for turn in turns(talk)["turns"]], talk.said

    alone = [dialogue(number) for number in range(30)]
    with ThreadPoolExecutor(30) as pool:
        assert list(pool.map(dialogue, range(30))) == alone
    assert len({repr(one) for one in alone}) > 10


def test_a_rasa_server_killed_hard_goes_on_with_the_same_token(own: Servers, client: httpx.Client):
    talk = teacher_case(Talk(client))
    before = turns(talk)
    own.kill("rasa", signal.SIGKILL)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", own.port)) != 0
    own.start_rasa()
    own.wait()
    assert turns(talk) == before
    talk.press("Det stemmer")
    assert talk.turn["documents"] and talk.document("docx").status_code == 200
