"""The first tables, and the salt of this installation."""

from __future__ import annotations

import secrets
import time

from alembic import op
from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, LargeBinary, String

revision = "0001"
down_revision = None

SEALED = ("sessions", "outputs")


def upgrade() -> None:
    for name in SEALED:
        op.create_table(
            name,
            Column("lookup", LargeBinary(32), primary_key=True),
            Column("expires_at", BigInteger, nullable=False),
            Column("sealed", LargeBinary, nullable=False),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "counters",
        Column("month", String(7), primary_key=True),
        Column("kind", String(40), primary_key=True),
        Column("count", Integer, nullable=False),
    )
    installation = op.create_table(
        "installation",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("salt", LargeBinary(32), nullable=False),
        Column("created", BigInteger, nullable=False),
        CheckConstraint("id = 1", name="one_installation"),
    )
    op.bulk_insert(installation, [{"id": 1, "salt": secrets.token_bytes(32), "created": int(time.time())}])


def downgrade() -> None:
    for name in (*SEALED, "counters", "installation"):
        op.drop_table(name)
