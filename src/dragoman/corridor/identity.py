"""Which short id is whose: ids are minted once, and resolve for ever to the event that holds their anchor."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from dragoman.ledger.anchors import report_of
from dragoman.ledger.derived import Alias
from dragoman.ledger.fetch import MintedId, fetch_minted_like
from dragoman.ledger.lookup import (
    read_aliases,
    read_children,
    read_ids,
    read_members_at,
    read_parents,
)


class Ids:
    """The minted ids as they stand with the members and merges of a day; read when they are asked for."""

    def __init__(self, connection: Connection, *, until: str) -> None:
        self._connection = connection
        self._until = until
        self._roots: dict[str, str] = {}
        self._ids: dict[str, tuple[str, ...]] = {}

    def roots(self, events: Collection[str]) -> dict[str, str]:
        """Gives the elder that each event was merged into, or itself."""
        missing = [event for event in events if event not in self._roots]
        if missing:
            parents = read_parents(self._connection, missing, until=self._until)
            self._roots |= {event: top_of(event, parents) for event in missing}
        return {event: self._roots[event] for event in events}

    def events_at(self, anchors: Iterable[str]) -> dict[str, str]:
        """Gives the event that the event of a report at each anchor belongs to; those not known yet are left out."""
        members = read_members_at(self._connection, anchors, until=self._until)
        roots = self.roots({row.event for row in members.values()})
        return {anchor: roots[row.event] for anchor, row in members.items()}

    def load(self, events: Iterable[str]) -> None:
        """Reads the ids of many events at once."""
        missing = {event for event in events if event not in self._ids}
        if not missing:
            return
        children = read_children(self._connection, missing, until=self._until)
        found: dict[str, list[str]] = {event: [] for event in missing}
        for event, each in read_ids(self._connection, {*missing, *children}, until=self._until):
            found[top_of(event, children)].append(each.id)
        self._ids |= {event: tuple(ids) for event, ids in found.items()}

    def of(self, event: str) -> str | None:
        """Gives the id that an event is shown by, the oldest; None if none was minted."""
        self.load([event])
        return next(iter(self._ids[event]), None)

    def aliases(self, event: str) -> tuple[str, ...]:
        """Gives the other ids that resolve to an event, oldest first."""
        self.load([event])
        return self._ids[event][1:]

    def starting_with(self, text: str) -> dict[str, str]:
        """Gives events by id for the id that is ``text``, or else all that begin so."""
        minted = fetch_minted_like(self._connection, text)
        same = [each for each in minted if each.id == text]
        moved = {row.anchor: row.at for row in read_aliases(self._connection, [each.anchor for each in same or minted])}
        anchors = {each.id: moved.get(each.anchor, each.anchor) for each in same or minted}
        events = self.events_at(anchors.values())
        return {name: events[anchor] for name, anchor in anchors.items() if anchor in events}


class _Spot(NamedTuple):
    start: int
    end: int


def find_aliases(report: str, anchors: Collection[str], minted: Iterable[MintedId]) -> Iterator[Alias]:
    """Finds for the ids of a report whose anchor its reading no longer has the anchor whose words overlap it most.

    An id whose words no event of the report has any more resolves to nothing until one has.
    """
    spots = {anchor: _spot(anchor) for anchor in anchors}
    for each in minted:
        if each.anchor not in spots and report_of(each.anchor) == report_of(report):
            spot = _spot(each.anchor)
            near = [(-_overlap(spot, other), other.start, at) for at, other in spots.items()]
            touching = [one for one in near if one[0] < 0]
            if touching:
                yield Alias(anchor=each.anchor, at=min(touching)[2], report=report)


def _spot(anchor: str) -> _Spot:
    start, _, end = anchor.partition(":")[2].partition("-")
    return _Spot(int(start), int(end))


def _overlap(spot: _Spot, other: _Spot) -> int:
    return min(spot.end, other.end) - max(spot.start, other.start)


def top_of(event: str, parents: Mapping[str, str]) -> str:
    """Gives the last of a row of elders.

    >>> top_of("c", {"c": "b", "b": "a"})
    'a'
    """
    while event in parents:
        event = parents[event]
    return event
