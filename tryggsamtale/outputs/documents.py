"""The documents a finished dialogue hands over: Word, JSON, and a page to read or print."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, NamedTuple

from tryggsamtale.outputs import (
    calendar,
    drofting,
    handlingsplan_brev,
    ovelse,
    page,
    pliktvurdering,
    trygghetssamtale,
    word,
)
from tryggsamtale.outputs.schemas import Drofting, Output, Trygghetssamtale, read_output
from tryggsamtale.wording import LOCALES

FORMATS: dict[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
}
CALENDAR = "paminnelser"
"""The one kind whose dates a calendar can read too."""
CALENDAR_FORMATS = FORMATS | {"ics": "text/calendar; charset=utf-8"}
MEDIA_TYPES = CALENDAR_FORMATS
LAYOUTS = {"docx": word.render, "html": page.render}


class Kind(NamedTuple):
    """A kind of document: what it says (an output and a language → its view), and the template that lays it out."""

    view: Callable[[Any, str], dict[str, Any]]
    template: str


KINDS = {
    "pliktvurdering": Kind(pliktvurdering.view, "pliktvurdering"),
    "handlingsplan_brev": Kind(handlingsplan_brev.view, "handlingsplan_brev"),
    "ovelse": Kind(ovelse.view, "ovelse"),
    **dict.fromkeys(("trygghetssamtale", "sjekkliste", CALENDAR), Kind(trygghetssamtale.view, "trygghetssamtale")),
    **dict.fromkeys(drofting.PARTS, Kind(drofting.view, "drofting")),
}


def offers(output: Output) -> list[dict[str, Any]]:
    """The documents of an output as a turn offers them, each with its content for the channel; what holds all first."""
    return [
        {"id": secrets.token_hex(8), "kind": one.kind, "formats": list(formats_of(one.kind)), "content": one.plain()}
        for one in (output, *_parts(output))
    ]


def formats_of(kind: str) -> tuple[str, ...]:
    """The formats in which an output of that kind can be had."""
    return tuple(CALENDAR_FORMATS if kind == CALENDAR else FORMATS)


def _parts(output: Output) -> list[Any]:
    if isinstance(output, Trygghetssamtale):
        return trygghetssamtale.parts(output)
    return drofting.parts(output) if isinstance(output, Drofting) else []


def render(content: dict[str, Any], kind: str, locale: str) -> bytes:
    """An output as kept (``schemas.Output`` as JSON) as a document in one of its formats, in ``nb`` or ``nn``.

    The same content gives the same bytes, and nothing in them tells who made it or where. Raises ValueError for an
    unknown format or language, for content that does not fit its schema, for an output that is no document, and for a
    format in which there is none of its kind.
    """
    output = read_output(content)
    if locale not in LOCALES or output.kind not in KINDS or kind not in formats_of(output.kind):
        raise ValueError("No document of this kind")
    if kind == "json":
        return output.json(ensure_ascii=False, indent=2).encode()
    if kind == "ics":
        return calendar.render(output, locale)
    view, template = KINDS[output.kind]
    return LAYOUTS[kind](template, view(output, locale), output.made_on)
