"""What SQLite does its own way."""

from pathlib import Path

from dragoman.ledger import sqlite


def test_a_file_and_a_database_in_memory_keep_their_promises(tmp_path: Path) -> None:
    for place in (str(tmp_path / "ledger.sqlite"), sqlite.MEMORY):
        engine = sqlite.open_engine(place, wait_seconds=0.1)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        engine.dispose()


def test_whoever_writes_begins_at_once_and_whoever_reads_does_not(tmp_path: Path) -> None:
    engine = sqlite.open_engine(str(tmp_path / "ledger.sqlite"), wait_seconds=0.1)
    with (
        engine.connect() as one,
        sqlite.begin_settling(one).begin(),
        engine.connect() as two,
        sqlite.begin_reading(two).begin(),
    ):
        assert two.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()
