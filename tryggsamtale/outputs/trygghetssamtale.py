"""What the template of a trygghetssamtale says, filled in; and the checklist, which is its points alone (002)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from tryggsamtale.outputs.dates import in_words
from tryggsamtale.outputs.schemas import Trygghetssamtale
from tryggsamtale.outputs.views import Citations, frame, told_lines, wording
from tryggsamtale.wording import in_language

WORDING = wording("trygghetssamtale")
TICKED, EMPTY = "☒", "☐"
LOG_LINES = 5
NOTHING: dict[str, Any] = {
    "held": False,
    **dict.fromkeys(("sections", "before", "phone_call", "preparation", "agreed", "after", "reminders"), ()),
}
"""What is not there is not shown: the reminders alone have no more than their dates."""


def parts(output: Trygghetssamtale) -> list[Trygghetssamtale]:
    """The dates for a calendar beside the template, when there are dates to remember."""
    if output.kind != "trygghetssamtale" or not output.talk["reminders"]:
        return []
    whole = sha256(output.json().encode()).hexdigest()
    dates = {name: output.talk[name] for name in ("reminders", "sources")}
    return [Trygghetssamtale(kind="paminnelser", made_on=output.made_on, told=[], talk={"of": whole, **dates})]


def view(output: Trygghetssamtale, locale: str) -> dict[str, Any]:
    """Everything the templates show: plain strings, lists and dictionaries; ``w`` holds the fixed wording."""
    words, talk = in_language(WORDING, locale), NOTHING | in_language(output.talk, locale)
    cites = Citations(talk["sources"])
    form = output.kind == "trygghetssamtale"
    return {
        **frame(words, locale, words["titler"][output.kind], output.made_on),
        "form": form,
        "sections": [_section(one, words, talk["held"]) for one in talk["sections"]],
        "agreed": talk["agreed"],
        "told": told_lines(output.told, locale) if form else [],
        "before": cites.cite_all(talk["before"]),
        "phone_call": _ticks(talk["phone_call"]),
        "preparation": _ticks(talk["preparation"]),
        "reminders": [
            {"day": in_words(date.fromisoformat(one["on"])), "text": cites.cite(one)} for one in talk["reminders"]
        ],
        "after": cites.cite_all(talk["after"]),
        "log": [{"tom": ""} for _ in range(LOG_LINES)],
        "sources": cites.lines(),
        "about": words["om"]["ikke"],
    }


def _section(section: Mapping[str, Any], words: Mapping[str, Any], held: bool) -> dict[str, Any]:
    done = words["gjort"]["held" if held else "coming"]
    return {
        "id": section["id"],
        "heading": words["overskrifter"][section["id"]],
        "points": [
            {"tick": f"{TICKED} {done}" if point["done"] else EMPTY, "label": point["label"],
             "say": f"«{point['say']}»"}
            for point in section["points"]
        ],
        "measures": section["measures"],
        "notes": section["notes"],
    }


def _ticks(points: list[Mapping[str, Any]]) -> list[str]:
    return [f"{TICKED if point['done'] else EMPTY} {point['text']}" for point in points]
