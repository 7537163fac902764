"""Where an event lies in a calendar: never on a day that nobody named."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.diary import WhenEntry
from dragoman.model.edtf import write_edtf
from dragoman.views.exports.placed import find_bounds, find_days, find_moment, is_about, truncate_days

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2018-06-12", (date(2018, 6, 12), date(2018, 6, 12))),
        ("2018-06-12~", (date(2018, 6, 12), date(2018, 6, 12))),
        ("2018-06-10/2018-06-12", (date(2018, 6, 10), date(2018, 6, 12))),
        ("2018-06", None),
        ("2018", None),
        ("2018-21", None),
        ("2018-06-1X", None),
        ("[2018-06-05,2018-06-12]", None),
        ("[2018-06-01..2018-06-10]", None),
        ("[2018-06-01..]", None),
        ("{2018-06-05,2018-06-12}", None),
        ("2018-06/2018-07", None),
        ("2018-06-10/..", None),
        ("[2018-06-01,2018-06-02]/2018-06-05", None),
        (None, None),
    ],
)
def test_days_are_told_to_the_day_or_not_at_all(edtf: str | None, days: tuple[date, date] | None) -> None:
    assert find_days(WhenEntry(edtf=edtf)) == days


@given(st.sets(DAYS, min_size=2, max_size=6))
def test_several_possible_days_are_no_day(days: set[date]) -> None:
    assert find_days(WhenEntry(edtf=write_edtf([(day, day) for day in days]))) is None


@pytest.mark.parametrize(
    ("edtf", "time", "zone", "moment"),
    [
        ("2018-06-12", "15:30", "Europe/Amsterdam", datetime(2018, 6, 12, 13, 30, tzinfo=UTC)),
        ("2018-12-12", "9:05", "Europe/Amsterdam", datetime(2018, 12, 12, 8, 5, tzinfo=UTC)),
        ("2018-06-12", "15:30", None, None),
        ("2018-06-12", None, "Europe/Amsterdam", None),
        ("2018-06-12", "15:30", "Nowhere/At_all", None),
        ("2018-06-12", "15:30", "../etc", None),
        ("2018-06-12", "half", "UTC", None),
        ("2018-06-12/2018-06-13", "15:30", "UTC", None),
        ("2018-06", "15:30", "UTC", None),
    ],
)
def test_a_moment_needs_day_hour_and_zone(
    edtf: str, time: str | None, zone: str | None, moment: datetime | None
) -> None:
    assert find_moment(WhenEntry(edtf=edtf, time=time, zone=zone)) == moment


@pytest.mark.parametrize(
    ("edtf", "within"),
    [
        ("2018-06-12", "2018-06-12"),
        ("2018-06", "2018-06"),
        ("[2018-06-05,2018-06-12]", "2018-06"),
        ("[2018-05-21..2018-06-10]", "2018"),
        ("[2018-12-30..2019-01-02]", None),
        ("[2018-06-01..]", None),
        (None, None),
    ],
)
def test_a_date_is_cut_off_to_what_it_lies_in(edtf: str | None, within: str | None) -> None:
    assert truncate_days(WhenEntry(edtf=edtf)) == within


def test_bounds_and_doubt() -> None:
    assert find_bounds(WhenEntry(edtf="[2018-06-01..]")) == (date(2018, 6, 1), None)
    assert [is_about(WhenEntry(edtf=edtf)) for edtf in ("2018-06-12~", "2018-06-12?", "2018-06-12", None)] == [
        True, True, False, False,
    ]  # fmt: skip
