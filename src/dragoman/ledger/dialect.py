"""Which database a ledger is kept in; all that differs between them stands in `sqlite` and `postgresql`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import BadOption
from dragoman.ledger import sqlite

MEMORY = sqlite.MEMORY
WAIT_SECONDS = 30
"""How long a second writer waits for the first before it gives up."""
POSTGRESQL = ("postgresql", "postgres")
SCHEME = "://"


def is_url(place: str) -> bool:
    """Tells whether a place is the address of a database, and no path."""
    return SCHEME in place


def told_place(place: str) -> str:
    """Returns a place as it may be shown: without the password.

    >>> told_place("postgresql://desk:secret@host/ledger")
    'postgresql://desk:***@host/ledger'
    """
    if not is_url(place):
        return place
    try:
        return make_url(place).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return place.partition(SCHEME)[0]


def open_engine(place: str, *, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Opens a SQLite file, a database in memory for ``:memory:``, or a PostgreSQL database by its URL.

    Raises `BadOption` for an address of another kind, or where the driver is not installed.
    """
    if not is_url(place):
        return sqlite.open_engine(place, wait_seconds=wait_seconds)
    scheme = place.partition(SCHEME)[0]
    if scheme not in POSTGRESQL:
        raise BadOption(f"no store is known for {scheme!r}", hint="a ledger is a path, or postgresql://…")
    from dragoman.ledger import postgresql  # noqa: PLC0415  its driver is seldom needed

    return postgresql.open_engine(place, wait_seconds=wait_seconds)


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds the rows whose key the table lacks; those that are there stay as they are."""
    if rows:
        connection.execute(_of(connection).insert(table).on_conflict_do_nothing(), list(rows))


def last_row(connection: Connection, table: Table) -> int:
    """Returns a number that grows with every row that is added to a table from which none is taken; 0 for no row."""
    found: int = _of(connection).last_row(connection, table)
    return found


def begin_reading(connection: Connection) -> Connection:
    """Makes the connection's next transaction see one state from start to end."""
    begun: Connection = _of(connection).begin_reading(connection)
    return begun


def begin_adding(connection: Connection) -> Connection:
    """Makes the connection's next transaction one that appends: beside others where the database can."""
    begun: Connection = _of(connection).begin_adding(connection)
    return begun


def begin_settling(connection: Connection) -> Connection:
    """Makes the connection's next transaction the only one that writes what is derived: others wait until it ends."""
    begun: Connection = _of(connection).begin_settling(connection)
    return begun


def is_locked(told: str) -> bool:
    """Tells whether a database's error means that another program holds the lock."""
    return "locked" in told or "lock timeout" in told


def is_out_of_reach(told: str) -> bool:
    """Tells whether a database's error means that there is none at the place, or none that may be written to."""
    words = ("unable to open", "readonly", "connection failed", "connection is bad", "could not translate")
    return any(each in told for each in words)


def _of(connection: Connection) -> Any:  # noqa: ANN401 - a module; both have the same functions
    if connection.dialect.name == sqlite.NAME:
        return sqlite
    from dragoman.ledger import postgresql  # noqa: PLC0415  see above

    return postgresql
