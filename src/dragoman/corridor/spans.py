"""From which day to which an event had one public face: what the diary's table of contents is made of."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from dragoman.corridor.group import Group
from dragoman.corridor.groups import Groups
from dragoman.events.verdict import give_verdict
from dragoman.ledger.derived import Span
from dragoman.ledger.past import Past
from dragoman.model.event import Event
from dragoman.model.verdict import Verdict
from dragoman.packs.load import load_kinds

DAY = timedelta(days=1)


class Faces:
    """The faces of the events whose rows come out otherwise than before, day by day as the sweep goes on.

    An event looked at on a day also gets the faces that it will have if no word comes any more ("outcome
    unknown", the day after); the next look replaces them.
    """

    def __init__(self, groups: Groups, past: Past) -> None:
        self._groups = groups
        self._past = past
        self._rows: dict[str, list[Span]] = {}
        self._closed: dict[str, date] = {}

    def fetch(self, founders: Iterable[str]) -> None:
        """Reads the faces that events had before, many at once."""
        missing = [founder for founder in founders if founder not in self._rows]
        found = self._past.spans(missing)
        for founder in missing:
            self._rows[founder] = found.get(founder, [])

    def look(self, group: Group, *, day: date) -> None:
        """Looks at an event of which something was told on a day."""
        self.fetch([group.founder])
        kept = [row for row in self._rows[group.founder] if row.from_ < day.isoformat()]
        self._rows[group.founder] = kept
        self._closed.pop(group.founder, None)
        event, claims = self._groups.event(group), self._groups.claims(group)
        for moment in (day, *_turning_days(event, after=day)):
            verdict = give_verdict(claims, parties=event.parties, as_of=moment, when=event.when, kind=event.kind)
            if verdict is not None:
                self._append(make_span(group.founder, event, verdict, day=moment))

    def close(self, founder: str, *, day: date) -> None:
        """Ends the faces of an event on the day it turned out to be another."""
        self.fetch([founder])
        self._closed[founder] = day

    def spans(self, founder: str) -> tuple[Span, ...] | None:
        """Gives the rows of an event, each up to the next; None for one that was not looked at."""
        if founder not in self._rows:
            return None
        closed = self._closed.get(founder)
        until = None if closed is None else closed.isoformat()
        kept = [row for row in self._rows[founder] if until is None or row.from_ < until]
        ends = [*(row.from_ for row in kept[1:]), until]
        return tuple(msgspec.structs.replace(row, to=end) for row, end in zip(kept, ends, strict=False))

    def drop(self, founder: str) -> None:
        """Drops the faces of an event that nothing founds any more."""
        self._rows[founder] = []

    def _append(self, row: Span) -> None:
        rows = self._rows[row.event]
        if not rows or msgspec.structs.replace(rows[-1], from_=row.from_, to=None) != row:
            rows.append(row)


def _turning_days(event: Event, *, after: date) -> list[date]:
    """Gives the later days on which an event's standing may change without a word: when it is over, and stale."""
    latest = None if event.when is None else event.when.latest
    lasts = timedelta(days=load_kinds().entry(event.kind).lasts_days)
    ends = [after] if latest is None else [after, latest]
    days = {end + extra for end in ends for extra in (DAY, lasts, lasts + DAY) if end < date.max - lasts - DAY}
    return sorted(day for day in days if day > after)


def make_span(event_key: str, event: Event, verdict: Verdict, *, day: date) -> Span:
    """Makes the row of an event's face from a day on.

    ``earliest`` and ``latest`` take in the days that the event was moved from, which keep a line in the diary.
    """
    whens = [when for when in (event.when, *event.moved_from) if when is not None and when.spans]
    return Span(
        event=event_key,
        from_=day.isoformat(),
        to=None,
        earliest=min((first for when in whens for first, _ in when.spans), default=date.min).isoformat(),
        latest=max((last for when in whens for _, last in when.spans), default=date.max).isoformat(),
        when=None if event.when is None else event.when.edtf,
        status=verdict.status,
        background=event.background,
        why=msgspec.json.encode(verdict),
    )
