"""Narrows days of publication across reports: what two of them date alike, they date from the same calendar."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

import msgspec

from dragoman.dates.resolve import resolve_dates
from dragoman.model.mention import DateMention

_TRIED = 2000
"""Sets of equalities left out that are tried for the smallest one, before they are taken one by one instead."""


class Equality(msgspec.Struct, frozen=True, kw_only=True):
    """Says that two reports date one thing, so that their dates are the same day.

    ``left`` and ``right`` are the reports; ``left_days`` and ``right_days`` give, for each day that the report may have
    been published on, the days that its date then is (`days_told`). ``slack`` days apart count as one
    (for reports hours of the clock apart). ``why`` is told in explanations.
    """

    left: str
    right: str
    left_days: Mapping[date, frozenset[date]]
    right_days: Mapping[date, frozenset[date]]
    slack: int = 0
    why: str = ""


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """The days left for each report, the equalities that had to be dropped, and why, a line each."""

    days: dict[str, tuple[date, ...]]
    dropped: tuple[Equality, ...] = ()
    explanation: tuple[str, ...] = ()


def days_told(mentions: Sequence[DateMention], place: int, *, published: Sequence[date]) -> dict[date, frozenset[date]]:
    """Gives the days that one mention of a report is, for each day that the report may have been published on.

    A date without days, or with too many, is left out of the answer.
    """
    told = {day: resolve_dates(mentions, published=[day])[place].days() for day in published}
    return {day: days for day, days in told.items() if days}


def narrow_published(candidates: Mapping[str, Sequence[date]], equalities: Sequence[Equality]) -> Narrowed:
    """Gives the days of publication that the equalities leave, for every report of ``candidates``.

    Where they contradict each other the fewest are dropped, among as few the later ones; no report is ever left
    without a day. An equality that names a report without candidates is passed over.

    For example a report that tells of a cancellation on "donderdag", published on one of four Saturdays, is narrowed to
    one by another that dates the cancellation 24 May.
    """
    known = {report: frozenset(days) for report, days in candidates.items() if days}
    usable = [each for each in equalities if each.left in known and each.right in known]
    kept = _largest(known, usable)
    left = _propagated(known, kept) or known
    dropped = tuple(each for each in usable if each not in kept)
    days = {report: tuple(sorted(left.get(report, frozenset(given)))) for report, given in candidates.items()}
    lines = [_told(each, known, left) for each in kept if _told(each, known, left)]
    lines += [
        f"{each.left} and {each.right}: dropped, {each.why or 'the dates'} contradict the rest" for each in dropped
    ]
    return Narrowed(days=days, dropped=dropped, explanation=tuple(lines))


def _largest(known: Mapping[str, frozenset[date]], equalities: Sequence[Equality]) -> list[Equality]:
    """Gives the most equalities that can hold together."""
    tried = 0
    for count in range(len(equalities) + 1):
        for left_out in combinations(reversed(range(len(equalities))), count):
            tried += 1
            if tried > _TRIED:
                return _one_by_one(known, equalities)
            kept = [each for place, each in enumerate(equalities) if place not in left_out]
            if _propagated(known, kept) is not None:
                return kept
    return []


def _one_by_one(known: Mapping[str, frozenset[date]], equalities: Sequence[Equality]) -> list[Equality]:
    kept: list[Equality] = []
    for each in equalities:
        if _propagated(known, [*kept, each]) is not None:
            kept.append(each)
    return kept


def _propagated(
    known: Mapping[str, frozenset[date]], equalities: Sequence[Equality]
) -> dict[str, frozenset[date]] | None:
    """Takes from each report the days that no other supports, until nothing changes; None if one runs out."""
    left = dict(known)
    changed = True
    while changed:
        changed = False
        for each in equalities:
            for report, other, mine, theirs in _both_ways(each):
                days = _supported(left[report], left[other], mine, theirs, slack=each.slack)
                if not days:
                    return None
                changed = changed or days != left[report]
                left[report] = days
    return left


def _both_ways(
    each: Equality,
) -> tuple[tuple[str, str, Mapping[date, frozenset[date]], Mapping[date, frozenset[date]]], ...]:
    return (
        (each.left, each.right, each.left_days, each.right_days),
        (each.right, each.left, each.right_days, each.left_days),
    )


def _supported(
    days: frozenset[date],
    others: frozenset[date],
    mine: Mapping[date, frozenset[date]],
    theirs: Mapping[date, frozenset[date]],
    *,
    slack: int,
) -> frozenset[date]:
    """Keeps the days on which the date can be one that the other tells; a day without a date rules nothing out."""
    if any(day not in theirs for day in others):
        return days
    told = frozenset().union(*(theirs[day] for day in others))
    return frozenset(day for day in days if day not in mine or _meet(mine[day], told, slack=slack))


def _meet(one: frozenset[date], other: frozenset[date], *, slack: int) -> bool:
    return any(abs((a - b).days) <= slack for a in one for b in other) if slack else bool(one & other)


def _told(each: Equality, known: Mapping[str, frozenset[date]], left: Mapping[str, frozenset[date]]) -> str:
    narrowed = [report for report in (each.left, each.right) if len(left[report]) < len(known[report])]
    if not narrowed:
        return ""
    return f"{' and '.join(narrowed)} narrowed: {each.left} and {each.right} date {each.why or 'one event'} alike"
