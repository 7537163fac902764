"""What is known of each report's own day as a sweep goes on, and from which day on each report counts."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from dragoman.corridor.resolve import Days, known_by, own_days
from dragoman.ledger.derived import EffectiveDay, Narrowing, ReportRows, Waiting
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past

OWN = date.min
"""The day that a report's own row is dated: what it says of its own day is known whenever it is."""


class Dated:
    """A report's day as it is known now: ``rows`` are what was found so far, each with the day it was found.

    ``keys`` are those under which it was looked for while it waited; ``fresh`` is one whose rows are written anew.
    """

    def __init__(self, report: str, version: str, *, own: date, rows: list[tuple[date, Days, str]]) -> None:
        self.report = report
        self.version = version
        self.own = own
        self.rows = rows
        self.keys: set[str] = set()
        self.fresh = False

    @property
    def days(self) -> Days:
        """Are the days left."""
        return self.rows[-1][1]

    @property
    def is_unknown(self) -> bool:
        """Is whether it may be of several days."""
        return len(self.days) > 1

    @property
    def first(self) -> date | None:
        """Is the first day that it can be of by its own words; None for a report of one day or of none."""
        own = self.rows[0][1]
        return min(own) if len(own) > 1 else None

    @property
    def effective(self) -> date:
        """Is the day from which it counts: its own last day, or sooner where a later word left none after it."""
        found = [max(day, *days) for day, days, _ in self.rows[1:]]
        return min([self.own, *found])

    def narrow(self, days: Days, why: str, *, day: date) -> None:
        """Notes the days that are left on a day; of one day the last word counts."""
        told = f"{self.rows[-1][2]}; {why}"
        if self.rows[-1][0] == day:
            self.rows.pop()
        self.rows.append((day, days, told))

    def row_on(self, day: date) -> Narrowing | None:
        """Gives what was found on a day, as a row."""
        return next((row for row in self._narrowings() if row.day == day.isoformat()), None)

    def as_rows(self) -> ReportRows:
        """Gives all rows of the report."""
        day = self.effective.isoformat()
        first = None if self.first is None or self.first > self.effective else self.first.isoformat()
        return ReportRows(
            effective=EffectiveDay(report=self.report, version=self.version, own=self.own.isoformat(), day=day),
            narrowings=tuple(self._narrowings()),
            waiting=()
            if first is None
            else tuple(Waiting(key=key, report=self.report, first=first, last=day) for key in sorted(self.keys)),
        )

    def _narrowings(self) -> list[Narrowing]:
        return [
            Narrowing(
                report=self.report,
                day=day.isoformat(),
                days=",".join(each.isoformat() for each in sorted(days)),
                why=why,
            )
            for day, days, why in self.rows
        ]


class Calendar:
    """The days of reports. What was known before is read again for each day, fresh reports are kept."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._day = date.min
        self._dated: dict[str, Dated] = {}
        self._before: dict[str, EffectiveDay] = {}

    @property
    def fresh(self) -> list[Dated]:
        """Are the reports whose rows are written anew."""
        return [dated for dated in self._dated.values() if dated.fresh]

    def admit(self, held: Iterable[Held]) -> None:
        """Takes in reports that are read for the first time, or anew."""
        for each in held:
            own = own_days(each)
            last = min(max(own.days, default=date.max), known_by(each.report))
            dated = Dated(each.report.key, each.reading.version, own=last, rows=[(OWN, own.days, own.why)])
            dated.fresh = True
            self._dated[each.report.key] = dated
        self._before |= self._past.effective(self._dated)

    def begin(self, day: date) -> None:
        """Goes on to a day; what was read of others before is read again, as it stood on its eve."""
        self._day = day
        self._dated = {key: dated for key, dated in self._dated.items() if dated.fresh}

    def load(self, reports: Collection[str]) -> None:
        """Reads many reports' days at once."""
        missing = [key for key in reports if key not in self._dated]
        if not missing:
            return
        effective, narrowings = self._past.effective(missing), self._past.narrowings(missing)
        for key, row in effective.items():
            rows = [_row(each) for each in narrowings[key] if date.fromisoformat(each.day) < self._day]
            self._dated[key] = Dated(key, row.version, own=date.fromisoformat(row.own), rows=rows)
            self._before[key] = row

    def of(self, report: str) -> Dated:
        """Gives a report's day as it is known now."""
        if report not in self._dated:
            self.load([report])
        return self._dated[report]

    def due(self) -> list[str]:
        """Gives the reports that count from this day on, by what was known on its eve, in order."""
        settled = [row.report for row in self._past.effective_on(self._day)]
        self.load(settled)
        candidates = {*settled, *(dated.report for dated in self.fresh)}
        return sorted(key for key in candidates if self._dated[key].effective == self._day)

    def entering(self) -> set[str]:
        """Gives the reports of unknown day whose first possible day this is."""
        fresh = {dated.report for dated in self.fresh if dated.first == self._day}
        return fresh | {key for key in self._past.waiting_from(self._day) if not self.of(key).fresh}

    def waiting_under(self, keys: Collection[str]) -> set[str]:
        """Gives the reports of unknown day that may share an event under one of ``keys`` and have begun to wait."""
        known = self._past.waiting(keys, day=self._day)
        self.load(known)
        own = {
            dated.report
            for dated in self._dated.values()
            if dated.first is not None and dated.first <= self._day and not dated.keys.isdisjoint(keys)
        }
        return own | {key for key in known if not self._dated[key].fresh}

    def effective_before(self, report: str) -> date | None:
        """Gives from which day on a report counted before this settling; None for a new one."""
        row = self._before.get(report)
        return None if row is None else date.fromisoformat(row.day)

    def changed(self) -> list[Dated]:
        """Gives the reports of which something else was found on this day than before, and keeps them as fresh."""
        before: Mapping[str, Narrowing] = self._past.narrowings_on(self._day)
        self.load(before)
        told = {key for key, dated in self._dated.items() if dated.rows[-1][0] == self._day}
        found = []
        for key in sorted(told | before.keys()):
            dated = self._dated[key]
            if not dated.fresh and dated.row_on(self._day) != before.get(key):
                dated.fresh = True
                found.append(dated)
        return found


def _row(row: Narrowing) -> tuple[date, Days, str]:
    days = frozenset(date.fromisoformat(each) for each in row.days.split(",") if each)
    return date.fromisoformat(row.day), days, row.why
