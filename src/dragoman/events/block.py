"""Blocking keys: two events that share none are not compared."""

from datetime import date
from itertools import combinations

from dragoman.events.sides import place_key, sides
from dragoman.model.event import Event
from dragoman.model.when import When
from dragoman.packs.shapes.kinds import KindPack

MOST_MONTHS = 4
"""A date wider than this ("in 2018") gives no key of months; it would be compared with everything."""


def block_keys(event: Event, *, kinds: KindPack) -> frozenset[str]:
    """Gives the keys of an event: kind family with two sides, or with a side, place, month or number.

    A side stands with a month, a place or the event's number, a place with a month. An event whose date moved
    keeps the keys of the old one. Events without parties have a place, a month or a number alone.

    For example a summit of the United States and North Korea in Singapore has ``meeting|KP+US``,
    ``meeting|US|singapore`` and ``meeting|US|2018-06`` among its keys.
    """
    family = kinds.family(event.kind)
    taking_part = sorted(sides(event))
    months, places = _months(event), _places(event)
    pairs = {f"{family}|{one}+{other}" for one, other in combinations(taking_part, 2)}
    number = [] if event.ordinal is None else [f"#{event.ordinal}"]
    single = {f"{family}|{one}|{key}" for one in taking_part for key in (*months, *places, *number)}
    there = {f"{family}|{place}|{month}" for place in places for month in months}
    bare = set() if taking_part else {f"{family}|{key}" for key in (*months, *places, *number)}
    alone = {f"{family}|{one}" for one in taking_part} if len(taking_part) == 1 else set()
    return frozenset(pairs | single | there | bare | alone)


def _places(event: Event) -> list[str]:
    named = [event.place, *event.alternatives]
    return [place_key(place.name) for place in named if place is not None]


def _months(event: Event) -> list[str]:
    whens = [when for when in (event.when, *event.moved_from) if when is not None]
    return sorted({month for when in whens for month in _months_of(when)})


def _months_of(when: When) -> list[str]:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return []
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count > MOST_MONTHS:
        return []
    return [_month(first, later) for later in range(count)]


def _month(first: date, later: int) -> str:
    months = first.month - 1 + later
    return f"{first.year + months // 12:04}-{months % 12 + 1:02}"
