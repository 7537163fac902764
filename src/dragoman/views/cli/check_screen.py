"""How a calendar differs, on a terminal: each event as in the diary, with what the calendar has."""

from collections.abc import Iterator
from datetime import date

from dragoman.model.check import Check, Difference
from dragoman.model.diary import WhenEntry
from dragoman.model.report import DeskEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.diary_screen import DATE_AT, INDENT, STATUS_AT, first_line, write_title
from dragoman.views.cli.fit import wrap
from dragoman.views.cli.label import write_label
from dragoman.views.cli.names import call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import write_best_quote
from dragoman.views.cli.standing import sign_of, write_dissents, write_standing


def render_check(found: Check, page: Page) -> list[str]:
    """Gives the lines of the screen, none longer than the page but for what is to be typed."""
    shown = page.on_day(date.fromisoformat(found.as_of))
    lines = [*write_title(shown.say("check_title"), shown, according_to=found.according_to)]
    counts = {"same": found.same, "untold": found.untold, "past": found.past}
    entries, differences = shown.count("entries", found.entries), shown.count("differences", len(found.differences))
    told = shown.join(f"{entries}, {differences}", shown.say("check_counts", **counts), shown.say("unverified"))
    lines += wrap(told, shown.columns)
    for each in found.differences:
        lines += ["", *_difference(each, shown)]
    if found.differences:
        lines += ["", shown.say("why", command=f"dragoman event {found.differences[0].event.id}")]
    return lines


def _difference(found: Difference, page: Page) -> Iterator[str]:
    event = found.event
    when = write_when(event.when, page, room=STATUS_AT - DATE_AT)
    sign, standing = sign_of(event, page), write_standing(event, page)
    yield from first_line(sign, when, standing, call_place(event, page), event.id, page)
    room = page.columns - len(INDENT)
    told = (
        write_label(event, page),
        page.say("check_missing") if found.entry is None else write_entry(found, found.entry, page),
        write_best_quote(event, page, room=room),
        write_dissents(event, page),
    )
    for text in told:
        if text:
            yield from wrap(text, page.columns, first=INDENT, rest=INDENT)


def write_entry(found: Difference, entry: DeskEntry, page: Page) -> str:
    """Gives what differs, and what the calendar has on it: its id there, title, days and status.

    For example ``afgelast · uw regel 2018-0612-14 zegt "Top Trump – Kim", di 12 juni 2018, zeker``.
    """
    kinds = ", ".join(page.say(f"check_{kind}") for kind in found.kinds)
    edtf = entry.start if entry.start == entry.end else f"{entry.start}/{entry.end}"
    day = write_when(WhenEntry(edtf=edtf, time=entry.time), page)
    status = page.say(f"entry_{entry.status}")
    return page.join(kinds, page.say("check_entry", id=entry.id, title=entry.title, day=day, status=status))
