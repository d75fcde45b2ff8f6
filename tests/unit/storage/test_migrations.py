"""The tables come from the migrations and are what the program takes them to be."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select

from tryggsamtale.storage import database
from tryggsamtale.storage.database import StorageUnavailable, check, connect, is_current, migrate, statement
from tryggsamtale.storage.tables import SEALED, installation, metadata


@pytest.fixture
def empty(url):
    engine = connect(url)
    yield engine
    engine.dispose()


def test_an_empty_database_is_not_current_and_says_that_it_cannot_be_used(empty):
    assert is_current(empty) is False
    with pytest.raises(StorageUnavailable):
        check(empty)


def test_migrating_makes_it_current_and_usable_and_does_no_harm_twice(empty):
    migrate(empty)
    with statement(empty) as connection:
        salt = connection.execute(select(installation.c.salt)).scalar_one()
    migrate(empty)
    check(empty)
    assert is_current(empty) is True and len(salt) == 32
    with statement(empty) as connection:
        assert connection.execute(select(installation.c.salt)).scalar_one() == salt


def test_the_migrations_make_exactly_the_tables_of_the_program(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_sealed_table_has_no_column_that_tells_anything(engine):
    for table in SEALED:
        columns = [column["name"] for column in inspect(engine).get_columns(table.name)]
        assert columns == ["lookup", "expires_at", "sealed"]


def test_a_database_from_a_newer_program_is_refused_and_left_as_it_is(engine):
    with statement(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert is_current(engine) is False
    with pytest.raises(StorageUnavailable, match="9999"):
        migrate(engine)
    check(engine)


def test_a_database_without_its_salt_says_that_it_must_be_migrated(engine):
    with statement(engine) as connection:
        connection.execute(installation.delete())
    with pytest.raises(StorageUnavailable, match="migrate"):
        check(engine)


def test_a_path_with_odd_signs_is_no_trouble(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/100 % ærlig/å.db")
    migrate(engine)
    check(engine)
    engine.dispose()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
def test_a_database_that_does_not_last_or_is_not_known_is_refused(url):
    with pytest.raises(ValueError, match="sqlite:///path/to/file or postgresql://"):
        database.connect(url)
