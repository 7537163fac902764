"""Answers: the diary as of a day, and one event's whole story."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from dragoman.corridor.copy import ledger_as_added
from dragoman.corridor.entries import act_entries, quote_entries, report_entry
from dragoman.corridor.named import find_by_id, find_by_words
from dragoman.corridor.settle import settle_if_free
from dragoman.corridor.shown import (
    Asked,
    hidden_because,
    hidden_by_face,
    in_stretch,
    may_be_in_stretch,
    sort_key,
)
from dragoman.corridor.standing import Standing, event_entry, stand
from dragoman.corridor.view import View
from dragoman.corridor.whose import Whose, find_whose
from dragoman.errors import NoSuchEvent
from dragoman.ledger.lookup import read_actors, read_last_day
from dragoman.ledger.store import Ledger
from dragoman.model.diary import Diary, EventEntry


def diary(
    ledger: Ledger,
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
    first: date | None = None,
    last: date | None = None,
    everything: bool = False,
    bare: bool = False,
) -> Diary:
    """Gives the diary as of a day: without ``as_of`` that of the newest report, never later than today.

    ``as_added`` looks at what the ledger held at the end of that day. ``according_to`` lets one actor's claims alone
    count, by name, id or state code (a state takes in all who speak for it, unless ``exactly``). ``first`` and
    ``last`` bound the days of the events. What is neither coming, undated, moved nor due in the last seven days is
    left out and counted in ``hidden``, and so is background, unless ``everything``. A ``bare`` diary lists its events
    alone, without looking at every report, act and quote.

    For example ``diary(ledger, as_of=date(2018, 5, 25), according_to="Noord-Korea")``.
    """
    with open_view(ledger, as_of=as_of, as_added=as_added, according_to=according_to, exactly=exactly) as (view, whose):
        asked = Asked(day=view.day, first=first, last=last, everything=everything)
        kept, hidden = _choose(view, whose, asked)
        wanted = () if bare else view.reports
        view.fetch(wanted)
        told = [view.resolved(key) for key in wanted]
        return Diary(
            as_of=view.day.isoformat(),
            according_to=None if whose is None else whose.name,
            reports=tuple(report_entry(each.report, each.published) for each in told),
            events=tuple(event_entry(each, view=view) for each in sorted(kept, key=sort_key)),
            acts=tuple(act for each in told for act in act_entries(each)),
            quotes=tuple(quote for each in told for quote in quote_entries(each)),
            hidden=dict(sorted(hidden.items())),
        )


def event(
    ledger: Ledger,
    name_or_id: str,
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
) -> EventEntry:
    """Gives one event's whole story, by its id, an id that was merged into it, or words of its label and parties.

    Raises `NoSuchEvent` or `AmbiguousId`, with what it may have been in the hint.

    For example ``event(ledger, "top Trump Kim")``.
    """
    with open_view(ledger, as_of=as_of, as_added=as_added, according_to=according_to, exactly=exactly) as (view, whose):
        return event_entry(find_standing(name_or_id, view, whose), view=view)


def find_standing(asked: str, view: View, whose: Whose | None) -> Standing:
    """Finds where the event stands that somebody means; raises `NoSuchEvent` or `AmbiguousId`."""
    key = find_by_id(asked, view.ids)
    if key is None:
        return find_by_words(asked, list(standings(view, whose, tuple(view.faces()))), ids=view.ids)
    found = next(standings(view, whose, (key,)), None)
    if found is None:
        raise NoSuchEvent(f"{asked} is an event of which nothing is said by those asked for")
    return found


@contextmanager
def open_view(
    ledger: Ledger,
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
) -> Iterator[tuple[View, Whose | None]]:
    """Opens the view that was asked for, and finds whose side of things it is."""
    with _then(ledger, as_added) as held, held.reading() as connection:
        view = View(connection, day=as_of or _newest(connection, as_added))
        whose = None if according_to is None else _whose(connection, according_to, view, exactly=exactly)
        yield view, whose


@contextmanager
def _then(ledger: Ledger, as_added: date | None) -> Iterator[Ledger]:
    if as_added is None:
        settle_if_free(ledger)
        yield ledger
    else:
        then = ledger_as_added(ledger, as_added)
        try:
            yield then
        finally:
            then.close()


def _newest(connection: Connection, as_added: date | None) -> date:
    today = datetime.now(UTC).date() if as_added is None else as_added
    newest = read_last_day(connection, until=today.isoformat())
    return today if newest is None else date.fromisoformat(newest)


def _whose(connection: Connection, asked: str, view: View, *, exactly: bool) -> Whose:
    return find_whose(asked, sources=read_actors(connection, until=view.day.isoformat()), exactly=exactly)


def _choose(view: View, whose: Whose | None, asked: Asked) -> tuple[list[Standing], Counter[str]]:
    """Gives the events to show, and how many are hidden for which reason.

    The table of contents spares looking at most of what is hidden; it does not know what one actor alone says.
    """
    faces = view.faces(first=asked.first, last=asked.last, dated=asked.is_stretch)
    by_face = {key: None if whose is not None else hidden_by_face(face, asked) for key, face in faces.items()}
    listed = [key for key, face in faces.items() if by_face[key] is None and may_be_in_stretch(face, asked)]
    kept: list[Standing] = []
    hidden = Counter(reason for key, reason in by_face.items() if reason and may_be_in_stretch(faces[key], asked))
    for standing in standings(view, whose, listed):
        if not in_stretch(standing, asked):
            continue
        reason = hidden_because(standing, asked)
        if reason is None:
            kept.append(standing)
        else:
            hidden[reason] += 1
    return kept, hidden


def standings(view: View, whose: Whose | None, events: Collection[str]) -> Iterator[Standing]:
    """Gives where each of these events stands, by the claims of ``whose`` side of things if one is given."""
    takes: Callable[..., bool] | None = None if whose is None else whose.takes
    for gathered in view.gather(events):
        standing = stand(gathered, day=view.day, takes=takes)
        if standing is not None:
            yield standing
