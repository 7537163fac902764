"""Which short id is whose: ids are minted once, and resolve for ever to the event that holds their anchor."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.ledger.derived import Member
from dragoman.ledger.fetch import MintedId


class _Spot(NamedTuple):
    report: str
    start: int
    end: int


class Ids:
    """The minted ids as they stand with the members and merges of a day.

    An id whose anchor no reading has any more goes to the event of the same report whose words overlap it.
    """

    def __init__(self, members: Sequence[Member], merges: Mapping[str, str], minted: Sequence[MintedId]) -> None:
        self._merges = merges
        self._events = {member.anchor: self.root(member.event) for member in members}
        self._by_report: dict[str, list[tuple[_Spot, str]]] = {}
        for member in members:
            spot = _spot(member.anchor)
            self._by_report.setdefault(spot.report, []).append((spot, member.anchor))
        self._ids: dict[str, list[str]] = {}
        self._holders: dict[str, str] = {}
        for each in sorted(minted, key=lambda one: one.number):
            event = self._holder(each.anchor)
            if event is not None:
                self._ids.setdefault(event, []).append(each.id)
                self._holders[each.id] = event

    def root(self, event: str) -> str:
        """Gives the elder that an event was merged into, or itself."""
        while event in self._merges:
            event = self._merges[event]
        return event

    def event_at(self, anchor: str) -> str | None:
        """Gives the event that a report's event belongs to, None if it is not known yet."""
        return self._events.get(anchor)

    def of(self, event: str) -> str | None:
        """Gives the id that an event is shown by, the oldest; None if none was minted."""
        return next(iter(self._ids.get(event, ())), None)

    def aliases(self, event: str) -> tuple[str, ...]:
        """Gives the other ids that resolve to an event, oldest first."""
        return tuple(self._ids.get(event, ())[1:])

    def starting_with(self, text: str) -> dict[str, str]:
        """Gives events by id for the id that is ``text``, or else all that begin so."""
        if text in self._holders:
            return {text: self._holders[text]}
        return {each: event for each, event in self._holders.items() if each.startswith(text)}

    def _holder(self, anchor: str) -> str | None:
        if anchor in self._events:
            return self._events[anchor]
        spot = _spot(anchor)
        near = [(_overlap(spot, other), other.start, at) for other, at in self._by_report.get(spot.report, [])]
        touching = [(-shared, start, at) for shared, start, at in near if shared > 0]
        return self._events[min(touching)[2]] if touching else None


def _spot(anchor: str) -> _Spot:
    report, _, span = anchor.rpartition(":")
    start, _, end = span.partition("-")
    return _Spot(report, int(start), int(end))


def _overlap(spot: _Spot, other: _Spot) -> int:
    return min(spot.end, other.end) - max(spot.start, other.start)


def members_by_event(members: Iterable[Member], ids: Ids) -> dict[str, list[Member]]:
    """Groups members by the event they belong to, in the order of joining."""
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(ids.root(member.event), []).append(member)
    return found
