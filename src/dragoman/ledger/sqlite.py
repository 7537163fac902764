"""What SQLite does its own way: opening a file, adding a row unless it is there, and the lock."""

from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert as insert
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

NAME = "sqlite"
MEMORY = ":memory:"
_BEGIN = "dragoman_begin"


def open_engine(path: str, *, wait_seconds: float) -> Engine:
    """Opens a SQLite file with a write-ahead log, or a database in memory for ``:memory:``.

    A commit is on the disk before it returns (``synchronous=FULL``): what was reported as added survives a
    power cut too.
    """
    if path == MEMORY:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(URL.create(NAME, database=path), connect_args={"timeout": wait_seconds})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def last_row(connection: Connection, table: Table) -> int:
    """Returns the number of the row that was added last: it takes no longer for a large table than for a small one."""
    return connection.execute(select(func.max(literal_column("rowid"))).select_from(table)).scalar() or 0


def begin_reading(connection: Connection) -> Connection:
    """Lets the next transaction read: with a write-ahead log it sees one state and holds nobody up."""
    return connection


def begin_adding(connection: Connection) -> Connection:
    """Lets the next transaction write; SQLite has one writer at a time, whatever it writes."""
    return connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


begin_settling = begin_adding


def _on_connect(connection: SQLiteConnection, _record: ConnectionPoolEntry) -> None:
    # Python's own transaction handling begins late and never BEGIN IMMEDIATE; it is switched off.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
