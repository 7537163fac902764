"""Where an event lies in a calendar, without a day that nobody named."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.model.when import When

_DAYS = re.compile(r"[?~%]?\d{4}-[?~%]?\d{2}-[?~%]?\d{2}[?~%]?(?:/[?~%]?\d{4}-[?~%]?\d{2}-[?~%]?\d{2}[?~%]?)?")
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)")


def find_days(when: WhenEntry) -> tuple[date, date] | None:
    """Gives the first and last day of a date that is told to the day; None for one of several days, or a month.

    >>> find_days(WhenEntry(edtf="2018-06-10/2018-06-12"))
    (datetime.date(2018, 6, 10), datetime.date(2018, 6, 12))
    >>> find_days(WhenEntry(edtf="2018-06")) is None
    True
    """
    if when.edtf is None or _DAYS.fullmatch(when.edtf) is None:
        return None
    spans = When(edtf=when.edtf).spans
    return spans[0] if len(spans) == 1 else None


def is_about(when: WhenEntry) -> bool:
    """Tells whether a date is told as about right or as uncertain: EDTF's ``~``, ``?`` and ``%``."""
    return when.edtf is not None and bool(set(when.edtf) & set("?~%"))


def find_moment(when: WhenEntry) -> datetime | None:
    """Gives in UTC when an event begins, where day, hour and zone are all told; None otherwise.

    An hour without a zone is no moment: whoever reads it may be elsewhere.
    """
    days = find_days(when)
    if days is None or days[0] != days[1] or when.time is None or when.zone is None:
        return None
    told = _TIME.fullmatch(when.time)
    try:
        zone = ZoneInfo(when.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    if told is None:
        return None
    day = days[0]
    return datetime(day.year, day.month, day.day, int(told["hour"]), int(told["minute"]), tzinfo=zone).astimezone(UTC)


def find_bounds(when: WhenEntry) -> tuple[date | None, date | None]:
    """Gives the first and the last day that a date can be, None for an end that is open or not told."""
    told = When(edtf=when.edtf)
    return told.earliest, told.latest


def truncate_days(when: WhenEntry) -> str | None:
    """Gives the day, or else the month or year, that a date lies in; None where it is not even within one year.

    >>> truncate_days(WhenEntry(edtf="[2018-06-05,2018-06-12]"))
    '2018-06'
    """
    first, last = find_bounds(when)
    if first is None or last is None:
        return None
    for length in (10, 7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return None


def find_former(event: EventEntry) -> tuple[date, date] | None:
    """Gives the days that an event was last set for and has left; None where it left none that is told to the day."""
    found = (find_days(when) for when in reversed(event.moved_from))
    return next((days for days in found if days is not None), None)
