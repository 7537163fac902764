import re
from pathlib import Path

import pytest

from dragoman.ledger import tables
from dragoman.ledger.tables import APPENDED, DERIVED, METADATA


def test_every_table_is_either_appended_to_or_derived() -> None:
    assert {table.name for table in (*APPENDED, *DERIVED)} == set(METADATA.tables)
    assert not set(APPENDED) & set(DERIVED)


@pytest.mark.parametrize("path", sorted(Path(tables.__file__).parent.glob("*.py")), ids=lambda path: path.name)
def test_nothing_is_updated_and_only_derived_rows_are_deleted(path: Path) -> None:
    words = re.findall(r"\.update\(|\bUPDATE\b|\.delete\(|\bDELETE\b", path.read_text(encoding="utf-8"))
    assert words == ([".delete("] if path.name == "derived.py" else [])


def test_derived_tables_hang_on_nothing_so_that_they_can_be_dropped() -> None:
    assert [key for table in DERIVED for key in table.foreign_keys] == []
