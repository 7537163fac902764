import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from dragoman.errors import BadOption, DragomanError, LedgerDamaged, LedgerLocked, LedgerTooNew
from dragoman.ledger.dialect import open_engine
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.ledger.tables import METADATA, REPORT

OPEN = """
import sys
from dragoman.ledger.store import open_ledger
open_ledger(sys.argv[1])
print("alembic" in sys.modules)
"""
ROW = {"key": "sha256:1", "id": "one", "added": "2018-05-26T00:00:00.000000+00:00", "last": "2018-05-26", "body": b"{}"}


def migrations_imported(path: str) -> str:
    told = subprocess.run([sys.executable, "-c", OPEN, path], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def add_and_fail(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        connection.execute(REPORT.insert().values(ROW))
        raise RuntimeError


def test_a_ledger_in_memory_has_all_tables_and_needs_no_migrations() -> None:
    assert migrations_imported(":memory:") == "False"
    with open_ledger(":memory:").reading() as connection:
        assert set(inspect(connection).get_table_names()) == set(METADATA.tables)


def test_a_ledger_that_is_up_to_date_opens_without_migrations(tmp_path: Path) -> None:
    path = str(tmp_path / "deep" / "down" / "ledger.sqlite")
    open_ledger(path).close()
    assert migrations_imported(path) == "False"


def test_a_file_ledger_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "ledger.sqlite"))
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    ledger.close()


def test_a_second_writer_waits_and_is_then_told(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.sqlite")
    first, second = open_ledger(path), open_ledger(path, wait_seconds=0.05)
    with first.writing(), pytest.raises(LedgerLocked, match="another program"), second.writing():
        pass
    with second.writing():
        pass
    first.close()
    second.close()


def test_a_reader_is_not_held_up_by_a_writer_and_sees_one_state(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.sqlite")
    first, second = open_ledger(path), open_ledger(path, wait_seconds=0.05)
    with second.reading() as reader:
        assert reader.execute(select(REPORT)).all() == []
        with first.writing() as writer:
            writer.execute(REPORT.insert().values(ROW))
        assert reader.execute(select(REPORT)).all() == []
    with second.reading() as reader:
        assert len(reader.execute(select(REPORT)).all()) == 1
    first.close()
    second.close()


def test_what_fails_halfway_leaves_nothing() -> None:
    ledger = open_ledger(":memory:")
    with pytest.raises(RuntimeError):
        add_and_fail(ledger)
    with ledger.reading() as connection:
        assert connection.execute(select(REPORT)).all() == []


def _text(path: Path) -> None:
    path.write_text("not a database, but words about one " * 50, encoding="utf-8")


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()


def _too_new(path: Path) -> None:
    open_ledger(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "error"),
    [(_text, LedgerDamaged), (_other_database, LedgerDamaged), (_too_new, LedgerTooNew), (Path.mkdir, BadOption)],
)
def test_a_file_that_is_no_ledger_is_named(tmp_path: Path, make: object, error: type[DragomanError]) -> None:
    path = tmp_path / "ledger.sqlite"
    assert callable(make)
    make(path)
    with pytest.raises(error, match=r"ledger\.sqlite"):
        open_ledger(str(path))


def test_an_address_of_an_unknown_store_is_refused() -> None:
    with pytest.raises(BadOption, match="mysql"):
        open_ledger("mysql://host/ledger")


def test_on_postgresql_any_number_append_while_one_settles(postgresql: Callable[[str], str]) -> None:
    url = postgresql("shared")
    first, second = open_ledger(url), open_ledger(url, wait_seconds=0.05)
    with first.settling(), second.writing() as one, first.writing() as other:
        one.execute(REPORT.insert().values(ROW))
        other.execute(REPORT.insert().values({**ROW, "key": "sha256:2"}))
    with first.settling(), pytest.raises(LedgerLocked, match="another program"), second.settling():
        pass
    with second.settling() as connection:
        assert len(connection.execute(select(REPORT)).all()) == 2
    first.close()
    second.close()


def test_on_postgresql_a_reader_sees_one_state(postgresql: Callable[[str], str]) -> None:
    url = postgresql("read")
    first, second = open_ledger(url), open_ledger(url)
    with second.reading() as reader:
        assert reader.execute(select(REPORT)).all() == []
        with first.writing() as writer:
            writer.execute(REPORT.insert().values(ROW))
        assert reader.execute(select(REPORT)).all() == []
    with second.reading() as reader:
        assert len(reader.execute(select(REPORT)).all()) == 1
    first.close()
    second.close()


def test_a_database_that_is_no_ledger_or_out_of_reach_is_named(postgresql: Callable[[str], str]) -> None:
    url = postgresql("recipes")
    ledger = Ledger(open_engine(url), place="recipes")
    with ledger.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    ledger.close()
    with pytest.raises(LedgerDamaged, match="recipes"):
        open_ledger(url)
    with pytest.raises(BadOption, match="no ledger can be kept there"):
        open_ledger("postgresql://desk:secret@/ledger?host=/nowhere")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(BadOption, match="file"):
        open_ledger(os.fspath(tmp_path / "file" / "ledger.sqlite"))
