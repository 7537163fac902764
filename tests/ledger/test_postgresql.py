"""What PostgreSQL does its own way."""

from collections.abc import Callable

import pytest
from sqlalchemy import column, func, select, table

from dragoman.errors import BadOption
from dragoman.ledger.postgresql import KEY, begin_adding, begin_reading, begin_settling, open_engine

LOCKS = table("pg_locks", column("locktype"), column("objid"))


def test_the_lock_is_held_until_the_transaction_ends(postgresql: Callable[[str], str]) -> None:
    engine = open_engine(postgresql("locked"), wait_seconds=0.1)
    held = select(func.count()).select_from(LOCKS).where(LOCKS.c.locktype == "advisory", LOCKS.c.objid == KEY)
    with engine.connect() as one, engine.connect() as two:
        with begin_settling(one).begin():
            assert two.execute(held).scalar() == 1
        assert two.execute(held).scalar() == 0
    with engine.connect() as one, begin_adding(one).begin():
        assert one.execute(held).scalar() == 0
    engine.dispose()


def test_a_reader_may_not_write(postgresql: Callable[[str], str]) -> None:
    engine = open_engine(postgresql("locked"), wait_seconds=0.1)
    with engine.connect() as one, begin_reading(one).begin(), pytest.raises(Exception, match="read-only"):
        one.exec_driver_sql("CREATE TABLE recipes (name TEXT)")
    engine.dispose()


def test_what_is_no_address_is_told_so() -> None:
    with pytest.raises(BadOption, match="no address"):
        open_engine("postgresql://desk@host:port/x", wait_seconds=1)
