"""Ordered tables of rules: what a rule is, and how a table is read.

A table is read from the top; the first row whose condition holds gives the answer, and the last row always holds. Each
row names its condition in Norwegian, so that a lawyer can read and dispute it; ``drawing.py`` draws the same rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tryggsamtale.duties.case import Case

PLIKT = "plikt"
UAVGJORT = "kan_ikke_avgjores"
RETT = "ikke_plikt_men_rett"
IKKE_RELEVANT = "ikke_relevant"
WEAKEST_FIRST = (IKKE_RELEVANT, RETT, UAVGJORT, PLIKT)

Cites = tuple[str, ...] | Callable[[Case], tuple[str, ...]]


@dataclass(frozen=True)
class Rule:
    """One row: when ``when`` holds, ``verdict`` follows.

    ``id`` is the key of its wording in ``reasons.yml``; ``cites`` the paragraphs it rests on.
    """

    id: str
    label: str
    when: Callable[[Case], bool]
    verdict: str
    cites: Cites

    def paragraphs(self, case: Case) -> tuple[str, ...]:
        """The citations for this case, without repeats."""
        cites = self.cites(case) if callable(self.cites) else self.cites
        return tuple(dict.fromkeys(cites))


@dataclass(frozen=True)
class Table:
    """The rules of one duty, in order."""

    id: str
    title: str
    rules: tuple[Rule, ...]

    def first(self, case: Case) -> Rule:
        """The row that decides the case."""
        return next(rule for rule in self.rules if rule.when(case))


def always(case: Case) -> bool:
    """The condition of a last row."""
    return True
