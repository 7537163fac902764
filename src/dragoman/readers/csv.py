"""Reads tables: a line of column names, then one report a row, or one line of a desk's calendar."""

import csv
import io
from collections.abc import Iterator
from io import BufferedReader

import msgspec

from dragoman.errors import MalformedRecord, SkipReport
from dragoman.model.report import RawReport
from dragoman.readers.calendar import read_line
from dragoman.readers.decode import decode
from dragoman.readers.limits import MOST_CHARACTERS, MOST_FILE_BYTES, read_at_most
from dragoman.readers.reader import Found
from dragoman.readers.record import Record, raw_report

CALENDAR = {"title", "start"}
"""The columns that make a table without texts a desk's calendar."""
SEPARATORS = ",;\t|"


def read_reports(stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
    """Gives the report of each row; the separator is the one that the line of names has most of.

    A row without text, or with more cells than there are names, comes out as an error with its line.
    """
    try:
        text = decode(read_at_most(stream, MOST_FILE_BYTES, origin=origin), origin=origin)
        rows = _open(text, origin=origin)
    except SkipReport as error:
        yield error.at(file=origin)
        return
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            yield _read(row, origin=origin, line=rows.line_num, stem=stem)
        except csv.Error as error:
            yield MalformedRecord(f"no row of a table: {error}", file=origin, line=rows.reader.line_num)
        except SkipReport as error:
            yield error.at(file=origin, line=rows.line_num)


def _open(text: str, *, origin: str) -> "csv.DictReader[str]":
    names = text.lstrip("\r\n").partition("\n")[0]
    separator = max(SEPARATORS, key=names.count)
    # One limit for the whole process; no other code of ours reads tables.
    csv.field_size_limit(MOST_CHARACTERS + 1)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows.fieldnames = [name.strip().casefold() for name in rows.fieldnames or ()]
    if "text" not in rows.fieldnames and not CALENDAR.issubset(rows.fieldnames):
        told = ", ".join(name for name in rows.fieldnames if name)[:200] or "none"
        raise MalformedRecord("no column is named text", file=origin, line=1, hint=f"columns: {told}")
    return rows


def _read(row: dict[str | None, str | list[str] | None], *, origin: str, line: int, stem: str) -> RawReport:
    if None in row:
        raise MalformedRecord("more cells than there are columns", file=origin, line=line)
    cells = {str(name): cell for name, cell in row.items() if isinstance(cell, str)}
    if "text" not in cells:
        return read_line(cells, origin=origin, line=line, stem=stem)
    try:
        record = msgspec.convert(cells, type=Record)
    except msgspec.ValidationError as error:
        raise MalformedRecord(f"no report: {error}", file=origin, line=line) from error
    return raw_report(record, origin=origin, line=line, stem=stem)
