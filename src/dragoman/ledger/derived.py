"""The derived rows: what settling finds and `ask` looks up; they can be dropped and made again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Select, Table, and_, insert, select

from dragoman.ledger.dialect import insert_new
from dragoman.ledger.tables import (
    ALIAS,
    BLOCK,
    DERIVED,
    EFFECTIVE_DAY,
    MEMBER,
    MERGE,
    NARROWING,
    READING,
    REPORT,
    SHAPE,
    SPAN,
    UNSETTLED,
    VOICE,
    WAITING,
)

CHUNK = 500
"""How many keys go into one query; databases set a limit to it."""
RowT = TypeVar("RowT", bound=msgspec.Struct)
ItemT = TypeVar("ItemT")


class Unsettled(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A reading that settling has not looked at yet."""

    report: str
    version: str


class EffectiveDay(msgspec.Struct, frozen=True, kw_only=True):
    """From which day on a report counts, ``own`` by its own words alone, and the version that was settled."""

    report: str
    version: str
    own: str
    day: str


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """From ``day`` on a report is known to be of one of ``days`` (ISO, joined by commas), and why."""

    report: str
    day: str
    days: str
    why: str


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A key under which a report of unknown day may share an event, from ``first`` until it counts on ``last``."""

    key: str
    report: str
    first: str
    last: str


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
    """A key under which an event is looked for, and a day on which it was told of."""

    key: str
    day: str
    event: str


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """What reports together say of an event from a day on, the `Event` (`bodies`), and whether it is known as held."""

    event: str
    day: str
    held: bool
    body: bytes


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


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """An id's anchor that a report's reading no longer has, and the one whose words overlap it."""

    anchor: str
    at: str
    report: str


class ReportRows(msgspec.Struct, frozen=True, kw_only=True):
    """All rows of one report; ``aliases`` is None where they stay as they are."""

    effective: EffectiveDay
    narrowings: tuple[Narrowing, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    aliases: tuple[Alias, ...] | None = None


class EventRows(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one event, by its founder, from ``since`` on; ``spans`` are all there are, of any day.

    ``spans`` is None where they stay as they are.
    """

    event: str
    since: str
    members: tuple[Member, ...] = ()
    merge: Merge | None = None
    blocks: tuple[Block, ...] = ()
    shapes: tuple[Shape, ...] = ()
    voices: tuple[Voice, ...] = ()
    spans: tuple[Span, ...] | None = None


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What a settling found: the rows of the reports and events that came out otherwise than they stood."""

    reports: tuple[ReportRows, ...] = ()
    events: tuple[EventRows, ...] = ()


def write_derived(connection: Connection, derived: Derived) -> None:
    """Replaces the rows of the reports and, from their days on, of the events; all others stay."""
    _delete_reports(connection, [rows.effective.report for rows in derived.reports])
    _delete_aliases(connection, [rows.effective.report for rows in derived.reports if rows.aliases is not None])
    for since, founders in _by_day(derived.events):
        _delete_events(connection, founders, since)
    _delete_spans(connection, [rows.event for rows in derived.events if rows.spans is not None])
    reports, events = derived.reports, derived.events
    _fill(connection, EFFECTIVE_DAY, [rows.effective for rows in reports])
    _fill(connection, NARROWING, [row for rows in reports for row in rows.narrowings])
    _fill(connection, WAITING, [row for rows in reports for row in rows.waiting])
    _fill(connection, ALIAS, [row for rows in reports for row in rows.aliases or ()])
    _fill(connection, MEMBER, [row for rows in events for row in rows.members])
    _fill(connection, MERGE, [rows.merge for rows in events if rows.merge is not None])
    _fill(connection, BLOCK, [row for rows in events for row in rows.blocks])
    _fill(connection, SHAPE, [row for rows in events for row in rows.shapes])
    _fill(connection, VOICE, [row for rows in events for row in rows.voices])
    _fill(connection, SPAN, [row for rows in events for row in rows.spans or ()])


def note_unsettled(connection: Connection, report: str, version: str) -> None:
    """Notes a reading as one to settle."""
    insert_new(connection, UNSETTLED, [{"report": report, "version": version}])


def note_settled(connection: Connection, settled: Iterable[Unsettled]) -> None:
    """Takes readings off the list of those to settle."""
    for each in settled:
        same = and_(UNSETTLED.c.report == each.report, UNSETTLED.c.version == each.version)
        connection.execute(UNSETTLED.delete().where(same))


def read_unsettled(connection: Connection, *, at_most: int) -> list[Unsettled]:
    """Returns the readings to settle, those of the earliest reports first."""
    query = select(UNSETTLED).join(REPORT, REPORT.c.key == UNSETTLED.c.report)
    return read_rows(connection, Unsettled, query.order_by(REPORT.c.last, REPORT.c.key).limit(at_most))


def is_settled(connection: Connection) -> bool:
    """Tells whether the derived rows rest on every reading that was appended."""
    return connection.execute(select(UNSETTLED.c.report).limit(1)).first() is None


def clear_derived(connection: Connection) -> None:
    """Empties the derived tables; nothing is lost, and the next settling fills them again."""
    for table in DERIVED:
        connection.execute(table.delete())
    everything = select(READING.c.report, READING.c.version)
    connection.execute(insert(UNSETTLED).from_select(["report", "version"], everything))


def read_rows(connection: Connection, shape: type[RowT], query: Select[*tuple[object, ...]]) -> list[RowT]:
    """Returns what a query selects as rows of one shape."""
    # Column names are of a class of their own, which msgspec takes for no str.
    found = connection.execute(query)
    names = [str(name) for name in found.keys()]  # noqa: SIM118 - a result's keys, not a mapping's
    return [msgspec.convert(dict(zip(names, row, strict=True)), shape, strict=False) for row in found]


def chunks(items: Iterable[ItemT]) -> Iterator[list[ItemT]]:
    """Gives items in lists that fit into one query."""
    whole = list(items)
    return (whole[start : start + CHUNK] for start in range(0, len(whole), CHUNK))


def _delete_reports(connection: Connection, reports: Sequence[str]) -> None:
    for part in chunks(reports):
        for table in (EFFECTIVE_DAY, NARROWING, WAITING):
            connection.execute(table.delete().where(table.c.report.in_(part)))


def _delete_aliases(connection: Connection, reports: Sequence[str]) -> None:
    for part in chunks(reports):
        connection.execute(ALIAS.delete().where(ALIAS.c.report.in_(part)))


def _by_day(events: Iterable[EventRows]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for rows in events:
        found.setdefault(rows.since, []).append(rows.event)
    yield from sorted(found.items())


def _delete_events(connection: Connection, events: Sequence[str], since: str) -> None:
    for part in chunks(events):
        for table in (MEMBER, BLOCK, SHAPE, VOICE):
            connection.execute(table.delete().where(table.c.event.in_(part), table.c.day >= since))
        connection.execute(MERGE.delete().where(MERGE.c.child.in_(part), MERGE.c.day >= since))


def _delete_spans(connection: Connection, events: Sequence[str]) -> None:
    for part in chunks(events):
        connection.execute(SPAN.delete().where(SPAN.c.event.in_(part)))


def _fill(connection: Connection, table: Table, rows: Sequence[msgspec.Struct]) -> None:
    if rows:
        found: list[Mapping[str, object]] = [msgspec.to_builtins(row, builtin_types=(bytes,)) for row in rows]
        connection.execute(insert(table), found)
