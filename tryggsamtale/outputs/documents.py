"""The documents a finished dialogue hands over: Word, JSON, and a page to read or print."""

from __future__ import annotations

import secrets
from typing import Any

from tryggsamtale.outputs import page, pliktvurdering, word
from tryggsamtale.outputs.schemas import Output, read_output
from tryggsamtale.wording import LOCALES

FORMATS: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
}
VIEWS = {"pliktvurdering": pliktvurdering.view}
LAYOUTS = {"docx": word.render, "html": page.render}


def offer(output: Output) -> dict[str, Any]:
    """The document as a turn offers it, with its content for the channel."""
    return {
        "id": secrets.token_hex(8), "kind": output.kind, "formats": list(FORMATS), "content": output.plain(),
    }


def render(content: dict[str, Any], kind: str, locale: str) -> bytes:
    """An output as kept (``schemas.Output`` as JSON) as a document of one of :data:`FORMATS`, in ``nb`` or ``nn``.

    The same content gives the same bytes, and nothing in them tells who made it or where. Raises ValueError for an
    unknown format or language, for content that does not fit its schema, and for an output that is no document.
    """
    output = read_output(content)
    if kind not in FORMATS or locale not in LOCALES or output.kind not in VIEWS:
        raise ValueError("No document of this kind")
    if kind == "json":
        return output.json(ensure_ascii=False, indent=2).encode()
    return LAYOUTS[kind](output.kind, VIEWS[output.kind](output, locale), output.made_on)
