"""What a user asked to have kept, found and opened with the receipt code alone."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tryggsamtale.storage.codes import ReceiptCode
from tryggsamtale.storage.database import StorageUnavailable, statement
from tryggsamtale.storage.tables import installation, outputs
from tryggsamtale.storage.vault import SealedRows

DEFAULT_DAYS = 30


class Receipts:
    """Kept outputs. Every method may raise StorageUnavailable; each takes about a tenth of a second of scrypt."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._rows = SealedRows(engine, outputs)

    @cached_property
    def _salt(self) -> bytes:
        with statement(self._engine) as connection:
            salt = connection.execute(select(installation.c.salt)).scalar()
        if salt is None:
            raise StorageUnavailable("The database has no installation row: migrate it")
        return salt

    def keep(
        self, content: dict[str, Any], kind: str, days: int = DEFAULT_DAYS, now: datetime | None = None
    ) -> ReceiptCode:
        """Seal the content (JSON with a whole number ``version``) under a new code, for so many days at most.

        Raises ValueError without a version or with fewer days than one, TypeError for what JSON cannot say.
        """
        if days < 1:
            raise ValueError("What is kept is kept for at least one day")
        # Whole hours: the time of a row must not tell whose it is.
        end = (now or datetime.now(timezone.utc)) + timedelta(days=days)
        code = ReceiptCode.new()
        self._rows.put(self._secret(code), _packed(content, kind), end.replace(minute=0, second=0, microsecond=0))
        return code

    def open(self, code: ReceiptCode, now: datetime | None = None) -> dict[str, Any] | None:
        """What was kept, with its ``kind`` and ``version``; None for a wrong and for an expired code alike."""
        content = self._rows.get(self._secret(code), now)
        return None if content is None else json.loads(content)

    def replace(self, code: ReceiptCode, content: dict[str, Any], now: datetime | None = None) -> bool:
        """Put other content of the same kind under the code until the same day; False when nothing is there."""
        secret = self._secret(code)
        before = self._rows.get(secret, now)
        if before is None:
            return False
        return self._rows.replace(secret, _packed(content, json.loads(before)["kind"]), now)

    def erase(self, code: ReceiptCode) -> bool:
        """Delete what was kept; False when nothing was there."""
        return self._rows.delete(self._secret(code))

    def purge(self, now: datetime | None = None) -> int:
        """Delete what has expired, and say how many."""
        return self._rows.purge(now)

    def _secret(self, code: ReceiptCode) -> bytes:
        return code.stretched(self._salt)


def _packed(content: dict[str, Any], kind: str) -> bytes:
    if not isinstance(content.get("version"), int):
        raise ValueError("What is kept needs a version, so that it can be read later")
    return json.dumps({**content, "kind": kind}, ensure_ascii=False, separators=(",", ":")).encode()
