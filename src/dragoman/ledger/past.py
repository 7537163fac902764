"""What was settled before, as of the day that a settling has come to: read by key and day, a batch at a time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, func, select

from dragoman.ledger.derived import (
    Block,
    EffectiveDay,
    Member,
    Merge,
    Narrowing,
    RowT,
    Shape,
    Span,
    Waiting,
    chunks,
    read_rows,
)
from dragoman.ledger.fetch import Held, fetch_some
from dragoman.ledger.lookup import read_children, read_members, read_members_at, read_parents, read_shapes
from dragoman.ledger.tables import BLOCK, EFFECTIVE_DAY, MEMBER, MERGE, NARROWING, SPAN, WAITING

DAY = timedelta(days=1)


class Past:
    """The derived rows as they stood before; without a connection, nothing was settled yet.

    ``before`` leaves out what is dated on that day or later: what the sweep has yet to come to.
    """

    def __init__(self, connection: Connection | None = None) -> None:
        self._connection = connection

    def held(self, reports: Collection[str]) -> dict[str, Held]:
        """Returns reports with the readings that count."""
        return {} if self._connection is None else fetch_some(self._connection, reports)

    def effective_on(self, day: date) -> list[EffectiveDay]:
        """Returns the reports that counted from this very day on."""
        return self._rows(EffectiveDay, EFFECTIVE_DAY, EFFECTIVE_DAY.c.day, [day.isoformat()])

    def effective(self, reports: Iterable[str]) -> dict[str, EffectiveDay]:
        """Returns from which day on each report counted."""
        rows = self._rows(EffectiveDay, EFFECTIVE_DAY, EFFECTIVE_DAY.c.report, reports)
        return {row.report: row for row in rows}

    def narrowings(self, reports: Iterable[str]) -> dict[str, list[Narrowing]]:
        """Returns all rows of each report, the oldest first."""
        found: dict[str, list[Narrowing]] = {}
        for row in self._rows(Narrowing, NARROWING, NARROWING.c.report, reports):
            found.setdefault(row.report, []).append(row)
        return {report: sorted(rows, key=lambda row: row.day) for report, rows in found.items()}

    def narrowings_on(self, day: date) -> dict[str, Narrowing]:
        """Returns by report what was found on a day of the day of a report."""
        rows = self._rows(Narrowing, NARROWING, NARROWING.c.day, [day.isoformat()])
        return {row.report: row for row in rows}

    def members_on(self, day: date) -> dict[str, Member]:
        """Returns by anchor what joined an event on a day."""
        return {row.anchor: row for row in self._rows(Member, MEMBER, MEMBER.c.day, [day.isoformat()])}

    def merges_on(self, day: date) -> dict[str, Merge]:
        """Returns by child what was merged on a day."""
        return {row.child: row for row in self._rows(Merge, MERGE, MERGE.c.day, [day.isoformat()])}

    def members(self, events: Iterable[str], *, before: date) -> list[Member]:
        """Returns what belonged to any of ``events``."""
        return [] if self._connection is None else read_members(self._connection, events, until=_eve(before))

    def members_at(self, anchors: Iterable[str], *, before: date) -> dict[str, Member]:
        """Returns by anchor which event each belonged to."""
        return {} if self._connection is None else read_members_at(self._connection, anchors, until=_eve(before))

    def members_of(self, reports: Iterable[str], *, before: date) -> dict[str, list[Member]]:
        """Returns by report which events it told of, in its order."""
        found: dict[str, list[Member]] = {}
        for row in self._rows(Member, MEMBER, MEMBER.c.report, reports):
            if row.day < before.isoformat():
                found.setdefault(row.report, []).append(row)
        return {report: sorted(rows, key=lambda row: row.place) for report, rows in found.items()}

    def parents(self, events: Iterable[str], *, before: date) -> dict[str, str]:
        """Returns what was merged into what, from ``events`` upwards."""
        return {} if self._connection is None else read_parents(self._connection, events, until=_eve(before))

    def children(self, events: Iterable[str], *, before: date) -> dict[str, str]:
        """Returns what was merged into what, from ``events`` downwards."""
        return {} if self._connection is None else read_children(self._connection, events, until=_eve(before))

    def shapes(self, events: Iterable[str], *, before: date) -> dict[str, Shape]:
        """Returns what was known of each event."""
        return {} if self._connection is None else read_shapes(self._connection, events, until=_eve(before))

    def spans(self, events: Iterable[str]) -> dict[str, list[Span]]:
        """Returns all faces of each event, the oldest first."""
        found: dict[str, list[Span]] = {}
        for row in self._rows(Span, SPAN, SPAN.c.event, events):
            found.setdefault(row.event, []).append(row)
        return {event: sorted(rows, key=lambda row: row.from_) for event, rows in found.items()}

    def blocks(self, events: Iterable[str], *, since: date) -> list[Block]:
        """Returns the keys of events from a day on, also later than the sweep has come to."""
        rows = self._rows(Block, BLOCK, BLOCK.c.event, events)
        return [row for row in rows if row.day >= since.isoformat()]

    def events_under(self, keys: Iterable[str], *, since: date, before: date) -> dict[str, set[str]]:
        """Returns by key the events that were told of under it in a stretch of days."""
        found: dict[str, set[str]] = {key: set() for key in keys}
        for part in chunks(sorted(found)):
            stretch = BLOCK.c.key.in_(part), BLOCK.c.day >= since.isoformat(), BLOCK.c.day < before.isoformat()
            for key, event in self._execute(select(BLOCK.c.key, BLOCK.c.event).where(*stretch).distinct()):
                found[key].add(event)
        return found

    def days_under(self, keys: Mapping[str, date], *, after: date) -> set[date]:
        """Returns the days after one on which anything was told of under a key, until the day given for the key."""
        found: set[date] = set()
        for part in chunks(sorted(keys)):
            last = max(keys[key] for key in part).isoformat()
            stretch = BLOCK.c.key.in_(part), BLOCK.c.day > after.isoformat(), BLOCK.c.day <= last
            for key, day in self._execute(select(BLOCK.c.key, BLOCK.c.day).where(*stretch).distinct()):
                if day <= keys[key].isoformat():
                    found.add(date.fromisoformat(day))
        return found

    def waiting(self, keys: Iterable[str], *, day: date) -> set[str]:
        """Returns the reports of unknown day that waited on a day and may share an event under one of ``keys``."""
        found: set[str] = set()
        now = day.isoformat()
        for part in chunks(sorted(keys)):
            query = select(WAITING.c.report).where(
                WAITING.c.key.in_(part), WAITING.c.first <= now, WAITING.c.last >= now
            )
            found |= {report for (report,) in self._execute(query.distinct())}
        return found

    def waiting_after(self, keys: Iterable[str], *, day: date) -> list[Waiting]:
        """Returns all rows of the reports that wait beyond a day and may share an event under one of ``keys``."""
        found: set[str] = set()
        for part in chunks(sorted(keys)):
            query = select(WAITING.c.report).where(WAITING.c.key.in_(part), WAITING.c.last > day.isoformat())
            found |= {report for (report,) in self._execute(query.distinct())}
        return self._rows(Waiting, WAITING, WAITING.c.report, found)

    def waiting_from(self, day: date) -> set[str]:
        """Returns the reports of unknown day whose first possible day this is."""
        query = select(WAITING.c.report).where(WAITING.c.first == day.isoformat())
        return {report for (report,) in self._execute(query.distinct())}

    def newest_day(self) -> str:
        """Returns the last day on which a report begins to count; empty where there is none."""
        [newest] = self._execute(select(func.max(EFFECTIVE_DAY.c.day))) or [(None,)]
        return newest[0] or ""

    def _execute(self, query: Select[*tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
        return () if self._connection is None else self._connection.execute(query).all()

    def _rows(self, shape: type[RowT], table: Table, column: Column[Any], values: Iterable[str]) -> list[RowT]:
        if self._connection is None:
            return []
        parts = chunks(sorted(set(values)))
        return [
            row for part in parts for row in read_rows(self._connection, shape, select(table).where(column.in_(part)))
        ]


def _eve(day: date) -> str:
    return (day - DAY).isoformat() if day > date.min else ""
