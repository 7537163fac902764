"""The diary as a page: which days, what changed, what is shown of it and how much is not."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec

from dragoman.model.diary import Diary, EventEntry
from dragoman.views.cli.days import write_day
from dragoman.views.cli.page import Page
from dragoman.views.web.asking import PERIODS, SIGNS, Asked, beside, day_on, stretch
from dragoman.views.web.changed import Change, show_changes
from dragoman.views.web.filters import Choices, choices, fits, is_shown
from dragoman.views.web.rows import Part, arrange
from dragoman.views.web.shelf import Shelf

PAGE_SIZE = 200


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """A choice between views of the same: its name, its address, and whether it is the one that is seen."""

    name: str
    href: str
    current: bool


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A sign that may be shown or not."""

    value: str
    sign: str
    name: str
    shown: bool


class DiaryPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the diary's page shows."""

    as_of: date
    title: str
    tabs: tuple[Tab, ...]
    before: str | None
    after: str | None
    today: str
    ticks: tuple[Tick, ...]
    choices: Choices
    changed: tuple[Change, ...]
    changed_since: str
    parts: tuple[Part, ...]
    total: int
    hidden: str
    everything: str
    pages: tuple[Tab, ...]


def make_diary_page(shelf: Shelf, asked: Asked, page: Page, *, path: str = "/") -> tuple[DiaryPage, Page]:
    """Makes the page of the diary, and the page to write it on, as of its day."""
    coming = shelf.coming(asked)
    shown = page.on_day(_day(coming))
    day = _day(coming)
    first, last = stretch(asked, asked.day or day)
    whole = (
        coming
        if first is None and not asked.everything
        else shelf.stretch(asked, first, last, everything=asked.everything)
    )
    events = [*whole.events, *(_undated(coming) if first is not None else ())]
    fitting = [event for event in events if fits(event, asked, shown)]
    seen = [event for event in fitting if is_shown(event, asked)]
    hidden = Counter(whole.hidden)
    hidden.update(event.status for event in fitting if not is_shown(event, asked))
    part = seen[(asked.page - 1) * PAGE_SIZE : asked.page * PAGE_SIZE]
    since = asked.since or day_on(day, -1)
    return DiaryPage(
        as_of=day,
        title=_title(asked, first, last, shown),
        tabs=tuple(_tabs(asked, shown, path)),
        before=_beside(asked, day, path)[0],
        after=_beside(asked, day, path)[1],
        today=path + asked.but(as_of=None, as_added=None, day=None).query(),
        ticks=tuple(_ticks(asked, shown)),
        choices=choices(events, shown),
        changed=() if asked.page > 1 else tuple(show_changes(shelf.changes(asked, since), asked, shown)),
        changed_since=write_day(since, shown),
        parts=arrange(part, shown, among=events),
        total=len(seen),
        hidden=", ".join(_hidden(hidden, shown)),
        everything=path + asked.but(everything=True).query(),
        pages=tuple(_pages(len(seen), asked, path)),
    ), shown


def _day(diary: Diary) -> date:
    return date.fromisoformat(diary.as_of or "")


def _undated(coming: Diary) -> Iterator[EventEntry]:
    return (event for event in coming.events if event.when.edtf is None)


def _title(asked: Asked, first: date | None, last: date | None, page: Page) -> str:
    if first is None or last is None:
        return page.say("web_view_coming")
    if asked.period == "day":
        return write_day(first, page)
    if asked.period == "week":
        number = first.isocalendar().week
        return page.say("web_week", number=number, first=write_day(first, page), last=write_day(last, page))
    return page.wording.dates["month"].format(month=page.wording.months[first.month - 1], year=first.year)


def _tabs(asked: Asked, page: Page, path: str) -> Iterator[Tab]:
    for period in PERIODS:
        href = path + asked.but(period=period).query()
        yield Tab(name=page.say(f"web_view_{period}"), href=href, current=asked.period == period)


def _beside(asked: Asked, day: date, path: str) -> tuple[str | None, str | None]:
    if asked.period == "coming":
        return None, None
    before, after = beside(asked, asked.day or day)
    return path + asked.but(day=before).query(), path + asked.but(day=after).query()


def _ticks(asked: Asked, page: Page) -> Iterator[Tick]:
    for sign in SIGNS:
        yield Tick(
            value=sign,
            sign=getattr(page.signs, sign),
            name=page.say(f"web_sign_{sign}"),
            shown=asked.everything or sign in asked.show,
        )


def _hidden(hidden: Counter[str], page: Page) -> Iterator[str]:
    """Counts what is not shown, as the terminal does."""
    for reason, count in sorted(hidden.items()):
        words = page.wording.statuses.get(reason)  # type: ignore[call-overload] # a status, or that it is background
        yield f"{count} {page.say('hidden_background') if words is None else words.plain}"


def _pages(total: int, asked: Asked, path: str) -> Iterator[Tab]:
    count = -(-total // PAGE_SIZE)
    if count > 1:
        for number in range(1, count + 1):
            href = path + msgspec.structs.replace(asked, page=number).query()
            yield Tab(name=str(number), href=href, current=number == asked.page)
