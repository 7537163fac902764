"""What changed in the diary since a day: events that came, moved, or stand otherwise than they did."""

from collections.abc import Iterator
from datetime import date

import msgspec

from dragoman.model.diary import Diary, EventEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.label import call_event
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import sign_of, write_standing
from dragoman.views.web.asking import Asked
from dragoman.views.web.filters import fits, sign_name
from dragoman.views.web.shelf import Shelf


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One event that is new or otherwise; ``was`` tells how it stood, and is empty for a new one."""

    id: str
    sign: str
    tone: str
    day: str
    label: str
    standing: str
    was: str


def find_changes(shelf: Shelf, asked: Asked, now: Diary, *, since: date, page: Page) -> Iterator[Change]:
    """Finds the changes among what is coming now since the end of a day; none for what the archive held."""
    if asked.as_added is not None:
        return
    before = shelf.stretch(asked.but(as_of=since), None, None, everything=True)
    known = {event.id: event for event in before.events}
    for event in now.events:
        # An event that was merged since had its alias's id.
        old = next((known[key] for key in (event.id, *event.aliases) if key in known), None)
        if fits(event, asked, page) and (old is None or is_changed(old, event)):
            yield _change(old, event, page)


def is_changed(old: EventEntry, new: EventEntry) -> bool:
    """Tells whether an event stands otherwise than it did, or is on another day."""
    return (old.status, old.when.edtf, old.moved_from) != (new.status, new.when.edtf, new.moved_from)


def _change(old: EventEntry | None, event: EventEntry, page: Page) -> Change:
    return Change(
        id=event.id,
        sign=sign_of(event, page),
        tone=sign_name(event),
        day=write_when(event.when, page),
        label=call_event(event, page),
        standing=write_standing(event, page),
        was="" if old is None else _was(old, event, page),
    )


def _was(old: EventEntry, new: EventEntry, page: Page) -> str:
    told = f"{sign_of(old, page)} {write_standing(old, page)}"
    return told if old.when.edtf == new.when.edtf else f"{told}, {write_when(old.when, page)}"
