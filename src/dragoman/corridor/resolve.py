"""Resolves a reading: what its date words, events and claims come to, once so much is known of its own day."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import msgspec

from dragoman.dates.resolve import resolve_dates
from dragoman.dates.solve import solve_published
from dragoman.ledger.anchors import anchors_of, claim_key
from dragoman.ledger.fetch import Held
from dragoman.model.claim import Claim
from dragoman.model.event import Anchor, Event, EventLink
from dragoman.model.mention import DateMention
from dragoman.model.reading import ReadClaim, ReadEvent, Reading
from dragoman.model.report import Report
from dragoman.model.when import When

_IN_A_ROW = 5
"""Characters between two days of one stay: a conjunction with its spaces."""

Days = frozenset[date]
"""The days of which one is the report's; empty when nothing is known."""


class OwnDays(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says of its own day: the days left, and how they came about."""

    days: Days
    why: str


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """A report's reading, resolved: ``claims`` come with the place in the reading of the event they are about.

    ``published`` is what is known of the report's own day, ``days`` the same as a set; ``whens`` are the
    reading's dates, resolved, in their order.
    """

    report: Report
    reading: Reading
    days: Days
    published: When | None
    whens: tuple[When, ...]
    events: tuple[Event, ...]
    claims: tuple[tuple[int, Claim], ...]

    def claims_of(self, place: int) -> list[Claim]:
        """Gives the claims about one event."""
        return [claim for at, claim in self.claims if at == place]


def own_days(held: Held) -> OwnDays:
    """Returns the days of which one is the report's by its own words, never later than the day it was added.

    A report that is dated after it was added is wrongly dated: its days stay as said, and what counts is `known_by`.
    """
    solution = solve_published(held.reading.dates, stated=held.report.published)
    days = frozenset(solution.days)
    added = known_by(held.report)
    return OwnDays(days=frozenset(day for day in days if day <= added) or days, why="; ".join(solution.explanation))


def known_by(report: Report) -> date:
    """Returns the day by which a report was surely published: the ledger held it then (UTC)."""
    return date.max if report.added is None else report.added.date()


def resolve_held(held: Held, *, days: Days) -> Resolved:
    """Resolves a reading for a report that is of one of ``days``."""
    report, reading = held.report, held.reading
    published = published_when(report, days)
    whens = resolve_dates(reading.dates, published=sorted(days))
    anchors = anchors_of(reading)
    keys = tuple(claim_key(claim, anchor=anchors[claim.event]) for claim in reading.claims)
    return Resolved(
        report=report,
        reading=reading,
        days=days,
        published=published,
        whens=whens,
        events=tuple(
            _event(event, anchor, dates=reading.dates, whens=whens, anchors=anchors, keys=keys)
            for event, anchor in zip(reading.events, anchors, strict=True)
        ),
        claims=tuple(
            (claim.event, _claim(claim, key, report=report, published=published, whens=whens))
            for claim, key in zip(reading.claims, keys, strict=True)
        ),
    )


def published_when(report: Report, days: Days) -> When | None:
    """Returns a report's day as a date: as it was stated, with only the days that are left."""
    stated = None if report.published is None else When.parse(report.published, time=report.published_time)
    if stated is not None and stated.earliest is not None and stated.earliest > known_by(report):
        return When(text=report.published, reason="after-added")
    if not days:
        return stated
    return When.from_days(days) if stated is None or not stated.spans else stated.narrow(days)


def _event(
    event: ReadEvent,
    anchor: Anchor,
    *,
    dates: Sequence[DateMention],
    whens: Sequence[When],
    anchors: Sequence[Anchor],
    keys: Sequence[str],
) -> Event:
    return Event(
        anchor=anchor,
        kind=event.kind,
        nature=event.nature,
        parties=event.parties,
        place=event.place,
        alternatives=event.alternatives,
        when=_event_when(event, dates, whens),
        moved_from=tuple(whens[index] for index in event.moved_from),
        ordinal=event.ordinal,
        background=event.background,
        outcome=event.outcome,
        words=event.words,
        links=tuple(
            EventLink(type=link.type, to=anchors[link.to], claim=None if link.claim is None else keys[link.claim])
            for link in event.links
        ),
    )


def _event_when(event: ReadEvent, dates: Sequence[DateMention], whens: Sequence[When]) -> When | None:
    """Returns the date that a report gives an event; where it gives several, what they have in common.

    Two days that follow on each other, told in a row ("Monday and Tuesday"), are how long it lasts. A former day counts
    only where there is no other.
    """
    former = {whens[index].edtf for index in event.moved_from}
    said = [whens[index] for index in event.dates]
    said = [when for when in said if when.edtf not in former] or said
    for one, next_one in pairwise(sorted(event.dates)):
        near = next_one == one + 1 and dates[next_one].start - dates[one].end <= _IN_A_ROW
        if near and _follow(whens[one], whens[next_one]):
            said.append(When(edtf=f"{whens[one].edtf}/{whens[next_one].edtf}", text=whens[one].text))
            said = [when for when in said if when not in (whens[one], whens[next_one])]
    if not said:
        vague = event.undated_text is not None or event.undated_reason is not None
        return When(text=event.undated_text, reason=event.undated_reason) if vague else None
    said.sort(key=_width)
    when = said[0]
    for other in said[1:]:
        days = other.days()
        if days is not None and when.compatible(other):
            when = when.narrow(days)
    return when


def _follow(one: When, other: When) -> bool:
    """Tells whether one day is the next after the other."""
    if one.earliest is None or other.earliest is None or not (one.is_exact and other.is_exact):
        return False
    return (other.earliest - one.earliest).days == 1


def _width(when: When) -> int:
    """Returns over how many days a date may range; one without a day is the widest."""
    if when.earliest is None or when.latest is None:
        return date.max.toordinal()
    return (when.latest - when.earliest).days


def _claim(claim: ReadClaim, key: str, *, report: Report, published: When | None, whens: Sequence[When]) -> Claim:
    return Claim(
        id=key,
        report=report.key,
        status=claim.status,
        stance=claim.stance,
        certainty=claim.certainty,
        chain=claim.chain,
        start=claim.start,
        end=claim.end,
        quote=report.text[claim.start : claim.end],
        rule=claim.rule,
        said=_at(whens, claim.said),
        published=published,
        when=_at(whens, claim.date),
        moved_from=_at(whens, claim.moved_from),
        reason=claim.reason,
        retold=claim.retold,
        score=claim.score,
    )


def _at(whens: Sequence[When], index: int | None) -> When | None:
    return None if index is None else whens[index]
