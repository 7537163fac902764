"""The derived tables: what settling writes as a whole and `ask` looks up; they can be dropped and made again."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Select, Table, and_, func, insert, or_, select

from dragoman.ledger.tables import BLOCK, DERIVED, EFFECTIVE_DAY, MEMBER, MERGE, NARROWING, READING, SPAN, VOICE

RowT = TypeVar("RowT", bound=msgspec.Struct)


class EffectiveDay(msgspec.Struct, frozen=True, kw_only=True):
    """From which day on a report counts, and the version of the reading that was settled."""

    report: str
    version: str
    day: str


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """From ``day`` on a report is known to be of one of ``days`` (ISO, joined by commas), and why."""

    report: str
    day: str
    days: str
    why: str


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A report's event (``place`` in its reading) that belongs to ``event``, its founder's anchor."""

    anchor: str
    event: str
    report: str
    place: int
    day: str
    score: float
    why: str


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """An event that turned out on ``day`` to be the elder ``parent``."""

    child: str
    parent: str
    day: str
    why: str


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A key under which an event is looked for, and the day it was last told of."""

    key: str
    event: str
    last_day: str


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that says something of an event."""

    actor: str
    event: str
    claim: str
    day: str


class Span(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A stretch of days, ``to`` left out, with one public face; ``why`` is the `Verdict` as JSON."""

    event: str
    from_: str
    to: str | None
    earliest: str
    latest: str
    when: str | None
    status: str
    background: bool
    why: bytes


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """All that settling finds, as rows."""

    effective_days: tuple[EffectiveDay, ...] = ()
    narrowings: tuple[Narrowing, ...] = ()
    members: tuple[Member, ...] = ()
    merges: tuple[Merge, ...] = ()
    blocks: tuple[Block, ...] = ()
    voices: tuple[Voice, ...] = ()
    spans: tuple[Span, ...] = ()


def write_derived(connection: Connection, derived: Derived) -> None:
    """Replaces all derived rows."""
    clear_derived(connection)
    _fill(connection, EFFECTIVE_DAY, derived.effective_days)
    _fill(connection, NARROWING, derived.narrowings)
    _fill(connection, MEMBER, derived.members)
    _fill(connection, MERGE, derived.merges)
    _fill(connection, BLOCK, derived.blocks)
    _fill(connection, VOICE, derived.voices)
    _fill(connection, SPAN, derived.spans)


def _fill(connection: Connection, table: Table, rows: Sequence[msgspec.Struct]) -> None:
    if rows:
        connection.execute(insert(table), [msgspec.to_builtins(row, builtin_types=(bytes,)) for row in rows])


def clear_derived(connection: Connection) -> None:
    """Empties the derived tables; nothing is lost, and the next settling fills them again."""
    for table in DERIVED:
        connection.execute(table.delete())


def is_settled(connection: Connection) -> bool:
    """Tells whether the derived tables rest on the latest reading of every report."""
    latest = select(READING.c.report, func.max(READING.c.added).label("added")).group_by(READING.c.report).subquery()
    open_readings = (
        select(READING.c.report)
        .join(latest, and_(latest.c.report == READING.c.report, latest.c.added == READING.c.added))
        .outerjoin(EFFECTIVE_DAY, EFFECTIVE_DAY.c.report == READING.c.report)
        .where(or_(EFFECTIVE_DAY.c.report.is_(None), EFFECTIVE_DAY.c.version != READING.c.version))
        .limit(1)
    )
    return connection.execute(open_readings).first() is None


def read_last_day(connection: Connection, *, until: str) -> str | None:
    """Returns the newest report's day, at most ``until``; None for an empty ledger."""
    days = select(func.max(EFFECTIVE_DAY.c.day)).where(EFFECTIVE_DAY.c.day <= until)
    found: str | None = connection.execute(days).scalar()
    return found


def read_effective_days(connection: Connection, *, until: str) -> list[EffectiveDay]:
    """Returns the reports that count on a day, in order of day and key."""
    table = EFFECTIVE_DAY
    return _read(connection, EffectiveDay, select(table).where(table.c.day <= until).order_by(table.c.day, "report"))


def read_narrowings(connection: Connection, *, until: str) -> dict[str, Narrowing]:
    """Returns what is known on a day of each report's own day: its latest row until then."""
    rows = select(NARROWING).where(NARROWING.c.day <= until).order_by(NARROWING.c.day)
    return {row.report: row for row in _read(connection, Narrowing, rows)}


def read_members(connection: Connection, *, until: str) -> list[Member]:
    """Returns which events of reports belong to which event on a day, in order of joining."""
    rows = select(MEMBER).where(MEMBER.c.day <= until).order_by(MEMBER.c.day, MEMBER.c.report, MEMBER.c.place)
    return _read(connection, Member, rows)


def read_merges(connection: Connection, *, until: str) -> dict[str, str]:
    """Returns child and parent of the merges that are known on a day."""
    rows = _read(connection, Merge, select(MERGE).where(MERGE.c.day <= until))
    return {row.child: row.parent for row in rows}


def read_spans(connection: Connection, *, day: str) -> list[Span]:
    """Returns each event's public face on a day."""
    return _read(connection, Span, select(SPAN).where(SPAN.c["from"] <= day, or_(SPAN.c.to.is_(None), SPAN.c.to > day)))


def read_voices(connection: Connection, *, until: str) -> dict[str, frozenset[str]]:
    """Returns who has said something by a day, and of which events."""
    found: dict[str, set[str]] = {}
    for row in _read(connection, Voice, select(VOICE).where(VOICE.c.day <= until)):
        found.setdefault(row.actor, set()).add(row.event)
    return {actor: frozenset(events) for actor, events in found.items()}


def _read(connection: Connection, shape: type[RowT], query: Select[*tuple[object, ...]]) -> list[RowT]:
    # Column names are of a class of their own, which msgspec takes for no str.
    rows = connection.execute(query).mappings()
    return [msgspec.convert({str(name): value for name, value in row.items()}, shape, strict=False) for row in rows]
