"""The bodies of the HTTP API (contract §1), and its OpenAPI description."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Extra, Field, StrictStr, root_validator
from pydantic.schema import schema

from tryggsamtale.outputs.documents import MEDIA_TYPES

Locale = Literal["nb", "nn"]
LONGEST_KEY = 200


class _Body(BaseModel):
    class Config:
        extra = Extra.forbid


class _Answer(BaseModel):
    class Config:
        extra = Extra.forbid

        @staticmethod
        def schema_extra(described: dict[str, Any], model: type[BaseModel]) -> None:
            """What is always there and may be empty is ``null`` then; pydantic 1 does not say so itself."""
            for name, field in model.__fields__.items():
                if field.required and field.allow_none:
                    described["properties"][name] = {"anyOf": [described["properties"][name], {"type": "null"}]}


class NewSession(_Body):
    """POST /api/sessions"""

    locale: Locale = "nb"


class ChangedSession(_Body):
    """PATCH /api/sessions"""

    locale: Locale


class ResumedSession(_Body):
    """POST /api/sessions/resume"""

    code: StrictStr = Field(max_length=100)
    locale: Locale = "nb"


class UserMessage(_Body):
    """POST /api/messages: exactly one of the three"""

    text: StrictStr | None
    payload: StrictStr | None
    payloads: list[StrictStr] | None = Field(min_items=1, max_items=50)

    @root_validator
    def exactly_one(cls, values: dict[str, Any]) -> dict[str, Any]:
        if sum(value is not None for value in values.values()) != 1:
            raise ValueError("exactly one of text, payload and payloads")
        return values


class Source(_Answer):
    title: str
    ref: str


class Choice(_Answer):
    title: str
    payload: str


class BotMessage(_Answer):
    text: str
    buttons: list[Choice]
    sources: list[Source]


class Understood(_Answer):
    kind: Literal["flow", "topic", "control", "answer", "acute", "unknown"]
    name: str
    confidence: float


class Progress(_Answer):
    flow: str
    step: str
    index: int
    count: int


class Input(_Answer):
    kind: Literal["choice", "choices", "text", "none"]
    options: list[Choice]
    max_length: int


class SummaryLine(_Answer):
    step: str
    label: str
    value: str
    change: str


class Document(_Answer):
    id: str
    kind: str
    formats: list[Literal["docx", "json", "html", "ics"]]


class Turn(_Answer):
    messages: list[BotMessage]
    understood: Understood | None = Field(...)
    progress: Progress | None = Field(...)
    input: Input
    masked: str | None = Field(...)
    summary: list[SummaryLine] | None
    documents: list[Document] | None
    receipt: str | None


class Started(_Answer):
    token: str
    expires_at: str
    turn: Turn


class Turns(_Answer):
    turns: list[Turn]


class Problem(_Answer):
    type: str
    title: str
    status: int
    detail: str


class Health(_Answer):
    status: Literal["ok"]


class Readiness(Health):
    modell: bool
    handlingstjener: bool
    database: bool


Answer = type[BaseModel] | tuple[str, ...] | None
"""A JSON answer, or the media types of another one."""

CALLS: tuple[tuple[str, str, type[BaseModel] | None, int, Answer, str], ...] = (
    ("post", "/api/sessions", NewSession, 201, Started, "Start en samtale"),
    ("patch", "/api/sessions", ChangedSession, 200, Turn, "Det siste svaret på det andre språket"),
    ("delete", "/api/sessions", None, 204, None, "Slett samtalen og alt som hører til"),
    ("post", "/api/sessions/resume", ResumedSession, 201, Started, "Hent fram med kvitteringskode"),
    ("post", "/api/messages", UserMessage, 200, Turn, "Send en melding eller et valg"),
    ("get", "/api/messages", None, 200, Turns, "De siste svarene, for en side som lastes på nytt"),
    ("get", "/api/documents/{name}", None, 200, tuple(MEDIA_TYPES.values()), "Dokumentet fra en ferdig samtale"),
    ("get", "/api/openapi.json", None, 200, ("application/json",), "Denne beskrivelsen"),
    ("get", "/healthz", None, 200, Health, "I live"),
    ("get", "/readyz", None, 200, Readiness, "Modell, handlingstjener og database svarer"),
    ("get", "/", None, 200, ("text/html",), "En side med samtalen"),
)
OPEN = {
    ("post", "/api/sessions"), ("post", "/api/sessions/resume"), ("get", "/api/openapi.json"), ("get", "/healthz"),
    ("get", "/readyz"), ("get", "/"),
}
PARAMETERS = {
    ("get", "/api/documents/{name}"): {
        "name": "name", "in": "path", "required": True,
        "description": "{id}.docx, {id}.json eller {id}.html; påminnelser: {id}.ics",
        "schema": {"type": "string"},
    },
    ("post", "/api/messages"): {
        "name": "Idempotency-Key", "in": "header", "required": False,
        "description": "Samme nøkkel i samme samtale gir samme svar og virker bare én gang",
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
    },
}


def _content(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, tuple):
        return {media_type.partition(";")[0]: {} for media_type in answer}
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{answer.__name__}"}}} if answer else {}


def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 description of the API."""
    paths: dict[str, Any] = {}
    for method, path, body, status, answer, summary in CALLS:
        call: dict[str, Any] = {"summary": summary, "responses": {
            str(status): {"description": summary, "content": _content(answer)},
            "default": {
                "description": "Feil (RFC 9457)",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        }}
        if body:
            call["requestBody"] = {"required": body is not NewSession, "content": _content(body)}
        if (method, path) in PARAMETERS:
            call["parameters"] = [PARAMETERS[method, path]]
        if (method, path) not in OPEN:
            call["security"] = [{"token": []}]
        paths.setdefault(path, {})[method] = call
    models = {model for call in CALLS for model in (call[2], call[4]) if isinstance(model, type)} | {Problem}
    schemas = schema(sorted(models, key=lambda model: model.__name__), ref_template="#/components/schemas/{model}")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tryggsamtale", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": schemas["definitions"], "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
