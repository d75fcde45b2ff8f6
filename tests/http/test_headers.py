"""What every answer carries, who may ask from a browser, and what of Rasa's own doors is shut."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from tests.http.checks import assert_problem
from tests.http.conftest import FRIEND
from tests.talk import Talk, teacher_case

STRANGERS = (
    "https://evil.example", "null", "http://www.kommune.example", f"{FRIEND}.evil.example", f"{FRIEND}:444", "é", "*",
)
SELF = "'self'"
POLICY = {
    "default-src": "'none'", "script-src": SELF, "style-src": SELF, "connect-src": SELF, "img-src": f"{SELF} data:",
    "font-src": SELF, "form-action": "'none'", "base-uri": "'none'", "frame-ancestors": SELF,
}


@pytest.fixture
def asked(caller: Callable[[], httpx.Client]) -> Callable[..., httpx.Response]:
    """Asks the strict servers, which allow one origin, as a browser on a page of ``origin`` would."""
    client = caller()

    def ask(method: str, path: str, origin: str, **more: str) -> httpx.Response:
        return client.request(method, path, headers={"Origin": origin.encode(), **more})

    return ask


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/"), ("GET", "/healthz"), ("GET", "/api/openapi.json"), ("GET", "/nowhere"), ("POST", "/api/sessions"),
    ("GET", "/api/messages"), ("PUT", "/api/messages"), ("OPTIONS", "/api/messages"),
    ("GET", "/widget/trygg-samtale.js"), ("DELETE", "/api/sessions"), ("GET", "/api/documents/x.html"),
])
def test_every_answer_says_what_a_browser_may_do_with_it(client: httpx.Client, method: str, path: str):
    headers = client.request(method, path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy == POLICY
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "set-cookie" not in headers and "server" not in headers


def test_a_document_carries_the_same(client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    headers = talk.document("html").headers
    assert "'unsafe-inline'" not in headers["content-security-policy"] and headers["cache-control"] == "no-store"
    assert headers["content-disposition"].startswith("attachment")


def test_the_page_needs_nothing_but_its_own_files(client: httpx.Client):
    page = client.get("/").text
    assert "<style" not in page and "onclick" not in page and " style=" not in page
    for source in re.findall(r'(?:src|href)="([^"#]+)"', page):
        if not source.startswith("tel:"):
            assert "://" not in source and client.get(source).status_code == 200, source


@pytest.mark.parametrize("origin", STRANGERS)
def test_a_page_of_a_stranger_is_refused(asked: Callable[..., httpx.Response], origin: str):
    for method, path in (("POST", "/api/sessions"), ("GET", "/api/messages"), ("DELETE", "/api/sessions")):
        response = asked(method, path, origin)
        assert_problem(response, 403)
        assert "access-control-allow-origin" not in response.headers
    preflight = asked("OPTIONS", "/api/sessions", origin, **{"Access-Control-Request-Method": "POST"})
    assert "access-control-allow-origin" not in preflight.headers


def test_an_allowed_page_may_use_the_whole_api(asked: Callable[..., httpx.Response]):
    preflight = asked("OPTIONS", "/api/sessions", FRIEND, **{"Access-Control-Request-Method": "PATCH"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == FRIEND
    assert {"GET", "POST", "PATCH", "DELETE"} <= set(preflight.headers["access-control-allow-methods"].split(", "))
    allowed = preflight.headers["access-control-allow-headers"].lower().split(", ")
    assert {"authorization", "content-type", "idempotency-key"} <= set(allowed)
    assert asked("POST", "/api/sessions", FRIEND).status_code == 201
    for response in (asked("POST", "/api/sessions", FRIEND), asked("GET", "/api/messages", FRIEND)):
        assert response.headers["access-control-allow-origin"] == FRIEND and response.headers["vary"] == "Origin"
        assert "Retry-After" in response.headers["access-control-expose-headers"]
        assert "access-control-allow-credentials" not in response.headers


def test_a_page_elsewhere_may_load_the_widget_and_the_own_page_may_call(
    asked: Callable[..., httpx.Response], client: httpx.Client
):
    assert asked("GET", "/widget/trygg-samtale.js", FRIEND).headers["access-control-allow-origin"] == FRIEND
    own = str(client.base_url)
    assert client.post("/api/sessions", headers={"Origin": own}).status_code == 201


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/version"), ("GET", "/status"), ("GET", "/domain"), ("GET", "/conversations/default/tracker"),
    ("POST", "/conversations/default/tracker/events"), ("POST", "/conversations/default/execute"),
    ("POST", "/conversations/default/trigger_intent"), ("POST", "/conversations/default/messages"), ("GET", "/model"),
    ("POST", "/model/train"), ("POST", "/model/parse"), ("PUT", "/model"), ("DELETE", "/model"),
    ("POST", "/webhooks/rest/webhook"), ("GET", "/webhooks/rest/"), ("POST", "/webhooks/callback/webhook"),
    ("GET", "/socket.io/"), ("POST", "/socket.io/"), ("GET", "/webhooks/tryggsamtale"), ("GET", "/actions"),
    ("POST", "/webhook"),
])
def test_rasas_own_doors_are_not_there(client: httpx.Client, method: str, path: str):
    assert_problem(client.request(method, path), 404)
