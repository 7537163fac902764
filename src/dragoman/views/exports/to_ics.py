"""The diary as iCalendar (RFC 5545, 5546, 7986 and 9253): one ``VEVENT`` an event, which it keeps for life."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import Literal, get_args

from icalendar import Calendar, Component, Event, Journal, Parameters, vText, vUri

from dragoman.corridor.feed import FedEvent, Feed
from dragoman.model.diary import EventEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.names import call_place
from dragoman.views.cli.page import Page
from dragoman.views.exports.harmless import clean_line
from dragoman.views.exports.phrases import join_lines, list_urls, write_name, write_note, write_story
from dragoman.views.exports.placed import find_days, find_former, find_moment, is_about
from dragoman.views.exports.statuses import OCCURRENCE_URI, calendar_status

Cancelled = Literal["show", "hide", "prefix"]
CANCELLED: tuple[Cancelled, ...] = get_args(Cancelled)
PRODUCT = "-//Dragoman//diary of events//EN"
REFRESH = timedelta(hours=1)
DAY = timedelta(days=1)
_JOURNAL = {"TENTATIVE": "DRAFT", "CONFIRMED": "FINAL", "CANCELLED": "CANCELLED"}


def render_ics(feed: Feed, page: Page, *, cancelled: Cancelled = "show", site: str | None = None) -> bytes:
    """Gives a calendar, UTF-8, its lines folded and ended by CR LF.

    An event whose days are told to the day is a ``VEVENT``. One that was set for a day and left it for none that is
    known stays on that day and says so, ``TENTATIVE`` and taking no time. Of any other no day is known, and it is a
    ``VJOURNAL`` without one: no client then shows it on a day that nobody named. ``cancelled`` shows what is called
    off, hides it, or puts the status before the name, for clients that show no other sign. ``site`` is where the
    diary is served, for an address of each event.
    """
    calendar = _open(page)
    for fed in feed.events:
        if cancelled == "hide" and calendar_status(fed.event) == "CANCELLED":
            continue
        calendar.add_component(_component(fed, page, prefixed=cancelled == "prefix", site=site))
    return bytes(calendar.to_ical())


def _open(page: Page) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("method", "PUBLISH")
    title = clean_line(page.say("title"))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    return calendar


def _component(fed: FedEvent, page: Page, *, prefixed: bool, site: str | None) -> Component:
    event = fed.event
    placed = find_days(event.when)
    left = find_former(event) if placed is None else None
    days = placed or left
    if days is None:
        component: Component = Journal()
        component.add("status", _JOURNAL[calendar_status(event)])
    else:
        component = Event()
        _place(component, event, days, there=placed is not None)
        component.add("location", clean_line(call_place(event, page)) if _has_place(event) else "")
        component.add("status", _status(event, there=placed is not None))
    _identify(component, fed)
    component.add("summary", _summary(event, page, prefixed=prefixed, left=left is not None))
    component.add("description", join_lines(write_story(event, page)))
    component.add("comment", write_note(event, page))
    component.add("categories", [event.kind, event.nature])
    for name, value in _addresses(fed, site):
        component.add(name, value)
    return component


def _identify(component: Component, fed: FedEvent) -> None:
    """Puts in what tells one version of an event from another. Without a request to answer, DTSTAMP is its revision."""
    component.add("uid", str(fed.uid))
    component.add("sequence", fed.sequence)
    for name, moment in (("dtstamp", fed.modified), ("last-modified", fed.modified), ("created", fed.created)):
        component.add(name, moment.astimezone(UTC).replace(microsecond=0))
    component.add("x-dragoman-id", vText(fed.event.id))
    component.add("x-dragoman-status", vText(fed.event.status))
    if fed.event.when.edtf is not None:
        component.add("x-dragoman-edtf", vText(fed.event.when.edtf), parameters={"VALUE": "TEXT"})


def _place(component: Component, event: EventEntry, days: tuple[date, date], *, there: bool) -> None:
    moment = find_moment(event.when) if there else None
    if moment is None:
        component.add("dtstart", days[0])
        if days[1] != days[0]:
            component.add("dtend", days[1] + DAY)
    else:
        component.add("dtstart", moment)
    if not there or event.status in {"cancelled", "postponed", "refused", "denied", "not-held"}:
        component.add("transp", "TRANSPARENT")


def _status(event: EventEntry, *, there: bool) -> str:
    """Gives the status; what is about right only, or left for no day that is known, is not confirmed on its day."""
    status = calendar_status(event)
    return "TENTATIVE" if status == "CONFIRMED" and (is_about(event.when) or not there) else status


def _summary(event: EventEntry, page: Page, *, prefixed: bool, left: bool) -> str:
    """Gives the name; before it what a calendar cannot show: off, put off, or gone from this day."""
    name = write_name(event, page)
    if left and event.when.edtf is not None:
        return clean_line(f"{page.say('moved_to', day=write_when(event.when, page))}: {name}")
    if event.status == "postponed" or (prefixed and calendar_status(event) == "CANCELLED"):
        return clean_line(f"{page.wording.statuses[event.status].plain}: {name}")
    return name


def _has_place(event: EventEntry) -> bool:
    return event.place is not None or bool(event.alternatives)


def _addresses(fed: FedEvent, site: str | None) -> Iterator[tuple[str, vUri]]:
    yield "concept", _uri(f"{OCCURRENCE_URI}{fed.event.iptc}")
    urls = list_urls(fed)
    if site is not None:
        yield "url", vUri(f"{site.rstrip('/')}/events/{fed.event.id}")
    elif urls:
        yield "url", vUri(urls[-1])
    yield from (("link", _uri(url, LINKREL="cite")) for url in urls)


def _uri(url: str, **parameters: str) -> vUri:
    return vUri(url, params=Parameters({"VALUE": "URI", **parameters}))
