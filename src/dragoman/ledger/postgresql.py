"""What PostgreSQL does its own way: opening a database, adding a row unless it is there, and the lock."""

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.dialects.postgresql import insert as insert
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import BadOption

_LOCK = "dragoman_lock"
_WAIT = "dragoman_wait"
KEY = 0x6472_6167
"""The number of the advisory lock, the same for every program: ASCII for ``drag``."""


def open_engine(url: str, *, wait_seconds: float) -> Engine:
    """Opens a PostgreSQL database; raises `BadOption` where the driver is not installed, or for no proper URL."""
    try:
        address = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(address, pool_pre_ping=True, execution_options={_WAIT: wait_seconds})
    except ImportError as error:
        raise BadOption(
            "the driver for PostgreSQL is not installed", hint="pip install 'dragoman[postgresql]'"
        ) from error
    except (ArgumentError, ValueError) as error:
        raise BadOption("that is no address of a database", hint="postgresql://user@host/name") from error
    event.listen(engine, "begin", _on_begin)
    return engine


def last_row(connection: Connection, table: Table) -> int:
    """Returns how many rows a table has: PostgreSQL numbers none that has no number of its own."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def begin_reading(connection: Connection) -> Connection:
    """Lets the next transaction see the state at its start, whoever writes meanwhile."""
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def begin_adding(connection: Connection) -> Connection:
    """Lets the next transaction append beside others: what is appended never stands in another's way."""
    return connection


def begin_settling(connection: Connection) -> Connection:
    """Makes the next transaction wait for the advisory lock, and hold it until it ends."""
    return connection.execution_options(**{_LOCK: True})


def _on_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(_LOCK, False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(options[_WAIT] * 1000)}ms'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({KEY})")
