from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.edtf import each_day, join_spans, month_span, read_edtf, write_edtf

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 40)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))


def spans(edtf: str) -> list[tuple[str, str]]:
    return [(first.isoformat(), last.isoformat()) for first, last in read_edtf(edtf).spans]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2018-05-26", [("2018-05-26", "2018-05-26")]),
        ("2018-05-26T15:30:00Z", [("2018-05-26", "2018-05-26")]),
        ("2018-05", [("2018-05-01", "2018-05-31")]),
        ("2018-05-XX", [("2018-05-01", "2018-05-31")]),
        ("2018", [("2018-01-01", "2018-12-31")]),
        ("201X", [("2010-01-01", "2019-12-31")]),
        ("19XX", [("1900-01-01", "1999-12-31")]),
        ("2018-0X", [("2018-01-01", "2018-09-30")]),
        ("2018-21", [("2018-03-01", "2018-05-31")]),
        ("2018-24", [("2018-12-01", "2019-02-28")]),
        ("2018-31", [("2018-03-01", "2018-05-31")]),
        ("2018-34", [("2018-04-01", "2018-06-30")]),
        ("2018-41", [("2018-07-01", "2018-12-31")]),
        ("2016-02~", [("2016-02-01", "2016-02-29")]),
        ("[2018-05-05,2018-05-12]", [("2018-05-05", "2018-05-05"), ("2018-05-12", "2018-05-12")]),
        ("[2018-05-21..2018-06-10]", [("2018-05-21", "2018-06-10")]),
        ("[2018-05..2018-06]", [("2018-05-01", "2018-06-30")]),
        ("[..2018-05-01]", [("0001-01-01", "2018-05-01")]),
        ("{2018-05-01,2018-05-03}", [("2018-05-01", "2018-05-01"), ("2018-05-03", "2018-05-03")]),
        ("2018-06-10/2018-06-12", [("2018-06-10", "2018-06-12")]),
        ("2018-06/2018-08", [("2018-06-01", "2018-08-31")]),
        ("2018-06-10/..", [("2018-06-10", "9999-12-31")]),
        ("[2018-06-01,2018-06-02]/2018-06-05", [("2018-06-01", "2018-06-05"), ("2018-06-02", "2018-06-05")]),
        ("[2018-06-08/2018-06-10,2018-06-15/2018-06-17]", [("2018-06-08", "2018-06-10"), ("2018-06-15", "2018-06-17")]),
        ("2018-02-3X", []),
    ],
)
def test_notation_gives_stretches(edtf: str, expected: list[tuple[str, str]]) -> None:
    if expected:
        assert spans(edtf) == expected
    else:
        with pytest.raises(ValueError, match="no day of the calendar"):
            read_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "place", "told"),
    [
        ("", 0, "is not a date"),
        ("[]", 0, "is not a date"),
        ("morgen", 0, "is not a date"),
        ("2018-13", 0, "no day of the calendar"),
        ("2018-02-30", 0, "no day of the calendar"),
        ("0000", 0, "no such year"),
        ("2018-05-26x", 10, "does not belong"),
        ("[2018-05-05,2018-5-1]", 16, "does not belong"),
        ("2018-06/2018-05", 0, "ends before it begins"),
        ("[2018-06..2018-05]", 0, "ends before it begins"),
        ("[2018,2019]/2020", 0, "is not a set of days"),
    ],
)
def test_fault_names_its_character(edtf: str, place: int, told: str) -> None:
    with pytest.raises(ValueError, match=told) as caught:
        read_edtf(edtf)
    assert f"character {place}:" in str(caught.value)


@pytest.mark.parametrize(
    ("edtf", "uncertain", "approximate"),
    [("2018-05?", True, False), ("2018-05~", False, True), ("2018-~05", False, True), ("2018%", True, True)],
)
def test_qualifiers_are_kept_apart_from_the_days(edtf: str, uncertain: bool, approximate: bool) -> None:
    extent = read_edtf(edtf)
    assert (extent.uncertain, extent.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("given_spans", "lasts", "edtf"),
    [
        ([("2018-05-26", "2018-05-26")], False, "2018-05-26"),
        ([("2018-05-26", "2018-05-26"), ("2018-05-27", "2018-05-27")], False, "[2018-05-26,2018-05-27]"),
        ([("2018-05-26", "2018-05-28")], False, "[2018-05-26..2018-05-28]"),
        ([("2018-05-01", "2018-05-31")], False, "2018-05"),
        ([("2018-01-01", "2018-12-31")], False, "2018"),
        ([("0001-01-01", "2018-05-31")], False, "[..2018-05-31]"),
        ([("2018-05-26", "2018-05-28")], True, "2018-05-26/2018-05-28"),
        ([("2018-05-26", "9999-12-31")], True, "2018-05-26/.."),
        ([("2018-06-08", "2018-06-10"), ("2018-06-09", "2018-06-12")], True,
         "[2018-06-08/2018-06-10,2018-06-09/2018-06-12]"),
    ],
)  # fmt: skip
def test_writing_is_short(given_spans: list[tuple[str, str]], lasts: bool, edtf: str) -> None:
    days = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in given_spans]
    assert write_edtf(days, lasts=lasts) == edtf


def test_nothing_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        write_edtf([])


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_what_is_written_reads_the_same(found: list[tuple[date, date]]) -> None:
    days = {day for span in found for day in each_day(span)}
    read = read_edtf(write_edtf(found))
    assert not read.lasts
    assert {day for span in read.spans for day in each_day(span)} == days


@given(st.lists(SPANS, min_size=1, max_size=4, unique=True))
def test_stretches_stay_apart(found: list[tuple[date, date]]) -> None:
    read = read_edtf(write_edtf(found, lasts=True))
    assert read.lasts
    assert list(read.spans) == sorted(found)


@given(st.lists(SPANS, max_size=8))
def test_joined_spans_neither_touch_nor_lose_a_day(found: list[tuple[date, date]]) -> None:
    joined = join_spans(found)
    assert all((after[0] - before[1]).days > 1 for before, after in pairwise(joined))
    assert {day for span in joined for day in each_day(span)} == {day for span in found for day in each_day(span)}


@given(st.text(alphabet="0123456789-X.[]{},/?~%T:Z", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_edtf(text)
    except ValueError:
        return
    assert all(first <= last for first, last in read.spans)
    assert read.spans


def test_months_run_into_the_next_year() -> None:
    assert month_span(2018, 12, months=3) == (date(2018, 12, 1), date(2019, 2, 28))
