"""What the tests of the HTTP side look for again and again."""

from __future__ import annotations

import json
import socket
from typing import Any

import httpx
from jsonschema import Draft202012Validator

from rasa_plugins.problems import TITLES

NO_USERS_WORD = "Banansplitt"
"""A word to type where no error may repeat what was typed."""


def assert_problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """The answer is the problem of that status: Norwegian, and without a trace of code or of what was written."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status and problem["title"] == TITLES[status][0] and problem["detail"]
    for never in ("Traceback", ".py", "Error", "Exception", NO_USERS_WORD):
        assert never not in response.text
    return problem


def raw(url: str, request: bytes, seconds: float = 10) -> httpx.Response:
    """The answer to bytes that no HTTP library would send. Raises TimeoutError when there is none."""
    where = httpx.URL(url)
    with socket.create_connection((where.host, where.port), timeout=seconds) as connection:
        connection.sendall(request)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = [tuple(line.split(": ", 1)) for line in lines]
    return httpx.Response(int(status.split()[1]), headers=headers, content=body)


class Description:
    """The OpenAPI description a server gives of itself."""

    def __init__(self, client: httpx.Client) -> None:
        self.content = client.get("/api/openapi.json").json()

    def check(self, response: httpx.Response, path: str | None = None) -> None:
        """The answer is one that the description foresees. Raises jsonschema.ValidationError, KeyError."""
        request = response.request
        call = self.content["paths"][path or request.url.path][request.method.lower()]
        answers = call["responses"]
        content = answers.get(str(response.status_code), answers["default"])["content"]
        if response.status_code == 204:
            assert content == {} and response.content == b""
            return
        schema = content[response.headers["content-type"].partition(";")[0]].get("schema")
        if schema:
            self.validator(schema).validate(json.loads(response.content))

    def validator(self, schema: dict[str, Any]) -> Draft202012Validator:
        return Draft202012Validator({**schema, "components": self.content["components"]})
