"""A report as a row of fields, which JSON lines and tables share."""

import msgspec

from dragoman.errors import EmptyReport
from dragoman.model.report import RawReport
from dragoman.readers.limits import check_length


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a report that are read; others are passed over. ``source`` is read as ``outlet``."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    source: str | None = None
    language: str | None = None
    url: str | None = None
    replaces: str | None = None


def raw_report(record: Record, *, origin: str, line: int, stem: str) -> RawReport:
    """Gives the report of a record; without an id it is labelled by file and line.

    Raises `EmptyReport` and `TooLarge`.
    """
    if not record.text.strip():
        raise EmptyReport("its text is empty", file=origin, line=line)
    named = None if record.id is None else str(record.id).strip()
    return RawReport(
        id=named or f"{stem}-{line}",
        text=check_length(record.text, origin=origin, line=line),
        origin=f"{origin}:{line}",
        title=_said(record.title),
        outlet=_said(record.outlet) or _said(record.source),
        language=_said(record.language),
        published=_said(record.published),
        url=_said(record.url),
        replaces=_said(record.replaces),
    )


def _said(value: str | None) -> str | None:
    """Gives a field's words, None for one that is there and empty."""
    return None if value is None else value.strip() or None
