from datetime import date

import pytest

from dragoman.errors import BadDate, BadOption
from dragoman.views.web.asking import Asked, beside, day_on, next_month, read_asked, stretch

DAY = date(2018, 5, 26)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked(as_of=DAY, according_to="Kim Jong-un", exactly=True),
        Asked(as_added=DAY, period="month", day=DAY, show=("over",), everything=True),
        Asked(
            kind="summit", state="KP", actor="Donald Trump", place="Singapore", outlet="De Proef", words="top & meer"
        ),
        Asked(page=3, language="en"),
    ],
)
def test_an_address_carries_all_that_is_asked(asked: Asked) -> None:
    from urllib.parse import parse_qsl

    assert read_asked(parse_qsl(asked.query().lstrip("?"))) == asked


def test_what_is_empty_or_unknown_is_passed_over() -> None:
    assert read_asked([("as-of", ""), ("kind", " "), ("utm_source", "mail")]) == Asked()
    assert Asked().query() == ""


def test_one_field_serves_for_both_meanings_of_a_day() -> None:
    asked = read_asked([("as-of", "2018-05-26"), ("basis", "added")])
    assert (asked.as_of, asked.as_added) == (None, DAY)
    assert read_asked([("as-of", "2018-05-26"), ("basis", "published")]).as_of == DAY


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("as-of", "26-05-2018", BadDate),
        ("day", "0001-01-01", BadDate),
        ("view", "year", BadOption),
        ("kind", "party", BadOption),
        ("show", "all", BadOption),
        ("page", "0", BadOption),
        ("page", "-1", BadOption),
        ("page", "9999999", BadOption),
        ("q", "x" * 201, BadOption),
    ],
)
def test_a_value_that_is_not_taken_is_named(name: str, value: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=name):
        read_asked([(name, value)])


def test_the_two_days_exclude_each_other() -> None:
    with pytest.raises(BadOption, match="exclude"):
        read_asked([("as-of", "2018-05-26"), ("as-added", "2018-05-26")])


def test_a_change_starts_at_the_first_page_and_keeps_the_rest() -> None:
    assert Asked(page=4, state="KP").but(kind="summit") == Asked(state="KP", kind="summit")


def test_from_page_to_page_goes_only_what_counts_on_each() -> None:
    asked = Asked(as_of=DAY, according_to="KP", language="en", words="top", period="week", page=2)
    assert asked.carried() == "?as-of=2018-05-26&according-to=KP&language=en"


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("coming", None, None),
        ("day", DAY, DAY),
        ("week", date(2018, 5, 21), date(2018, 5, 27)),
        ("month", date(2018, 5, 1), date(2018, 5, 31)),
    ],
)
def test_a_period_holds_its_day(period: str, first: date | None, last: date | None) -> None:
    assert stretch(read_asked([("view", period)]), DAY) == (first, last)


@pytest.mark.parametrize(
    ("period", "before", "after"),
    [
        ("day", date(2018, 5, 25), date(2018, 5, 27)),
        ("week", date(2018, 5, 19), date(2018, 6, 2)),
        ("month", date(2018, 4, 1), date(2018, 6, 1)),
    ],
)
def test_periods_follow_each_other(period: str, before: date, after: date) -> None:
    assert beside(read_asked([("view", period)]), DAY) == (before, after)


def test_days_end_where_the_calendar_does() -> None:
    assert day_on(date.max, 1) == date.max
    assert day_on(date.min, -1) == date.min
    assert next_month(date(2018, 12, 1)) == date(2019, 1, 1)
