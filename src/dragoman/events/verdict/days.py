"""When a claim was said, whether it counts on a day, and which of two was said later."""

from datetime import date, timedelta

from dragoman.model.claim import Claim
from dragoman.model.when import When


def counts(claim: Claim, *, as_of: date) -> bool:
    """Tells whether the claim was certainly published by a day.

    A report of which only the month is known counts from that month's last day on. One with no
    publication date at all counts on every day, since nothing says from which.
    """
    latest = None if claim.published is None else claim.published.latest
    return latest is None or latest <= as_of


def said_when(claim: Claim) -> When | None:
    """Gives when it was said, which is no later than when it was published: a retelling keeps its own day."""
    said, published = claim.said, claim.published
    if said is None or said.earliest is None or said.latest is None:
        return published
    if published is not None and published.latest is not None and said.earliest > published.latest:
        return published
    return said


def said_days(claim: Claim) -> tuple[date, date]:
    """Gives the first and last day it can have been said; the first day of the calendar where none is known.

    What is retold without a day was said before the report's own news.
    """
    said = said_when(claim)
    if said is None or said.earliest is None or said.latest is None:
        return date.min, date.min
    if claim.retold and claim.said is None and said.earliest > date.min:
        return date.min, said.earliest - timedelta(days=1)
    return said.earliest, said.latest


def surely_later(claim: Claim, other: Claim) -> bool:
    """Tells whether a claim was said after another, as far as is known.

    Days of one report hang on one unknown day, so that its Friday follows its Thursday although either may
    be one of four. Days of two reports are in order only when they do not overlap.
    """
    first, last = said_days(claim)
    other_first, other_last = said_days(other)
    if claim.report == other.report and (last, first) != (other_last, other_first):
        return (last, first) > (other_last, other_first)
    if first == last == other_first == other_last:
        return _later_hour(said_when(claim), said_when(other))
    return first > other_last


def _later_hour(when: When | None, other: When | None) -> bool:
    times = tuple(None if one is None else one.time for one in (when, other))
    return times[0] is not None and times[1] is not None and times[0] > times[1]


def undecided(claim: Claim, other: Claim) -> bool:
    """Tells whether it is not known which of two claims was said first."""
    return not surely_later(claim, other) and not surely_later(other, claim)
