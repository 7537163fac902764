"""Reads JSON lines: one report a line, as an object."""

import codecs
from collections.abc import Iterator
from io import BufferedReader

import msgspec

from dragoman.errors import MalformedRecord, SkipReport, TooLarge
from dragoman.model.report import RawReport
from dragoman.readers.decode import decode
from dragoman.readers.limits import MOST_FILE_BYTES, read_at_most, read_lines
from dragoman.readers.reader import Found
from dragoman.readers.record import Record, raw_report

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Marks of an encoding in which a byte is no letter, so that lines are found only after decoding."""


def read_reports(stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
    """Gives the report of each line, read as it comes; empty lines are passed over.

    A line that is no object, or has no ``text``, comes out as an error with its number, and the lines after it
    are read all the same.
    """
    if stream.peek(2)[:2] in WIDE:
        text = decode(read_at_most(stream, MOST_FILE_BYTES, origin=origin), origin=origin)
        lines: Iterator[tuple[int, bytes | TooLarge]] = enumerate(map(str.encode, text.splitlines()), start=1)
    else:
        lines = read_lines(stream, origin=origin)
    for number, line in lines:
        yield from _read(number, line, origin=origin, stem=stem)


def _read(number: int, line: bytes | TooLarge, *, origin: str, stem: str) -> Iterator[Found]:
    if isinstance(line, TooLarge):
        yield line
    elif line.strip(b" \t\r\n\xef\xbb\xbf"):
        try:
            yield _read_line(number, line, origin=origin, stem=stem)
        except SkipReport as error:
            yield error.at(file=origin, line=number)


def _read_line(number: int, line: bytes, *, origin: str, stem: str) -> RawReport:
    text = decode(line, origin=origin, line=number)
    try:
        record = msgspec.json.decode(text, type=Record)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise MalformedRecord(f"no report as JSON: {error}", file=origin, line=number) from error
    return raw_report(record, origin=origin, line=number, stem=stem)
