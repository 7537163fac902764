"""Looks up on which days of a stretch an event took on another face, or was spoken of by anybody."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from dragoman.ledger.tables import SPAN, VOICE


def read_turns(connection: Connection, *, after: str, until: str) -> dict[str, set[date]]:
    """Returns by event the days on which its public face changed, after one day and until another."""
    begin = SPAN.c["from"]
    query = select(SPAN.c.event, begin).where(begin > after, begin <= until)
    return _by_event((event, day) for event, day in connection.execute(query))


def read_spoken(connection: Connection, *, after: str, until: str) -> dict[str, set[date]]:
    """Returns by event the days on which somebody said something of it, after one day and until another."""
    query = select(VOICE.c.event, VOICE.c.day).where(VOICE.c.day > after, VOICE.c.day <= until).distinct()
    return _by_event((event, day) for event, day in connection.execute(query))


def _by_event(rows: Iterable[tuple[str, str]]) -> dict[str, set[date]]:
    found: dict[str, set[date]] = {}
    for event, day in rows:
        found.setdefault(event, set()).add(date.fromisoformat(day))
    return found
