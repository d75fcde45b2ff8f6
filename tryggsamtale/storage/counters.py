"""Counters without content, for statistics: what happened how often in a month."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tryggsamtale.storage.database import statement
from tryggsamtale.storage.tables import counters
from tryggsamtale.storage.vault import INSERT

KIND = re.compile(r"[a-z]+(_[a-z]+)*", re.ASCII)
LONGEST_KIND = 40

FEWEST_SHOWN = 5
FEW = f"færre enn {FEWEST_SHOWN}"

Count = int | str


class Counters:
    """Counts per month and kind. Both methods may raise StorageUnavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        insert = INSERT[engine.dialect.name](counters)
        self._add = insert.on_conflict_do_update(
            index_elements=["month", "kind"], set_={"count": counters.c.count + 1}
        )

    def count(self, kind: str, now: datetime | None = None) -> None:
        """Add one to the kind (lower-case words joined by ``_``) in this month.

        Raises ValueError for anything else, so that neither digits nor a user's words get in.
        """
        if len(kind) > LONGEST_KIND or not KIND.fullmatch(kind):
            raise ValueError("A counter's kind is lower-case words joined by an underscore")
        month = (now or datetime.now(timezone.utc)).strftime("%Y-%m")
        with statement(self._engine) as connection:
            connection.execute(self._add, {"month": month, "kind": kind, "count": 1})

    def statistics(self) -> dict[str, dict[str, Count]]:
        """``{"2026-11": {"plikt_ferdig": 12, "plikt_avbrutt": "færre enn 5"}}``, oldest month first."""
        months: dict[str, dict[str, Count]] = {}
        with statement(self._engine) as connection:
            rows = connection.execute(select(counters).order_by(counters.c.month, counters.c.kind))
            for month, kind, count in rows:
                months.setdefault(month, {})[kind] = count if count >= FEWEST_SHOWN else FEW
        return months
