"""What the diary shows without being asked for everything, and in which order."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from dragoman.corridor.standing import Standing, said_order
from dragoman.ledger.derived import Span
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

RECENT = timedelta(days=7)
SETTLED: frozenset[Status] = frozenset({"held", "not-held", "cancelled", "refused", "denied", "unknown-after-date"})
"""What is over: undated, it is shown only while somebody still speaks of it."""
BACKGROUND = "background"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of the diary was asked for, as of which day."""

    day: date
    first: date | None = None
    last: date | None = None
    everything: bool = False

    @property
    def is_stretch(self) -> bool:
        """Is whether days were asked for: then all that lies within them is shown, but for background."""
        return self.first is not None or self.last is not None


def in_stretch(standing: Standing, asked: Asked) -> bool:
    """Tells whether an event, or a day it was moved from, may lie in the days that were asked for."""
    if not asked.is_stretch:
        return True
    first, last = asked.first or date.min, asked.last or date.max
    return any(start <= last and first <= end for when in _whens(standing) for start, end in when.spans)


def hidden_by_face(face: Span, asked: Asked) -> str | None:
    """Gives why an event is not shown, as far as the table of contents tells; None for one to look at.

    The same answer as `hidden_because` for those that it answers for.
    """
    if asked.everything:
        return None
    if face.background:
        return BACKGROUND
    if asked.is_stretch:
        return None
    return face.status if face.latest < (asked.day - RECENT).isoformat() else None


def may_be_in_stretch(face: Span, asked: Asked) -> bool:
    """Tells whether the table of contents lets an event be within the days that were asked for."""
    first, last = asked.first or date.min, asked.last or date.max
    return face.earliest <= last.isoformat() and face.latest >= first.isoformat()


def hidden_because(standing: Standing, asked: Asked) -> str | None:
    """Gives why an event is not shown: ``background`` or its status; None for one that is."""
    if asked.everything:
        return None
    if standing.event.background:
        return BACKGROUND
    return None if asked.is_stretch or _is_current(standing, asked.day) else standing.verdict.status


def sort_key(standing: Standing) -> tuple[date, date, str]:
    """Orders events by day, the undated last."""
    when = standing.event.when
    earliest, latest = (None, None) if when is None else (when.earliest, when.latest)
    return earliest or latest or date.max, latest or date.max, standing.gathered.key


def _is_current(standing: Standing, day: date) -> bool:
    """Tells whether an event is coming, undated, moved, or was due in the last seven days."""
    dated = [when.latest or date.max for when in _whens(standing) if when.spans]
    if dated:
        return max(dated) >= day - RECENT
    if standing.verdict.status not in SETTLED:
        return True
    return _last_told(standing) >= day - RECENT


def _last_told(standing: Standing) -> date:
    return max((said_order(claim)[1] for claim in standing.claims), default=date.min)


def _whens(standing: Standing) -> Iterable[When]:
    when = standing.event.when
    return standing.event.moved_from if when is None else (when, *standing.event.moved_from)
