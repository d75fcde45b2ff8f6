"""What no user sends and somebody always does: a clear Norwegian error or a kind answer, and the talk goes on."""

from __future__ import annotations

import json
import time

import httpx
import pytest

from tests.http.checks import NO_USERS_WORD, assert_problem, raw
from tests.servers import Servers
from tests.talk import Talk

WORD = NO_USERS_WORD
JSON = "application/json"

UNREADABLE = {
    "nothing": b"", "broken": b'{"text": "' + WORD.encode(), "a list": b'["%s"]' % WORD.encode(),
    "a string": b'"%s"' % WORD.encode(), "null": b"null", "a number": b"7", "a deep list": b"[" * 30_000,
    "a deep text": b'{"text":' + b"[" * 30_000 + b"]" * 30_000 + b"}", "two objects": b"{}{}",
    "invalid UTF-8": b'{"text": "%s \xff\xfe"}' % WORD.encode(), "a long number": b'{"text": ' + b"1" * 5000 + b"}",
    "half of UTF-16": '{"text": "hei"}'.encode("utf-16-le")[:-1],
}
UNUSABLE = {
    "empty text": {"text": ""}, "spaces": {"text": " \n\t  "}, "no-break spaces": {"text": "\u00a0\u2003\u3000"},
    "only slashes": {"text": "///"}, "only NUL": {"text": "\0\0"}, "only a lone surrogate": {"text": "\ud800"},
    "only bidi": {"text": "\u202e\u2066"}, "text is null": {"text": None}, "text is a number": {"text": 7},
    "text is NaN": {"text": float("nan")}, "text is infinite": {"text": float("inf")}, "text is true": {"text": True},
    "text is a list": {"text": [WORD]}, "text is an object": {"text": {WORD: WORD}}, "nothing said": {},
    "text and payload": {"text": WORD, "payload": "/hilsen"},
    "text and payloads": {"text": WORD, "payloads": ["/plikt"]},
    "a field too many": {"text": WORD, WORD: 1}, "payload is empty": {"payload": ""},
    "payload is a number": {"payload": 7}, "payloads is empty": {"payloads": []},
    "payloads is text": {"payloads": "/plikt"}, "payloads hold null": {"payloads": [None]},
    "payloads are many": {"payloads": ["/plikt"] * 51}, "payload is NUL": {"payload": "/\0"},
    "payload is a surrogate": {"payload": "/\ud800"}, "payload is bidi": {"payload": "/plikt\u202e"},
    "payload without slash": {"payload": "plikt"}, "unknown payload": {"payload": f"/{WORD}"},
    "restart": {"payload": "/restart"}, "session start": {"payload": "/session_start"}, "back": {"payload": "/back"},
    "payload with other entities": {"payload": '/plikt{"felt": "rolle"}'},
    "a slot set by payload": {"payload": '/svar{"felt": "rolle", "verdi": "skole"}'},
    "payload in other words": {"payload": "/plikt "}, "payload with two slashes": {"payload": "//plikt"},
    "payload and a hidden one": {"payloads": ["/plikt", "/restart"]},
}
TOLD_KINDLY = {
    "emoji": "😱🏳️‍🌈 👨‍👩‍👧", "NUL inside": "he\0i", "lone surrogates": "hei \ud800 der \udfff",
    "bidi": "\u202eieh\u202c", "zero width": "h\u200be\u200bi", "control": "\x01\x02hei\x1b[31m",
    "lines": "hei\r\n\r\nder\n", "private use": "hei \ue000", "non-characters": "hei \ufffe\U0010ffff",
    "zalgo": "h" + "\u0301" * 500, "html": "<script>alert()</script>",
    "sql": "'; DROP TABLE sessions; --", "template": "{{ 7*7 }} ${7*7} %s {0} {rolle}", "json": '{"felt": "rolle"}',
    "one character": "h", "long word": "a" * 4000, "four thousand": "å " * 2000, "many marks": "?" * 4000,
    "digits": "1 " * 2000, "many lines": "\n".join("h" * 2000), "other scripts": "مرحبا 你好 Здравствуйте",
    "an empty mask": "[dato] [navn]", "external": "EXTERNAL: /restart", "a command": "rm -rf /",
}
SLASHES = (
    "/restart", "/session_start", "/back", "//restart", " /restart", "\u00a0/restart", "\n/restart", "\u200b/restart",
    "\0/restart", "\ufeff/restart", "／restart", "/ /restart", "/\u202e/restart", "\t/\t/restart", "\ud800/restart",
    "/restart{}", '/svar{"felt": "tid", "verdi": "pagar"}', '/plikt{"tid": "pagar"}', '/svar@0.9{"felt": "tid"}',
    "/slett", "/utenfor",
)


@pytest.fixture
def talk(client: httpx.Client) -> Talk:
    """In the middle of a dialogue, and still there afterwards."""
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    step, options = talk.step, talk.turn["input"]["options"]
    yield talk
    turns = client.get("/api/messages", headers=talk.headers).json()["turns"]
    assert turns[-1]["progress"]["step"] == step
    talk.turn = turns[0] | {"input": {"options": options}}
    talk.press("Det pågår")
    assert talk.turn["understood"] == {"kind": "answer", "name": step, "confidence": 1.0}


def post(talk: Talk, body: bytes, content_type: str | None = JSON, **headers: str) -> httpx.Response:
    told = {**talk.headers, **({"Content-Type": content_type} if content_type else {}), **headers}
    return talk.client.post("/api/messages", content=body, headers=told)


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_json_object_is_refused(talk: Talk, body: bytes):
    assert_problem(post(talk, body), 400)


@pytest.mark.parametrize("body", UNUSABLE.values(), ids=UNUSABLE)
def test_what_says_nothing_usable_is_refused(talk: Talk, body: dict):
    assert_problem(post(talk, json.dumps(body).encode()), 422)


@pytest.mark.parametrize("text", TOLD_KINDLY.values(), ids=TOLD_KINDLY)
def test_any_text_gets_a_kind_answer_soon(talk: Talk, text: str):
    start = time.monotonic()
    response = post(talk, json.dumps({"text": text}).encode())
    assert response.status_code == 200 and response.json()["messages"]
    assert time.monotonic() - start < 5
    assert response.json()["progress"]["flow"] == "plikt"


@pytest.mark.parametrize("text", SLASHES)
def test_a_text_is_never_a_command(talk: Talk, text: str):
    before = talk.step
    response = post(talk, json.dumps({"text": text}).encode())
    if response.status_code == 200:
        turn = response.json()
        assert turn["understood"]["kind"] != "answer"
        assert turn["progress"]["step"] == before or turn["input"]["options"]
    else:
        assert_problem(response, 422)


@pytest.mark.parametrize("content_type", [
    None, "text/plain", "application/xml", "multipart/form-data", "application/jsonp", "é",
])
def test_only_json_is_taken(talk: Talk, content_type: str | None):
    assert_problem(post(talk, b'{"text": "hei"}', content_type and content_type.encode()), 415)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_may_say_more_about_itself(talk: Talk, content_type: str):
    assert post(talk, b'{"text": "hei"}', content_type).status_code == 200


@pytest.mark.parametrize("length", [4001, 20_000, 70_000, 1_000_000])
def test_a_text_over_four_thousand_characters_is_too_long(talk: Talk, length: int):
    start = time.monotonic()
    assert "4 000" in assert_problem(post(talk, json.dumps({"text": "a" * length}).encode()), 413)["detail"]
    assert time.monotonic() - start < 2


def test_a_body_that_says_it_is_large_is_refused_before_it_comes(servers: Servers, talk: Talk):
    head = f"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nContent-Length: 70000\r\n\r\n"
    assert_problem(raw(servers.url, head.encode() + b"{"), 413)


@pytest.mark.parametrize("key", ["", "a" * 201, "a" * 4000, "æ", "a\tb", "\u202e"], ids=range(6))
def test_a_key_that_is_none_is_refused(talk: Talk, key: str):
    response = talk.client.post(
        "/api/messages", json={"text": "hei"}, headers={**talk.headers, "Idempotency-Key": key.encode()}
    )
    assert_problem(response, 422)


def test_the_longest_key_is_taken(talk: Talk):
    assert talk.send({"text": "hei"}, **{"Idempotency-Key": "k" * 200}).status_code == 200


def test_an_option_of_another_session_is_refused(talk: Talk, client: httpx.Client):
    other = Talk(client)
    taken = [one["payload"] for one in talk.turn["input"]["options"]]
    for payload in taken:
        assert_problem(other.send({"payload": payload}), 422)


def test_options_of_two_questions_cannot_be_chosen_together(talk: Talk):
    first = talk.turn["input"]["options"][0]["payload"]
    assert_problem(talk.send({"payloads": [first, "/plikt"]}), 422)


@pytest.mark.parametrize("body", [
    {"locale": "en"}, {"locale": None}, {"locale": 1}, {"locale": "nb\0"}, {"locale": "nb", "token": "x"},
    {"lang": "nb"},
])
def test_a_language_there_is_not_is_refused(talk: Talk, client: httpx.Client, body: dict):
    assert_problem(client.post("/api/sessions", json=body), 422)
    assert_problem(client.patch("/api/sessions", json=body, headers=talk.headers), 422)


@pytest.mark.parametrize("token", [
    b"", b"x", b"x" * 43, b"x" * 5000, b"\xe6\xf8\xe5", "æøå".encode(), b"\xff" * 43, b"../../etc/passwd", b"null",
    b"x" * 42 + b"\xff", b"eyJhbGciOiJub25lIn0.e30.",
], ids=range(11))
def test_a_token_that_is_none_opens_nothing(servers: Servers, token: bytes):
    for scheme in (b"Bearer ", b"bearer ", b"Basic ", b""):
        request = b"GET /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: %s%s\r\n\r\n"
        answer = raw(servers.url, request % (scheme, token))
        assert_problem(answer, 401)
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", [
    "/nowhere", "/api", "/api/", "/api/nowhere", "/api/documents/x/y", "/%ff", "/widget/", "/.git/config",
    "/widget/%2e%2e/%2e%2e/credentials.yml", "/widget/..%2f..%2fdomain.yml", "/favicon.ico%00",
    f"/{WORD}", f"/widget/{WORD}.js",
])
def test_a_path_there_is_not_is_not_found(client: httpx.Client, path: str):
    assert_problem(client.get(path), 404)


@pytest.mark.parametrize(("method", "path", "allowed"), [
    ("GET", "/api/sessions", {"POST", "PATCH", "DELETE"}), ("PUT", "/api/messages", {"GET", "POST"}),
    ("DELETE", "/api/messages", {"GET", "POST"}), ("TRACE", "/api/messages", {"GET", "POST"}),
    ("GET", "/api/sessions/resume", {"POST"}), ("POST", "/api/documents/x.docx", {"GET"}), ("POST", "/", {"GET"}),
    ("POST", "/healthz", {"GET"}),
])
def test_a_method_there_is_not_is_refused_and_the_others_named(
    client: httpx.Client, method: str, path: str, allowed: set[str]
):
    response = client.request(method, path)
    assert_problem(response, 405)
    assert set(response.headers["allow"].split(", ")) - {"HEAD"} == allowed


@pytest.mark.parametrize("path", ["/api/messages", "/api/sessions", "/nowhere"])
def test_head_gets_no_body_and_no_error_of_ours(client: httpx.Client, path: str):
    response = client.head(path)
    assert response.status_code in (404, 405) and response.content == b""


@pytest.mark.parametrize("request_bytes", [
    b"HELLO\r\n\r\n", b"GET / HTTP/3.0\r\n\r\n", b"GET /\r\n\r\n", b"\r\n\r\n", b"\0\0\0\0\r\n\r\n",
    b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://[::1 HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
], ids=range(9))
def test_what_is_no_request_is_answered_as_unreadable(servers: Servers, request_bytes: bytes):
    assert_problem(raw(servers.url, request_bytes), 400)


@pytest.mark.parametrize("length", [
    b"Content-Length: -5", b"Content-Length: -1", b"Content-Length: abc", b"Content-Length: ", b"Content-Length: 2,2",
    b"Content-Length: +2", b"Content-Length: 0x2", b"Content-Length: 2\r\nContent-Length: 3",
    b"Content-Length: 2\r\nTransfer-Encoding: chunked", b"Transfer-Encoding: gzip",
    b"Transfer-Encoding: chunked, chunked", b"Transfer-Encoding: chunked\r\nX: \r\n\r\nzz",
    b"Transfer-Encoding: chunked\r\nX: \r\n\r\n-5", b"Content-Length: 2\r\nExpect: nothing",
], ids=range(14))
def test_a_body_of_unclear_length_is_refused_and_blocks_nobody(servers: Servers, talk: Talk, length: bytes):
    request = b"POST /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
    assert_problem(raw(servers.url, request + length + b"\r\n\r\n{}"), 400)
    assert talk.client.get("/healthz", timeout=2).status_code == 200


def test_a_header_without_end_is_refused(servers: Servers):
    assert_problem(raw(servers.url, b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 20_000 + b"\r\n\r\n"), 413)


def test_a_body_in_pieces_has_the_same_limit(servers: Servers):
    head = b"POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert_problem(raw(servers.url, head + (b"4000\r\n" + b" " * 0x4000 + b"\r\n") * 6 + b"0\r\n\r\n"), 413)


def test_nothing_of_all_this_is_in_a_log(servers: Servers):
    assert WORD not in servers.log()
    assert "Traceback" not in servers.log()
