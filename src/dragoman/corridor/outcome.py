"""What a day of a sweep came to: which rows come out otherwise than before, and which later days that stirs."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from dragoman.corridor.calendar import Calendar
from dragoman.corridor.group import Group
from dragoman.corridor.groups import WINDOW, Groups
from dragoman.corridor.spans import Faces
from dragoman.corridor.texts import Texts
from dragoman.ledger.bodies import pack_body
from dragoman.ledger.derived import Block, EventRows, Member, Merge, Shape, Voice
from dragoman.ledger.past import Past


class _Rows:
    """The rows of one founder as they come up."""

    def __init__(self, since: date) -> None:
        self.since = since
        self.members: list[Member] = []
        self.merge: Merge | None = None
        self.blocks: list[Block] = []
        self.shapes: dict[str, Shape] = {}
        self.voices: list[Voice] = []


class Outcome:
    """Compares each day with what was settled before, and gathers the rows that are to be written."""

    def __init__(self, groups: Groups, texts: Texts, calendar: Calendar, past: Past) -> None:
        self._groups = groups
        self._texts = texts
        self._calendar = calendar
        self._past = past
        self.faces = Faces(groups, past)
        self._rows: dict[str, _Rows] = {}
        self._looked_at: set[str] = set()

    def take(self, touched: Collection[Group], settled: Collection[str], *, day: date) -> set[date]:
        """Takes in what a day came to; gives the later days that have to be swept for it."""
        stirred: set[date] = set()
        differing = self._differing(settled, day)
        for dated in self._calendar.changed():
            differing |= {group.founder for group in self._groups.of_report(dated.report)}
            stirred |= self._look_ahead(dated.report, day)
        known = self._groups.known
        differing = self._with_merged(differing, day)
        differing |= {group.founder for group in touched if group.founder in known.dirty}
        before = set(known.dirty)
        kept = known.keep(differing)
        fresh = known.dirty.keys() - before
        for report in settled:
            founders = tuple(row.event for row in self._of_report(report))
            if not known.dirty.keys().isdisjoint(founders):
                known.keep_report(report, founders)
        self._note(touched, kept, fresh, day)
        return stirred | self._stirred(kept, fresh, day)

    def rows(self) -> tuple[EventRows, ...]:
        """Gives the rows of all events that came out otherwise."""
        return tuple(
            EventRows(
                event=founder,
                since=rows.since.isoformat(),
                members=tuple(rows.members),
                merge=rows.merge,
                blocks=tuple(rows.blocks),
                shapes=tuple(rows.shapes.values()),
                voices=tuple(rows.voices),
                spans=self.faces.spans(founder),
            )
            for founder, rows in sorted(self._rows.items())
        )

    def _of_report(self, report: str) -> list[Member]:
        found = [row for row in self._groups.members.values() if row.report == report]
        return sorted(found, key=lambda row: row.place)

    def _differing(self, settled: Collection[str], day: date) -> set[str]:
        """Gives the founders of events of which a report's event comes out otherwise on a day."""
        before, now = self._past.members_on(day), self._groups.members
        apart = [anchor for anchor in {*before, *now} if before.get(anchor) != now.get(anchor)]
        found = {rows[anchor].event for anchor in apart for rows in (before, now) if anchor in rows}
        fresh = {report for report in settled if self._calendar.of(report).fresh}
        return found | {row.event for row in now.values() if row.report in fresh}

    def _with_merged(self, differing: set[str], day: date) -> set[str]:
        """Adds what was merged today, or before, with an event that comes out otherwise."""
        before, now = self._past.merges_on(day), self._groups.merges
        found = set(differing)
        pairs = [row for rows in (before, now) for row in rows.values()]
        apart = {child for child in {*before, *now} if before.get(child) != now.get(child)}
        while True:
            known = found | self._groups.known.dirty.keys()
            more = {
                each
                for row in pairs
                if row.child in apart or row.child in known or row.parent in known
                for each in (row.child, row.parent)
            }
            if more <= found:
                return found
            found |= more

    def _look_ahead(self, report: str, day: date) -> set[date]:
        """Gives the days on which a report that waits, and is narrowed otherwise than before, has to be looked at."""
        dated = self._calendar.of(report)
        found = {dated.effective, self._calendar.effective_before(report) or day}
        states = [self._texts.resolved_by(report, days) for _, days, _ in dated.rows]
        dated.keys = {key for told in states for keys in self._groups.keys(told) for key in keys}
        if dated.effective > day:
            found |= self._past.days_under(dict.fromkeys(dated.keys, dated.effective), after=day)
        return found

    def _note(self, touched: Collection[Group], kept: Iterable[Group], fresh: Collection[str], day: date) -> None:
        """Notes the rows of the day."""
        known = self._groups.known
        now = {known.root(group.founder) for group in touched}
        for founder in fresh:
            self._rows[founder] = _Rows(day)
            if not known.exists(founder):
                self.faces.drop(founder)
        for row in self._groups.members.values():
            if row.event in self._rows:
                self._rows[row.event].members.append(row)
                self._rows[row.event].voices += self._voices(row)
        for key, founder in sorted(self._groups.blocks):
            if founder in self._rows:
                self._rows[founder].blocks.append(Block(key=key, day=day.isoformat(), event=founder))
        for child, merge in self._groups.merges.items():
            if child in self._rows:
                self._rows[child].merge = merge
                self.faces.close(child, day=day)
        self._note_faces(list(kept), now, fresh, day)

    def _note_faces(self, kept: Collection[Group], now: set[str], fresh: Collection[str], day: date) -> None:
        self.faces.fetch([group.founder for group in kept])
        quiet = [group.founder for group in kept if group.founder in fresh and group.founder not in now]
        shapes = self._past.shapes(quiet, before=day)
        for group in sorted(kept, key=lambda each: each.founder):
            if group.founder in now:
                body = pack_body(self._groups.event(group))
                shape = Shape(event=group.founder, day=day.isoformat(), held=group.held, body=body)
                self._rows[group.founder].shapes[shape.day] = shape
                self.faces.look(group, day=day)
            elif group.founder in shapes:
                self.faces.look(group, day=date.fromisoformat(shapes[group.founder].day))

    def _voices(self, row: Member) -> list[Voice]:
        found: dict[tuple[str, str], Voice] = {}
        for claim in self._texts.resolved(row.report).claims_of(row.place):
            if claim.holder is not None:
                actor = claim.holder.id or claim.holder.name
                found[actor, claim.id] = Voice(actor=actor, event=row.event, claim=claim.id, day=row.day)
        return list(found.values())

    def _stirred(self, kept: Iterable[Group], fresh: Collection[str], day: date) -> set[date]:
        """Gives the later days on which anything was told of under a key of what comes out otherwise."""
        last: dict[str, date] = {}
        for group in kept:
            for key, told in group.keys.items():
                last[key] = max(told, last.get(key, told))
        for block in self._past.blocks(fresh, since=later(day, -WINDOW)):
            told = date.fromisoformat(block.day)
            last[block.key] = max(told, last.get(block.key, told))
        until = {key: later(told, WINDOW) for key, told in last.items()}
        until = {key: end for key, end in until.items() if end > day}
        return self._past.days_under(until, after=day) | self._stirred_for_waiting(until, day)

    def _stirred_for_waiting(self, keys: Collection[str], day: date) -> set[date]:
        """Gives the days on which a report that waits may now be taken to share an event with another than before."""
        rows = [row for row in self._past.waiting_after(keys, day=day) if row.report not in self._looked_at]
        self._looked_at |= {row.report for row in rows}
        first = {date.fromisoformat(row.first) for row in rows}
        until: dict[str, date] = {}
        for row in rows:
            until[row.key] = max(date.fromisoformat(row.last), until.get(row.key, day))
        return {each for each in first if each > day} | self._past.days_under(until, after=day)


def later(day: date, stretch: timedelta) -> date:
    """Gives a day so much later, or the calendar's first or last day.

    >>> later(date(9999, 12, 1), timedelta(days=60))
    datetime.date(9999, 12, 31)
    """
    try:
        return day + stretch
    except OverflowError:
        return date.max if stretch > timedelta(0) else date.min
