"""What the answers of a case are called inside a sentence or a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tryggsamtale.consultation.case import UKJENT, Case
from tryggsamtale.wording import Text, joined, load

NAMES: dict[str, dict[str, Text]] = load(Path(__file__).with_suffix(".yml"))


def named(step: str, values: Iterable[str]) -> list[Text]:
    """The names of some answers of a step. Raises KeyError for a value without a name."""
    return [NAMES[step][value] for value in values]


def listed(step: str, values: Iterable[str]) -> Text:
    """The names as one list with commas."""
    return joined(named(step, values), ", ")


def who(case: Case) -> Text:
    """The person or the children in a few words: «barn, 6–12 år», never more than a bracket."""
    about = NAMES["gjelder"].get(case.gjelder, NAMES["gjelder"][UKJENT])
    ages = [NAMES["aldersgruppe"][age] for age in (case.aldersgruppe, case.aldersgruppe_utover) if age != UKJENT]
    return joined([about, *ages], ", ")


def worries(case: Case) -> Text:
    """What the worry is about, as a list."""
    kinds = list(case.bekymring)
    if case.gjelder == "ssa" and "ssa" not in kinds:
        kinds.insert(0, "ssa")
    return listed("bekymring", kinds or [UKJENT])
