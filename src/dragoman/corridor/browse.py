"""What somebody looks through page by page: one event with its neighbours, one report, who speaks, what there is."""

import logging
from collections.abc import Iterable
from datetime import date

import msgspec

from dragoman.corridor.ask import find_standing, open_view, standings
from dragoman.corridor.entries import act_entries, quote_entries, report_entry
from dragoman.corridor.line import tell_resolved
from dragoman.corridor.settle import settle
from dragoman.corridor.standing import Standing, event_entry
from dragoman.corridor.view import View
from dragoman.errors import AmbiguousId, LedgerLocked, NoSuchReport
from dragoman.ledger.anchors import anchor_key
from dragoman.ledger.derived import is_settled
from dragoman.ledger.fetch import count_reports, fetch_keys, read_stamp
from dragoman.ledger.lookup import (
    read_actors,
    read_effective_days_of,
    read_first_day,
    read_last_day,
    read_members_of,
    read_spans_of,
)
from dragoman.ledger.store import Ledger
from dragoman.model.diary import ActEntry, EventEntry, QuoteEntry, ReportEntry
from dragoman.model.line import Line
from dragoman.model.vocabulary import Status

LOG = logging.getLogger(__name__)
KEY = "sha256:"


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds: how many reports, from which day to which, and a ``stamp`` that changes when it does."""

    stamp: str
    reports: int
    first: str | None
    last: str | None


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event stood from a day on, until the next."""

    day: str
    status: Status


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event with those that it shares a report and a link with, and the statuses it has had; ``day`` is as of when.

    ``faces`` is empty where one actor's side was asked for: that is not kept.
    """

    day: date
    event: EventEntry
    others: tuple[EventEntry, ...] = ()
    faces: tuple[Face, ...] = ()


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A report's text with what was read in it; ``events`` are the ids of its events, by their place in the reading.

    An event of which nothing is known on the day has no id.
    """

    report: ReportEntry
    line: Line
    text: str
    url: str | None = None
    events: tuple[str | None, ...] = ()


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """Reports with the acts and quotes that they tell of."""

    reports: tuple[ReportEntry, ...]
    acts: tuple[ActEntry, ...]
    quotes: tuple[QuoteEntry, ...]


def stamp(ledger: Ledger) -> str:
    """Gives a text that is another one whenever the ledger holds or tells something else."""
    with ledger.reading() as connection:
        return f"{read_stamp(connection)}{'' if is_settled(connection) else '-unsettled'}"


def look(ledger: Ledger) -> Contents:
    """Gives what a ledger holds, settled; while another program writes, what was settled last."""
    try:
        settle(ledger)
    except LedgerLocked as error:
        LOG.info("told is what was settled last: %s", error)
    told = stamp(ledger)
    with ledger.reading() as connection:
        return Contents(
            stamp=told,
            reports=count_reports(connection),
            first=read_first_day(connection),
            last=read_last_day(connection, until=date.max.isoformat()),
        )


def tell_event(
    ledger: Ledger,
    name_or_id: str,
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
) -> Told:
    """Gives an event with its neighbours; what may be asked, and the errors, are those of `dragoman.event`."""
    with open_view(ledger, as_of=as_of, as_added=as_added, according_to=according_to, exactly=exactly) as (view, whose):
        found = find_standing(name_or_id, view, whose)
        entry = event_entry(found, view=view)
        beside = (event_entry(each, view=view) for each in standings(view, whose, _beside(found, view)))
        spans = [] if whose is not None else read_spans_of(view.connection, found.gathered.key, until=view.until)
        return Told(
            day=view.day,
            event=entry,
            others=tuple(each for each in beside if _linked(entry, each)),
            faces=tuple(Face(day=span.from_, status=span.status) for span in spans),  # type: ignore[arg-type] # as kept
        )


def tell_text(ledger: Ledger, key_or_id: str, *, as_of: date | None = None, as_added: date | None = None) -> Text:
    """Gives a report's text with what was read in it, by its key or its label.

    Raises `NoSuchReport` for one that is not known on the day, `AmbiguousId` for a label that several reports have.
    """
    with open_view(ledger, as_of=as_of, as_added=as_added) as (view, _):
        told = view.resolved(_key(key_or_id, view))
        anchors = [anchor_key(event.anchor) for event in told.events]
        at = view.ids.events_at(anchors)
        ids = [at.get(anchor) for anchor in anchors]
        return Text(
            report=report_entry(told.report, told.published),
            line=tell_resolved(told),
            text=told.report.text,
            url=told.report.url,
            events=tuple(None if each is None else view.ids.of(each) for each in ids),
        )


def list_reports(
    ledger: Ledger, *, first: int = 0, count: int | None = None, as_of: date | None = None, as_added: date | None = None
) -> tuple[ReportEntry, ...]:
    """Gives what is shown of the reports that count on a day, in order of day and key; from one on, so many."""
    with open_view(ledger, as_of=as_of, as_added=as_added) as (view, _):
        wanted = view.reports[first : None if count is None else first + count]
        view.fetch(wanted)
        told = (view.resolved(key) for key in wanted)
        return tuple(report_entry(each.report, each.published) for each in told)


def list_told(
    ledger: Ledger, keys: Iterable[str], *, as_of: date | None = None, as_added: date | None = None
) -> Retold:
    """Gives what reports that count on a day tell beside events, in order of key."""
    with open_view(ledger, as_of=as_of, as_added=as_added) as (view, _):
        wanted = sorted(set(keys))
        view.fetch(wanted)
        told = [view.resolved(key) for key in wanted]
        return Retold(
            reports=tuple(report_entry(each.report, each.published) for each in told),
            acts=tuple(act for each in told for act in act_entries(each)),
            quotes=tuple(quote for each in told for quote in quote_entries(each)),
        )


def list_voices(ledger: Ledger, *, as_of: date | None = None, as_added: date | None = None) -> tuple[str, ...]:
    """Gives the ids and names of all who have said something by a day, sorted."""
    with open_view(ledger, as_of=as_of, as_added=as_added) as (view, _):
        return tuple(sorted(read_actors(view.connection, until=view.until)))


def _key(asked: str, view: View) -> str:
    keys = [asked] if asked.startswith(KEY) else fetch_keys(view.connection, asked)
    known = sorted(read_effective_days_of(view.connection, keys, until=view.until))
    if len(known) > 1:
        raise AmbiguousId(f"more than one report is called {asked}", hint=", ".join(known))
    if not known:
        raise NoSuchReport(f"no report is known as {asked!r}")
    return known[0]


def _beside(found: Standing, view: View) -> list[str]:
    """Gives the events that share a report with one: links never leave a report."""
    rows = read_members_of(view.connection, found.gathered.reports, until=view.until)
    roots = view.ids.roots({row.event for row in rows})
    return sorted(set(roots.values()) - {found.gathered.key})


def _linked(event: EventEntry, other: EventEntry) -> bool:
    return any(link.event == other.id for link in event.links) or any(link.event == event.id for link in other.links)
