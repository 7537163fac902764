"""An event as a line of the diary, and a diary as groups of lines under their days."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.views.cli.days import write_time, write_when
from dragoman.views.cli.diary_screen import SECTIONS, Section, section_of
from dragoman.views.cli.label import call_event, told_there, write_label
from dragoman.views.cli.names import call_link, call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import best_claim, clean_quote
from dragoman.views.cli.standing import sign_of, write_dissents, write_path, write_standing
from dragoman.views.web.filters import sign_name

ROOM = 120
"""Of words that tell the same, those of at most so many characters go first."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the diary. ``id`` is the event's; ``tone`` names the sign, for its colour.

    A line for the day that an event was moved from has neither words nor path.
    """

    id: str
    sign: str
    tone: str
    standing: str
    label: str
    place: str
    hour: str | None = None
    who: str | None = None
    quote: str | None = None
    reports: str | None = None
    path: str = ""
    against: str = ""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one day, or of one set or stretch of days; ``day`` is empty where no day is known."""

    day: str
    first: str | None
    rows: tuple[Row, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the diary under a heading of its own."""

    section: Section
    groups: tuple[Group, ...]


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    section: Section
    when: WhenEntry
    row: Row


def arrange(events: Sequence[EventEntry], page: Page, *, among: Sequence[EventEntry]) -> tuple[Part, ...]:
    """Arranges events into the parts of the diary, by day; background is told newest first.

    ``among`` are all events that a link may be told from.
    """
    lines = [
        _Line(section=section_of(event, page.day), when=event.when, row=make_row(event, page, among=among))
        for event in events
    ]
    lines += [line for event in events for line in _old_days(event, page)]
    parts = []
    for section in SECTIONS:
        found = sorted((line for line in lines if line.section == section), key=_order)
        if found:
            groups = _grouped(found[::-1] if section == "background" else found, page)
            parts.append(Part(section=section, groups=tuple(groups)))
    return tuple(parts)


def make_row(event: EventEntry, page: Page, *, among: Sequence[EventEntry] = ()) -> Row:
    """Makes the line of an event."""
    best = best_claim(event, room=ROOM)
    return Row(
        id=event.id,
        sign=sign_of(event, page),
        tone=sign_name(event),
        standing=write_standing(event, page),
        label=write_label(event, page, there=told_there(event, among, page)),
        place=call_place(event, page),
        hour=None if event.when.time is None else write_time(event.when.time, page),
        who=None if best is None else _who(event, page),
        quote=None if best is None else clean_quote(best.quote),
        reports=page.count("reports", event.reports),
        path=write_path(event, page),
        against=write_dissents(event, page),
    )


def _who(event: EventEntry, page: Page) -> str:
    best = best_claim(event, room=ROOM)
    return page.say("itself") if best is None or not best.chain else call_link(best.chain[-1], page)


def _old_days(event: EventEntry, page: Page) -> Iterable[_Line]:
    """Gives a line for each day that an event was moved from."""
    for when in event.moved_from:
        if when.edtf is None or event.background:
            continue
        to = write_when(event.when, page)
        standing = page.say("moved_to_none") if event.when.edtf is None else page.say("moved_to", day=to)
        behind = page.day is not None and when.latest is not None and when.latest < page.day.isoformat()
        row = Row(
            id=event.id, sign=page.signs.moved, tone="moved", standing=standing, label=call_event(event, page), place=""
        )
        yield _Line(section="past" if behind else "coming", when=when, row=row)


def _order(line: _Line) -> tuple[str, str, str]:
    first, last = line.when.earliest or line.when.latest, line.when.latest or line.when.earliest
    never = date.max.isoformat()
    return first or never, last or never, line.when.time or ""


def _grouped(lines: Iterable[_Line], page: Page) -> list[Group]:
    found: dict[str, list[_Line]] = {}
    for line in lines:
        day = "" if line.when.edtf is None else write_when(msgspec.structs.replace(line.when, time=None), page)
        found.setdefault(day, []).append(line)
    return [
        Group(day=day, first=each[0].when.earliest, rows=tuple(line.row for line in each))
        for day, each in found.items()
    ]
