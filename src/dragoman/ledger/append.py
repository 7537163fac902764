"""Appends reports, readings and what settling finds for the first time; nothing is ever changed.

Appending what is there already does nothing, so that a command that was cut off can be given again.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.errors import StopRun
from dragoman.ledger.anchors import anchor_key, anchors_of, claim_key, report_of
from dragoman.ledger.bodies import pack_body
from dragoman.ledger.derived import chunks, note_unsettled
from dragoman.ledger.dialect import insert_new
from dragoman.ledger.fetch import MintedId, fetch_minted_at
from dragoman.ledger.tables import CLAIM, LINK, MINTED_ID, READING, READING_CLAIM, REPORT, REVISION
from dragoman.model.event import Anchor
from dragoman.model.reading import ReadClaim, Reading
from dragoman.model.report import Report
from dragoman.model.when import When

SHORTEST_ID = 4
LONG_ID, LONGEST_ID = 12, 40


def append_report(connection: Connection, report: Report, *, now: datetime | None = None) -> None:
    """Appends a report, stamped with when it was added; one with the same key stays as it is."""
    added = report.added or now or datetime.now(UTC)
    stamped = msgspec.structs.replace(report, added=added)
    row = {
        "key": report.key,
        "id": report.id,
        "added": as_stamp(added),
        "last": _last_day(report, added),
        "body": pack_body(stamped),
    }
    insert_new(connection, REPORT, [row])


def append_reading(connection: Connection, report: Report, reading: Reading, *, now: datetime | None = None) -> None:
    """Appends a reading of a report with its claims and links.

    Raises `StopRun` that names report and character when the reading quotes what the text does not say there:
    then the program is wrong, and nothing of the reading is kept.
    """
    check_spans(report, reading)
    given = {"report": reading.report, "version": reading.version}
    added = as_stamp(now or datetime.now(UTC))
    insert_new(connection, READING, [{**given, "added": added, "body": pack_body(reading)}])
    anchors = anchors_of(reading)
    keys = [claim_key(claim, anchor=anchors[claim.event]) for claim in reading.claims]
    rows = [_claim_row(claim, key, anchors[claim.event]) for claim, key in zip(reading.claims, keys, strict=True)]
    insert_new(connection, CLAIM, rows)
    insert_new(connection, READING_CLAIM, [{**given, "place": place, "claim": key} for place, key in enumerate(keys)])
    insert_new(connection, LINK, list(_link_rows(reading, anchors, keys, given)))
    note_unsettled(connection, reading.report, reading.version)


def _last_day(report: Report, added: datetime) -> str:
    stated = None if report.published is None else When.parse(report.published).latest
    known_by = added.astimezone(UTC).date()
    return min(stated or known_by, known_by).isoformat()


def check_spans(report: Report, reading: Reading) -> None:
    """Makes sure that every span of a reading lies in the text and says what the reading says it says."""
    for start, end, told in _told_spans(reading):
        if report.text[start:end] != told:
            raise _misquoted(report, start, told)
    for start, end in _bare_spans(reading):
        if not 0 <= start < end <= len(report.text):
            raise _misquoted(report, start, f"characters {start} to {end}")


def _told_spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Gives the spans of which the reading says what stands there."""
    yield from ((date.start, date.end, date.text) for date in reading.dates)
    yield from ((actor.start, actor.end, actor.text) for actor in reading.actors)
    yield from ((place.start, place.end, place.text) for place in reading.places)
    for event in reading.events:
        yield from ((mention.start, mention.end, mention.text) for mention in event.mentions)


def _bare_spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Gives the spans whose words are the text's own."""
    yield from ((claim.start, claim.end) for claim in reading.claims)
    yield from ((act.start, act.end) for act in reading.acts)
    yield from ((quote.start, quote.end) for quote in reading.quotes)


def mint_ids(connection: Connection, anchors: Iterable[str]) -> None:
    """Mints a short id for each anchor that has none: hex digits, more of them where fewer are taken."""
    wanted = list(dict.fromkeys(anchors))
    done = {each.anchor for each in fetch_minted_at(connection, wanted)}
    names = {anchor: _names(anchor) for anchor in wanted if anchor not in done}
    taken = _taken(connection, [name for each in names.values() for name in each])
    rows = []
    for anchor, possible in names.items():
        fresh = next(name for name in possible if name not in taken)
        taken.add(fresh)
        rows.append({"id": fresh, "anchor": anchor, "report": report_of(anchor)})
    insert_new(connection, MINTED_ID, rows)


def _names(anchor: str) -> list[str]:
    """Gives the ids that an anchor may have, in order of preference; the last is as good as never taken."""
    digits = sha256(anchor.encode()).hexdigest()
    return [digits[:size] for size in (*range(SHORTEST_ID, LONG_ID), LONGEST_ID)]


def _taken(connection: Connection, names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks(names):
        found |= set(connection.execute(select(MINTED_ID.c.id).where(MINTED_ID.c.id.in_(part))).scalars())
    return found


def append_minted(connection: Connection, minted: Iterable[MintedId]) -> None:
    """Appends ids that another ledger minted, in their order; those that are there stay as they are."""
    in_order = sorted(minted, key=lambda each: each.number)
    rows = [{"id": each.id, "anchor": each.anchor, "report": report_of(each.anchor)} for each in in_order]
    insert_new(connection, MINTED_ID, rows)


def append_revisions(
    connection: Connection, faces: Mapping[str, tuple[bytes, str | None]], *, now: datetime | None = None
) -> int:
    """Appends a revision for each event id whose face is not the one last seen, with the claim that caused it.

    ``faces`` gives face and cause by event id. Returns how many were appended.
    """
    last = _last_faces(connection, faces)
    made = as_stamp(now or datetime.now(UTC))
    rows = [
        {"event": event, "made": made, "cause": cause, "face": face}
        for event, (face, cause) in faces.items()
        if last.get(event) != face
    ]
    insert_new(connection, REVISION, rows)
    return len(rows)


def _last_faces(connection: Connection, events: Iterable[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for part in chunks(events):
        newest = select(func.max(REVISION.c.number)).where(REVISION.c.event.in_(part)).group_by(REVISION.c.event)
        rows = connection.execute(select(REVISION.c.event, REVISION.c.face).where(REVISION.c.number.in_(newest)))
        found |= {row.event: bytes(row.face) for row in rows}
    return found


def as_stamp(moment: datetime) -> str:
    """Returns a moment as the tables hold it: in UTC, of one length, so that text sorts as time does.

    >>> as_stamp(datetime(2018, 5, 26, 8, 30, tzinfo=UTC))
    '2018-05-26T08:30:00.000000+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _misquoted(report: Report, start: int, told: str) -> StopRun:
    return StopRun(f"the text does not say {told!r} there", report=report.id, offset=start, hint="please report this")


def _claim_row(claim: ReadClaim, key: str, anchor: Anchor) -> dict[str, Any]:
    holder = claim.chain[-1] if claim.chain else None
    return {
        "id": key,
        "report": anchor.report,
        "anchor": anchor_key(anchor),
        "status": claim.status,
        "stance": claim.stance,
        "certainty": claim.certainty,
        "holder": None if holder is None else holder.id or holder.name,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
        "score": claim.score,
    }


def _link_rows(
    reading: Reading, anchors: tuple[Anchor, ...], keys: list[str], given: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for anchor, event in zip(anchors, reading.events, strict=True):
        for link in event.links:
            yield {
                **given,
                "anchor": anchor_key(anchor),
                "type": link.type,
                "to": anchor_key(anchors[link.to]),
                "claim": None if link.claim is None else keys[link.claim],
            }
