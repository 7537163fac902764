"""Publication dates as files write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import MalformedRecord
from dragoman.reports.dateline import Published, read_published


@pytest.mark.parametrize(
    ("told", "edtf", "time"),
    [
        ("2018", "2018", None),
        ("2018-05", "2018-05", None),
        (" 2018-05-26 ", "2018-05-26", None),
        ("[2018-05-05,2018-05-12]", "[2018-05-05,2018-05-12]", None),
        ("2018-05-26T10:30", "2018-05-26", "10:30"),
        ("2018-05-26 10:30:59", "2018-05-26", "10:30"),
        ("2018-05-26T10:30:00.123+02:00", "2018-05-26", "10:30+02:00"),
        ("2018-05-26T23:59:00Z", "2018-05-26", "23:59+00:00"),
        ("20180526", "2018-05-26", None),
        ("26/5/2018", "2018-05-26", None),
        ("26-05-2018", "2018-05-26", None),
        ("Sat, 26 May 2018 10:30:00 +0200", "2018-05-26", "10:30+02:00"),
    ],
)
def test_a_date_is_read(told: str, edtf: str, time: str | None) -> None:
    assert read_published(told, origin="a.txt") == Published(edtf=edtf, time=time)


@pytest.mark.parametrize("told", ["", "gisteren", "2018-13", "2018-02-30", "31/2/2018", "2018-05-26T25:00", "99999999"])
def test_what_is_no_date_is_named_and_none_made_up(told: str) -> None:
    with pytest.raises(MalformedRecord) as raised:
        read_published(told, origin="a.txt")
    assert raised.value.file == "a.txt"


@given(st.dates())
def test_a_day_comes_back(day: object) -> None:
    assert read_published(str(day), origin="a").edtf == str(day)


@given(st.text(max_size=30))
def test_any_words_give_a_date_or_an_error_of_ours(told: str) -> None:
    with suppress(MalformedRecord):
        assert read_published(told, origin="a").edtf
