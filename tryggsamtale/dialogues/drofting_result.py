"""The result of a discussion: read back in the conversation, and put together for the documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.consultation.aftercare import NextStep
from tryggsamtale.consultation.assessment import Consultation, consult
from tryggsamtale.consultation.case import Case
from tryggsamtale.consultation.days import written
from tryggsamtale.consultation.seriousness import AKUTT
from tryggsamtale.consultation.statement import Statement
from tryggsamtale.dialogues.result import Result, cite, cited, contact_lines, listed
from tryggsamtale.duties.assessment import Assessment
from tryggsamtale.duties.rules import PLIKT, WEAKEST_FIRST
from tryggsamtale.guiding.reply import Say, Source
from tryggsamtale.knowledge.contacts import Directory, directory
from tryggsamtale.outputs.schemas import Drofting, Line
from tryggsamtale.wording import Text, joined, load

WORDING = load(Path(__file__).with_name("drofting_result.yml"))


def duty_first(assessment: Assessment) -> tuple[Say, ...]:
    """A clear duty, said at once: how to report, and that the discussion goes on as preparation."""
    how = WORDING["plikt_forst"].format(headline=assessment.headline, lines=listed(assessment.recommendation))
    return Say(how, sources=_duty_sources(assessment)), Say(WORDING["forberedelse"], sources=(cite(BUFDIR),))


BUFDIR = "bufdir_konsultasjonsteam"
"""Where it says that a case to be reported is reported, and not discussed first."""


def result(case: Case, assessment: Assessment, told: list[Line], today: date) -> Result:
    """The read-back, most urgent first, and the output of version 1."""
    contacts = directory()
    consultation = consult(case, today, contacts.kommune)
    ids = tuple(dict.fromkeys((*consultation.contacts, *(assessment.contacts if _reports(assessment) else ()))))
    output = Drofting(
        made_on=today, told=told, consultation=_content(consultation, assessment, today),
        contacts=contact_lines(contacts.contacts(ids)),
    )
    return Result(tuple(_says(consultation, assessment, contacts, today)), output)


def _content(consultation: Consultation, assessment: Assessment, today: date) -> dict[str, Any]:
    """The consultation with what the duty core says, and the sources of both; a clear duty is the first next step."""
    content = consultation.as_dict(cite)
    cited = _duty_sources(assessment)
    verdicts = [ruling.verdict for ruling in assessment.rulings().values()]
    content["duty"] = {
        "headline": assessment.headline.as_dict(),
        "verdict": max(verdicts, key=WEAKEST_FIRST.index),
        "paragraphs": [source.ref for source in cited],
        "report": _reports(assessment),
        "how": [text.as_dict() for text in assessment.recommendation],
        "sources": [source.ref for source in cited],
    }
    if _reports(assessment):
        first = WORDING["meld_forst"].format(headline=assessment.headline)
        content["next_steps"].insert(0, {
            "text": first.as_dict(), "by": today.isoformat(), "sources": [source.ref for source in cited],
        })
    known = {one["ref"] for one in content["sources"]}
    content["sources"] += [source.as_dict() for source in cited if source.ref not in known]
    return content


def _reports(assessment: Assessment) -> bool:
    return any(ruling.verdict == PLIKT for ruling in assessment.rulings().values())


def _duty_sources(assessment: Assessment) -> tuple[Source, ...]:
    """The paragraphs of the duties that are clear; where none is, of all that were looked at."""
    rulings = assessment.rulings().values()
    clear = [ruling for ruling in rulings if ruling.verdict == PLIKT] or list(rulings)
    cited = {ref for ruling in clear for ref in ruling.paragraphs}
    return tuple(source for source in assessment.sources if source.ref in cited)


def _says(
    consultation: Consultation, assessment: Assessment, contacts: Directory, today: date
) -> Iterable[Say]:
    yield from _urgent(consultation, assessment)
    partners = [
        WORDING["droft_line"].format(name=contacts.contact(one.contact).name, text=one.statement.text)
        for one in consultation.discuss_with
    ]
    heading = WORDING["droft_imens" if _reports(assessment) else "droft"]
    yield Say(heading.format(lines=joined(partners, "\n")),
              sources=cited(one.statement for one in consultation.discuss_with))
    yield _statements("samtykke", consultation.consent)
    yield from _drafts(consultation)
    steps = joined((_dated(step, today) for step in consultation.next_steps), "\n")
    yield Say(WORDING["neste"].format(lines=steps), sources=cited(step.statement for step in consultation.next_steps))
    yield _statements("noter", consultation.write_down)
    care = joined((one.text for one in consultation.care), " ")
    yield Say(WORDING["omsorg"].format(text=care), sources=cited(consultation.care))


def _urgent(consultation: Consultation, assessment: Assessment) -> Iterable[Say]:
    """How serious it is, and the duty; danger before duty, and a clear duty before all else."""
    serious = consultation.seriousness
    lines = listed(step.text for step in serious.steps)
    level = Say(
        WORDING["alvor"].format(level=WORDING["nivaa"][serious.level], text=serious.text.text, lines=lines),
        sources=cited((serious.text, *serious.steps)),
    )
    duty = Say(WORDING["plikt"].format(headline=assessment.headline), sources=_duty_sources(assessment))
    yield from (duty, level) if _reports(assessment) and serious.level != AKUTT else (level, duty)


def _drafts(consultation: Consultation) -> Iterable[Say]:
    """That there is a draft of a meeting or a plan in the document."""
    meeting, plan = consultation.samradsmote, consultation.trygghetsplan
    if meeting:
        yield Say(WORDING["samradsmote"].format(coordinator=meeting.coordinator.text),
                  sources=cited((meeting.purpose, meeting.coordinator)))
    if plan:
        text = WORDING["trygghetsplan"].format(rows=len(plan.rows), date=written(plan.evaluation_dates[0]))
        yield Say(text, sources=cited(plan.principles))


def _dated(step: NextStep, today: date) -> Text:
    if step.by == today:
        return WORDING["line_i_dag"].format(text=step.statement.text)
    return WORDING["line_innen"].format(text=step.statement.text, date=written(step.by))


def _statements(name: str, statements: tuple[Statement, ...]) -> Say:
    lines = listed(one.text for one in statements)
    return Say(WORDING[name].format(lines=lines), sources=cited(statements))
