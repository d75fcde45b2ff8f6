"""What the documents of a discussed case say: the case summary, the agenda of the samrådsmøte, the trygghetsplan.

One view serves the three together and each alone: what a document does not hold is None, and the templates leave it
out. Statements carry the numbers of their sources, which stand at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tryggsamtale.outputs.dates import deadline, in_words
from tryggsamtale.outputs.schemas import Drofting
from tryggsamtale.outputs.views import Citations, contact_lines, frame, told_lines, wording
from tryggsamtale.wording import in_language

WORDING = wording("drofting")
SUMMARY = ("seriousness", "discuss_with", "consent", "preparation", "duty", "write_down", "care", "next_steps")
"""What of a consultation stands in the case summary."""

PARTS: dict[str, tuple[str, ...]] = {
    "drofting": (*SUMMARY, "samradsmote", "trygghetsplan"),
    "sakssammendrag": SUMMARY,
    "samradsmote": ("samradsmote",),
    "trygghetsplan": ("trygghetsplan",),
}
"""Kind of document → what of the consultation it holds, beside its sources."""


def parts(output: Drofting) -> list[Drofting]:
    """The documents that a discussed case consists of, one by one; those that the case has no use for are left out."""
    return [_alone(output, kind) for kind in ("sakssammendrag", "samradsmote", "trygghetsplan")
            if any(output.consultation.get(name) for name in PARTS[kind])]


def _alone(output: Drofting, kind: str) -> Drofting:
    summary = kind == "sakssammendrag"
    held = {name: output.consultation[name] for name in PARTS[kind]}
    cited = _cited(held)
    sources = [source for source in output.consultation["sources"] if source["ref"] in cited]
    return Drofting(
        kind=kind, made_on=output.made_on, told=output.told if summary else [],
        consultation={**held, "sources": sources}, contacts=output.contacts if summary else [],
    )


def _cited(node: Any) -> set[str]:
    """Every reference in a piece of a consultation."""
    if isinstance(node, dict):
        own = set(node["sources"]) if isinstance(node.get("sources"), list) else set()
        return own.union(*(_cited(value) for value in node.values()))
    return set().union(*map(_cited, node)) if isinstance(node, list) else set()


def view(output: Drofting, locale: str) -> dict[str, Any]:
    """Everything the templates show: plain strings, lists and dictionaries; ``w`` holds the fixed wording."""
    words = in_language(WORDING, locale)
    told = in_language(output.consultation, locale)
    cites = Citations(told["sources"])
    reader = _Reader(output, locale, words, cites)
    return {
        **frame(words, locale, words["titler"][output.kind], output.made_on),
        "summary": reader.summary(told) if told.get("seriousness") else None,
        "meeting": reader.meeting(told["samradsmote"]) if told.get("samradsmote") else None,
        "plan": reader.plan(told["trygghetsplan"]) if told.get("trygghetsplan") else None,
        "sources": cites.lines(),
        "about": words["om"]["ikke"],
    }


class _Reader:
    """Lays out the parts of one output in one language; cites as it goes, so the sources are numbered as they come."""

    def __init__(self, output: Drofting, locale: str, words: dict[str, Any], cites: Citations) -> None:
        self.output, self.locale, self.words, self.cites = output, locale, words, cites

    def summary(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """The case summary, in the order in which a team reads it."""
        level = told["seriousness"]
        return {
            "acute": level["level"] == "akutt",
            "level": self.cites.cite(level),
            "steps": self.cites.cite_all(level["steps"]),
            "how": told["duty"].get("how", []) if told["duty"]["report"] else [],
            "duty": self.cites.cite({"text": told["duty"]["headline"], "sources": told["duty"]["sources"]}),
            "told": told_lines(self.output.told, self.locale),
            "questions": [
                {"question": self.cites.cite({"text": one["question"], "sources": one["sources"]}),
                 "answer": one["answer"] or ""}
                for one in told["preparation"]
            ],
            "consent": self.cites.cite_all(told["consent"]),
            "partners": self._partners(told["discuss_with"]),
            "next_steps": self._dated(told["next_steps"]),
            "write_down": self.cites.cite_all(told["write_down"]),
            "care": self.cites.cite_all(told["care"]),
        }

    def meeting(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """The agenda, ready to be sent and to take notes on."""
        return {
            "purpose": self.cites.cite(told["purpose"]),
            "invite": [{"who": one} for one in told["invite"]],
            "coordinator": self.cites.cite(told["coordinator"]),
            "inform": self.cites.cite_all(told["inform"]),
            "agenda": [
                {"title": f"{number}. {self.cites.cite({'text': point['title'], 'sources': point['sources']})}",
                 "filled": point["filled"], "known": "\n".join(f"– {one}" for one in point["filled"])}
                for number, point in enumerate(told["agenda"], start=1)
            ],
            "deadlines": self._dated(told["deadlines"]),
            "next_meeting": self.cites.cite(told["next_meeting"]),
        }

    def plan(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """The draft plan: its table, when it is looked at again, and the rights that it must leave the child."""
        evaluations = [in_words(date.fromisoformat(day)) for day in told["evaluation_dates"]]
        return {
            "exposed_self": self.cites.cite(told["exposed_self"]) if told["exposed_self"] else "",
            "rows": [
                {**row, "start": in_words(date.fromisoformat(row["start"])) if row["start"] else "",
                 "evaluation": evaluations[0] if evaluations else ""}
                for row in told["rows"]
            ],
            "evaluations": [{"day": day} for day in evaluations],
            "rights": [{"article": right["article"], "text": self.cites.cite(right)} for right in told["rights"]],
            "principles": self.cites.cite_all(told["principles"]),
        }

    def _partners(self, partners: list[Mapping[str, Any]]) -> list[dict[str, str]]:
        """Whom to discuss with and why (how to reach them too, without a number), then the other contacts."""
        contacts = {line["id"]: line for line in contact_lines(self.output.contacts, self.words, self.locale)}
        named = []
        for partner in partners:
            contact = contacts.pop(partner["contact"])
            how = "" if contact["number"] else f" {contact['when']}"
            named.append(contact | {"when": f"{self.cites.cite(partner)}{how}"})
        return [*named, *contacts.values()]

    def _dated(self, steps: list[Mapping[str, Any]]) -> list[dict[str, str]]:
        """Steps with their sources and the day they are due, where there is one."""
        return [
            {"text": self.cites.cite(step),
             "when": deadline(self.output.made_on, self._days_until(step["by"]), self.locale) if step["by"] else ""}
            for step in steps
        ]

    def _days_until(self, day: str) -> int:
        return (date.fromisoformat(day) - self.output.made_on).days
