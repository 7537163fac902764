"""The diary on a terminal: what is coming, undated, past and background, one event in two to five lines."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from dragoman.model.diary import Diary, EventEntry, ReportEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.views.cli.days import list_days, write_day, write_when
from dragoman.views.cli.fit import cut, flush, pad, width, wrap
from dragoman.views.cli.label import call_event, told_there, write_label
from dragoman.views.cli.names import call_name, call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import write_best_quote
from dragoman.views.cli.standing import sign_of, write_dissents, write_path, write_standing

Section = Literal["coming", "undated", "past", "background"]
SECTIONS: tuple[Section, ...] = ("coming", "undated", "past", "background")
OVER: frozenset[Status] = frozenset({"held", "not-held", "unknown-after-date"})
DATE_AT, STATUS_AT, PLACE_AT = 2, 22, 40
"""The columns in which a line's parts begin, where the parts before them leave them free."""
INDENT = "  "
LONGEST_FOOTER_PATHS = 30


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An event's lines and what they are sorted by."""

    key: tuple[date, date, int]
    lines: tuple[str, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """How the diary was asked for: ``paths`` as they were given, none for a ledger."""

    paths: tuple[str, ...] = ()


def render_diary(diary: Diary, page: Page, *, asked: Asked | None = None) -> list[str]:
    """Gives the lines of the diary's screen, none longer than the page but for a word that no line can hold."""
    shown = page.on_day(None if diary.as_of is None else date.fromisoformat(diary.as_of))
    lines = list(_header(diary, shown))
    for section in SECTIONS:
        rows = _rows(diary, section, shown)
        if rows:
            lines += ["", shown.heading(shown.say(section)), *_spaced(rows, apart=section != "background")]
    if not diary.events:
        lines += ["", shown.say("nothing")]
    return [*lines, "", *_footer(diary, shown, asked or Asked())]


def section_of(event: EventEntry, day: date | None) -> Section:
    """Gives under which heading an event stands as of a day."""
    if event.background:
        return "background"
    if event.status in OVER:
        return "past"
    if event.when.edtf is None:
        return "undated"
    last = event.when.latest
    is_past = day is not None and last is not None and last < day.isoformat() and event.status != "ongoing"
    return "past" if is_past else "coming"


def _header(diary: Diary, page: Page) -> Iterator[str]:
    yield from write_title(page.say("title"), page, according_to=diary.according_to)
    yield from wrap(page.join(_reports(diary.reports, page), page.say("unverified")), page.columns)


def write_title(title: str, page: Page, *, according_to: str | None) -> Iterator[str]:
    """Gives a screen's first line: its title, the day that it is as of, and by whose word."""
    as_of = page.say("as_of", day="" if page.day is None else write_day(page.day, page))
    if according_to is not None:
        as_of = f"{as_of}, {page.say('according_to', who=call_name(according_to, page))}"
    if width(title) + width(as_of) + 2 <= page.columns:
        yield flush(page.heading(title), as_of, page.columns)
    else:
        yield page.heading(title)
        yield from wrap(as_of, page.columns)


def _reports(reports: Sequence[ReportEntry], page: Page) -> str:
    """Counts the reports, and tells of those of which the day is not known."""
    told = page.count("reports", len(reports))
    vague = [report.published for report in reports if _is_vague(report.published)]
    if not vague:
        return told
    if len(reports) > 1:
        return f"{told}, {page.say('days_unknown', count=len(vague))}"
    days = page.say("no_date") if vague[0] is None or vague[0].edtf is None else list_days(vague[0], page)
    return f"{told}, {page.say('day_unknown', days=days)}"


def _is_vague(when: WhenEntry | None) -> bool:
    return when is None or when.edtf is None or when.earliest != when.latest


def _rows(diary: Diary, section: Section, page: Page) -> list[Row]:
    rows = [
        Row(
            key=_key(event.when, place),
            lines=tuple(_event(event, section, page, diary.events)),
        )
        for place, event in enumerate(diary.events)
        if section_of(event, page.day) == section
    ]
    rows += [row for place, event in enumerate(diary.events) for row in _old_days(event, section, place, page)]
    return sorted(rows, key=_backwards if section == "background" else _forwards)


def _forwards(row: Row) -> tuple[date, date, int]:
    return row.key


def _backwards(row: Row) -> tuple[int, int]:
    return -row.key[0].toordinal(), row.key[2]


def _key(when: WhenEntry, place: int) -> tuple[date, date, int]:
    ends = [date.fromisoformat(end) for end in (when.earliest, when.latest) if end is not None]
    return (ends[0], ends[-1], place) if ends else (date.max, date.max, place)


def _spaced(rows: Sequence[Row], *, apart: bool) -> Iterator[str]:
    for place, row in enumerate(rows):
        if place and apart:
            yield ""
        yield from row.lines


def _event(event: EventEntry, section: Section, page: Page, events: Sequence[EventEntry]) -> Iterator[str]:
    when = write_when(event.when, page, room=STATUS_AT - DATE_AT)
    sign, standing = sign_of(event, page), write_standing(event, page)
    yield from first_line(sign, when, standing, call_place(event, page), event.id, page)
    label = write_label(event, page, there=told_there(event, events, page))
    yield from wrap(label, page.columns, first=INDENT, rest=INDENT)
    if section == "background":
        return
    room = page.columns - len(INDENT)
    for told in (write_path(event, page), write_best_quote(event, page, room=room), write_dissents(event, page)):
        if told:
            yield from wrap(told, page.columns, first=INDENT, rest=INDENT)


def first_line(sign: str, when: str, standing: str, place: str, short_id: str, page: Page) -> Iterator[str]:
    """Gives an event's sign, date, status, place and id, on one line where they fit, else the rest below."""
    room = page.columns - width(short_id) - 2
    line = _then(f"{page.tint(sign, sign)} {when}", page.tint(standing, sign), STATUS_AT, gap=1)
    whole = _then(line, place, PLACE_AT)
    if width(whole) <= room:
        yield flush(whole, page.faint(short_id), page.columns)
    elif width(line) <= room:
        yield flush(line, page.faint(short_id), page.columns)
        yield from wrap(place, page.columns, first=" " * STATUS_AT, rest=" " * STATUS_AT)
    else:
        yield flush(
            f"{page.tint(sign, sign)} {cut(when, room - 2, more=page.signs.more)}", page.faint(short_id), page.columns
        )
        below = f"{standing}, {place}"
        yield from (page.tint(text, sign) for text in wrap(below, page.columns, first=INDENT, rest=INDENT))


def _then(before: str, after: str, at: int, *, gap: int = 2) -> str:
    """Puts a part in its column, or two blanks on where less than ``gap`` would be left."""
    return pad(before, at if width(before) + gap <= at else width(before) + 2) + after


def _old_days(event: EventEntry, section: Section, place: int, page: Page) -> Iterator[Row]:
    """Gives a line for each day that an event was moved from, pointing to the new one."""
    for when in event.moved_from:
        if when.edtf is None or event.background or _section_of_day(when, page.day) != section:
            continue
        sign = page.signs.moved
        moved_to = write_when(event.when, page)
        standing = page.say("moved_to_none") if event.when.edtf is None else page.say("moved_to", day=moved_to)
        first = first_line(sign, write_when(when, page, room=STATUS_AT - DATE_AT), standing, "", event.id, page)
        label = wrap(call_event(event, page), page.columns, first=INDENT, rest=INDENT)
        yield Row(key=_key(when, place), lines=(*first, *label))


def _section_of_day(when: WhenEntry, day: date | None) -> Section:
    is_past = day is not None and when.latest is not None and when.latest < day.isoformat()
    return "past" if is_past else "coming"


def _footer(diary: Diary, page: Page, asked: Asked) -> Iterator[str]:
    if diary.hidden:
        told = page.say("hidden", what=", ".join(_hidden(diary.hidden, page)))
        everything = page.say("hidden_all", command="dragoman diary --all")
        yield from side_by_side(told, everything, page=page)
    signs = page.signs
    shown = {name: getattr(signs, sign) for name, sign in _LEGEND.items()}
    yield from wrap_keeping(page.say("legend", **shown), page)
    yield from side_by_side(*_commands(diary, page, asked), page=page)


_LEGEND = {
    "planned": "on",
    "doubtful": "open",
    "moved": "moved",
    "cancelled": "off",
    "held": "over",
    "unknown": "unknown",
}


def wrap_keeping(text: str, page: Page) -> list[str]:
    """Gives a text whose parts stand two blanks apart in lines, no part broken."""
    lines: list[str] = []
    for part in text.split("  "):
        if lines and width(lines[-1]) + 2 + width(part) <= page.columns:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return lines


def _hidden(hidden: dict[str, int], page: Page) -> Iterator[str]:
    for reason, count in hidden.items():
        words = page.wording.statuses.get(reason)  # type: ignore[call-overload] # a status, or that it is background
        yield f"{count} {page.say('hidden_background') if words is None else words.plain}"


def side_by_side(*parts: str, page: Page) -> list[str]:
    """Gives short texts on one line, or each on its own where they do not fit."""
    joined = (" " * 5).join(parts)
    return [joined] if width(joined) <= page.columns else list(parts)


def _telling(event: EventEntry, page: Page) -> tuple[bool, bool]:
    """Orders events by how much their story tells: one to come that changed before all."""
    return section_of(event, page.day) not in {"coming", "undated"}, event.previous is None


def _commands(diary: Diary, page: Page, asked: Asked) -> Iterator[str]:
    """Gives what to type for an event's story and for another day, with what was typed for this one."""
    too_long = width(" ".join(asked.paths)) > LONGEST_FOOTER_PATHS or " " in "".join(asked.paths)
    shown = (page.signs.more,) if too_long else asked.paths
    told = min(diary.events, key=lambda event: _telling(event, page), default=None)
    if told is not None:
        yield page.say("why", command=" ".join(["dragoman event", told.id, *(f"--in {path}" for path in shown)]))
    if page.day is not None:
        before = (page.day - timedelta(days=1)).isoformat()
        yield page.say("other_day", command=" ".join(["dragoman diary", *shown, "--as-of", before]))
