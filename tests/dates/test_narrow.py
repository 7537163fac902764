from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.narrow import Equality, days_told, narrow_published
from dragoman.model.mention import DateForm, DateMention

SATURDAYS = [date(2018, 5, 5), date(2018, 5, 12), date(2018, 5, 19), date(2018, 5, 26)]
THURSDAY = DateMention(start=0, end=9, text="donderdag", form=DateForm(weekday=4), direction="past")
MAY_24 = DateMention(start=0, end=11, text="24 mei 2018", form=DateForm(year=2018, month=5, day=24), direction="past")
MAY_17 = DateMention(start=0, end=11, text="17 mei 2018", form=DateForm(year=2018, month=5, day=17), direction="past")


def equality(left: str, right: str, one: DateMention, other: DateMention, days: dict[str, list[date]]) -> Equality:
    return Equality(
        left=left,
        right=right,
        left_days=days_told([one], 0, published=days[left]),
        right_days=days_told([other], 0, published=days[right]),
        why="the cancellation",
    )


def test_a_report_that_dates_the_event_settles_the_saturday() -> None:
    days = {"seed": SATURDAYS, "other": [date(2018, 5, 25)]}
    narrowed = narrow_published(days, [equality("seed", "other", THURSDAY, MAY_24, days)])
    assert narrowed.days == {"seed": (date(2018, 5, 26),), "other": (date(2018, 5, 25),)}
    assert narrowed.dropped == ()
    assert narrowed.explanation == ("seed narrowed: seed and other date the cancellation alike",)


def test_narrowing_passes_from_report_to_report() -> None:
    days = {"a": SATURDAYS, "b": SATURDAYS, "c": [date(2018, 5, 25)]}
    equalities = [equality("a", "b", THURSDAY, THURSDAY, days), equality("b", "c", THURSDAY, MAY_24, days)]
    assert narrow_published(days, equalities).days["a"] == (date(2018, 5, 26),)


def test_of_contradictions_the_fewest_and_latest_are_dropped() -> None:
    days = {"a": SATURDAYS, "b": [date(2018, 5, 25)], "c": [date(2018, 5, 25)], "d": [date(2018, 5, 25)]}
    equalities = [
        equality("a", "b", THURSDAY, MAY_24, days),
        equality("a", "c", THURSDAY, MAY_17, days),
        equality("a", "d", THURSDAY, MAY_24, days),
    ]
    narrowed = narrow_published(days, equalities)
    assert narrowed.days["a"] == (date(2018, 5, 26),)
    assert narrowed.dropped == (equalities[1],)
    two = narrow_published(days, equalities[:2])
    assert two.dropped == (equalities[1],)


def test_slack_counts_neighbouring_days_as_one() -> None:
    days = {"a": SATURDAYS, "b": [date(2018, 5, 25)]}
    may_25 = DateMention(start=0, end=6, text="25 mei", form=DateForm(month=5, day=25), direction="past")
    told = equality("a", "b", THURSDAY, may_25, days)
    assert narrow_published(days, [told]).dropped == (told,)
    near = Equality(left="a", right="b", left_days=told.left_days, right_days=told.right_days, slack=1)
    assert narrow_published(days, [near]).days["a"] == (date(2018, 5, 26),)


def test_reports_without_candidates_are_passed_over() -> None:
    days = {"a": SATURDAYS, "b": []}
    told = Equality(left="a", right="b", left_days=days_told([THURSDAY], 0, published=SATURDAYS), right_days={})
    assert narrow_published(days, [told]).days == {"a": tuple(SATURDAYS), "b": ()}


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3)), max_size=20),
)
def test_no_report_is_left_without_a_day(links: list[tuple[int, int, int, int]]) -> None:
    candidates = {str(name): [day + timedelta(days=name) for day in SATURDAYS] for name in range(5)}
    equalities = [
        Equality(
            left=str(left),
            right=str(right),
            left_days={day: frozenset({day - timedelta(days=one)}) for day in candidates[str(left)]},
            right_days={day: frozenset({day - timedelta(days=other)}) for day in candidates[str(right)]},
        )
        for left, right, one, other in links
    ]
    narrowed = narrow_published(candidates, equalities)
    assert all(narrowed.days[name] and set(narrowed.days[name]) <= set(days) for name, days in candidates.items())
