"""When a report was published, out of however its format writes that."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

import msgspec

from dragoman.errors import MalformedRecord
from dragoman.model.when import When

ISO_TIME = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When a report was published: ``edtf`` to the day, month or year, and an hour (``10:30``) if one was given.

    The day is the one that the paper wrote, in its own zone; an hour keeps its offset (``10:30+02:00``).
    """

    edtf: str
    time: str | None = None


def read_published(told: str, *, origin: str) -> Published:
    """Reads a date as files give them: EDTF, ISO 8601 with or without an hour, as mail does, or day first.

    Raises `MalformedRecord` for words that are no date; none is made up.

    >>> read_published("2018-05-26T10:30:00+02:00", origin="a.txt")
    Published(edtf='2018-05-26', time='10:30+02:00')
    >>> read_published("26/5/2018", origin="a.txt").edtf
    '2018-05-26'
    """
    told = told.strip()
    for read in (_iso, _edtf, _compact, _day_first, _mail):
        try:
            found = read(told)
        except (ValueError, OverflowError):
            continue
        if found is not None:
            return found
    raise MalformedRecord(f"no date: {told[:60]!r}", file=origin, hint="write it as 2018-05-26, or 2018-05")


def _edtf(told: str) -> Published | None:
    when = When.parse(told)
    return Published(edtf=told) if when.spans else None


def _iso(told: str) -> Published | None:
    found = ISO_TIME.fullmatch(told)
    if found is None:
        return None
    moment = datetime.fromisoformat(f"{found['day']}T{found['time']}")
    zone = (found["zone"] or "").replace("Z", "+00:00")
    return Published(edtf=moment.date().isoformat(), time=found["time"] + zone)


def _compact(told: str) -> Published | None:
    found = COMPACT.fullmatch(told)
    return None if found is None else _day(*map(int, found.groups()))


def _day_first(told: str) -> Published | None:
    found = DAY_FIRST.fullmatch(told)
    return None if found is None else _day(*map(int, reversed(found.groups())))


def _mail(told: str) -> Published | None:
    moment = parsedate_to_datetime(told)
    zone = moment.strftime("%z")
    return Published(
        edtf=moment.date().isoformat(), time=moment.strftime("%H:%M") + (f"{zone[:3]}:{zone[3:]}" if zone else "")
    )


def _day(year: int, month: int, day: int) -> Published:
    return Published(edtf=date(year, month, day).isoformat())
