"""The diary as other systems keep it: each event with a name of its own in the world, its turns and its sources."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.ask import diary
from dragoman.corridor.copy import ledger_as_added
from dragoman.corridor.identity import Ids
from dragoman.ledger.fetch import fetch_some
from dragoman.ledger.revised import Revision, read_anchors, read_past_faces, read_revisions
from dragoman.ledger.store import Ledger
from dragoman.model.diary import EventEntry
from dragoman.model.vocabulary import Status

OURS = UUID("5b1f7a52-0a5e-5c0e-9d0c-6a1a2c1f0e11")
"""The name space of all names that are given to events and reports; it never changes."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A face that an event took on: its status and the EDTF of its day, and since which moment."""

    moment: datetime
    status: Status
    when: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A report that tells of an event."""

    uid: UUID
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


class FedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event for other systems.

    ``uid`` is the same in every ledger that got the event's first report, for as long as the event lives. ``turns``
    are never empty: the last is how it stands. ``sources`` are in the order in which they tell of it.
    """

    uid: UUID
    event: EventEntry
    turns: tuple[Turn, ...]
    sources: tuple[Source, ...] = ()

    @property
    def sequence(self) -> int:
        """Is how often it has changed."""
        return len(self.turns) - 1

    @property
    def created(self) -> datetime:
        """Is when it was first known."""
        return self.turns[0].moment

    @property
    def modified(self) -> datetime:
        """Is when it last changed."""
        return self.turns[-1].moment


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a diary as of a day; ``hidden`` counts those that the diary leaves out, by reason."""

    as_of: date
    according_to: str | None
    events: tuple[FedEvent, ...]
    hidden: dict[str, int] = {}


def feed(
    ledger: Ledger,
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
    first: date | None = None,
    last: date | None = None,
    everything: bool = False,
    kept: bool = True,
) -> Feed:
    """Gives the diary for other systems; what may be asked is as for `dragoman.diary`.

    Turns are the ledger's revisions, so that their number only ever grows. Looking back, by one actor's word, or in a
    ledger that is not ``kept``, they are those that the days of the reports gave: the same whenever they are asked for.

    For example ``feed(ledger, as_of=date(2018, 5, 25)).events[0].sequence``.
    """
    asked = {"as_of": as_of, "as_added": as_added, "according_to": according_to, "exactly": exactly}
    back = not kept or any(each is not None for each in (as_of, as_added, according_to))
    with _then(ledger, as_added) as held:
        told = diary(held, **{**asked, "as_added": None}, first=first, last=last, everything=everything)  # type: ignore[arg-type] # as named
        day = date.fromisoformat(told.as_of or date.min.isoformat())
        with held.reading() as connection:
            maker = _Maker(connection, told.events, day=day, whose=told.according_to, back=back)
            return Feed(
                as_of=day,
                according_to=told.according_to,
                events=tuple(maker.make(entry) for entry in told.events if entry.id in maker.anchors),
                hidden=told.hidden,
            )


@contextmanager
def _then(ledger: Ledger, as_added: date | None) -> Iterator[Ledger]:
    if as_added is None:
        yield ledger
        return
    then = ledger_as_added(ledger, as_added)
    try:
        yield then
    finally:
        then.close()


class _Maker:
    def __init__(
        self, connection: Connection, events: Sequence[EventEntry], *, day: date, whose: str | None, back: bool
    ) -> None:
        names = [entry.id for entry in events if entry.id]
        self.anchors = read_anchors(connection, names)
        self._day = day
        self._whose = "" if whose is None else f"|{whose}"
        self._turns = _faces(connection, self.anchors, day) if back else read_revisions(connection, names)
        keys = {claim.report_key for entry in events for claim in entry.history if claim.report_key is not None}
        self._reports = {key: held.report for key, held in fetch_some(connection, keys).items()}

    def make(self, entry: EventEntry) -> FedEvent:
        turns = tuple(_turn(each) for each in self._turns.get(entry.id, []))
        return FedEvent(
            uid=uuid5(OURS, f"{self.anchors[entry.id]}{self._whose}"),
            event=entry,
            turns=turns or (Turn(moment=_start_of(self._day), status=entry.status, when=entry.when.edtf),),
            sources=tuple(self._sources(entry)),
        )

    def _sources(self, entry: EventEntry) -> Iterator[Source]:
        for key in dict.fromkeys(claim.report_key for claim in entry.history):
            report = None if key is None else self._reports.get(key)
            if report is not None:
                yield Source(uid=uuid5(OURS, report.key), title=report.title, outlet=report.outlet, url=report.url)


def _faces(connection: Connection, anchors: dict[str, str], day: date) -> dict[str, list[Revision]]:
    """Gives the faces of events by id, as the days of the reports gave them."""
    ids = Ids(connection, until=day.isoformat())
    events = ids.events_at(anchors.values())
    faces = read_past_faces(connection, _known(events.values()), until=day.isoformat())
    return {name: faces.get(events[anchor], []) for name, anchor in anchors.items() if anchor in events}


def _known(events: Collection[str]) -> list[str]:
    return sorted(set(events))


def _turn(revision: Revision) -> Turn:
    made = datetime.fromisoformat(revision.made)
    moment = made if made.tzinfo is not None else made.replace(tzinfo=UTC)
    return msgspec.convert({"moment": moment, "status": revision.status, "when": revision.when}, Turn)


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
