"""The history of the tables, for Alembic; run by :func:`tryggsamtale.storage.database.migrate`."""
