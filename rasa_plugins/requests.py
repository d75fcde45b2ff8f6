"""What a request carries, read and checked: its token, its key, its body, its text."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ValidationError
from sanic.request import Request

from rasa_plugins.api_models import LONGEST_KEY
from rasa_plugins.problems import Problem
from rasa_plugins.sessions import TOKEN
from tryggsamtale.border.cleaning import UnusableText, clean
from tryggsamtale.guiding.view import MAX_LENGTH


def token_of(request: Request) -> str:
    """The session's token. Raises Problem 401 when there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not TOKEN.fullmatch(token.strip()):
        raise Problem(401, "Denne samtalen mangler nøkkelen sin. Start en ny samtale.")
    return token.strip()


def key_of(request: Request) -> str | None:
    """The Idempotency-Key, or None. Raises Problem 422 when it cannot be one."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise Problem(422, "Idempotency-Key må være 1–200 vanlige tegn.")
    return key


def body_of(request: Request, model: type[BaseModel], empty_is: Any = None) -> Any:
    """The body as ``model``. Raises Problem 415, 400 or 422."""
    if not request.body and empty_is is not None:
        return model.parse_obj(empty_is)
    if request.content_type.partition(";")[0].strip().lower() != "application/json":
        raise Problem(415)
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Problem(400) from None
    if not isinstance(body, dict):
        raise Problem(400)
    try:
        return model.parse_obj(body)
    except ValidationError as error:
        fields = ", ".join(sorted({str(one["loc"][0]) for one in error.errors() if one["loc"][0] in model.__fields__}))
        raise Problem(422, f"Kan ikke brukes: {fields}." if fields else None) from None


def cleaned(text: str) -> str:
    """A typed text without what no text should hold. Raises Problem 413 or 422."""
    if len(text) > MAX_LENGTH:
        raise Problem(413)
    try:
        return clean(text)
    except UnusableText as error:
        raise Problem(422, str(error)) from None
