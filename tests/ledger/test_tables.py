import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from dragoman.ledger import tables
from dragoman.ledger.derived import Derived, clear_derived, write_derived
from dragoman.ledger.tables import APPENDED, DERIVED, METADATA


def test_every_table_is_either_appended_to_or_derived() -> None:
    assert {table.name for table in (*APPENDED, *DERIVED)} == set(METADATA.tables)
    assert not set(APPENDED) & set(DERIVED)


@pytest.mark.parametrize("path", sorted(Path(tables.__file__).parent.glob("*.py")), ids=lambda path: path.name)
def test_nothing_is_updated_and_only_derived_rows_are_deleted(path: Path) -> None:
    words = re.findall(r"\.update\(|\bUPDATE\b|\w+\.delete\(|\bDELETE\b", path.read_text(encoding="utf-8"))
    derived = {f"{table.name.upper()}.delete(" for table in DERIVED} | {"table.delete("}
    assert set(words) <= (derived if path.name == "derived.py" else set())


def test_what_was_appended_is_still_there_when_derived_rows_are_written_and_dropped(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    with ledger.writing() as connection:
        before = [connection.execute(select(table)).all() for table in APPENDED]
        clear_derived(connection)
        write_derived(connection, Derived())
        assert [connection.execute(select(table)).all() for table in APPENDED] == before
    ledger.close()


def test_derived_tables_hang_on_nothing_so_that_they_can_be_dropped() -> None:
    assert [key for table in DERIVED for key in table.foreign_keys] == []
