"""Run by Alembic on the connection, and in the transaction, that ``migrate`` hands over."""

from __future__ import annotations

from alembic import context

from tryggsamtale.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
