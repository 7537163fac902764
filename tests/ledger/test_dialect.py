from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.ledger.dialect import hold_lock, insert_new, open_engine
from dragoman.ledger.tables import METADATA, MINTED_ID


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "a ledger?x=1#y.sqlite")


def test_a_path_is_taken_literally(path: str) -> None:
    engine = open_engine(path)
    METADATA.create_all(engine)
    engine.dispose()
    assert Path(path).exists()


def test_rows_that_are_there_stay_as_they_are(path: str) -> None:
    engine = open_engine(path)
    METADATA.create_all(engine)
    with engine.begin() as connection:
        insert_new(connection, MINTED_ID, [])
        insert_new(connection, MINTED_ID, [{"id": "9e02", "anchor": "a:0-3", "report": "a"}])
        insert_new(connection, MINTED_ID, [{"id": "6b30", "anchor": "a:0-3", "report": "a"}])
        insert_new(connection, MINTED_ID, [{"id": "77b0", "anchor": "b:0-3", "report": "b"}])
        assert connection.execute(select(MINTED_ID.c.id).order_by(MINTED_ID.c.number)).scalars().all() == [
            "9e02",
            "77b0",
        ]
        assert connection.execute(select(func.count()).select_from(MINTED_ID)).scalar() == 2
    engine.dispose()


def test_the_lock_is_taken_when_the_transaction_begins(path: str) -> None:
    first, second = open_engine(path), open_engine(path, wait_seconds=0.01)
    METADATA.create_all(first)
    with (
        first.connect() as one,
        hold_lock(one).begin(),
        second.connect() as two,
        pytest.raises(Exception, match="locked"),
    ):
        hold_lock(two).begin()
    first.dispose()
    second.dispose()
