"""Reads iCalendar: each event of a desk's calendar as a report of that desk."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BufferedReader
from typing import TYPE_CHECKING, Any

from dragoman.errors import MalformedRecord, SkipReport
from dragoman.model.report import DeskEntry, RawReport
from dragoman.readers.calendar import STATUSES, entry_report, whole_days
from dragoman.readers.decode import decode
from dragoman.readers.limits import MOST_FILE_BYTES, read_at_most
from dragoman.readers.reader import Found

if TYPE_CHECKING:
    from icalendar import Component

STAMPS = ("LAST-MODIFIED", "DTSTAMP", "CREATED")
"""When a line was last changed, the surest first."""


def read_reports(stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
    """Gives each event of a calendar, by its ``UID``; the desk is the calendar's name, or else the file's.

    An event without a title or a day comes out as an error with its id, and those after it are read all the same.
    One that repeats is read on its first day.
    """
    try:
        text = decode(read_at_most(stream, MOST_FILE_BYTES, origin=origin), origin=origin)
        calendars = _parse(text)
    except SkipReport as error:
        yield error.at(file=origin)
        return
    place = 0
    for calendar in calendars:
        outlet = str(calendar.get("X-WR-CALNAME") or stem)
        for event in calendar.walk("VEVENT"):
            place += 1
            try:
                yield _read(event, origin=origin, outlet=outlet, label=f"{stem}-{place}")
            except SkipReport as error:
                yield error.at(file=origin)


def _parse(text: str) -> "list[Component]":
    from icalendar import Calendar  # noqa: PLC0415  imported for those few who read a calendar

    try:
        found: list[Component] = list(Calendar.from_ical(text, multiple=True))
    except (ValueError, IndexError, KeyError) as error:
        raise MalformedRecord(f"no calendar: {error}") from error
    if not found:
        raise MalformedRecord("no calendar: nothing begins one")
    return found


def _read(event: "Component", *, origin: str, outlet: str, label: str) -> RawReport:
    name = " ".join(str(event.get("UID") or label).split())
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if start is None:
        raise MalformedRecord("a line of a calendar without a day", report=name)
    first, last = whole_days(_day(start), _last_day(end))
    status = str(event.get("STATUS") or "confirmed").casefold()
    entry = DeskEntry(
        id=name,
        title=_words(event, "SUMMARY") or "",
        start=first.isoformat(),
        end=last.isoformat(),
        status=status if status in STATUSES else "confirmed",  # type: ignore[arg-type] # one of them
        time=f"{start:%H:%M}" if isinstance(start, datetime) else None,
        zone=getattr(start.tzinfo, "key", None) if isinstance(start, datetime) else None,
        place=_words(event, "LOCATION"),
    )
    stamps = (_moment(event, name) for name in STAMPS)
    changed = next((stamp for stamp in stamps if stamp is not None), None)
    published = None if changed is None else _day(changed).isoformat()
    return entry_report(entry, origin=f"{origin}:{name}", outlet=outlet, published=published)


def _moment(event: "Component", name: str) -> Any:  # noqa: ANN401 - a date or a datetime, or None
    """Gives a day or a moment; None where there is none, or one that is broken."""
    from icalendar.error import BrokenCalendarProperty  # noqa: PLC0415  as above

    try:
        found = getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
    return found if isinstance(found, date) else None


def _last_day(end: date | None) -> date | None:
    """Gives the last day; a whole day's end, or midnight, is the first day after."""
    if end is None:
        return None
    before = end - timedelta(days=1)
    is_midnight = not isinstance(end, datetime) or (end.hour, end.minute) == (0, 0)
    return _day(before) if is_midnight else _day(end)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _words(event: "Component", name: str) -> str | None:
    return " ".join(str(event.get(name) or "").split()) or None
