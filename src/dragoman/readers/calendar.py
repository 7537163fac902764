"""A line of a desk's own calendar as a report: what the formats of calendars share."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import get_args

from dragoman.errors import EmptyReport, MalformedRecord
from dragoman.model.report import DeskEntry, RawReport
from dragoman.packs.load import languages

STATUSES: tuple[str, ...] = get_args(DeskEntry.__annotations__["status"])


def entry_report(entry: DeskEntry, *, origin: str, outlet: str, published: str | None) -> RawReport:
    """Gives a line as a report of its desk (``outlet``): its title, its days, its place and its status, a line each.

    ``published`` is when the line was last changed. Raises `EmptyReport` for one without a title.
    """
    if not entry.title:
        raise EmptyReport("a line of a calendar without a title", report=entry.id)
    lines = (entry.title, day_text(entry), entry.place, entry.status)
    return RawReport(
        id=entry.id,
        text="\n".join(line for line in lines if line),
        origin=origin,
        outlet=outlet,
        # A title has too few small words to tell its language by.
        language=languages()[0],
        published=published,
        entry=entry,
    )


def day_text(entry: DeskEntry) -> str:
    """Gives the days of a line as its report tells them.

    >>> day_text(DeskEntry(id="1", title="x", start="2018-06-12", end="2018-06-12", time="14:30"))
    '2018-06-12 14:30'
    """
    days = entry.start if entry.start == entry.end else f"{entry.start}/{entry.end}"
    return days if entry.time is None else f"{days} {entry.time}"


def read_line(cells: Mapping[str, str], *, origin: str, line: int, stem: str) -> RawReport:
    """Gives a row of a table as a line of the calendar that has the table's name.

    ``title`` and ``start`` (``2018-06-12`` or ``2018-06-12 14:30``) are needed; ``end`` (the last day), ``id``,
    ``place``, ``status`` (confirmed, tentative or cancelled) and ``published`` (when the line was last changed) are
    read where they are there. Raises `MalformedRecord` for a day or a status that is none.
    """
    told = {name: cell.strip() for name, cell in cells.items() if cell.strip()}
    start = _moment(told.get("start", ""), origin=origin, line=line)
    end = _moment(told["end"], origin=origin, line=line) if "end" in told else start
    status = told.get("status", "confirmed").casefold()
    if status not in STATUSES or end.date() < start.date():
        what = f"no status {status!r}" if status not in STATUSES else "it ends before it begins"
        raise MalformedRecord(what, file=origin, line=line, hint=f"status: {', '.join(STATUSES)}")
    has_time = len(told["start"]) > len("2018-06-12")
    entry = DeskEntry(
        id=told.get("id", f"{stem}-{line}"),
        title=" ".join(told.get("title", "").split()),
        start=start.date().isoformat(),
        end=end.date().isoformat(),
        status=status,  # type: ignore[arg-type] # one of them, as was just seen
        time=f"{start:%H:%M}" if has_time else None,
        place=told.get("place"),
    )
    return entry_report(entry, origin=f"{origin}:{line}", outlet=stem, published=told.get("published"))


def _moment(text: str, *, origin: str, line: int) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise MalformedRecord(f"{text!r} is no day", file=origin, line=line, hint="YYYY-MM-DD HH:MM") from error


def whole_days(start: date, end: date | None) -> tuple[date, date]:
    """Gives the days from one to another, the same one where there is no later."""
    return start, start if end is None or end < start else end
