"""Norwegian dates in words, as the documents write them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tryggsamtale.wording import load

WORDING = load(Path(__file__).with_name("documents.yml"))


def in_words(day: date) -> str:
    """«21. november 2026», the same in both languages."""
    return f"{day.day}. {WORDING['maneder'][day.month - 1]} {day.year}"


def season(day: date, locale: str) -> str:
    """«sommeren 2026»; December belongs to the winter of its own year."""
    return f"{WORDING['arstider'][locale].split()[day.month % 12 // 3]} {day.year}"


def deadline(made_on: date, within_days: int, locale: str) -> str:
    """When a step is due: «i dag, 21. november 2026», or «innen lørdag 28. november 2026»."""
    day = made_on + timedelta(days=within_days)
    form = {0: "i_dag", 1: "i_morgen"}.get(within_days, "innen")
    weekday = WORDING["ukedager"][locale].split()[day.weekday()]
    return WORDING["frist"][form][locale].format(weekday=weekday, date=in_words(day))
