"""Dates to suggest: a number of days ahead, never on a weekend; and how a date is written inside a sentence."""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5
WEEK = 7


def workday(on: date, days: int) -> date:
    """So many days after ``on``, or the Monday after when that is a weekend."""
    day = on + timedelta(days=days)
    return day + timedelta(days=WEEK - day.weekday()) if day.weekday() >= SATURDAY else day


def written(day: date) -> str:
    """«25.11.2026»."""
    return day.strftime("%d.%m.%Y")
