"""The result of «må jeg melde fra?»: the assessment read back, and the output for the document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tryggsamtale.consultation.days import written
from tryggsamtale.dialogues.result import Result, contact_lines, listed
from tryggsamtale.duties.assessment import Assessment, Ruling
from tryggsamtale.guiding.reply import Say, Source
from tryggsamtale.knowledge.contacts import contacts, directory
from tryggsamtale.outputs.schemas import Line, Pliktvurdering
from tryggsamtale.wording import Text, joined, load

WORDING = load(Path(__file__).with_name("plikt_result.yml"))


def result(assessment: Assessment, told: list[Line], facts: dict, today: date) -> Result:
    """The read-back in the order of ``duty_model.md`` §8, and the output of version 1."""
    output = Pliktvurdering(
        made_on=today, told=told, facts=facts, assessment=assessment.as_dict(),
        contacts=contact_lines(contacts(assessment.contacts)),
    )
    return Result(tuple(_says(assessment)), output)


def _says(assessment: Assessment) -> Iterable[Say]:
    advice = list(assessment.recommendation)
    if assessment.acute:
        yield Say(advice.pop(0))
    yield Say(assessment.headline)
    if not assessment.support:
        for name, ruling in assessment.rulings().items():
            if ruling.verdict != "ikke_relevant":
                yield _ruling(name, ruling, assessment)
    if advice:
        yield Say(WORDING["gjor"].format(lines=listed(advice)))
    if assessment.other_duties:
        cited = [ref for duty in assessment.other_duties for ref in duty.paragraphs]
        lines = listed([duty.text for duty in assessment.other_duties])
        yield Say(WORDING["andre"].format(lines=lines), sources=_sources(cited, assessment))
    yield Say(WORDING["kontakt"].format(lines=directory().listed(assessment.contacts)))
    yield Say(_about_the_law(assessment))


def _ruling(name: str, ruling: Ruling, assessment: Assessment) -> Say:
    text = WORDING["ruling"].format(
        duty=WORDING["plikter"][name], verdict=WORDING["verdict"][ruling.verdict], reason=ruling.reason
    )
    return Say(text, sources=_sources(ruling.paragraphs, assessment))


def _sources(refs: Iterable[str], assessment: Assessment) -> tuple[Source, ...]:
    return tuple(source for source in assessment.sources if source.ref in set(refs))


def _about_the_law(assessment: Assessment) -> Text:
    law = WORDING["lov"].format(date=written(assessment.law_as_of))
    return joined([law, WORDING["foreldet"]], " ") if assessment.outdated else law
