"""A page of the diary: what a list shows of each event, read from the ledger's tables of contents alone.

No report is opened for it, so that a page takes as long in a ledger of a hundred thousand reports as in a small one.
The claims behind an entry, with their words, are `dragoman.corridor.ask.event`'s.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.entries import party_entry, place_entry, spoken_languages, when_entry
from dragoman.corridor.settle import settle_if_free
from dragoman.corridor.shown import BACKGROUND, RECENT, SETTLED
from dragoman.corridor.view import View
from dragoman.events.label import label_event
from dragoman.ledger.derived import Span
from dragoman.ledger.lookup import count_reports_of, read_last_day, read_last_told
from dragoman.ledger.store import Ledger
from dragoman.model.diary import PartyEntry, PlaceEntry, WhenEntry
from dragoman.model.event import Event
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import Certainty, Kind, Nature, Status
from dragoman.model.when import When

PAGE = 200
"""How many events a page has if nothing else is asked for."""
FIRST_DAY, LAST_DAY = date.min.isoformat(), date.max.isoformat()
_VERDICTS = msgspec.json.Decoder(Verdict)


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows of an event; ``because`` are the claims that its status rests on."""

    id: str
    kind: Kind
    nature: Nature
    label: str
    labels: dict[str, str]
    parties: tuple[PartyEntry, ...]
    place: PlaceEntry | None
    when: WhenEntry
    moved_from: tuple[WhenEntry, ...]
    status: Status
    since: WhenEntry
    previous: Status | None
    rule: str
    because: tuple[str, ...]
    by: tuple[str, ...]
    contested: bool
    certainty: Certainty
    background: bool
    reports: int


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the events of a diary, in its order; ``total`` is how many it shows on all pages."""

    as_of: str
    cards: tuple[Card, ...]
    skipped: int
    total: int
    hidden: dict[str, int]


def diary_page(
    ledger: Ledger,
    *,
    as_of: date | None = None,
    first: date | None = None,
    last: date | None = None,
    everything: bool = False,
    skip: int = 0,
    limit: int = PAGE,
) -> Page:
    """Gives a page of the diary as of a day; the options are those of `dragoman.corridor.ask.diary`.

    For example ``diary_page(ledger, first=date(2018, 6, 1), last=date(2018, 6, 30))``.
    """
    settle_if_free(ledger)
    with ledger.reading() as connection:
        view = View(connection, day=as_of or newest_day(connection))
        shown, hidden = _choose(connection, view, first=first, last=last, everything=everything)
        keys = [key for _, key in sorted(shown)]
        on_page = keys[skip : skip + limit]
        return Page(
            as_of=view.day.isoformat(),
            cards=_cards(connection, view, on_page),
            skipped=skip,
            total=len(keys),
            hidden=dict(sorted(hidden.items())),
        )


def newest_day(connection: Connection) -> date:
    """Gives the day of the newest report, never later than today; today for an empty ledger."""
    today = datetime.now(UTC).date()
    newest = read_last_day(connection, until=today.isoformat())
    return today if newest is None else date.fromisoformat(newest)


def _choose(
    connection: Connection, view: View, *, first: date | None, last: date | None, everything: bool
) -> tuple[list[tuple[tuple[date, date], str]], Counter[str]]:
    """Gives the events to show, each with the days it sorts by, and how many are hidden for which reason."""
    is_stretch = first is not None or last is not None
    faces = _within(view, first or date.min, last or date.max) if is_stretch else view.faces()
    reasons: dict[str, str | None] = dict.fromkeys(faces)
    if not everything:
        recent = _recent(connection, view, faces) if not is_stretch else faces.keys()
        reasons = {key: _hidden(face, is_current=key in recent) for key, face in faces.items()}
    hidden = Counter(reason for reason in reasons.values() if reason is not None)
    return [(_days(faces[key]), key) for key, reason in reasons.items() if reason is None], hidden


def _within(view: View, first: date, last: date) -> dict[str, Span]:
    """Gives the faces of the events that may be on, or were to be on, within a stretch of days."""
    faces = view.faces(first=first, last=last, dated=True)
    apart = {key for key, face in faces.items() if not _meets(When(edtf=face.when), first, last)}
    moved = {
        key for key, event in view.shapes(apart).items() if any(_meets(each, first, last) for each in event.moved_from)
    }
    return {key: face for key, face in faces.items() if key not in apart or key in moved}


def _meets(when: When, first: date, last: date) -> bool:
    return any(start <= last and first <= end for start, end in when.spans)


def _hidden(face: Span, *, is_current: bool) -> str | None:
    if face.background:
        return BACKGROUND
    return None if is_current else face.status


def _recent(connection: Connection, view: View, faces: Mapping[str, Span]) -> set[str]:
    """Gives the events that are coming, undated, moved, or were due or told of as over in the last seven days."""
    since = (view.day - RECENT).isoformat()
    dated = {key: face for key, face in faces.items() if not _is_undated(face)}
    over = [key for key, face in faces.items() if key not in dated and face.status in SETTLED]
    told = read_last_told(connection, over, until=view.day.isoformat())
    undated = {key for key in faces if key not in dated and (key not in told or told[key] >= since)}
    return undated | {key for key, face in dated.items() if face.latest >= since}


def _is_undated(face: Span) -> bool:
    return (face.earliest, face.latest) == (FIRST_DAY, LAST_DAY)


def _days(face: Span) -> tuple[date, date]:
    """Gives the days that an event sorts by: the undated come last."""
    when = When(edtf=face.when)
    return when.earliest or when.latest or date.max, when.latest or date.max


def _cards(connection: Connection, view: View, keys: Collection[str]) -> tuple[Card, ...]:
    view.ids.load(keys)
    events, faces = view.shapes(keys), view.faces_of(keys)
    counts = count_reports_of(connection, view.families(keys), until=view.day.isoformat())
    return tuple(_card(events[key], faces[key], name=view.ids.of(key) or "", reports=counts[key]) for key in keys)


def _card(event: Event, face: Span, *, name: str, reports: int) -> Card:
    verdict = _VERDICTS.decode(face.why)
    labels = {language: label_event(event, language=language) for language in spoken_languages()}
    return Card(
        id=name,
        kind=event.kind,
        nature=event.nature,
        label=labels["en"],
        labels=labels,
        parties=tuple(party_entry(party) for party in event.parties),
        place=None if event.place is None else place_entry(event.place),
        when=when_entry(event.when),
        moved_from=_whens(event.moved_from),
        status=verdict.status,
        since=when_entry(verdict.since),
        previous=verdict.previous,
        rule=verdict.rule,
        because=verdict.because,
        by=verdict.by,
        contested=verdict.contested,
        certainty=verdict.certainty,
        background=event.background,
        reports=reports,
    )


def _whens(whens: Iterable[When]) -> tuple[WhenEntry, ...]:
    return tuple(when_entry(when) for when in whens)
