from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.calendar import (
    add_months,
    add_workdays,
    easter,
    nth_week,
    nth_weekday,
    numbered_week,
    part_of,
    season_span,
)
from dragoman.model.edtf import month_span

MAY = month_span(2018, 5)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2018, "2018-04-01"), (2038, "2038-04-25")],
)
def test_easter(year: int, expected: str) -> None:
    assert str(easter(year)) == expected


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    found = easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("weekday", "nth", "expected"),
    [(5, 1, "2018-05-04"), (1, 4, "2018-05-28"), (1, 5, None), (4, 5, "2018-05-31"), (7, -1, "2018-05-27")],
)
def test_nth_weekday_of_a_month(weekday: int, nth: int, expected: str | None) -> None:
    found = nth_weekday(MAY, weekday=weekday, nth=nth)
    assert (None if found is None else str(found)) == expected


@pytest.mark.parametrize(("nth", "first"), [(1, "2018-04-30"), (3, "2018-05-14"), (-1, "2018-05-28")])
def test_nth_week_has_most_of_its_days_in_the_month(nth: int, first: str) -> None:
    assert str(nth_week(MAY, nth=nth)[0]) == first


def test_year_without_the_week() -> None:
    assert numbered_week(2018, 53) is None
    assert numbered_week(2020, 53) == (date(2020, 12, 28), date(2021, 1, 3))


def test_winter_runs_into_the_next_year() -> None:
    assert season_span(2018, 24) == (date(2018, 12, 1), date(2019, 2, 28))


@pytest.mark.parametrize(
    ("span", "part", "expected"),
    [
        (MAY, "early", ("2018-05-01", "2018-05-10")),
        (MAY, "mid", ("2018-05-11", "2018-05-20")),
        (MAY, "late", ("2018-05-21", "2018-05-31")),
        (MAY, "second-half", ("2018-05-16", "2018-05-31")),
        ((date(2018, 5, 21), date(2018, 5, 27)), "working", ("2018-05-21", "2018-05-25")),
        ((date(2018, 5, 21), date(2018, 5, 27)), "early", ("2018-05-21", "2018-05-22")),
        ((date(2018, 5, 21), date(2018, 5, 27)), "late", ("2018-05-24", "2018-05-27")),
        ((date(2018, 1, 1), date(2018, 12, 31)), "mid", ("2018-05-01", "2018-08-31")),
        ((date(2018, 1, 1), date(2018, 12, 31)), "first-half", ("2018-01-01", "2018-06-30")),
        ((date(2018, 6, 1), date(2018, 8, 31)), "late", ("2018-08-01", "2018-08-31")),
        ((date(2018, 5, 21), date(2018, 5, 21)), "late", ("2018-05-21", "2018-05-21")),
    ],
)
def test_parts(span: tuple[date, date], part: str, expected: tuple[str, str]) -> None:
    first, last = part_of(span, part)
    assert (str(first), str(last)) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_months_are_added_within_the_month(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_working_days_leave_out_the_weekend(day: date, count: int) -> None:
    found = add_workdays(day, count)
    between = [day + timedelta(days=step) for step in range(1, (found - day).days + 1)]
    assert found.isoweekday() <= 5
    assert sum(each.isoweekday() <= 5 for each in between) == count
    assert add_workdays(found, 0) == found


def test_working_days_go_back_too() -> None:
    assert add_workdays(date(2018, 5, 21), -1) == date(2018, 5, 18)
