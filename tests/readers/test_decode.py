"""Bytes to text, and bytes that are none."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import NotText, SkipReport, UnknownEncoding
from dragoman.readers.decode import decode

DUTCH = "Poetin: «Zuid-Korea’s façade» – Čechov blijft thuis, zegt België. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_out_as_it_went_in(encoding: str) -> None:
    assert decode(DUTCH.encode(encoding), origin="a.txt") == DUTCH


def test_western_bytes_are_windows_1252() -> None:
    assert decode("België – ‘café’ kost € 3".encode("cp1252"), origin="a.txt") == "België – ‘café’ kost € 3"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7 ...", NotText),
        (b"PK\x03\x04 docx", NotText),
        (b"\x89PNG\r\n\x1a\n", NotText),
        (b"\x1f\x8b\x08 gzip", NotText),
        (bytes(range(256)) * 10, NotText),
        (b"abc\x00\x00\x00def", NotText),
        (b"a\x01b\x02c\x03d\x04", NotText),
        ("Путин приехал в Москву".encode("koi8-r"), UnknownEncoding),
        ("日本の首相".encode("shift-jis"), SkipReport),
        (b"caf\x81 en meer gewone letters", UnknownEncoding),
        (b"\xff\xfea", UnknownEncoding),
        (b"\xef\xbb\xbfabc\xff", UnknownEncoding),
    ],
)
def test_what_is_no_text_is_named(data: bytes, error: type[SkipReport]) -> None:
    with pytest.raises(error) as raised:
        decode(data, origin="a.txt")
    assert raised.value.file == "a.txt"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_an_error_of_ours(data: bytes) -> None:
    with suppress(SkipReport):
        assert isinstance(decode(data, origin="a"), str)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_utf_8_always_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), origin="a") == text
