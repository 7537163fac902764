"""Narrows the day of a report of which only a month or so is known, by what other reports say of the same.

Two reports that tell of one event give its day in their own words; so do two that tell that the same actor called
it off. Where one says "Thursday" and the other "24 May", the first was published in the week after the 24th.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from dragoman.corridor.group import Group
from dragoman.corridor.resolve import Days, Resolved
from dragoman.corridor.texts import Texts
from dragoman.dates.narrow import Equality, days_told, narrow_published
from dragoman.model.reading import ReadClaim
from dragoman.model.vocabulary import Status

ONCE: frozenset[Status] = frozenset({"cancelled", "postponed", "refused", "suspended"})
"""What one actor does to one event once; a plan may be told again on any day."""


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """The days that are left, and why."""

    days: Days
    why: str


class Narrower:
    """Narrows reports of a sweep; what a report's dates come to on each of its days is worked out once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._told: dict[tuple[str, int, Days], dict[date, frozenset[date]]] = {}

    def narrow(self, told: Resolved, shared: Mapping[int, Group]) -> Narrowed | None:
        """Narrows a report's days by the events that it shares with others, given by place; None if nothing is new.

        Where what others say cannot all be true, as little as possible of it is passed over.
        """
        key = told.report.key
        equalities = [each for place, group in shared.items() for each in self._equalities(told, place, group)]
        if not equalities:
            return None
        others = {each.right: self._texts.resolved(each.right).days for each in equalities}
        candidates = {report: sorted(days) for report, days in {key: told.days, **others}.items()}
        found = narrow_published(candidates, equalities)
        days = frozenset(found.days[key])
        kept = [each.why for each in equalities if each not in found.dropped]
        return None if days == told.days else Narrowed(days=days, why="; ".join(f"{why} are one day" for why in kept))

    def _equalities(self, told: Resolved, place: int, group: Group) -> Iterator[Equality]:
        for part in sorted(group.parts):
            other = self._texts.resolved(part.report)
            if other.report.key != told.report.key and other.days:
                pairs = {**_same_day(told, place, other, part.place), **_same_deed(told, place, other, part.place)}
                for (mine, theirs), why in pairs.items():
                    yield from self._equality(told, mine, other, theirs, why)

    def _equality(self, told: Resolved, mine: int, other: Resolved, theirs: int, why: str) -> Iterator[Equality]:
        """Gives what two dates being one says of the reports' days; nothing where mine hangs on no day."""
        left, right = self._days_told(told, mine), self._days_told(other, theirs)
        if len(set(left.values())) > 1 and right:
            yield Equality(left=told.report.key, right=other.report.key, left_days=left, right_days=right, why=why)

    def _days_told(self, told: Resolved, mention: int) -> dict[date, frozenset[date]]:
        place = (told.report.key, mention, told.days)
        if place not in self._told:
            self._told[place] = days_told(told.reading.dates, mention, published=sorted(told.days))
        return self._told[place]


def _same_day(told: Resolved, place: int, other: Resolved, other_place: int) -> dict[tuple[int, int], str]:
    """Both say when the event is; one whose date moved may have been given different days."""
    event, same = told.reading.events[place], other.reading.events[other_place]
    if event.moved_from or same.moved_from:
        return {}
    return {(mine, theirs): _why(told, mine, other, theirs) for mine in event.dates for theirs in same.dates}


def _same_deed(told: Resolved, place: int, other: Resolved, other_place: int) -> dict[tuple[int, int], str]:
    """Both say when the same actor called it off."""
    deeds = {_deed(claim): claim.said for claim in other.reading.claims if claim.event == other_place}
    found = {}
    for claim in told.reading.claims:
        theirs = deeds.get(_deed(claim))
        if claim.event == place and claim.status in ONCE and claim.said is not None and theirs is not None:
            found[claim.said, theirs] = _why(told, claim.said, other, theirs)
    return found


def _why(told: Resolved, mine: int, other: Resolved, theirs: int) -> str:
    sides = ((told, mine), (other, theirs))
    return " and ".join(f"{side.reading.dates[index].text!r} in {side.report.id}" for side, index in sides)


def _deed(claim: ReadClaim) -> tuple[str, str, str]:
    holder = claim.chain[-1] if claim.chain else None
    return claim.status, claim.stance, "" if holder is None else holder.speaks_for or holder.id or holder.name
