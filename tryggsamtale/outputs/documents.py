"""The documents a finished dialogue hands over: Word, JSON, and a page to read or print."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, NamedTuple

from tryggsamtale.outputs import drofting, handlingsplan_brev, page, pliktvurdering, word
from tryggsamtale.outputs.schemas import Drofting, Output, read_output
from tryggsamtale.wording import LOCALES

FORMATS: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
}
LAYOUTS = {"docx": word.render, "html": page.render}


class Kind(NamedTuple):
    """A kind of document: what it says (an output and a language → its view), and the template that lays it out."""

    view: Callable[[Any, str], dict[str, Any]]
    template: str


KINDS = {
    "pliktvurdering": Kind(pliktvurdering.view, "pliktvurdering"),
    "handlingsplan_brev": Kind(handlingsplan_brev.view, "handlingsplan_brev"),
    **dict.fromkeys(drofting.PARTS, Kind(drofting.view, "drofting")),
}


def offers(output: Output) -> list[dict[str, Any]]:
    """The documents of an output as a turn offers them, each with its content for the channel; what holds all first."""
    outputs = [output, *drofting.parts(output)] if isinstance(output, Drofting) else [output]
    return [
        {"id": secrets.token_hex(8), "kind": one.kind, "formats": list(FORMATS), "content": one.plain()}
        for one in outputs
    ]


def render(content: dict[str, Any], kind: str, locale: str) -> bytes:
    """An output as kept (``schemas.Output`` as JSON) as a document of one of :data:`FORMATS`, in ``nb`` or ``nn``.

    The same content gives the same bytes, and nothing in them tells who made it or where. Raises ValueError for an
    unknown format or language, for content that does not fit its schema, and for an output that is no document.
    """
    output = read_output(content)
    if kind not in FORMATS or locale not in LOCALES or output.kind not in KINDS:
        raise ValueError("No document of this kind")
    if kind == "json":
        return output.json(ensure_ascii=False, indent=2).encode()
    view, template = KINDS[output.kind]
    return LAYOUTS[kind](template, view(output, locale), output.made_on)
