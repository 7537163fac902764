"""What changed, on a terminal: each event as in the diary, with where it stood before and each turn since."""

from collections.abc import Iterator
from datetime import date

from dragoman.model.changes import ChangeEntry, Changes, StandEntry
from dragoman.model.diary import WhenEntry
from dragoman.views.cli.days import write_day, write_near, write_when
from dragoman.views.cli.diary_screen import (
    DATE_AT,
    INDENT,
    STATUS_AT,
    first_line,
    side_by_side,
    write_title,
)
from dragoman.views.cli.fit import wrap
from dragoman.views.cli.label import write_label
from dragoman.views.cli.names import call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import write_best_quote
from dragoman.views.cli.standing import sign_of, write_dissents, write_standing, write_status


def render_changes(changes: Changes, page: Page, *, paths: tuple[str, ...] = ()) -> list[str]:
    """Gives the lines of the screen, none longer than the page but for what is to be typed."""
    shown = page.on_day(date.fromisoformat(changes.as_of))
    title = shown.say("changes_title", day=write_day(date.fromisoformat(changes.since), shown))
    lines = [*write_title(title, shown, according_to=changes.according_to)]
    counted = shown.count("changed_events", len(changes.changes))
    lines += wrap(shown.join(counted, shown.say("unverified")), shown.columns)
    for entry in changes.changes:
        lines += ["", *_change(entry, shown)]
    return [*lines, "", *_footer(changes, shown, paths)]


def write_turns(entry: ChangeEntry, page: Page) -> str:
    """Gives what changed, where it stood before, and each turn since where there were several.

    For example ``heropend · was ✕ afgelast door Trump``.
    """
    kinds = ", ".join(page.say(f"change_{kind}") for kind in entry.kinds)
    before = "" if entry.before is None else page.say("change_was", standing=_stood(entry, entry.before, page))
    if len(entry.steps) == 1:
        return page.join(kinds, before)
    turns = [f"{write_near(_day(step), page)} {_stood(entry, step, page)}" for step in entry.steps]
    return page.join(kinds, " > ".join(part for part in (before, *turns) if part))


def _change(entry: ChangeEntry, page: Page) -> Iterator[str]:
    event = entry.event
    when = write_when(event.when, page, room=STATUS_AT - DATE_AT)
    sign, standing = sign_of(event, page), write_standing(event, page)
    yield from first_line(sign, when, standing, call_place(event, page), event.id, page)
    room = page.columns - len(INDENT)
    told = (
        write_label(event, page),
        write_turns(entry, page),
        write_best_quote(event, page, room=room),
        write_dissents(event, page),
    )
    for text in told:
        if text:
            yield from wrap(text, page.columns, first=INDENT, rest=INDENT)


def _stood(entry: ChangeEntry, step: StandEntry, page: Page) -> str:
    """Gives where an event stood, with its sign, and its day where it is another now."""
    told = f"{page.signs.of(step.status)} {write_status(step.status, page, by=step.by)}"
    apart = step.when.edtf is not None and "moved" in entry.kinds and step.when.edtf != entry.event.when.edtf
    return f"{told}, {write_when(step.when, page)}" if apart else told


def _day(step: StandEntry) -> WhenEntry:
    return WhenEntry(edtf=step.day)


def _footer(changes: Changes, page: Page, paths: tuple[str, ...]) -> Iterator[str]:
    if changes.hidden:
        told = page.say("hidden", what=f"{sum(changes.hidden.values())} {page.say('hidden_background')}")
        yield from side_by_side(told, page.say("hidden_all", command="dragoman changes --all"), page=page)
    if changes.changes:
        source = [f"--in {path}" for path in paths]
        yield page.say("why", command=" ".join(["dragoman event", changes.changes[0].event.id, *source]))
    else:
        yield page.say("changes_none")
