"""Goes through reports in the order of their days, and finds which event is which and what was known when.

A pure function of the set of reports and readings: the order in which they were added makes no difference, and
nothing that counts from a later day on changes what was found for an earlier one. What was settled before is gone
through again only on the days that a new report, or what comes out otherwise for it, can make a difference to.
"""

from collections.abc import Collection, Iterable
from datetime import date
from heapq import heappop, heappush

import msgspec

from dragoman.corridor.calendar import Calendar, Dated
from dragoman.corridor.group import Group
from dragoman.corridor.groups import WINDOW, Groups
from dragoman.corridor.known import Known
from dragoman.corridor.narrow import Narrower
from dragoman.corridor.outcome import Outcome, later
from dragoman.corridor.texts import Texts
from dragoman.ledger.derived import Derived
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past
from dragoman.packs.load import load_kinds


class Swept(msgspec.Struct, frozen=True, kw_only=True):
    """What a sweep found: the rows to write, and the founders whose rows they are, in the order of founding."""

    derived: Derived
    founders: tuple[str, ...]
    days: int
    """How many days were gone through."""


class Sweep:
    """One sweep of reports that are new, or read anew, through what was settled before."""

    def __init__(self, held: Iterable[Held], past: Past | None = None) -> None:
        found = list(held)
        self._past = Past() if past is None else past
        self._calendar = Calendar(self._past)
        self._texts = Texts(found, self._calendar, self._past)
        self.groups = Groups(Known(self._past), self._texts, kinds=load_kinds())
        self.outcome = Outcome(self.groups, self._texts, self._calendar, self._past)
        self._narrower = Narrower(self._texts)
        self._day = date.min
        self._queue: list[date] = []
        self._queued: set[date] = set()
        self._settled: set[str] = set()
        self._days = 0
        self._calendar.admit(found)

    def run(self) -> Swept:
        """Sweeps all days that something can come out otherwise on."""
        for dated in self._calendar.fresh:
            self._wait(dated)
        while self._queue:
            self._sweep_day(heappop(self._queue))
            self._days += 1
        events = self.outcome.rows()
        reports = tuple(dated.as_rows() for dated in sorted(self._calendar.fresh, key=lambda each: each.report))
        founders = sorted(self.groups.known.dirty, key=lambda each: (self.groups.known.dirty[each], each))
        return Swept(derived=Derived(reports=reports, events=events), founders=tuple(founders), days=self._days)

    def _wait(self, dated: Dated) -> None:
        """Puts down the days on which a report has to be looked at."""
        told = self._texts.resolved(dated.report)
        dated.keys = {key for keys in self.groups.keys(told) for key in keys}
        self._push([dated.effective, self._calendar.effective_before(dated.report) or dated.effective])
        if dated.first is not None and dated.first < dated.effective:
            self._push([dated.first])
            until = dict.fromkeys(dated.keys, dated.effective)
            self._push(self._past.days_under(until, after=dated.first))

    def _push(self, days: Iterable[date]) -> None:
        for day in days:
            if day > self._day and day not in self._queued:
                heappush(self._queue, day)
                self._queued.add(day)

    def _sweep_day(self, day: date) -> None:
        """Settles all reports of a day, and then what they tell of the days of others, until nothing changes."""
        self._begin(day)
        touched: list[Group] = []
        due = self._calendar.due()
        while True:
            touched += self._settle(due)
            narrowed = self._narrow(touched)
            touched += [group for key in narrowed if self._is_visible(key) for group in self.groups.forget(key)]
            due = [key for key in narrowed if not self._is_visible(key) and self._calendar.of(key).effective == day]
            if not narrowed:
                break
        elders = self.groups.merge_twins(touched)
        self._push(self.outcome.take([*touched, *elders], self._settled, day=day))

    def _begin(self, day: date) -> None:
        self._day = day
        self._settled = set()
        self._texts.begin()
        self._calendar.begin(day)
        self.groups.begin(day, since=later(day, -WINDOW))

    def _settle(self, due: Collection[str]) -> list[Group]:
        self._texts.fetch(due)
        told = [self._texts.resolved(key) for key in sorted(due)]
        self.groups.look_up(told)
        self._settled |= set(due)
        return [group for each in told for group in self.groups.add(each)]

    def _is_visible(self, key: str) -> bool:
        return key in self._settled or self._calendar.of(key).effective < self._day

    def _narrow(self, touched: Collection[Group]) -> list[str]:
        """Narrows the days of reports that share an event with what came in; gives those that were narrowed."""
        entering = self._calendar.entering()
        reports = {report for group in touched for report in group.reports}
        self._calendar.load(reports | entering)
        waiting = entering | self._calendar.waiting_under({key for group in touched for key in group.keys})
        near = reports | {key for key in waiting if not self._is_visible(key)}
        unknown = sorted(key for key in near if self._calendar.of(key).is_unknown)
        self._texts.fetch(unknown)
        now = {group.founder for group in touched}
        return [key for key in unknown if self._narrow_one(key, None if key in entering else now)]

    def _narrow_one(self, key: str, now: Collection[str] | None) -> bool:
        told = self._texts.resolved(key)
        shared = {place: group for place, group in self._shared(key).items() if now is None or group.founder in now}
        self.groups.known.complete(shared.values())
        self._texts.fetch({report for group in shared.values() for report in group.reports})
        found = self._narrower.narrow(told, shared)
        if found is None:
            return False
        dated = self._calendar.of(key)
        dated.narrow(found.days, found.why, day=self._day)
        keys = {each for keys in self.groups.keys(self._texts.resolved(key)) for each in keys} - dated.keys
        dated.keys |= keys
        self._push([dated.effective, *self._past.days_under(dict.fromkeys(keys, dated.effective), after=self._day)])
        return True

    def _shared(self, key: str) -> dict[int, Group]:
        """Gives the events that a report tells of, by place; if it waits, those it would join."""
        if self._is_visible(key):
            return dict(enumerate(self.groups.of_report(key)))
        return {place: group for place, (group, _) in self.groups.match(self._texts.resolved(key)).items()}
