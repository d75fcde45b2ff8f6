"""Reminders as a calendar file (RFC 5545): whole days, no time zone, nobody's name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event

from tryggsamtale.outputs.schemas import Trygghetssamtale
from tryggsamtale.wording import load

WORDING = load(Path(__file__).with_suffix(".yml"))
PRODUCT = {"version": "2.0", "prodid": "-//Tryggsamtale//NO", "calscale": "GREGORIAN", "method": "PUBLISH"}


def render(output: Trygghetssamtale, locale: str) -> bytes:
    """The reminders of a talk as one calendar, UTF-8. The same reminders give the same bytes."""
    calendar = Calendar()
    for name, value in PRODUCT.items():
        calendar.add(name, value)
    for reminder in output.talk["reminders"]:
        calendar.add_component(_event(reminder, output, locale))
    return calendar.to_ical()


def _event(reminder: Mapping[str, Any], output: Trygghetssamtale, locale: str) -> Event:
    """An entry. Its identity is of the talk it belongs to: the same days in another case are other entries."""
    day = date.fromisoformat(reminder["on"])
    made = datetime.combine(output.made_on, datetime.min.time(), timezone.utc)
    identity = sha256(f"{output.talk['of']} {reminder['id']} {day}".encode()).hexdigest()[:32]
    event = Event()
    for name, value in {
        "uid": f"{identity}@tryggsamtale",
        "dtstamp": made,
        "dtstart": day,
        "dtend": day + timedelta(days=1),
        "summary": WORDING["title"][locale].format(text=reminder["text"][locale]),
        "description": WORDING["about"][locale],
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
    }.items():
        event.add(name, value)
    return event
