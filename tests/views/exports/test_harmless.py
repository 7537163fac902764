"""Hostile text: it stays text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.exports.harmless import clean_line, clean_text, clean_url

HOSTILE = st.text(
    st.sampled_from(
        'ab \r\n\x00\x1b\x85\u2028\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\ud800;,:\\"<&>'
    )
)


@given(HOSTILE)
def test_what_comes_out_can_be_written_anywhere(text: str) -> None:
    told = clean_text(text)
    told.encode("utf-8")
    assert {sign for sign in told if unicodedata.category(sign) in {"Cc", "Cs"}} <= {"\n"}
    assert clean_text(told) == told
    assert "\n" not in clean_line(text)


@given(HOSTILE)
def test_direction_is_closed_on_every_line(text: str) -> None:
    for line in clean_text(text).split("\n"):
        opened: list[str] = []
        for sign in line:
            if sign in "\u202a\u202b\u202d\u202e":
                opened.append("\u202c")
            elif sign in "\u2066\u2067\u2068":
                opened.append("\u2069")
            elif sign in "\u202c\u2069":
                assert opened.pop() == sign
        assert opened == []


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean_line(text) == text


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://krant.example/a?b=1&c=%20#d", "https://krant.example/a?b=1&c=%20#d"),
        ("javascript:alert(1)", None),
        ("https://krant.example/a\r\nEND:VEVENT", None),
        ("https://krant.example/a b", None),
        ('https://krant.example/"><script>', None),
        ("https://[krant", None),
        ("https://", None),
        ("/a", None),
        ("https://krant.example/" + "a" * 3000, None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_addresses(url: str | None, clean: str | None) -> None:
    assert clean_url(url) == clean
