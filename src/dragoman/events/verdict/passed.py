"""What becomes of an event when its day has gone by without word (rule verdict.passed)."""

from datetime import date, timedelta

from dragoman.model.vocabulary import Status
from dragoman.model.when import When

TO_COME: frozenset[Status] = frozenset({"mooted", "planned", "confirmed", "doubtful", "conditional"})
"""Statuses of an event whose day should bring news of it."""


def last_day(status: Status, *, when: When | None, since: date | None, lasts_days: int) -> date | None:
    """Gives the last day on which a status can hold without new word, None where it holds on.

    An event to come is overtaken by the last day that it can be; one under way by its end, or by its kind's
    usual length counted from the day it was said to have begun.
    """
    latest = None if when is None else when.latest
    if status in TO_COME:
        return latest
    if status != "ongoing":
        return None
    begun = latest if since is None else since
    usual = None if begun is None else begun + timedelta(days=max(lasts_days, 1) - 1)
    return max((day for day in (latest, usual) if day is not None), default=None)


def has_passed(status: Status, *, when: When | None, since: date | None, lasts_days: int, as_of: date) -> bool:
    """Tells whether a day is past the last on which a status holds.

    >>> has_passed("planned", when=When(edtf="2018-06-12"), since=None, lasts_days=1, as_of=date(2018, 6, 13))
    True
    """
    last = last_day(status, when=when, since=since, lasts_days=lasts_days)
    return last is not None and as_of > last
