"""Bytes to text: by byte order mark, as UTF-8, as UTF-16 by its zeros, as Windows-1252, or not at all."""

import codecs

from dragoman.errors import NotText, UnknownEncoding

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer of two with one beginning first."""

BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF: give its text"),
    (b"PK\x03\x04", "a ZIP or office file: give its text"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
"""How files that are no text begin, and what they are."""

CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")

MOST_CONTROLS = 0.002
"""Text has tabs and line ends, and a stray control character at most now and then."""

MOST_FOREIGN = 0.25
"""Of Windows-1252 text no more is beyond ASCII; Russian or Japanese bytes read as it are nearly all beyond."""


def decode(data: bytes, *, origin: str, line: int | None = None) -> str:
    """Gives the text of bytes; raises `NotText` or `UnknownEncoding`, with the file and line.

    Nothing is guessed from frequencies: what is not marked and not UTF-8 is Windows-1252, if it can be.

    >>> decode("café".encode("cp1252"), origin="a.txt")
    'café'
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, origin=origin, line=line)
    _refuse_binary(data, origin=origin)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_western(data, origin=origin, line=line)
    if "\0" in text:
        text = _decode_as(data, _wide(data, origin=origin), origin=origin, line=line)
    _refuse_controls(text, origin=origin, line=line)
    return text


def _decode_as(data: bytes, name: str, *, origin: str, line: int | None) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        told = f"begins as {name.removesuffix('-sig')} and breaks off at byte {error.start}"
        raise UnknownEncoding(told, file=origin, line=line) from error


def _refuse_binary(data: bytes, *, origin: str) -> None:
    for beginning, what in BINARY:
        if data.startswith(beginning):
            raise NotText("not text", file=origin, hint=what)


def _wide(data: bytes, *, origin: str) -> str:
    """Gives the kind of UTF-16 that zeros at every other byte betray; raises `NotText` for any other zeros."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if half and odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    raise NotText("not text: it has zero bytes", file=origin)


def _decode_western(data: bytes, *, origin: str, line: int | None) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        if sum(byte in CONTROLS for byte in data) > len(data) // 100:
            raise NotText("not text", file=origin, line=line) from error
        raise UnknownEncoding(
            f"neither UTF-8 nor Windows-1252 at byte {error.start}", file=origin, line=line, hint="save it as UTF-8"
        ) from error
    foreign = sum(not letter.isascii() for letter in text)
    if foreign > MOST_FOREIGN * len(text) and "\0" not in text:
        raise UnknownEncoding("neither UTF-8 nor Windows-1252", file=origin, line=line, hint="save it as UTF-8")
    return text


def _refuse_controls(text: str, *, origin: str, line: int | None) -> None:
    controls = sum(ord(letter) in CONTROLS for letter in text if letter < " ")
    if controls > 1 + MOST_CONTROLS * len(text):
        raise NotText(f"not text: {controls} control characters", file=origin, line=line)
