from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.resolve import resolve_date, resolve_dates
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.vocabulary import Direction
from dragoman.model.when import Relative, When

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
DIRECTIONS: st.SearchStrategy[Direction | None] = st.sampled_from(("past", "future", None))
SATURDAYS = [date(2018, 5, 5), date(2018, 5, 12), date(2018, 5, 19), date(2018, 5, 26)]


def mention(direction: Direction | None = None, text: str = "dan", **form: Any) -> DateMention:
    made = DateForm(**form)
    return DateMention(start=0, end=len(text), text=text, form=made, direction=direction)


@pytest.mark.parametrize(
    ("published", "direction", "expected"),
    [
        (date(2018, 5, 25), "future", "2018-06-12"),
        (date(2018, 5, 25), None, "2018-06-12"),
        (date(2018, 5, 25), "past", "2017-06-12"),
        (date(2018, 6, 12), "future", "2018-06-12"),
        (date(2018, 6, 12), "past", "2018-06-12"),
        (date(2018, 12, 25), "future", "2019-06-12"),
        (date(2018, 7, 1), None, "2018-06-12"),
    ],
)
def test_year_follows_direction(published: date, direction: Direction | None, expected: str) -> None:
    assert resolve_date(mention(direction, month=6, day=12), published=published).edtf == expected


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_what_is_planned_lies_ahead_and_what_is_held_behind(published: date, month: int, day: int) -> None:
    ahead = resolve_date(mention("future", month=month, day=day), published=published).earliest
    behind = resolve_date(mention("past", month=month, day=day), published=published).earliest
    assert ahead is not None
    assert behind is not None
    assert timedelta(0) <= ahead - published <= timedelta(days=366)
    assert timedelta(0) <= published - behind <= timedelta(days=366)


@given(DAYS, st.integers(1, 7))
def test_weekdays_lie_within_a_week(published: date, weekday: int) -> None:
    ahead = resolve_date(mention("future", weekday=weekday), published=published).earliest
    behind = resolve_date(mention("past", weekday=weekday), published=published).earliest
    nearest = resolve_date(mention(weekday=weekday), published=published).earliest
    assert ahead is not None
    assert behind is not None
    assert nearest is not None
    assert 0 <= (ahead - published).days <= 6
    assert 0 <= (published - behind).days <= 6
    assert abs((nearest - published).days) <= 3
    assert {ahead.isoweekday(), behind.isoweekday(), nearest.isoweekday()} == {weekday}


FORMS = st.fixed_dictionaries(
    {},
    optional={
        "year": st.integers(1900, 2100),
        "month": st.integers(1, 12),
        "day": st.integers(1, 31),
        "weekday": st.integers(1, 7),
        "week": st.integers(1, 53),
        "quarter": st.integers(1, 4),
        "nth": st.sampled_from((1, 2, 5, -1)),
        "easter": st.sampled_from((0, 49)),
        "season": st.sampled_from((21, 24)),
        "unit": st.sampled_from(("day", "week", "weekend", "month", "quarter", "year", "decade", "century")),
        "which": st.sampled_from(("this", "next", "previous", "coming", "last", "after-next")),
        "count": st.integers(1, 99),
        "offset_days": st.integers(-400, 400),
        "offset_weeks": st.integers(-50, 50),
        "offset_months": st.integers(-50, 50),
        "offset_years": st.integers(-100, 100),
        "part": st.sampled_from(("early", "mid", "late", "first-half", "rest", "so-far")),
        "bound": st.sampled_from(("after", "before", "since", "until", "by", "within")),
        "anchor": st.sampled_from(("published", "previous", "itself")),
    },
)


@given(FORMS, FORMS, DIRECTIONS, DAYS)
def test_any_form_resolves_to_valid_edtf_or_a_reason(
    form: dict[str, Any], until: dict[str, Any], direction: Direction | None, published: date
) -> None:
    for given_form in (form, form | {"until": DateForm(**until)}, form | {"choices": (DateForm(**until),)}):
        when = resolve_date(mention(direction, **given_form), published=published, previous=When(edtf="2018-05-24"))
        assert (when.edtf is None) == (when.reason is not None)
        assert when.edtf is None or when.spans


@given(DAYS, st.integers(-300, 300))
def test_days_are_counted_exactly(published: date, offset: int) -> None:
    assert resolve_date(mention(offset_days=offset), published=published).edtf == str(
        published + timedelta(days=offset)
    )


def test_vague_words_give_the_reason() -> None:
    when = resolve_date(mention(text="in de toekomst", vague="vague"), published=date(2018, 5, 25))
    assert when == When(text="in de toekomst", reason="vague")


def test_distance_needs_the_date_before() -> None:
    later = mention(offset_days=1, anchor="previous")
    told_as_past = msgspec.structs.replace(later, direction="past")
    assert resolve_date(told_as_past, published=date(2018, 5, 25)).reason == "no-previous"
    assert resolve_date(later, published=date(2018, 5, 25)).edtf == "2018-05-26"
    assert resolve_date(later, published=date(2018, 5, 25), previous=When(edtf="2018-05-21")).edtf == "2018-05-22"


def test_that_day_of_what_lies_ahead_is_not_the_day_it_was_said() -> None:
    told = [
        mention("future", month=4, day=27),
        mention("past", weekday=4),
        mention("future", offset_days=0, anchor="previous"),
    ]
    whens = resolve_dates(told, published=[date(2018, 3, 29)])
    assert [when.edtf for when in whens] == ["2018-04-27", "2018-03-29", "2018-04-27"]


def test_union_over_candidate_days_keeps_the_distance() -> None:
    told = [mention("past", weekday=6), mention("past", weekday=4), mention("future", month=6, day=12)]
    saturday, thursday, summit = resolve_dates(told, published=SATURDAYS)
    assert saturday.edtf == "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"
    assert saturday.relative == Relative(anchor="published", offset=0)
    assert thursday.edtf == "[2018-05-03,2018-05-10,2018-05-17,2018-05-24]"
    assert thursday.relative == Relative(anchor="published", offset=-2)
    assert (summit.edtf, summit.relative) == ("2018-06-12", None)


def test_one_day_of_publication_needs_no_anchor() -> None:
    (when,) = resolve_dates([mention("past", weekday=6)], published=[date(2018, 5, 26)])
    assert (when.edtf, when.relative) == ("2018-05-26", None)


def test_without_publication_only_whole_dates_resolve() -> None:
    whole, weekday = resolve_dates([mention(year=2018, month=6, day=12), mention("past", weekday=6)], published=[])
    assert whole.edtf == "2018-06-12"
    assert (weekday.edtf, weekday.reason) == (None, "publication-unknown")


def test_nothing_gives_nothing() -> None:
    assert resolve_dates([], published=SATURDAYS) == ()


@pytest.mark.parametrize(
    ("which", "weekday", "count", "expected"),
    [
        ("coming", 7, 2, "2018-05-20"),
        ("coming", 1, 1, "2018-05-14"),
        ("last", 7, 1, "2018-05-06"),
        ("last", 1, 2, "2018-04-23"),
    ],
)
def test_weekdays_are_counted_from_the_day_of_publication(which: str, weekday: int, count: int, expected: str) -> None:
    counted = mention(which=which, weekday=weekday, count=count)
    assert resolve_date(counted, published=date(2018, 5, 7)).edtf == expected


def test_that_year_is_the_year_of_the_date_before() -> None:
    that_year = mention(unit="year", which="this", anchor="previous")
    told = [mention(year=2014, month=3, day=2), that_year]
    assert resolve_dates(told, published=[date(2018, 5, 7)])[1].edtf == "2014"
    assert resolve_date(that_year, published=date(2018, 5, 7)).edtf == "2018"
    past = msgspec.structs.replace(that_year, direction="past")
    assert resolve_date(past, published=date(2018, 5, 7)).reason == "no-previous"


def test_that_week_of_a_whole_year_is_none() -> None:
    told = [mention(year=2014), mention(unit="week", which="this", anchor="previous")]
    assert resolve_dates(told, published=[date(2018, 5, 7)])[1].reason == "no-previous"
