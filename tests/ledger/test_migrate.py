from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from dragoman.ledger.migrate import configure, upgrade
from dragoman.ledger.store import KNOWN_VERSIONS, VERSION, Ledger, open_ledger
from dragoman.ledger.tables import METADATA


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "sqlite":
        found = open_ledger(str(tmp_path / "ledger.sqlite"))
    else:
        found = open_ledger(request.getfixturevalue("postgresql")("migrated"))
    yield found
    found.close()


def test_the_migrations_make_the_tables_that_the_program_writes_to(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_program_knows_all_migrations_and_the_last(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        scripts = ScriptDirectory.from_config(configure(connection))
    assert scripts.get_current_head() == VERSION
    assert {script.revision for script in scripts.walk_revisions()} == KNOWN_VERSIONS


def test_upgrading_twice_changes_nothing(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        upgrade(connection)
    with ledger.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_migrations_go_back_to_nothing(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        command.downgrade(configure(connection), "base")
    with ledger.reading() as connection:
        left = set(inspect(connection).get_table_names())
    assert left - {"sqlite_sequence"} == {"alembic_version"}
