"""Reads plain text: one report a file, with a date header or front matter before it."""

import re
from collections.abc import Iterator, Mapping
from io import BufferedReader

from dragoman.errors import EmptyReport, SkipReport
from dragoman.model.report import RawReport
from dragoman.readers.decode import decode
from dragoman.readers.front_matter import split_front_matter
from dragoman.readers.limits import MOST_BYTES, check_length, read_at_most
from dragoman.readers.reader import Found

DATE_HEADER = re.compile(
    r"\s*date:?[ \t]+(?P<date>\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?)"
    r"(?=\s|\Z)[ \t]*(?:\r?\n)?"
)
"""``date 2018-05`` or ``date 2018-05-26``, on a line of its own or before the first words."""


def read_reports(stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
    """Gives the one report of a text file, without its header."""
    try:
        data = read_at_most(stream, MOST_BYTES, origin=origin)
        yield _read(decode(data, origin=origin), origin=origin, stem=stem)
    except SkipReport as error:
        yield error.at(file=origin)


def _read(told: str, *, origin: str, stem: str) -> RawReport:
    fields, text = split_front_matter(told, origin=origin)
    published, text = split_date_header(text)
    if not text.strip():
        raise EmptyReport("nothing to read in it", file=origin)
    outlet = _said(fields, "outlet") or _said(fields, "source")
    return RawReport(
        id=_said(fields, "id") or stem,
        text=check_length(text, origin=origin),
        origin=origin,
        title=_said(fields, "title"),
        outlet=outlet,
        language=_said(fields, "language"),
        published=_said(fields, "published") or _said(fields, "date") or published,
        url=_said(fields, "url"),
        replaces=_said(fields, "replaces"),
    )


def split_date_header(text: str) -> tuple[str | None, str]:
    """Gives the date of a header and the text after it; None and the text itself where there is no header.

    >>> split_date_header(" date 2018-05 The summit is on.")
    ('2018-05', 'The summit is on.')
    """
    found = DATE_HEADER.match(text)
    return (None, text) if found is None else (found["date"], text[found.end() :])


def _said(fields: Mapping[str, str], name: str) -> str | None:
    return fields.get(name, "").strip() or None
