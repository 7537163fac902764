"""What changed in the diary since a day, as it stands on top of it."""

from collections.abc import Iterator

import msgspec

from dragoman.model.changes import ChangeEntry, Changes
from dragoman.views.cli.changes_screen import write_turns
from dragoman.views.cli.days import write_when
from dragoman.views.cli.label import call_event
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import sign_of, write_standing
from dragoman.views.web.asking import Asked
from dragoman.views.web.filters import fits, sign_name


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One event that is new or otherwise; ``told`` is what changed, and how it stood."""

    id: str
    sign: str
    tone: str
    day: str
    label: str
    standing: str
    told: str


def show_changes(changes: Changes, asked: Asked, page: Page) -> Iterator[Change]:
    """Makes what the page shows of the changes, of the events that were asked for."""
    return (_change(entry, page) for entry in changes.changes if fits(entry.event, asked, page))


def _change(entry: ChangeEntry, page: Page) -> Change:
    event = entry.event
    return Change(
        id=event.id,
        sign=sign_of(event, page),
        tone=sign_name(event),
        day=write_when(event.when, page),
        label=call_event(event, page),
        standing=write_standing(event, page),
        told=write_turns(entry, page),
    )
