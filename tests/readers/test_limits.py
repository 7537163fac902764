"""How large things may be."""

import io
from io import BufferedReader

import pytest

from dragoman.errors import TooLarge
from dragoman.readers.limits import MOST_CHARACTERS, check_length, read_at_most, read_lines


def stream(data: bytes) -> BufferedReader:
    return BufferedReader(io.BytesIO(data))


def test_what_fits_is_read() -> None:
    assert read_at_most(stream(b"12345"), 5, origin="a") == b"12345"
    assert check_length("x" * MOST_CHARACTERS, origin="a")


def test_what_does_not_fit_is_named() -> None:
    with pytest.raises(TooLarge, match="5 bytes"):
        read_at_most(stream(b"123456"), 5, origin="a")
    with pytest.raises(TooLarge, match="1,000,001 characters"):
        check_length("x" * (MOST_CHARACTERS + 1), origin="a", line=3)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"a\nb", [(1, b"a\n"), (2, b"b")]),
        (b"aaaa\nbb\n", [(1, b"aaaa\n"), (2, b"bb\n")]),
        (b"aaaaaaaaaaaaaaaaa\nb\n", [(1, TooLarge), (2, b"b\n")]),
        (b"a\nbbbbbbbbb", [(1, b"a\n"), (2, TooLarge)]),
    ],
)
def test_lines_come_with_their_numbers(data: bytes, lines: list[tuple[int, object]]) -> None:
    found = list(read_lines(stream(data), origin="a", most=4))
    assert [(number, TooLarge if isinstance(line, TooLarge) else line) for number, line in found] == lines
