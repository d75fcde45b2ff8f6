"""The bodies of the HTTP API (contract §1), and its OpenAPI description."""

from __future__ import annotations

from typing import Any, Literal, Optional

from pydantic import BaseModel, Extra, Field, StrictStr, root_validator

Locale = Literal["nb", "nn"]


class _Body(BaseModel):
    class Config:
        extra = Extra.forbid


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

    text: Optional[StrictStr]
    payload: Optional[StrictStr]
    payloads: Optional[list[StrictStr]] = Field(min_items=1, max_items=50)

    @root_validator
    def exactly_one(cls, values: dict[str, Any]) -> dict[str, Any]:
        if sum(value is not None for value in values.values()) != 1:
            raise ValueError("exactly one of text, payload and payloads")
        return values


class Source(BaseModel):
    title: str
    ref: str


class Choice(BaseModel):
    title: str
    payload: str


class BotMessage(BaseModel):
    text: str
    buttons: list[Choice]
    sources: list[Source]


class Understood(BaseModel):
    kind: Literal["flow", "topic", "control", "answer", "acute", "unknown"]
    name: str
    confidence: float


class Progress(BaseModel):
    flow: str
    step: str
    index: int
    count: int


class Input(BaseModel):
    kind: Literal["choice", "choices", "text", "none"]
    options: list[Choice]
    max_length: int


class SummaryLine(BaseModel):
    step: str
    label: str
    value: str
    change: str


class Document(BaseModel):
    id: str
    kind: str
    formats: list[Literal["docx", "json", "html"]]


class Turn(BaseModel):
    messages: list[BotMessage]
    understood: Optional[Understood]
    progress: Optional[Progress]
    input: Input
    masked: Optional[str]
    summary: Optional[list[SummaryLine]]
    documents: Optional[list[Document]]
    receipt: Optional[str]


class Started(BaseModel):
    token: str
    expires_at: str
    turn: Turn


class Turns(BaseModel):
    turns: list[Turn]


class Problem(BaseModel):
    type: str
    title: str
    status: int
    detail: str


CALLS: tuple[tuple[str, str, type[BaseModel] | None, int, type[BaseModel] | None, str], ...] = (
    ("post", "/api/sessions", NewSession, 201, Started, "Start en samtale"),
    ("patch", "/api/sessions", ChangedSession, 200, Turn, "Det siste svaret på det andre språket"),
    ("delete", "/api/sessions", None, 204, None, "Slett samtalen og alt som hører til"),
    ("post", "/api/sessions/resume", ResumedSession, 201, Started, "Hent fram med kvitteringskode"),
    ("post", "/api/messages", UserMessage, 200, Turn, "Send en melding eller et valg"),
    ("get", "/api/messages", None, 200, Turns, "De siste svarene, for en side som lastes på nytt"),
    ("get", "/api/documents/{name}", None, 200, None, "Dokumentet fra en ferdig samtale: {id}.docx, .json eller .html"),
    ("get", "/healthz", None, 200, None, "I live"),
    ("get", "/readyz", None, 200, None, "Modell, handlingstjener og database svarer"),
)
OPEN = {("post", "/api/sessions"), ("post", "/api/sessions/resume"), ("get", "/healthz"), ("get", "/readyz")}


def _content(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}


def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 description of the API."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for method, path, body, status, answer, summary in CALLS:
        call: dict[str, Any] = {"summary": summary, "responses": {str(status): {"description": summary}}}
        if body:
            call["requestBody"] = {"required": body is not NewSession, "content": _content(body)}
        if answer:
            call["responses"][str(status)]["content"] = _content(answer)
        call["responses"]["default"] = {
            "description": "Feil (RFC 9457)",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        if "{name}" in path:
            call["parameters"] = [{"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}]
        if (method, path) not in OPEN:
            call["security"] = [{"token": []}]
        paths.setdefault(path, {})[method] = call
        for model in filter(None, (body, answer, Problem)):
            schema = model.schema(ref_template="#/components/schemas/{model}")
            schemas |= schema.pop("definitions", {})
            schemas[model.__name__] = schema
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tryggsamtale", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
