"""What a ledger knows on a day: which events there are, what they are made of, and the reports, resolved."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.identity import Ids, top_of
from dragoman.corridor.resolve import Days, Resolved, resolve_held
from dragoman.events.merge import merge_events
from dragoman.ledger.bodies import unpack_body
from dragoman.ledger.derived import Member, Span
from dragoman.ledger.fetch import Held, fetch_some
from dragoman.ledger.lookup import (
    read_children,
    read_effective_days,
    read_faces,
    read_members,
    read_narrowings,
    read_shapes,
    read_spans,
)
from dragoman.ledger.turns import read_spoken, read_turns
from dragoman.model.claim import Claim
from dragoman.model.event import Event
from dragoman.model.report import Report

_EVENTS = msgspec.json.Decoder(Event)


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """An event with all that is said of it by a day; ``key`` is its founder's anchor."""

    key: str
    event: Event
    claims: tuple[Claim, ...]
    reports: frozenset[str]


class View:
    """A ledger as of a day. Whatever is asked for is looked up by index when it is first asked for."""

    def __init__(self, connection: Connection, *, day: date) -> None:
        self.day = day
        self.until = day.isoformat()
        self.connection = connection
        self.ids = Ids(connection, until=self.until)
        self._members: dict[str, list[Member]] = {}
        self._days: dict[str, Days] = {}
        self._held: dict[str, Held] = {}
        self._resolved: dict[str, Resolved] = {}

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """Are the keys of all reports that count on the day, in order of day and key."""
        return tuple(row.report for row in read_effective_days(self.connection, until=self.until))

    def faces(self, *, first: date | None = None, last: date | None = None, dated: bool = False) -> dict[str, Span]:
        """Gives the public face of each event on the day, by its founder's anchor.

        With bounds, of the events that may be on, or may have been moved from a day, between ``first`` and ``last``;
        with ``dated`` without those that may be on any day.
        """
        bounds = {"first": first, "last": last}
        asked = {name: None if day is None else day.isoformat() for name, day in bounds.items()}
        return {row.event: row for row in read_spans(self.connection, day=self.until, dated=dated, **asked)}

    def faces_of(self, events: Collection[str]) -> dict[str, Span]:
        """Gives the public face on the day of each of these events that has one."""
        return read_faces(self.connection, events, day=self.until)

    def families(self, events: Collection[str]) -> dict[str, set[str]]:
        """Gives the founders that each event is made of: its own, and those that were merged into it by the day."""
        children = read_children(self.connection, events, until=self.until)
        found = {event: {event} for event in events}
        for child in children:
            found[top_of(child, children)].add(child)
        return found

    def turns(self, *, after: date, spoken: bool = False) -> dict[str, set[date]]:
        """Gives by event the days after one on which it took on another face, or with ``spoken`` was spoken of.

        An event that by now has turned out to be another is left out: the elder's turns tell of it.
        """
        bounds = {"after": after.isoformat(), "until": self.until}
        found = read_turns(self.connection, **bounds)
        for event, days in (read_spoken(self.connection, **bounds) if spoken else {}).items():
            found.setdefault(event, set()).update(days)
        roots = self.ids.roots(found)
        return {event: days for event, days in found.items() if roots[event] == event}

    def on(self, day: date) -> "View":
        """Gives what the same ledger knows on another day."""
        return View(self.connection, day=day)

    def shapes(self, events: Collection[str]) -> dict[str, Event]:
        """Gives what all reports together say of each event, without the claims."""
        rows = read_shapes(self.connection, events, until=self.until)
        return {event: unpack_body(row.body, _EVENTS) for event, row in rows.items()}

    def members(self, events: Collection[str]) -> dict[str, list[Member]]:
        """Gives the events of reports that each event is made of, in the order of joining."""
        missing = {event for event in events if event not in self._members}
        if missing:
            children = read_children(self.connection, missing, until=self.until)
            rows = read_members(self.connection, {*missing, *children}, until=self.until)
            self._members |= {event: [] for event in missing}
            for row in rows:
                self._members[top_of(row.event, children)].append(row)
        return {event: self._members[event] for event in events}

    def fetch(self, keys: Iterable[str]) -> None:
        """Fetches reports, many at once."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._held]
        self._held.update(fetch_some(self.connection, missing))
        rows = read_narrowings(self.connection, missing, until=self.until)
        self._days |= {key: _days(row.days) for key, row in rows.items()}

    def resolved(self, key: str) -> Resolved:
        """Gives a report with its reading, resolved by what is known on the day."""
        if key not in self._resolved:
            self.fetch([key])
            self._resolved[key] = resolve_held(self._held[key], days=self._days[key])
        return self._resolved[key]

    def gather(self, events: Collection[str], *, takes: Callable[[Report], bool] | None = None) -> Iterator[Gathered]:
        """Gathers what is told of each event, named by its founder's anchor.

        With ``takes``, what those reports tell; an event that none of them tells of is left out.
        """
        members = self.members(events)
        self.fetch(row.report for rows in members.values() for row in rows)
        for event in events:
            rows = [row for row in members[event] if takes is None or takes(self._held[row.report].report)]
            if rows:
                yield self._gathered(event, rows)

    def _gathered(self, key: str, members: Sequence[Member]) -> Gathered:
        told = [(self.resolved(member.report), member.place) for member in members]
        claims = {claim.id: claim for resolved, place in told for claim in resolved.claims_of(place)}
        return Gathered(
            key=key,
            event=merge_events([resolved.events[place] for resolved, place in told]),
            claims=tuple(claims.values()),
            reports=frozenset(member.report for member in members),
        )


def _days(joined: str) -> Days:
    return frozenset(date.fromisoformat(day) for day in joined.split(",") if day)
