from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.when import Relative, When

DAYS = st.sets(st.dates(min_value=date(2018, 1, 1), max_value=date(2018, 3, 31)), min_size=1, max_size=12)
WHENS = st.one_of(st.just(When(reason="vague", text="binnenkort")), DAYS.map(When.from_days))
SATURDAYS = [date(2018, 5, 5), date(2018, 5, 12), date(2018, 5, 19), date(2018, 5, 26)]


def test_date_without_edtf_has_no_days() -> None:
    when = When(text="in de toekomst", reason="vague")
    assert (when.earliest, when.latest, when.days(), when.spans) == (None, None, None, ())
    assert not when.is_exact
    assert not when.lasts


def test_fields_of_what_was_said_are_kept() -> None:
    when = When.parse("2018-06-12", text="12 juni", time="09:00", zone="Asia/Singapore")
    assert (when.text, when.time, when.zone, when.reason) == ("12 juni", "09:00", "Asia/Singapore", None)


def test_wrong_edtf_is_refused() -> None:
    with pytest.raises(ValueError, match="character 0"):
        When.parse("12 juni")


@pytest.mark.parametrize(
    ("edtf", "exact", "lasts"),
    [
        ("2018-06-12", True, False),
        ("2018-06-12~", False, False),
        ("2018-06", False, False),
        ("[2018-05-05,2018-05-12]", False, False),
        ("2018-06-10/2018-06-12", False, True),
        ("{2018-06-10,2018-06-12}", False, True),
    ],
)
def test_exact_and_lasting(edtf: str, exact: bool, lasts: bool) -> None:
    assert (When(edtf=edtf).is_exact, When(edtf=edtf).lasts) == (exact, lasts)


def test_open_ends_are_none() -> None:
    assert When(edtf="2018-05-01/..").latest is None
    assert When(edtf="[..2018-05-01]").earliest is None
    assert When(edtf="2018-05-01/..").days() is None


def test_too_many_days_are_none() -> None:
    assert When(edtf="201X").days() is None
    assert len(When(edtf="2018").days() or ()) == 365


@pytest.mark.parametrize(
    ("edtf", "days", "left"),
    [
        ("2018-05", SATURDAYS, "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"),
        ("[2018-05-05,2018-05-12,2018-05-19,2018-05-26]", [date(2018, 5, 26)], "2018-05-26"),
        ("2018-05-26", [date(2018, 5, 27)], "2018-05-26"),
        ("[2018-05-04/2018-05-06,2018-05-11/2018-05-13]", [date(2018, 5, 11)], "2018-05-11/2018-05-13"),
        ("2018-06-10/2018-06-12", [date(2018, 6, 11)], "2018-06-10/2018-06-12"),
        ("{2018-06-10,2018-06-12}", [date(2018, 6, 10)], "{2018-06-10,2018-06-12}"),
        ("2018-05-26~", [date(2018, 5, 26)], "2018-05-26~"),
    ],
)
def test_narrowing_keeps_what_is_among_the_days(edtf: str, days: list[date], left: str) -> None:
    assert When(edtf=edtf, text="zaterdag").narrow(days) == When(edtf=left, text="zaterdag")


@pytest.mark.parametrize(
    ("one", "other", "slack", "expected"),
    [
        ("2018-05-26", "2018-05-26", 0, True),
        ("2018-05-26", "2018-05-27", 0, False),
        ("2018-05-26", "2018-05-27", 1, True),
        ("2018-05", "2018-05-27", 0, True),
        ("[2018-05-05,2018-05-12]", "2018-05-08", 0, False),
        ("2018-06-10/2018-06-12", "2018-06-11", 0, True),
        ("2018-06-10/..", "2019", 0, True),
        (None, "2019", 0, True),
    ],
)
def test_compatible_dates(one: str | None, other: str, slack: int, expected: bool) -> None:
    assert When(edtf=one).compatible(When(edtf=other), slack=slack) is expected


@given(WHENS, WHENS, st.integers(0, 3))
def test_compatible_and_overlap_are_symmetric(one: When, other: When, slack: int) -> None:
    assert one.compatible(other, slack=slack) == other.compatible(one, slack=slack)
    assert one.overlap(other) == other.overlap(one)
    assert (one.overlap(other) > 0) == bool((one.days() or frozenset()) & (other.days() or frozenset()))


@given(DAYS)
def test_days_go_in_and_come_out(days: set[date]) -> None:
    when = When.from_days(days)
    assert when.days() == frozenset(days)
    assert (when.earliest, when.latest) == (min(days), max(days))
    assert when.overlap(when) == 1.0


@given(DAYS, DAYS)
def test_narrowing_is_intersection_and_never_empty(days: set[date], kept: set[date]) -> None:
    assert When.from_days(days).narrow(kept).days() == frozenset(days & kept or days)


@given(DAYS, st.integers(-400, 400))
def test_shifting_moves_every_day(days: set[date], offset: int) -> None:
    assert When.from_days(days).shift(offset).days() == frozenset(day + timedelta(days=offset) for day in days)


@given(WHENS)
def test_dates_survive_json(when: When) -> None:
    kept = msgspec.structs.replace(when, relative=Relative(anchor="published", offset=-2))
    assert msgspec.json.decode(msgspec.json.encode(kept), type=When) == kept
