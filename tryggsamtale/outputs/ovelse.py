"""What the feedback document of a rehearsal says: figures, numbers, and the guide's own lines with what they did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tryggsamtale.outputs.schemas import Ovelse
from tryggsamtale.outputs.views import frame, wording
from tryggsamtale.rehearsal.chart import coverage_svg, progress_svg, trust_svg
from tryggsamtale.rehearsal.feedback import figure, of_all, percent
from tryggsamtale.rehearsal.progress import MEASURES, Record, progress
from tryggsamtale.rehearsal.trust import Trust
from tryggsamtale.rehearsal.youths import youth
from tryggsamtale.wording import in_language

WORDING = wording("ovelse")


@dataclass(frozen=True)
class Kept:
    """A feedback as it is kept: all that the figures are drawn from."""

    content: dict[str, Any]

    @property
    def course(self) -> tuple[Trust, ...]:
        """The trust at the start and after each line."""
        return tuple(Trust(*parts) for parts in self.content["trust"]["course"])

    def as_dict(self) -> dict[str, Any]:
        return self.content


def view(output: Ovelse, locale: str) -> dict[str, Any]:
    """Everything the templates show. ``figures`` are whole SVG drawings, for the page; Word has their numbers."""
    words, told = in_language(WORDING, locale), in_language(output.feedback, locale)
    records = [Record(**one) for one in output.rehearsals]
    kept = Kept(output.feedback)
    several, points = len(records) > 1, sum(one["of"] for one in told["sections"])
    return {
        **frame(words, locale, words["tittel"], output.made_on),
        "rehearsal": words["med"].format(
            title=told["youth"]["title"], difficulty=told["difficulty"], turns=told["turns"], retries=told["retries"]
        ),
        "trust_text": told["trust"]["text"],
        "duty": told["duty"]["text"],
        "numbers": [
            {"label": one["label"], "value": figure(one, points)[locale], "goal": one["goal"]}
            for one in told["numbers"]
        ],
        "sections": [_section(one, words, locale) for one in told["sections"]],
        "trust": [_trust(label, [row[at] for row in told["trust"]["course"]])
                  for at, label in enumerate(told["trust"]["labels"])],
        "good": [_quote(one) for one in told["good"]],
        "better": [_quote(one) for one in told["better"]],
        "words": [
            {"named": f"{one['title']} ({words['hjelper' if one['helps'] else 'lukker']})",
             "meaning": one["meaning"], "count": str(one["count"])}
            for one in told["words"]
        ],
        "youth": words["om_ungdommen"].format(**{name: told["story"][name] for name in ("manner", "opens", "closes")}),
        "story": _story(told["story"], words),
        "rehearsals": _records(records, locale) if several else [],
        "changes": in_language(progress(records)["changes"], locale),
        "figures": {
            "coverage": Markup(coverage_svg(kept, locale)), "trust": Markup(trust_svg(kept, locale)),
            "progress": Markup(progress_svg(records, locale)) if several else "",
        },
        "note": told["note"],
        "sources": [told["source"]],
        "about": words["om"]["ikke"],
    }


def _section(section: Mapping[str, Any], words: Mapping[str, Any], locale: str) -> dict[str, Any]:
    covered = of_all(section["covered"], section["of"])[locale]
    return {
        "heading": f"{section['id']}) {section['title']}: {covered}",
        "points": [
            {"label": point["label"], "covered": words["ja" if point["covered"] else "nei"],
             "said": f"«{point['said'] if point['covered'] else point['say']}»"}
            for point in section["points"]
        ],
    }


def _trust(label: str, course: Sequence[int]) -> dict[str, str]:
    return {"label": label, "first": str(course[0]), "middle": str(course[len(course) // 2]), "last": str(course[-1])}


def _quote(quote: Mapping[str, Any]) -> dict[str, str]:
    words = f" ({', '.join(quote['words'])})" if quote["words"] else ""
    return {
        "number": str(quote["turn"] + 1), "said": f"«{quote['said']}»",
        "why": f"{quote['title']}{words}. {quote['why']}", "better": "\n".join(quote["better"]),
    }


def _story(story: Mapping[str, Any], words: Mapping[str, Any]) -> list[dict[str, str]]:
    parts = [{"label": one["label"], "told": one["told"], "text": one["text"]} for one in story["parts"]]
    secrets = [{"label": words["hemmelig"], "told": one["told"], "text": one["about"]} for one in story["secrets"]]
    return [*parts, *secrets]


def _records(records: Sequence[Record], locale: str) -> list[dict[str, str]]:
    return [
        {"number": str(at), "youth": youth(one.youth).name, **{
            measure: percent(getattr(one, measure))[locale] for measure in MEASURES
        }}
        for at, one in enumerate(records, start=1)
    ]
