"""What a ledger knows on a day: its visible reports, resolved, and which of their events are one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.identity import Ids, members_by_event
from dragoman.corridor.resolve import Days, Resolved, resolve_held
from dragoman.events.merge import merge_events
from dragoman.ledger.derived import (
    Member,
    Span,
    read_effective_days,
    read_members,
    read_merges,
    read_narrowings,
    read_spans,
)
from dragoman.ledger.fetch import Held, fetch_minted, fetch_some
from dragoman.model.claim import Claim
from dragoman.model.event import Event


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """An event with all that is said of it by a day; ``key`` is its founder's anchor."""

    key: str
    event: Event
    claims: tuple[Claim, ...]
    reports: frozenset[str]


class View:
    """A ledger as of a day. Reports are fetched and resolved when they are first looked at."""

    def __init__(self, connection: Connection, *, day: date) -> None:
        until = day.isoformat()
        self.day = day
        self._connection = connection
        members = read_members(connection, until=until)
        self.ids = Ids(members, read_merges(connection, until=until), fetch_minted(connection))
        self.members = members_by_event(members, self.ids)
        self.reports = tuple(row.report for row in read_effective_days(connection, until=until))
        self._days = {key: _days(row.days) for key, row in read_narrowings(connection, until=until).items()}
        self._held: dict[str, Held] = {}
        self._resolved: dict[str, Resolved] = {}

    def faces(self) -> dict[str, Span]:
        """Gives the public face of each event on the day, by its founder's anchor."""
        rows = read_spans(self._connection, day=self.day.isoformat())
        return {row.event: row for row in rows if row.event in self.members}

    def fetch(self, keys: Collection[str]) -> None:
        """Fetches reports, many at once."""
        missing = [key for key in keys if key not in self._held]
        self._held.update(fetch_some(self._connection, missing))

    def resolved(self, key: str) -> Resolved:
        """Gives a report with its reading, resolved by what is known on the day."""
        if key not in self._resolved:
            self.fetch([key])
            self._resolved[key] = resolve_held(self._held[key], days=self._days[key])
        return self._resolved[key]

    def gather(self, events: Collection[str]) -> Iterator[Gathered]:
        """Gathers what is told of each event, named by its founder's anchor."""
        self.fetch({member.report for event in events for member in self.members[event]})
        for event in events:
            yield self._gathered(event, self.members[event])

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
