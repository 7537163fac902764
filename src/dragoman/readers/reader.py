"""What a reader is, and which reader reads which format."""

from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points
from io import BufferedReader
from typing import Protocol, TypeAlias, cast

from dragoman.errors import SkipReport, UnknownFormat
from dragoman.model.report import RawReport

Found: TypeAlias = RawReport | SkipReport
"""A report, or the error that says which one was left out and why; errors are handed on, not raised."""

GROUP = "dragoman.readers"
"""The entry-point group in which another package offers a reader by the name of its format."""

BUILT_IN: dict[str, str] = {
    "text": "dragoman.readers.text",
    "jsonl": "dragoman.readers.jsonl",
    "csv": "dragoman.readers.csv",
    "html": "dragoman.readers.html",
    "ics": "dragoman.readers.ics",
}
"""The module of each format; it is imported when a file of that format is first read."""

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".ics": "ics",
}
"""The format that the end of a file's name tells."""


class Reader(Protocol):
    """Reads reports from bytes; each format has a module with one function of this shape, ``read_reports``.

    ``origin`` names the file in errors, ``stem`` labels reports that bring no id of their own. A report that
    cannot be read comes out as a `SkipReport` with its line, and the ones after it are read all the same.
    """

    def __call__(self, stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
        """Gives the reports of one file in its order, each as soon as it is read."""
        ...


def formats() -> tuple[str, ...]:
    """Gives the names of all formats that can be read, sorted.

    >>> "jsonl" in formats()
    True
    """
    return tuple(sorted({*BUILT_IN, *(entry.name for entry in entry_points(group=GROUP))}))


def reader_of(name: str) -> Reader:
    """Gives the reader of a format; raises `UnknownFormat` for one that nobody reads."""
    if name in BUILT_IN:
        return cast("Reader", import_module(BUILT_IN[name]).read_reports)
    for entry in entry_points(group=GROUP, name=name):
        return cast("Reader", entry.load())
    raise UnknownFormat(f"no reader reads {name!r}", hint=f"formats: {', '.join(formats())}")
