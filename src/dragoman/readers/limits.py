"""How large a report may be."""

from collections.abc import Iterator
from io import BufferedReader

from dragoman.errors import TooLarge

MOST_CHARACTERS = 1_000_000
"""The longest report read: about 150,000 words, some ten times a day's live blog."""

MOST_BYTES = 4 * MOST_CHARACTERS
"""The longest a report's bytes can be, four for each character."""

MOST_PAGE_BYTES = 16 * 1024 * 1024
"""The largest page of HTML read; a page carries scripts and pictures beside its text."""

MOST_FILE_BYTES = 1024 * 1024 * 1024
"""The largest file read at once; a larger table is better given as JSON lines."""


def read_at_most(stream: BufferedReader, most: int, *, origin: str) -> bytes:
    """Reads all of a stream; raises `TooLarge` before it has taken more than ``most`` bytes into memory."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise TooLarge(f"larger than {most:,} bytes", file=origin)
    return data


def check_length(text: str, *, origin: str, line: int | None = None) -> str:
    """Gives the text back; raises `TooLarge` for one longer than a report may be."""
    if len(text) > MOST_CHARACTERS:
        raise TooLarge(
            f"{len(text):,} characters, and a report has at most {MOST_CHARACTERS:,}", file=origin, line=line
        )
    return text


def read_lines(
    stream: BufferedReader, *, origin: str, most: int = MOST_BYTES
) -> Iterator[tuple[int, bytes | TooLarge]]:
    """Gives each line with its number from 1; one longer than ``most`` comes out as an error, and is passed over."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(most)) and not rest.endswith(b"\n"):
            pass
        yield number, TooLarge(f"a line of more than {most:,} bytes", file=origin, line=number)
