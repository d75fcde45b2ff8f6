"""The calendar file as a calendar reads it (RFC 5545)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from tests.unit.outputs.examples import MADE_ON, TALK
from tests.unit.outputs.reading import blocks
from tryggsamtale.dialogues.catalogue import TRYGGHETSSAMTALE
from tryggsamtale.outputs.dates import in_words
from tryggsamtale.outputs.documents import offers, render
from tryggsamtale.wording import LOCALES


def content(**changed: Any) -> dict[str, Any]:
    """What the calendar of a talk is made from."""
    answers = {**TALK, **changed}
    documents = offers(TRYGGHETSSAMTALE.given(answers).result(answers, MADE_ON).output)
    return next(one for one in documents if one["kind"] == "paminnelser")["content"]


def entries(of: dict[str, Any], locale: str = "nb") -> list[Event]:
    return Calendar.from_ical(render(of, "ics", locale)).walk("VEVENT")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_reminders_are_whole_days_with_their_text(locale: str):
    reminders = content()["talk"]["reminders"]
    for entry, reminder in zip(entries(content(), locale), reminders, strict=True):
        day = date.fromisoformat(reminder["on"])
        assert (entry["dtstart"].dt, entry["dtend"].dt) == (day, day + timedelta(days=1))
        assert str(entry["summary"]).endswith(reminder["text"][locale]) and not entry.errors


def test_others_who_see_the_calendar_see_that_the_time_is_free():
    assert {(str(one["class"]), str(one["transp"])) for one in entries(content())} == {("PRIVATE", "TRANSPARENT")}


def test_every_entry_is_its_own_and_the_same_days_in_another_case_are_others():
    first, again, other = (
        [str(entry["uid"]) for entry in entries(one)] for one in (content(), content(), content(alder="under16"))
    )
    assert len(set(first)) == len(first) and first == again and not set(first) & set(other)


def test_nothing_of_what_was_written_is_in_it():
    file = render(content(b_notat="Utrygt ved garasjen", c_egne="Ta en annen buss"), "ics", "nb").decode()
    assert "garasjen" not in file and "buss" not in file


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_the_dates_can_be_read_without_a_calendar_too(kind):
    text = blocks(render(content(), kind, "nb"), kind)
    assert text[0] == "Påminnelser"
    for reminder in content()["talk"]["reminders"]:
        day = in_words(date.fromisoformat(reminder["on"]))
        assert day in [text[at - 1] for at, line in enumerate(text) if line.startswith(reminder["text"]["nb"])]


def test_no_other_document_is_a_calendar(kept):
    with pytest.raises(ValueError, match="No document"):
        render(kept("trygghetssamtale"), "ics", "nb")


def test_without_a_date_there_is_no_calendar():
    answers = {**TALK, "holdt": "kommer", "neste": "ingen"}
    documents = offers(TRYGGHETSSAMTALE.given(answers).result(answers, MADE_ON).output)
    assert [one["kind"] for one in documents] == ["trygghetssamtale"]
