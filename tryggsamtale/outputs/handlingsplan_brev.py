"""What the document of a checked plan says: the letter to the municipality, and a page for the one who sends it."""

from __future__ import annotations

import json
from typing import Any

from tryggsamtale.outputs.schemas import Handlingsplanbrev
from tryggsamtale.outputs.views import Citations, frame, told_lines, wording
from tryggsamtale.wording import in_language

WORDING = wording("handlingsplan_brev")


def view(output: Handlingsplanbrev, locale: str) -> dict[str, Any]:
    """Everything the templates show: plain strings, lists and dictionaries; ``w`` holds the fixed wording."""
    words = in_language(WORDING, locale)
    check = in_language(output.check, locale)
    cites = Citations(check["sources"])
    return {
        **frame(words, locale, words["tittel"], output.made_on),
        "letter": check["letter"],
        "headline": cites.cite(check["headline"]),
        "criteria": [
            {"title": one["title"], "found": words["funnet"][json.dumps(one["met"])]} for one in check["criteria"]
        ],
        "steps": cites.cite_all(check["steps"]),
        "told": told_lines(output.told, locale),
        "sources": cites.lines(),
        "about": words["om"]["ikke"],
    }
