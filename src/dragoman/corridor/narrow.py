"""Narrows the day of a report of which only a month or so is known, by what other reports say of the same.

Two reports that tell of one event give its day in their own words; so do two that tell that the same actor called
it off. Where one says "Thursday" and the other "24 May", the first was published in the week after the 24th.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from dragoman.corridor.group import Group
from dragoman.corridor.resolve import Days, Resolved
from dragoman.corridor.texts import Texts
from dragoman.dates.narrow import Equality, narrow_published
from dragoman.dates.resolve import resolve_dates
from dragoman.model.reading import ReadClaim
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

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
        self._whens: dict[tuple[str, date], tuple[When, ...]] = {}

    def narrow(self, told: Resolved, shared: Mapping[int, Group]) -> Narrowed | None:
        """Narrows a report's days by the events that it shares with others, given by place; None if nothing is new.

        Where what others say cannot all be true, as little as possible of it is passed over.
        """
        key = told.report.key
        found = [each for place, group in shared.items() for each in self._equalities(told, place, group)]
        if not found:
            return None
        others = {each.right: self._texts.resolved(each.right).days for each in found}
        equalities = _each_once(found, others)
        candidates = {report: sorted(days) for report, days in {key: told.days, **others}.items()}
        solved = narrow_published(candidates, equalities)
        days = frozenset(solved.days[key])
        dropped = {id(each) for each in solved.dropped}
        kept = [each.why for each in equalities if id(each) not in dropped]
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
        """Gives the days that a mention is, for each day that the report may be of; those without are left out."""
        place = (told.report.key, mention, told.days)
        if place not in self._told:
            found = {day: self._whens_on(told, day)[mention].days() for day in told.days}
            self._told[place] = {day: days for day, days in found.items() if days}
        return self._told[place]

    def _whens_on(self, told: Resolved, day: date) -> tuple[When, ...]:
        if len(told.days) == 1:
            return told.whens
        place = (told.report.key, day)
        if place not in self._whens:
            self._whens[place] = resolve_dates(told.reading.dates, published=[day])
        return self._whens[place]


def _each_once(equalities: Iterable[Equality], days: Mapping[str, Days]) -> list[Equality]:
    """Leaves out what says the same as another: papers that print one text are one piece of evidence."""
    found: dict[tuple[object, ...], Equality] = {}
    for each in equalities:
        said = (frozenset(each.left_days.items()), frozenset(each.right_days.items()), days[each.right])
        found.setdefault(said, each)
    return list(found.values())


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
