from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.solve import solve_published
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.vocabulary import Direction

SATURDAYS = [date(2018, 5, 5), date(2018, 5, 12), date(2018, 5, 19), date(2018, 5, 26)]


def mention(text: str, direction: Direction | None = None, start: int = 0, **form: object) -> DateMention:
    made = DateForm(**form)  # type: ignore[arg-type]
    return DateMention(start=start, end=start + len(text), text=text, form=made, direction=direction)


def days_of(month: int) -> list[date]:
    first = date(2018, month, 1)
    return [day for day in (first + timedelta(days=step) for step in range(31)) if day.month == month]


def test_news_of_saturday_with_sunday_ahead_came_out_on_a_saturday() -> None:
    told = [
        mention("zaterdag", "past", 0, weekday=6),
        mention("donderdag", "past", 100, weekday=4),
        mention("Zaterdag", "past", 200, weekday=6),
        mention("zondag", "future", 300, weekday=7),
        mention("12 juni", "future", 400, month=6, day=12),
        mention("27 april", "past", 500, month=4, day=27),
    ]
    solution = solve_published(told, stated="2018-05")
    assert list(solution.days) == SATURDAYS
    assert solution.dropped == ()
    assert any("'zondag': ahead, so not the day itself" in line for line in solution.explanation)


def test_without_dates_the_month_stays_whole() -> None:
    assert list(solve_published([], stated="2018-05").days) == days_of(5)


def test_a_day_stated_stays_that_day() -> None:
    solution = solve_published([mention("zaterdag", "future", weekday=6)], stated="2018-05-26")
    assert solution.days == (date(2018, 5, 26),)
    assert [each.text for each in solution.dropped] == ["zaterdag"]


def test_nothing_stated_gives_no_day_and_says_so() -> None:
    solution = solve_published([mention("zaterdag", "past", weekday=6)], stated=None)
    assert (solution.days, len(solution.explanation)) == ((), 1)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([mention("zaterdag 26 mei", "past", month=5, day=26, weekday=6)],
         [date(2018, 5, day) for day in range(26, 32)]),
        ([mention("22 mei", "future", month=5, day=22)], [date(2018, 5, day) for day in range(1, 23)]),
        ([mention("10 mei", "past", month=5, day=10), mention("12 mei", "future", 50, month=5, day=12)],
         [date(2018, 5, 10), date(2018, 5, 11), date(2018, 5, 12)]),
        ([mention("komende dinsdag 22 mei", "future", month=5, day=22, weekday=2, which="coming")],
         [date(2018, 5, day) for day in range(15, 22)]),
        ([mention("gisteren", "past", 0, offset_days=-1), mention("dinsdag", "past", 10, weekday=2)],
         [day for day in days_of(5) if day.isoweekday() == 3]),
        ([mention("tot 22 mei", "future", month=5, day=22, bound="until")],
         [date(2018, 5, day) for day in range(1, 23)]),
        ([mention("morgen", "future", 0, offset_days=1), mention("22 mei", "future", 11, month=5, day=22)],
         [date(2018, 5, 21)]),
        ([mention("vrijdag", "past", weekday=5)], [day for day in days_of(5) if day.isoweekday() in (5, 6)]),
    ],
)  # fmt: skip
def test_dates_of_the_text_narrow_the_month(told: list[DateMention], expected: list[date]) -> None:
    assert list(solve_published(told, stated="2018-05").days) == expected


def test_news_told_on_sunday_of_saturday_came_out_on_sunday() -> None:
    told = [mention("zaterdag", "past", 0, weekday=6), mention("zaterdag", "past", 50, weekday=6),
            mention("zondagochtend", "past", 90, weekday=7)]  # fmt: skip
    assert {day.isoweekday() for day in solve_published(told, stated="2018-05").days} == {7}


def test_news_custom_gives_way_first() -> None:
    told = [mention("zaterdag", "past", weekday=6), mention("gisteren", "past", 50, offset_days=-1),
            mention("dinsdag", "past", 60, weekday=2)]  # fmt: skip
    solution = solve_published(told, stated="2018-05")
    assert {day.isoweekday() for day in solution.days} == {3}


def test_one_wrong_weekday_is_dropped_and_named() -> None:
    told = [
        mention("maandag 26 mei", "past", month=5, day=26, weekday=1),
        mention("30 mei", "future", 50, month=5, day=30),
    ]
    solution = solve_published(told, stated="2018-05")
    assert [each.text for each in solution.dropped] == ["maandag 26 mei"]
    assert max(solution.days) == date(2018, 5, 30)


def test_wrong_month_is_dropped_when_the_text_speaks_against_it() -> None:
    told = [
        mention("zaterdag 2 juni", "past", 0, month=6, day=2, weekday=6),
        mention("1 juni", "past", 50, month=6, day=1),
        mention("31 mei 2018", "past", 90, year=2018, month=5, day=31),
        mention("komende maandag 4 juni", "future", 130, month=6, day=4, weekday=1, which="coming"),
    ]
    solution = solve_published(told, stated="2018-04")
    assert solution.days == (date(2018, 6, 2), date(2018, 6, 3))
    assert solution.dropped[0].text == "2018-04"


FORMS = st.one_of(
    st.fixed_dictionaries({"weekday": st.integers(1, 7)}),
    st.fixed_dictionaries(
        {"month": st.integers(1, 12), "day": st.integers(1, 31)}, optional={"weekday": st.integers(1, 7)}
    ),
    st.fixed_dictionaries({"offset_days": st.integers(-3, 3)}),
)
MENTIONS = st.lists(st.tuples(FORMS, st.sampled_from(("past", "future", None))), max_size=8)


@given(MENTIONS)
def test_never_empty_and_never_another_month_for_one_conflict(
    told: list[tuple[dict[str, int], Direction | None]],
) -> None:
    mentions = [mention("dan", direction, place * 5, **form) for place, (form, direction) in enumerate(told)]
    solution = solve_published(mentions, stated="2018-05")
    assert solution.days
    assert list(solution.days) == sorted(set(solution.days))
    inside = all(day.month == 5 for day in solution.days)
    assert inside or solution.dropped[0].rule == "stated"


def test_an_evening_told_as_ahead_may_be_that_of_the_day() -> None:
    evening = DateMention(
        start=0, end=9, text="donderdag", form=DateForm(weekday=4, part_of_day="evening"), direction="future"
    )
    assert date(2018, 5, 24) in solve_published([evening], stated="2018-05").days
    whole_day = msgspec.structs.replace(evening, form=DateForm(weekday=4))
    assert date(2018, 5, 24) not in solve_published([whole_day], stated="2018-05").days
