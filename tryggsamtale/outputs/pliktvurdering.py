"""What the document of a duty assessment says, in one language and in the order it is read (``duty_model.md`` §8).

The Word template and the HTML template lay out the same view.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tryggsamtale.outputs.dates import deadline, in_words, season
from tryggsamtale.outputs.schemas import Pliktvurdering
from tryggsamtale.outputs.views import contact_lines, frame, told_lines, wording
from tryggsamtale.wording import in_language

WORDING = wording("pliktvurdering")
NOT_RELEVANT = "ikke_relevant"


def view(output: Pliktvurdering, locale: str) -> dict[str, Any]:
    """Everything the templates show: plain strings, lists and dictionaries.

    ``w`` holds the fixed wording; a part that is empty is left out by the templates. In the support track
    (``support``) there are no duties and no law.
    """
    words = in_language(WORDING, locale)
    told = in_language(output.assessment, locale)
    support = bool(told["support"])
    acute, advice = _acute_first(told)
    titles = {source["ref"]: source["title"] for source in told["sources"]}
    rulings = [] if support else [(words["plikter"][name], told[name]) for name in words["plikter"]]
    return {
        **frame(words, locale, words["tittel_stotte" if support else "tittel"], output.made_on),
        "support": support,
        "acute": acute,
        "headline": told["headline"],
        "told": told_lines(output.told, locale),
        "duties": [_duty(duty, ruling, titles) for duty, ruling in rulings if ruling["verdict"] != NOT_RELEVANT],
        "not_relevant": [
            {"name": duty["navn"], "reason": ruling["reason"]}
            for duty, ruling in rulings if ruling["verdict"] == NOT_RELEVANT
        ],
        "other_duties": [] if support else [
            {"text": duty["text"], "paragraphs": _titled(duty["paragraphs"], titles)} for duty in told["other_duties"]
        ],
        "advice": advice,
        "next_steps": [
            {"text": step["text"], "when": deadline(output.made_on, step["within_days"], locale)}
            for step in told["next_steps"]
        ],
        "contacts": contact_lines(output.contacts, words, locale),
        "may_share": told["may_share"],
        "write_down": told["write_down"],
        "care": [*told["care"], words["egenomsorg"]],
        "sources": [] if support else [f"{source['ref']}: {source['title']}" for source in told["sources"]],
        "about": words["om"]["ikke_stotte"] if support else _about(told, words, locale),
    }


def _acute_first(told: dict[str, Any]) -> tuple[str | None, list[str]]:
    """The 112/113 line, when it is acute, and the rest of the advice."""
    lines = told["recommendation"]
    return (lines[0], lines[1:]) if told["acute"] else (None, lines)


def _titled(paragraphs: list[str], titles: dict[str, str]) -> str:
    return "; ".join(f"{ref} ({titles[ref]})" if ref in titles else ref for ref in paragraphs)


def _duty(duty: dict[str, Any], ruling: dict[str, Any], titles: dict[str, str]) -> dict[str, Any]:
    return {
        "name": duty["navn"],
        "about": duty["om"],
        "verdict": duty["verdict"][ruling["verdict"]],
        "reason": ruling["reason"],
        "paragraphs": _titled(ruling["paragraphs"], titles),
        "would_change": " ".join(ruling["would_change"]),
    }


def _about(told: dict[str, Any], words: dict[str, Any], locale: str) -> list[str]:
    law = date.fromisoformat(told["law_as_of"])
    lines = [words["om"]["lov"].format(season=season(law, locale), date=in_words(law))]
    if told["outdated"]:
        lines.append(words["om"]["foreldet"].format(paragraphs="; ".join(told["outdated"])))
    return [*lines, *words["om"]["ikke"]]
