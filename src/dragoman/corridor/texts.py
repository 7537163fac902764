"""Reports with their readings, fetched when they are first looked at, and resolved by what is known of their day."""

from collections.abc import Collection, Iterable

from dragoman.corridor.calendar import Calendar
from dragoman.corridor.resolve import Days, Resolved, resolve_held
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past

MOST = 5000
"""How many reports are kept at hand."""


class Texts:
    """The texts that a sweep looks at."""

    def __init__(self, held: Iterable[Held], calendar: Calendar, past: Past) -> None:
        self._fresh = {each.report.key: each for each in held}
        self._held: dict[str, Held] = {}
        self._resolved: dict[tuple[str, Days], Resolved] = {}
        self._calendar = calendar
        self._past = past

    def begin(self) -> None:
        """Lets go of what was fetched, when it is much."""
        if len(self._held) > MOST:
            self._held.clear()
        if len(self._resolved) > MOST:
            self._resolved.clear()

    def fetch(self, reports: Collection[str]) -> None:
        """Fetches reports and their days, many at once."""
        self._calendar.load(reports)
        missing = [key for key in reports if key not in self._fresh and key not in self._held]
        if missing:
            self._held |= self._past.held(missing)

    def resolved(self, report: str) -> Resolved:
        """Gives a report as it is resolved on the day that the sweep has come to."""
        return self.resolved_by(report, self._calendar.of(report).days)

    def resolved_by(self, report: str, days: Days) -> Resolved:
        """Gives a report as it is resolved if it is of one of ``days``."""
        place = (report, days)
        if place not in self._resolved:
            if report not in self._fresh and report not in self._held:
                self.fetch([report])
            held = self._fresh[report] if report in self._fresh else self._held[report]
            self._resolved[place] = resolve_held(held, days=days)
        return self._resolved[place]
