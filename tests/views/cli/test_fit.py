import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.cli.fit import cut, flush, pad, width, wrap


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("top", 3), ("首脑", 4), ("\x1b[31mtop\x1b[0m", 3), ("Malmo\u0308", 5), ("a\tb", 2)]
)
def test_width_counts_columns(text: str, expected: int) -> None:
    assert width(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("top", "top  "), ("topoverleg", "topoverleg"), ("首脑", "首脑 ")])
def test_pad_fills_up(text: str, expected: str) -> None:
    assert pad(text, 5) == expected


def test_flush_puts_a_text_at_the_end() -> None:
    assert flush("links", "9e02", 12) == "links   9e02"
    assert flush("links", "9e02", 5) == "links  9e02"


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("de top gaat door", 16, "de top gaat door"),
        ("de top gaat door", 12, "de top gaat…"),
        ("de top, zegt hij", 8, "de top…"),
        ("topoverleg", 5, "topo…"),
    ],
)
def test_cut_ends_after_a_word(text: str, columns: int, expected: str) -> None:
    assert cut(text, columns) == expected


def test_wrap_indents_what_follows() -> None:
    assert wrap("een twee drie vier", 10, first="- ", rest="  ") == ["- een twee", "  drie", "  vier"]


def test_wrap_of_nothing_is_one_line() -> None:
    assert wrap("", 10, first="> ") == ["> "]


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))), st.integers(8, 60))
def test_wrap_keeps_to_the_width_and_loses_no_letter(text: str, columns: int) -> None:
    lines = wrap(text, columns, rest="  ")
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))), st.integers(4, 60))
def test_cut_keeps_to_the_width(text: str, columns: int) -> None:
    assert width(cut(text, columns)) <= max(columns, 3)
