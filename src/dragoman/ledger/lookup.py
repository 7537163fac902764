"""Looks derived rows up as of a day, by index; nothing is worked out again."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, and_, func, or_, select

from dragoman.ledger.derived import (
    Alias,
    EffectiveDay,
    Member,
    Merge,
    Narrowing,
    Shape,
    Span,
    Voice,
    chunks,
    read_rows,
)
from dragoman.ledger.fetch import MintedId
from dragoman.ledger.tables import (
    ALIAS,
    EFFECTIVE_DAY,
    MEMBER,
    MERGE,
    MINTED_ID,
    NARROWING,
    SHAPE,
    SPAN,
    VOICE,
)


def read_last_day(connection: Connection, *, until: str) -> str | None:
    """Returns the newest report's day, at most ``until``; None for an empty ledger."""
    days = select(func.max(EFFECTIVE_DAY.c.day)).where(EFFECTIVE_DAY.c.day <= until)
    found: str | None = connection.execute(days).scalar()
    return found


def read_first_day(connection: Connection) -> str | None:
    """Returns the oldest report's day; None for an empty ledger."""
    found: str | None = connection.execute(select(func.min(EFFECTIVE_DAY.c.day))).scalar()
    return found


def read_effective_days(connection: Connection, *, until: str) -> list[EffectiveDay]:
    """Returns the reports that count on a day, in order of day and key."""
    table = EFFECTIVE_DAY
    query = select(table).where(table.c.day <= until).order_by(table.c.day, table.c.report)
    return read_rows(connection, EffectiveDay, query)


def read_effective_days_of(connection: Connection, reports: Collection[str], *, until: str) -> dict[str, EffectiveDay]:
    """Returns by key those of ``reports`` that count on a day."""
    table = EFFECTIVE_DAY
    found: dict[str, EffectiveDay] = {}
    for part in chunks(sorted(reports)):
        query = select(table).where(table.c.report.in_(part), table.c.day <= until)
        found |= {row.report: row for row in read_rows(connection, EffectiveDay, query)}
    return found


def read_narrowings(connection: Connection, reports: Collection[str], *, until: str) -> dict[str, Narrowing]:
    """Returns what is known on a day of the own day of each of ``reports``: its latest row until then."""
    found: dict[str, Narrowing] = {}
    for part in chunks(sorted(reports)):
        rows = select(NARROWING).where(NARROWING.c.report.in_(part), NARROWING.c.day <= until)
        found |= {row.report: row for row in read_rows(connection, Narrowing, rows.order_by(NARROWING.c.day))}
    return found


def read_members(connection: Connection, events: Iterable[str], *, until: str) -> list[Member]:
    """Returns the events of reports that belong to any of ``events`` on a day, in order of joining."""
    found = [
        row
        for part in chunks(sorted(events))
        for row in read_rows(connection, Member, select(MEMBER).where(MEMBER.c.event.in_(part), MEMBER.c.day <= until))
    ]
    return sorted(found, key=lambda row: (row.day, row.report, row.place))


def read_members_at(connection: Connection, anchors: Iterable[str], *, until: str) -> dict[str, Member]:
    """Returns by anchor the events of reports that have one of these anchors and are known on a day."""
    found: dict[str, Member] = {}
    for part in chunks(sorted(anchors)):
        query = select(MEMBER).where(MEMBER.c.anchor.in_(part), MEMBER.c.day <= until)
        found |= {row.anchor: row for row in read_rows(connection, Member, query)}
    return found


def read_members_of(connection: Connection, reports: Iterable[str], *, until: str) -> list[Member]:
    """Returns the events that reports tell of and that are known on a day, in the reports' order."""
    return [
        row
        for part in chunks(sorted(reports))
        for row in read_rows(
            connection,
            Member,
            select(MEMBER)
            .where(MEMBER.c.report.in_(part), MEMBER.c.day <= until)
            .order_by(MEMBER.c.report, MEMBER.c.place),
        )
    ]


def read_parents(connection: Connection, events: Iterable[str], *, until: str) -> dict[str, str]:
    """Returns what each of ``events``, and each of those in turn, was merged into by a day."""
    found: dict[str, str] = {}
    asked = set(events)
    while asked:
        rows = [
            row
            for part in chunks(sorted(asked))
            for row in read_rows(connection, Merge, select(MERGE).where(MERGE.c.child.in_(part), MERGE.c.day <= until))
        ]
        found |= {row.child: row.parent for row in rows}
        asked = {row.parent for row in rows} - found.keys()
    return found


def read_children(connection: Connection, events: Iterable[str], *, until: str) -> dict[str, str]:
    """Returns child and parent of all that was merged by a day into any of ``events``, directly or in steps."""
    found: dict[str, str] = {}
    asked = set(events)
    while asked:
        rows = [
            row
            for part in chunks(sorted(asked))
            for row in read_rows(connection, Merge, select(MERGE).where(MERGE.c.parent.in_(part), MERGE.c.day <= until))
        ]
        asked = {row.child for row in rows} - found.keys()
        found |= {row.child: row.parent for row in rows}
    return found


def read_shapes(connection: Connection, events: Iterable[str], *, until: str) -> dict[str, Shape]:
    """Returns what is known of each of ``events`` on a day: its latest row until then."""
    found: dict[str, Shape] = {}
    for part in chunks(sorted(events)):
        latest = (
            select(SHAPE.c.event, func.max(SHAPE.c.day).label("day"))
            .where(SHAPE.c.event.in_(part), SHAPE.c.day <= until)
            .group_by(SHAPE.c.event)
            .subquery()
        )
        query = select(SHAPE).join(latest, and_(latest.c.event == SHAPE.c.event, latest.c.day == SHAPE.c.day))
        found |= {row.event: row for row in read_rows(connection, Shape, query)}
    return found


def read_spans(
    connection: Connection, *, day: str, first: str | None = None, last: str | None = None, dated: bool = False
) -> list[Span]:
    """Returns each event's public face on a day; with bounds, of those that may be on from ``first`` to ``last``.

    With ``dated`` those are left out that may be on any day.
    """
    query = select(SPAN).where(SPAN.c["from"] <= day, or_(SPAN.c.to.is_(None), SPAN.c.to > day))
    if dated:
        query = query.where(or_(SPAN.c.earliest > date.min.isoformat(), SPAN.c.latest < date.max.isoformat()))
    if last is not None:
        query = query.where(SPAN.c.earliest <= last)
    if first is not None:
        query = query.where(SPAN.c.latest >= first)
    return read_rows(connection, Span, query)


def read_spans_of(connection: Connection, event: str, *, until: str) -> list[Span]:
    """Returns the public faces that an event, by its founder's anchor, has had by a day, the earliest first."""
    query = select(SPAN).where(SPAN.c.event == event, SPAN.c["from"] <= until).order_by(SPAN.c["from"])
    return read_rows(connection, Span, query)


def read_faces(connection: Connection, events: Iterable[str], *, day: str) -> dict[str, Span]:
    """Returns by event the public face on a day of each of ``events`` that has one."""
    found: dict[str, Span] = {}
    for part in chunks(sorted(events)):
        query = select(SPAN).where(
            SPAN.c.event.in_(part), SPAN.c["from"] <= day, or_(SPAN.c.to.is_(None), SPAN.c.to > day)
        )
        found |= {row.event: row for row in read_rows(connection, Span, query)}
    return found


def read_turning(connection: Connection, *, after: str, until: str) -> list[Span]:
    """Returns the faces that events take on after one day and until another, without a word perhaps."""
    begin = SPAN.c["from"]
    rows = select(SPAN).where(begin > after, begin <= until, or_(SPAN.c.to.is_(None), SPAN.c.to > until))
    return read_rows(connection, Span, rows)


def read_actors(connection: Connection, *, until: str) -> frozenset[str]:
    """Returns who has said something by a day."""
    return frozenset(connection.execute(select(VOICE.c.actor).where(VOICE.c.day <= until).distinct()).scalars())


def read_voices(connection: Connection, events: Iterable[str], *, until: str) -> list[Voice]:
    """Returns who says something of any of ``events`` by a day."""
    return [
        row
        for part in chunks(sorted(events))
        for row in read_rows(connection, Voice, select(VOICE).where(VOICE.c.event.in_(part), VOICE.c.day <= until))
    ]


def read_aliases(connection: Connection, anchors: Iterable[str]) -> list[Alias]:
    """Returns what became of these anchors of ids, where the reading that counts no longer has them."""
    return [
        row
        for part in chunks(sorted(set(anchors)))
        for row in read_rows(connection, Alias, select(ALIAS).where(ALIAS.c.anchor.in_(part)))
    ]


def read_ids(connection: Connection, events: Iterable[str], *, until: str) -> list[tuple[str, MintedId]]:
    """Returns the ids that lead to members of any of ``events``, each with its event, the oldest first."""
    found: list[tuple[str, MintedId]] = []
    columns = MEMBER.c.event, MINTED_ID.c.number, MINTED_ID.c.id, MINTED_ID.c.anchor
    direct = select(*columns).join(MEMBER, MEMBER.c.anchor == MINTED_ID.c.anchor)
    moved = (
        select(*columns).join(ALIAS, ALIAS.c.anchor == MINTED_ID.c.anchor).join(MEMBER, MEMBER.c.anchor == ALIAS.c.at)
    )
    for part in chunks(sorted(events)):
        for query in (direct, moved):
            rows = connection.execute(query.where(MEMBER.c.event.in_(part), MEMBER.c.day <= until))
            found += [(row.event, MintedId(number=row.number, id=row.id, anchor=row.anchor)) for row in rows]
    return sorted(found, key=lambda each: each[1].number)


def read_last_told(connection: Connection, events: Iterable[str], *, until: str) -> dict[str, str]:
    """Returns the day on which each of ``events`` was last told of, by a day."""
    found: dict[str, str] = {}
    for part in chunks(sorted(events)):
        query = select(SHAPE.c.event, func.max(SHAPE.c.day).label("day")).where(
            SHAPE.c.event.in_(part), SHAPE.c.day <= until
        )
        found |= {row.event: row.day for row in connection.execute(query.group_by(SHAPE.c.event))}
    return found


def count_reports_of(connection: Connection, families: Mapping[str, Collection[str]], *, until: str) -> dict[str, int]:
    """Returns how many reports tell of each event by a day; ``families`` gives the founders that it is made of.

    No report tells of one event twice.
    """
    counts: dict[str, int] = {}
    for part in chunks(sorted({founder for family in families.values() for founder in family})):
        query = select(MEMBER.c.event, func.count().label("reports")).where(
            MEMBER.c.event.in_(part), MEMBER.c.day <= until
        )
        counts |= {row.event: row.reports for row in connection.execute(query.group_by(MEMBER.c.event))}
    return {event: sum(counts.get(founder, 0) for founder in family) for event, family in families.items()}
