"""Goes through all reports in the order of their days, and finds which event is which and what was known when.

A pure function of the set of reports and readings: the order in which they were added makes no difference, and
nothing that counts from a later day on changes what was found for an earlier one.
"""

from collections.abc import Iterable
from datetime import date
from heapq import heappop, heappush

import msgspec

from dragoman.corridor.groups import Group, Groups
from dragoman.corridor.narrow import Narrower
from dragoman.corridor.resolve import Days, Resolved, known_by, own_days, resolve_held
from dragoman.corridor.spans import Faces
from dragoman.ledger.derived import Derived, EffectiveDay, Narrowing, Voice
from dragoman.ledger.fetch import Held
from dragoman.packs.load import load_kinds


class Swept(msgspec.Struct, frozen=True, kw_only=True):
    """What a sweep found: the rows, and the founders of all events in order."""

    derived: Derived
    founders: tuple[str, ...]


class Sweep:
    """One sweep. Reports wait in a heap until their day; those of unknown day may come forward."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held = {each.report.key: each for each in held}
        self._days: dict[str, Days] = {}
        self._why: dict[str, str] = {}
        self._effective: dict[str, date] = {}
        self._heap: list[tuple[date, str]] = []
        self._visible: set[str] = set()
        self._unknown: set[str] = set()
        self._resolved: dict[str, Resolved] = {}
        self._narrowings: dict[tuple[str, date], Narrowing] = {}
        self.groups = Groups(self.resolved, kinds=load_kinds())
        self.faces = Faces(self.groups)
        self._narrower = Narrower(self.groups)

    def resolved(self, key: str) -> Resolved:
        """Gives a report as it is resolved on the day that the sweep has come to."""
        if key not in self._resolved:
            self._resolved[key] = resolve_held(self._held[key], days=self._days[key])
        return self._resolved[key]

    def run(self) -> Swept:
        """Sweeps all reports."""
        self._wait()
        while self._heap:
            self._sweep_day(self._heap[0][0])
        groups = sorted(self.groups, key=lambda group: group.born)
        derived = Derived(
            effective_days=tuple(
                EffectiveDay(report=key, version=self._held[key].reading.version, day=day.isoformat())
                for key, day in sorted(self._effective.items())
            ),
            narrowings=tuple(row for _, row in sorted(self._narrowings.items())),
            members=tuple(self.groups.members),
            merges=tuple(self.groups.merges),
            blocks=tuple(self.groups.blocks()),
            voices=tuple(self._voices(groups)),
            spans=self.faces.spans(),
        )
        return Swept(derived=derived, founders=tuple(group.founder for group in groups))

    def _wait(self) -> None:
        for key, held in sorted(self._held.items()):
            own = own_days(held)
            self._days[key] = own.days
            self._effective[key] = min(max(own.days, default=date.max), known_by(held.report))
            self._why[key] = own.why
            if len(own.days) > 1:
                self._unknown.add(key)
            heappush(self._heap, (self._effective[key], key))

    def _sweep_day(self, day: date) -> None:
        """Settles all reports of a day, and then what they tell of the days of others, until nothing changes."""
        touched: list[Group] = []
        while True:
            fresh = self._settle_due(day)
            touched += fresh
            narrowed = self._narrow(touched, day)
            touched += [group for key in narrowed if key in self._visible for group in self.groups.forget(key)]
            if not narrowed and not (self._heap and self._heap[0][0] == day):
                break
        elders = self.groups.merge_twins(touched, day=day)
        self.faces.look([*touched, *elders], day=day)

    def _settle_due(self, day: date) -> list[Group]:
        touched = []
        while self._heap and self._heap[0][0] == day:
            _, key = heappop(self._heap)
            if key not in self._visible and self._effective[key] == day:
                self._visible.add(key)
                self._note(key, day)
                touched += self.groups.add(self.resolved(key), day=day)
        return touched

    def _narrow(self, touched: list[Group], day: date) -> list[str]:
        """Narrows the days of reports that share an event with what came in; gives those that were narrowed."""
        reports = {report for group in touched for report in group.reports}
        keys = {key for report in reports for keys in self.groups.keys(self.resolved(report)) for key in keys}
        unknown = [key for key in sorted(self._unknown) if len(self._days[key]) > 1]
        near = [key for key in unknown if key in reports or (key not in self._visible and self._shares(key, keys))]
        return [key for key in near if self._narrow_one(key, touched, day)]

    def _shares(self, key: str, keys: set[str]) -> bool:
        return any(not keys.isdisjoint(own) for own in self.groups.keys(self.resolved(key)))

    def _narrow_one(self, key: str, touched: list[Group], day: date) -> bool:
        found = self._narrower.narrow(self.resolved(key), self._shared(key, touched, day))
        if found is None:
            return False
        self._days[key] = found.days
        self._why[key] = f"{self._why[key]}; {found.why}"
        del self._resolved[key]
        if key in self._visible:
            self._note(key, day)
        else:
            self._effective[key] = min(self._effective[key], max(day, *found.days))
            heappush(self._heap, (self._effective[key], key))
        return True

    def _shared(self, key: str, touched: list[Group], day: date) -> dict[int, Group]:
        """Gives the events that a report shares with what came in, by place; if it waits, those it would join."""
        if key in self._visible:
            found = dict(enumerate(self.groups.of_report(key)))
        else:
            found = {place: group for place, (group, _) in self.groups.match(self.resolved(key), day=day).items()}
        now = {group.founder for group in touched}
        return {place: group for place, group in found.items() if group.founder in now}

    def _note(self, key: str, day: date) -> None:
        """Writes down what is known from a day on of a visible report's own day."""
        days = ",".join(each.isoformat() for each in sorted(self._days[key]))
        self._narrowings[key, day] = Narrowing(report=key, day=day.isoformat(), days=days, why=self._why[key])

    def _voices(self, groups: Iterable[Group]) -> Iterable[Voice]:
        for group in groups:
            for claim in self.groups.claims(group):
                holder = claim.holder
                if holder is not None:
                    day = self._effective[claim.report].isoformat()
                    yield Voice(actor=holder.id or holder.name, event=group.founder, claim=claim.id, day=day)
