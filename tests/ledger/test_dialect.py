from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.ledger.dialect import begin_settling, insert_new, is_url, open_engine, told_place
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import METADATA, MINTED_ID


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "a ledger?x=1#y.sqlite")


def test_a_path_is_taken_literally(path: str) -> None:
    engine = open_engine(path)
    METADATA.create_all(engine)
    engine.dispose()
    assert Path(path).exists()


@pytest.mark.parametrize(
    ("place", "shown", "url"),
    [
        ("ledger.sqlite", "ledger.sqlite", False),
        ("postgresql://desk:secret@host/ledger", "postgresql://desk:***@host/ledger", True),
        ("postgresql://desk@/ledger?host=%2Frun", "postgresql://desk@/ledger?host=%2Frun", True),
    ],
)
def test_a_place_is_shown_without_its_password(place: str, shown: str, url: bool) -> None:
    assert (told_place(place), is_url(place)) == (shown, url)


def test_rows_that_are_there_stay_as_they_are(new_ledger: Callable[[], Ledger]) -> None:
    with new_ledger().writing() as connection:
        insert_new(connection, MINTED_ID, [])
        insert_new(connection, MINTED_ID, [{"id": "9e02", "anchor": "a:0-3", "report": "a"}])
        insert_new(connection, MINTED_ID, [{"id": "6b30", "anchor": "a:0-3", "report": "a"}])
        insert_new(connection, MINTED_ID, [{"id": "77b0", "anchor": "b:0-3", "report": "b"}])
        assert connection.execute(select(MINTED_ID.c.id).order_by(MINTED_ID.c.number)).scalars().all() == [
            "9e02",
            "77b0",
        ]
        assert connection.execute(select(func.count()).select_from(MINTED_ID)).scalar() == 2


def test_the_lock_is_taken_when_the_transaction_begins(path: str) -> None:
    first, second = open_engine(path), open_engine(path, wait_seconds=0.01)
    METADATA.create_all(first)
    with (
        first.connect() as one,
        begin_settling(one).begin(),
        second.connect() as two,
        pytest.raises(Exception, match="locked"),
    ):
        begin_settling(two).begin()
    first.dispose()
    second.dispose()
