"""One event out of what several reports tell of it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

import msgspec

from dragoman.model.event import Event, EventLink
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Attendance, Kind, Role
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

ValueT = TypeVar("ValueT", bound=Hashable)


def merge_events(members: Sequence[Event]) -> Event:
    """Gives the event that members tell of together, the eldest first; it keeps the eldest's anchor.

    Dates narrow each other. A later date that cannot be the former one has moved the event, and a report that
    still has a date it moved from does not move it back. What is told of place, outcome and attendance last
    counts. Raises ValueError for no members.

    For example "in June" and "12 June" give 12 June.
    """
    if not members:
        raise ValueError("an event needs a member")
    when, moved_from = _merge_dates(members)
    place, alternatives = _merge_places(members)
    return msgspec.structs.replace(
        members[0],
        kind=_merge_kinds([member.kind for member in members]),
        nature=_commonest([member.nature for member in members]),
        parties=_merge_parties(members),
        place=place,
        alternatives=alternatives,
        when=when,
        moved_from=moved_from,
        ordinal=next((member.ordinal for member in members if member.ordinal is not None), None),
        background=all(member.background for member in members),
        outcome=next((member.outcome for member in reversed(members) if member.outcome is not None), None),
        words=next((member.words for member in members if member.words), ""),
        links=_merge_links(members),
    )


def _commonest(values: Sequence[ValueT]) -> ValueT:
    """Gives the value most members have, the eldest's of two that are as common."""
    return Counter(values).most_common(1)[0][0]


def _merge_kinds(kinds: Sequence[Kind]) -> Kind:
    """Gives the kind that is called by most other names: a summit that some call a meeting stays a summit."""
    pack = load_kinds()
    order = [entry.kind for entry in pack.kinds.kinds]
    found = set(kinds)
    covering = [kind for kind in found if found - {kind} <= set(pack.entry(kind).like)]
    return min(covering, key=order.index) if covering else _commonest(kinds)


def _merge_dates(members: Sequence[Event]) -> tuple[When | None, tuple[When, ...]]:
    """Gives the date in the end, and those it moved from: days that were set, and what reports say it moved from."""
    when: When | None = None
    former: list[When] = []
    moved: list[When] = []
    for member in members:
        told = [one for one in member.moved_from if one.spans]
        when, left = _next_date(when, member.when, [*former, *told])
        former += told if left is None else [*told, left]
        moved += told if left is None or not (left.is_exact or left.lasts) else [*told, left]
    kept = [one for one in moved if when is None or not when.spans or not one.compatible(when)]
    return when, tuple(one for n, one in enumerate(kept) if not _among(one, kept[:n]))


def _next_date(when: When | None, told: When | None, former: Sequence[When]) -> tuple[When | None, When | None]:
    """Gives the date after one more report, and the date that it moved from, if it did."""
    if told is None or not told.spans:
        return (told if when is None else when), None
    if when is None or not when.spans:
        return told, None
    if when.compatible(told):
        return _narrower(when, told), None
    if _among(told, former):
        return when, None
    return told, when


def _among(when: When, former: Iterable[When]) -> bool:
    return any(one.compatible(when) for one in former)


def _narrower(when: When, told: When) -> When:
    """Gives what is left of a date and one told later that can be the same.

    Days of which it is one narrow each other. Of two stretches it may be in the one told later counts, unless
    it only says less: plans become clearer, and "in June" after "in early June" takes nothing back. How long it
    lasted is known better later, too.
    """
    if when.lasts != told.lasts:
        said = when if when.lasts else told
    elif when.lasts:
        said = told
    elif not (_is_choice(when) or _is_choice(told)):
        said = when if _within(when, told) else told
    else:
        said = when.narrow(told.days() or ())
        said = told if said.edtf == told.edtf else said
    return msgspec.structs.replace(said, time=told.time or when.time, zone=told.zone or when.zone)


def _is_choice(when: When) -> bool:
    """Tells whether a date is one of single days, or one day."""
    return all(first == last for first, last in when.spans)


def _within(when: When, told: When) -> bool:
    """Tells whether a date says at least as much as another: it leaves no more days, and none that are not there."""
    days, other = when.days(), told.days()
    return days is not None and (other is None or days <= other)


def _merge_places(members: Sequence[Event]) -> tuple[Place | None, tuple[Place, ...]]:
    """Gives the place told last, the more precise of two in one country, and what else it may be."""
    place: Place | None = None
    for member in members:
        if member.place is not None and not (place is not None and _names_country(member.place, place)):
            place = member.place
    possible = dict.fromkeys(one for member in members for one in member.alternatives)
    return place, () if place is not None else tuple(possible)


def _names_country(place: Place, former: Place) -> bool:
    """Tells whether a place has less to say than the former: the same, or one without a country."""
    return place.name == former.name and (place.country is None or former.country is not None)


def _merge_parties(members: Sequence[Event]) -> tuple[Party, ...]:
    """Gives every party once, in the order of first mention."""
    found: dict[str, list[Party]] = {}
    for member in members:
        for party in member.parties:
            found.setdefault(party.actor.id, []).append(party)
    return tuple(_merge_party(told) for told in found.values())


def _merge_party(told: Sequence[Party]) -> Party:
    roles: list[Role] = [party.role for party in told if party.role != "other"] or [told[0].role]
    attendance: list[Attendance] = [party.attendance for party in told if party.attendance != "expected"]
    latest: Attendance = attendance[-1] if attendance else "expected"
    return Party(actor=told[0].actor, role=_commonest(roles), attendance=latest)


def _merge_links(members: Sequence[Event]) -> tuple[EventLink, ...]:
    anchors = {member.anchor for member in members}
    links = dict.fromkeys(link for member in members for link in member.links if link.to not in anchors)
    return tuple(links)
