"""What a walked-through talk comes to: read back in the conversation, and put together for the template (002)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.consultation.days import written
from tryggsamtale.consultation.statement import Statement
from tryggsamtale.consultation.trygghetsprogrammet import (
    PHONE_CALL,
    PREPARATION,
    Reminder,
    Samtale,
    after,
    before,
    reminders,
)
from tryggsamtale.dialogues.result import Result, cite, cited, listed, told
from tryggsamtale.dialogues.scripted import Scripted
from tryggsamtale.guiding.model import VET_IKKE, Answers, Value
from tryggsamtale.guiding.reply import Say
from tryggsamtale.guiding.view import display
from tryggsamtale.outputs.schemas import Trygghetssamtale
from tryggsamtale.rehearsal.points import CHECKLIST, SECTIONS, Point, points_of
from tryggsamtale.wording import Text, joined, load

WORDING = load(Path(__file__).with_name("trygghetssamtale_result.yml"))
TOLD = ("holdt", "rolle", "egen_sak", "anmeldt", "klarert", "alder", "foresatte", "forhold", "likevel", "fram")
"""Answers that stand in the document as a table; the others stand where they belong."""
AGREED = ("kontaktform", "hyppighet", "tilgjengelig")
MOST = 5
"""Of what comes after, so much is said at once; all of it stands in the document."""
ALL, NONE = "alle", "ingen"


def result(dialogue: Scripted, answers: Answers, today: date) -> Result:
    """The read-back and the output of version 1. ``dialogue`` puts its steps as beside these answers."""
    talk, known = Samtale.of(answers), _Answers(dialogue, answers)
    checklist = answers["vei"] == "sjekkliste"
    statements = (*before(talk), *after(talk))
    coming = () if checklist else reminders(talk, today)
    content = {
        "held": talk.holdt == "holdt",
        "sections": [known.section(id) for id in SECTIONS],
        "before": [one.as_dict(cite) for one in before(talk)],
        "phone_call": known.ticked("telefon", PHONE_CALL),
        "preparation": known.ticked("for_samtalen", PREPARATION),
        "agreed": known.lines(AGREED),
        "after": [] if checklist else [one.as_dict(cite) for one in after(talk)],
        "reminders": [one.as_dict(cite) for one in coming],
        "sources": [source.as_dict() for source in cited(statements)],
    }
    kind = "sjekkliste" if checklist else "trygghetssamtale"
    output = Trygghetssamtale(kind=kind, made_on=today, told=known.lines(TOLD), talk=content)
    says = _checklist(known) if checklist else _says(answers, talk, coming)
    return Result(tuple(says), output)


class _Answers:
    """The answers as the document shows them."""

    def __init__(self, dialogue: Scripted, answers: Answers) -> None:
        self.dialogue, self.answers = dialogue, answers

    def lines(self, names: Iterable[str]) -> list[dict[str, Any]]:
        """Label and answer of those steps that are answered."""
        return [line.dict() for line in told(self.dialogue, self.answers) if line.step in names]

    def ticked(self, step: str, points: Mapping[str, dict[str, Text]]) -> list[dict[str, Any]]:
        """Points with what is done of them; none when the step was not asked."""
        chosen = self.answers.get(step)
        return [] if chosen is None else [
            {"text": one["title"].as_dict(), "done": id in chosen} for id, one in points.items()
        ]

    def section(self, id: str) -> dict[str, Any]:
        """A section of the template: its points, what was chosen and written in it."""
        return {
            "id": id, "title": SECTIONS[id].as_dict(), "points": [self._point(one) for one in points_of(id)],
            "measures": self._measures(id), "notes": self._text(f"{id}_notat"),
        }

    def covered(self) -> set[str]:
        """The points that were ticked, of all sections."""
        return {point for point in CHECKLIST if self._ticks(point)}

    def _point(self, point: Point) -> dict[str, Any]:
        return {"id": point.id, "label": point.label.as_dict(), "say": point.say.as_dict(),
                "done": self._ticks(point.id)}

    def _ticks(self, point: str) -> bool:
        chosen = self.answers.get(f"{point[0]}_punkter", ())
        return point in chosen or ALL in chosen

    def _measures(self, section: str) -> list[dict[str, str]]:
        step = self.dialogue.step(f"{section}_tiltak")
        chosen = self.answers.get(f"{section}_tiltak")
        if not step or not isinstance(chosen, list):
            return []
        own = self._text(f"{section}_egne")
        named = [display(step, one).as_dict() for one in chosen if one not in (NONE, "egne")]
        return [*named, {"nb": own, "nn": own}] if own else named

    def _text(self, step: str) -> str:
        """What was written, or nothing when it was passed over."""
        written: Value = self.answers.get(step, NONE)
        return "" if written in (NONE, VET_IKKE) else str(written)


def _says(answers: Answers, talk: Samtale, coming: tuple[Reminder, ...]) -> Iterable[Say]:
    yield Say(WORDING["ferdig"]["rad" if answers.get("likevel") == "rad" else talk.holdt])
    yield from _listed("for", before(talk))
    yield from _listed("etter", after(talk)[:MOST])
    if coming:
        line = Text.of(WORDING["line_on"])
        lines = joined([line.format(date=written(one.on), text=one.what.text) for one in coming], "\n")
        yield Say(WORDING["paminnelser"].format(lines=lines), sources=cited(one.what for one in coming))


def _listed(name: str, statements: tuple[Statement, ...]) -> Iterable[Say]:
    if statements:
        yield Say(WORDING[name].format(lines=listed(one.text for one in statements)), sources=cited(statements))


def _checklist(known: _Answers) -> Iterable[Say]:
    source = (cite("trygghetsprogrammet"),)
    if known.answers["utgave"] == "tom":
        yield Say(WORDING["ferdig"]["tom"], sources=source)
        return
    covered = known.covered()
    yield Say(WORDING["ferdig"]["kryss"].format(covered=len(covered), of=len(CHECKLIST)), sources=source)
    left = [point.label for id, point in CHECKLIST.items() if id not in covered]
    if left:
        yield Say(WORDING["gjenstar"].format(lines=listed(left)))
