"""The environment of the migrations: they run on the connection that is handed over, within its transaction."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from dragoman.ledger.dialect import MEMORY, open_engine
from dragoman.ledger.migrate import configure, upgrade
from dragoman.ledger.store import VERSION, Ledger
from dragoman.ledger.tables import METADATA


@pytest.fixture(params=["file", "memory"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger whose tables nobody has made yet."""
    place = MEMORY if request.param == "memory" else str(tmp_path / "ledger 100%.sqlite")
    found = Ledger(open_engine(place), place=place)
    yield found
    found.close()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"sqlite_sequence"}


def test_the_migrations_run_on_the_connection_that_is_handed_over(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        upgrade(connection)
        assert tables(connection) == set(METADATA.tables) | {"alembic_version"}
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [VERSION]


def test_migrations_that_are_broken_off_leave_nothing(ledger: Ledger) -> None:
    def broken_off() -> None:
        with ledger.writing() as connection:
            upgrade(connection)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    with ledger.reading() as connection:
        assert tables(connection) == set()


def test_the_transaction_is_still_its_owners_afterwards(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        upgrade(connection)
        assert connection.in_transaction()
        connection.execute(text("INSERT INTO report VALUES ('k', 'i', 'a', 'l', x'00')"))
    with ledger.reading() as connection:
        assert connection.execute(text("SELECT id FROM report")).scalars().all() == ["i"]


def test_no_file_of_settings_is_asked_for(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        config = configure(connection)
    assert config.config_file_name is None
    assert Path(config.get_main_option("script_location") or "").joinpath("env.py").exists()
