"""Opens a ledger and hands out its transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from dragoman.errors import BadOption, DragomanError, LedgerDamaged, LedgerLocked, LedgerTooNew
from dragoman.ledger.dialect import (
    MEMORY,
    WAIT_SECONDS,
    begin_adding,
    begin_reading,
    begin_settling,
    is_locked,
    is_out_of_reach,
    is_url,
    open_engine,
    told_place,
)
from dragoman.ledger.tables import METADATA

VERSION = "0001"
"""The migration that makes the tables as `dragoman.ledger.tables` has them; a test compares the two."""
KNOWN_VERSIONS: frozenset[str] = frozenset({VERSION})
"""All migrations so far: a ledger of another version was written by a later program."""


class Ledger:
    """An open ledger: a store of reports, readings and judgements with what was derived from them.

    ``place`` is the path it was opened from, or the URL without its password. Readers see one state from start to
    end of `reading`, whoever writes meanwhile. One program settles at a time; on PostgreSQL others append beside it.
    """

    def __init__(self, engine: Engine, *, place: str) -> None:
        self.engine = engine
        self.place = place

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Opens a transaction that only reads."""
        with _told(self.place), self.engine.connect() as connection, begin_reading(connection).begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Opens a transaction that appends; it counts as a whole or not at all.

        On SQLite it is the one transaction that writes: raises `LedgerLocked` when another program still writes after
        half a minute.
        """
        with _told(self.place), self.engine.connect() as connection, begin_adding(connection).begin():
            yield connection

    @contextmanager
    def settling(self) -> Iterator[Connection]:
        """Opens the one transaction that writes what is derived, or waits for it.

        Raises `LedgerLocked` when another program still holds it after half a minute.
        """
        with _told(self.place), self.engine.connect() as connection, begin_settling(connection).begin():
            yield connection

    def close(self) -> None:
        """Lets the file go."""
        self.engine.dispose()


def open_ledger(path: str, *, wait_seconds: float = WAIT_SECONDS) -> Ledger:
    """Opens the ledger at a path or a PostgreSQL URL, made where there is none and brought up to date where it is old.

    ``:memory:`` opens an empty one that is gone when it is closed. Raises `LedgerTooNew` for a ledger of a later
    version, `LedgerDamaged` for a file that is no ledger, `BadOption` for an address of a kind that is not kept.

    >>> ledger = open_ledger(":memory:")
    >>> ledger.place
    ':memory:'
    """
    if path != MEMORY and not is_url(path):
        _make_folder(Path(path))
    ledger = Ledger(open_engine(path, wait_seconds=wait_seconds), place=told_place(path))
    try:
        _prepare(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOption(f"no ledger can be kept at {path}: {error.strerror}") from error
    if path.is_dir():
        raise BadOption(f"{path} is a folder, and a ledger is a file")


def _prepare(ledger: Ledger) -> None:
    """Makes the tables; only a file's go through the migrations, whose import takes as long as a small diary."""
    if ledger.place == MEMORY:
        METADATA.create_all(ledger.engine)
        return
    found = _version(ledger)
    if found is not None and found not in KNOWN_VERSIONS:
        raise LedgerTooNew(f"the ledger has version {found}", file=ledger.place, hint="update dragoman")
    if found != VERSION:
        from dragoman.ledger.migrate import upgrade  # noqa: PLC0415  it is slow to import and seldom needed

        with ledger.settling() as connection:
            upgrade(connection)


def _version(ledger: Ledger) -> str | None:
    with ledger.reading() as connection:
        names = set(inspect(connection).get_table_names())
        if "alembic_version" in names:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if names:
        raise LedgerDamaged("the file is a database, but not a ledger", file=ledger.place)
    return None


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Tells a database's errors as ours."""
    try:
        yield
    except OperationalError as error:
        raise _as_ours(error, place) from error
    except DatabaseError as error:
        raise LedgerDamaged(str(error.orig), file=place) from error


def _as_ours(error: OperationalError, place: str) -> DragomanError:
    told = str(error.orig)
    if is_locked(told):
        return LedgerLocked("another program is writing to the ledger", file=place, hint="try again when it is done")
    if is_out_of_reach(told):
        return BadOption(f"no ledger can be kept there: {told}", hint="--ledger takes another path").at(file=place)
    return LedgerDamaged(told, file=place)
