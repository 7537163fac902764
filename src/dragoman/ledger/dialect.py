"""All that differs between databases: opening one, adding a row unless it is there, and holding the lock."""

from collections.abc import Mapping, Sequence
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

MEMORY = ":memory:"
WAIT_SECONDS = 30
"""How long a second writer waits for the first before it gives up."""
_BEGIN = "dragoman_begin"


def open_engine(path: str, *, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Opens a SQLite file with a write-ahead log, or a database in memory for ``:memory:``.

    A commit is on the disk before it returns (``synchronous=FULL``): what was reported as added survives a
    power cut too.
    """
    if path == MEMORY:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(URL.create("sqlite", database=path), connect_args={"timeout": wait_seconds})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds the rows whose key the table lacks; those that are there stay as they are."""
    if rows:
        connection.execute(insert(table).on_conflict_do_nothing(), list(rows))


def hold_lock(connection: Connection) -> Connection:
    """Makes the connection's next transaction the one writer: others wait until it ends."""
    return connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def _on_connect(connection: SQLiteConnection, _record: ConnectionPoolEntry) -> None:
    # Python's own transaction handling begins late and never BEGIN IMMEDIATE; it is switched off.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
