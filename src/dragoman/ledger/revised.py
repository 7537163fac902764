"""Looks up how often, when and into what the public face of an event changed."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from dragoman.ledger.derived import chunks, read_rows
from dragoman.ledger.tables import MINTED_ID, REVISION, SPAN


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A face that an event took on: since the moment ``made`` that the ledger saw it, or since that day."""

    event: str
    made: str
    status: str
    when: str | None = None
    background: bool = False


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    event: str
    made: str
    face: bytes


class _Face(msgspec.Struct, frozen=True, kw_only=True):
    status: str
    when: str | None = None
    background: bool = False


def read_revisions(connection: Connection, ids: Iterable[str]) -> dict[str, list[Revision]]:
    """Returns by id the revisions that were appended, the earliest first."""
    found: dict[str, list[Revision]] = {}
    for part in chunks(sorted(ids)):
        query = select(REVISION.c.event, REVISION.c.made, REVISION.c.face)
        for row in read_rows(connection, _Row, query.where(REVISION.c.event.in_(part)).order_by(REVISION.c.number)):
            face = msgspec.json.decode(row.face, type=_Face)
            found.setdefault(row.event, []).append(
                Revision(event=row.event, made=row.made, status=face.status, when=face.when, background=face.background)
            )
    return found


def read_past_faces(connection: Connection, events: Iterable[str], *, until: str) -> dict[str, list[Revision]]:
    """Returns by event, its founder's anchor, the faces that it had from day to day; ``made`` is the first day of each.

    A day on which nothing but the reasons changed begins no other face.
    """
    found: dict[str, list[Revision]] = {}
    for part in chunks(sorted(events)):
        columns = (SPAN.c.event, SPAN.c["from"].label("made"), SPAN.c.status, SPAN.c.when, SPAN.c.background)
        query = select(*columns).where(SPAN.c.event.in_(part), SPAN.c["from"] <= until).order_by(SPAN.c["from"])
        for row in read_rows(connection, Revision, query):
            faces = found.setdefault(row.event, [])
            if not faces or msgspec.structs.replace(faces[-1], made=row.made) != row:
                faces.append(row)
    return found


def read_anchors(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Returns by id the anchor that it was minted for."""
    found: dict[str, str] = {}
    for part in chunks(sorted(ids)):
        query = select(MINTED_ID.c.id, MINTED_ID.c.anchor).where(MINTED_ID.c.id.in_(part))
        found |= {row.id: row.anchor for row in connection.execute(query)}
    return found
