"""Fetches what was appended: reports, their latest readings, and the minted ids."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import msgspec
from sqlalchemy import Connection, Select, and_, func, select

from dragoman.ledger.anchors import report_of
from dragoman.ledger.bodies import unpack_body
from dragoman.ledger.dialect import last_row
from dragoman.ledger.tables import JUDGEMENT, MINTED_ID, READING, REPORT, REVISION
from dragoman.model.reading import Reading
from dragoman.model.report import Report

CHUNK = 500
"""How many keys go into one query; databases set a limit to it."""
_REPORTS = msgspec.json.Decoder(Report)
_READINGS = msgspec.json.Decoder(Reading)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A report with the reading of it that counts."""

    report: Report
    reading: Reading


class MintedId(msgspec.Struct, frozen=True, kw_only=True):
    """An id with the anchor that it was minted for; the lower the number, the older."""

    number: int
    id: str
    anchor: str


def fetch_all(connection: Connection, *, added_until: date | None = None) -> list[Held]:
    """Returns every report that has been read, with its latest reading, in order of key.

    With ``added_until`` the reports and readings that the ledger held at the end of that day (UTC).
    """
    query = _latest(added_until)
    return [_held(row.report_body, row.body) for row in connection.execute(query.order_by(REPORT.c.key))]


def fetch_some(connection: Connection, keys: Collection[str]) -> dict[str, Held]:
    """Returns the reports with these keys and their latest readings."""
    found: dict[str, Held] = {}
    for part in _chunks(sorted(keys)):
        for row in connection.execute(_latest(None, part)):
            held = _held(row.report_body, row.body)
            found[held.report.key] = held
    return found


def has_reading(connection: Connection, key: str) -> bool:
    """Tells whether a report has been read already, by any version."""
    query = select(READING.c.report).where(READING.c.report == key).limit(1)
    return connection.execute(query).first() is not None


def count_reports(connection: Connection) -> int:
    """Returns how many reports the ledger holds."""
    found: int = connection.execute(select(func.count()).select_from(REPORT)).scalar_one()
    return found


def read_stamp(connection: Connection) -> str:
    """Returns a text that is another one whenever something was appended: a reading, a judgement or a revision."""
    return "-".join(str(last_row(connection, table)) for table in (READING, JUDGEMENT, REVISION))


def fetch_keys(connection: Connection, report_id: str) -> list[str]:
    """Returns the keys of the reports with a label, in order."""
    query = select(REPORT.c.key).where(REPORT.c.id == report_id).order_by(REPORT.c.key)
    return list(connection.execute(query).scalars())


def fetch_minted(connection: Connection) -> list[MintedId]:
    """Returns all minted ids, oldest first."""
    return _minted(connection, select(MINTED_ID))


def fetch_minted_at(connection: Connection, anchors: Iterable[str]) -> list[MintedId]:
    """Returns the ids that were minted for any of these anchors, oldest first."""
    parts = _chunks(sorted(set(anchors)))
    found = [
        row for part in parts for row in _minted(connection, select(MINTED_ID).where(MINTED_ID.c.anchor.in_(part)))
    ]
    return sorted(found, key=lambda each: each.number)


def fetch_minted_of(connection: Connection, reports: Iterable[str]) -> list[MintedId]:
    """Returns the ids that were minted for words of any of these reports, oldest first."""
    parts = _chunks(sorted({report_of(report) for report in reports}))
    found = [
        row for part in parts for row in _minted(connection, select(MINTED_ID).where(MINTED_ID.c.report.in_(part)))
    ]
    return sorted(found, key=lambda each: each.number)


def fetch_minted_like(connection: Connection, text: str) -> list[MintedId]:
    """Returns the ids that begin with a text, oldest first."""
    return _minted(connection, select(MINTED_ID).where(MINTED_ID.c.id.startswith(text, autoescape=True)))


def _minted(connection: Connection, query: Select[*tuple[object, ...]]) -> list[MintedId]:
    rows = connection.execute(query.order_by(MINTED_ID.c.number))
    return [MintedId(number=row.number, id=row.id, anchor=row.anchor) for row in rows]


def _latest(added_until: date | None, keys: Collection[str] | None = None) -> Select[*tuple[object, ...]]:
    """Selects reports with their latest reading; of two readings of one moment the greater version counts."""
    readings = select(
        READING.c.report,
        READING.c.body,
        func.row_number()
        .over(partition_by=READING.c.report, order_by=(READING.c.added.desc(), READING.c.version.desc()))
        .label("rank"),
    )
    if added_until is not None:
        readings = readings.where(READING.c.added < f"{added_until.isoformat()}~")  # ~ sorts after T
    if keys is not None:
        readings = readings.where(READING.c.report.in_(keys))
    ranked = readings.subquery()
    query: Select[*tuple[object, ...]] = select(REPORT.c.body.label("report_body"), ranked.c.body).join(
        ranked, and_(ranked.c.report == REPORT.c.key, ranked.c.rank == 1)
    )
    return query if added_until is None else query.where(REPORT.c.added < f"{added_until.isoformat()}~")


def _held(report: bytes, reading: bytes) -> Held:
    return Held(report=unpack_body(report, _REPORTS), reading=unpack_body(reading, _READINGS))


def _chunks(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
