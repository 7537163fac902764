"""Narrows the day of a report of which only a month or so is known, by what other reports say of the same.

Two reports that tell of one event give its day in their own words; so do two that tell that the same actor called
it off. Where one says "Thursday" and the other "24 May", the first was published in the week after the 24th.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from dragoman.corridor.groups import Group, Groups
from dragoman.corridor.resolve import Days, Resolved
from dragoman.dates.resolve import resolve_dates
from dragoman.model.claim import Claim
from dragoman.model.reading import ReadClaim
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

ONCE: frozenset[Status] = frozenset({"cancelled", "postponed", "refused", "suspended"})
"""What one actor does to one event once; a plan may be told again on any day."""


class Equality(msgspec.Struct, frozen=True, kw_only=True):
    """Of one date of a report (an index of its dates) another report says which day it is."""

    mention: int
    when: When
    report: str


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """The days that are left, and why."""

    days: Days
    why: str


def narrow_by(told: Resolved, shared: Mapping[int, Group], *, groups: Groups) -> Narrowed | None:
    """Narrows a report's days by the events that it shares with others, given by place; None if nothing is new.

    Where what others say cannot all be true, the days remain on which most of it is.
    """
    equalities = [each for place, group in shared.items() for each in _equalities(told, place, group, groups)]
    telling = [each for each in equalities if not told.whens[each.mention].is_exact and each.when.spans]
    if not telling:
        return None
    fits = {day: _fitting(told, day, telling) for day in sorted(told.days)}
    most = max(len(each) for each in fits.values())
    days = frozenset(day for day, each in fits.items() if len(each) == most)
    if most == 0 or days == told.days:
        return None
    kept = {index for day in days for index in fits[day]}
    return Narrowed(days=days, why="; ".join(_explain(told, telling, kept)))


def _equalities(told: Resolved, place: int, group: Group, groups: Groups) -> Iterator[Equality]:
    for part in sorted(group.parts):
        if part.report != told.report.key:
            other = groups.resolved(part.report)
            yield from _same_day(told, place, other, part.place)
            yield from _same_deed(told, place, other, part.place)


def _same_day(told: Resolved, place: int, other: Resolved, other_place: int) -> Iterator[Equality]:
    """Both say when the event is; one whose date moved may have been given different days."""
    event, same = told.events[place], other.events[other_place]
    if same.when is None or event.moved_from or same.moved_from:
        return
    for mention in told.reading.events[place].dates:
        yield Equality(mention=mention, when=same.when, report=other.report.id)


def _same_deed(told: Resolved, place: int, other: Resolved, other_place: int) -> Iterator[Equality]:
    """Both say when the same actor called it off."""
    days = {_deed(claim): claim.said for claim in other.claims_of(other_place) if claim.said is not None}
    for read in told.reading.claims:
        when = days.get(_deed(read))
        if read.event == place and read.said is not None and read.status in ONCE and when is not None:
            yield Equality(mention=read.said, when=when, report=other.report.id)


def _deed(claim: Claim | ReadClaim) -> tuple[str, str, str]:
    holder = claim.chain[-1] if claim.chain else None
    return claim.status, claim.stance, "" if holder is None else holder.speaks_for or holder.id or holder.name


def _fitting(told: Resolved, day: date, equalities: Iterable[Equality]) -> frozenset[int]:
    """Gives, by index, what holds if the report is of this day."""
    whens = resolve_dates(told.reading.dates, published=(day,))
    return frozenset(
        index
        for index, each in enumerate(equalities)
        if whens[each.mention].spans and whens[each.mention].compatible(each.when)
    )


def _explain(told: Resolved, equalities: Iterable[Equality], kept: set[int]) -> Iterator[str]:
    for index, each in enumerate(equalities):
        words = told.reading.dates[each.mention].text
        verb = "is" if index in kept else "cannot be"
        yield f"{words!r} {verb} {each.when.edtf} in report {each.report}"
