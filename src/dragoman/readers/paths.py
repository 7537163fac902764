"""Reads files, folders and standard input, each by the reader of its format."""

import os
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import NoSuchFile, NotText
from dragoman.readers.reader import SUFFIXES, Found, reader_of

STANDARD_INPUT = "-"
LOOKED_AT = 512
"""So many bytes tell the format of a file whose name does not."""


def read_paths(paths: Iterable[str | os.PathLike[str]], *, format: str | None = None) -> Iterator[Found]:  # noqa: A002 - the option's name
    """Gives the reports of files and folders in order; ``-`` is standard input.

    A folder gives the files in it, and below it, whose names end as those of a known format; each file is
    read once. ``format`` reads everything as that format. All paths are looked at before the first is read:
    raises `NoSuchFile` for one with nothing there, and `UnknownFormat`. What cannot be read after that comes
    out as a `SkipReport`, and the rest goes on.

    For example ``read_paths(["reports/", "one.txt"])``.
    """
    files = list(dict.fromkeys(file for path in paths for file in _files(os.fspath(path))))
    if format is not None:
        reader_of(format)
    return _read_all(files, named=format)


def _read_all(files: Iterable[str], *, named: str | None) -> Iterator[Found]:
    for file in files:
        if file == STANDARD_INPUT:
            yield from read_stream(sys.stdin.buffer, origin="standard input", stem="stdin", format=named)
            continue
        try:
            with Path(file).open("rb") as stream:
                yield from read_stream(stream, origin=file, stem=Path(file).stem, format=named)
        except OSError as error:
            yield NotText(f"cannot be read: {error.strerror}", file=file)


def read_stream(stream: BinaryIO, *, origin: str, stem: str, format: str | None = None) -> Iterator[Found]:  # noqa: A002 - the option's name
    """Gives the reports of one open binary stream, the format told by ``origin``'s ending or the first bytes."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))
    name = format or SUFFIXES.get(Path(origin).suffix.lower()) or _format_of(buffered)
    yield from reader_of(name)(buffered, origin=origin, stem=stem)


def _format_of(stream: BufferedReader) -> str:
    """Tells the format from the first bytes: an object begins JSON lines, a tag a page, anything else is text."""
    beginning = stream.peek(LOOKED_AT)[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(b"{"):
        return "jsonl"
    return "html" if beginning.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) else "text"


def _files(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT:
        yield path
    elif os.path.isdir(path):  # noqa: PTH112 - a string comes in and goes out as it was given
        yield from _below(path)
    elif not Path(path).exists():
        raise NoSuchFile("nothing is there", file=path)
    else:
        yield path


def _below(folder: str) -> Iterator[str]:
    """Gives the files of a folder that a reader reads, by name; hidden ones are left alone."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield str(Path(root) / name)
