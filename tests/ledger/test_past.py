from collections.abc import Callable, Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.ledger.derived import write_derived
from dragoman.ledger.past import Past
from dragoman.ledger.store import Ledger

KEY = "meeting|KP+US"


@pytest.fixture
def past(made_rows: SimpleNamespace, new_ledger: Callable[[], Ledger]) -> Iterator[Past]:
    with new_ledger().settling() as connection:
        write_derived(connection, made_rows.ALL)
        yield Past(connection)


@pytest.mark.parametrize(
    ("since", "before", "events"),
    [
        (date(2018, 5, 10), date(2018, 5, 11), {"a:0-3"}),
        (date(2018, 5, 11), date(2018, 5, 26), set()),
        (date(2018, 5, 11), date(2018, 5, 27), {"a:0-3"}),
    ],
)
def test_events_are_found_under_a_key_by_when_they_were_told_of(
    past: Past, since: date, before: date, events: set[str]
) -> None:
    assert past.events_under([KEY, "none"], since=since, before=before) == {KEY: events, "none": set()}


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (date(2018, 5, 9), date(2018, 5, 30), {date(2018, 5, 10), date(2018, 5, 26)}),
        (date(2018, 5, 10), date(2018, 5, 25), set()),
        (date(2018, 5, 10), date(2018, 5, 26), {date(2018, 5, 26)}),
    ],
)
def test_days_under_a_key_are_those_after_and_until(past: Past, after: date, until: date, days: set[date]) -> None:
    assert past.days_under({KEY: until, "none": date.max}, after=after) == days


@pytest.mark.parametrize(("day", "there"), [(18, False), (19, True), (26, True), (27, False)])
def test_a_report_waits_from_its_first_day_until_it_counts(
    past: Past, made_rows: SimpleNamespace, day: int, there: bool
) -> None:
    assert past.waiting([KEY, "none"], day=date(2018, 5, day)) == ({made_rows.B} if there else set())
    beyond = [row.report for row in past.waiting_after([KEY, "none"], day=date(2018, 5, day))]
    assert beyond == ([made_rows.B] if day < 26 else [])


def test_what_a_day_brought_is_found_by_the_day(past: Past, made_rows: SimpleNamespace) -> None:
    day = date(2018, 5, 26)
    assert set(past.merges_on(day)) == {"b:0-3"}
    assert set(past.narrowings_on(day)) == {made_rows.B}
    assert [row.report for row in past.effective_on(day)] == [made_rows.B]
    assert set(past.members_on(date(2018, 5, 10))) == {"a:0-3"}
    assert past.waiting_from(date(2018, 5, 19)) == {made_rows.B}


def test_the_eve_of_a_day_knows_nothing_of_the_day(past: Past, made_rows: SimpleNamespace) -> None:
    day, next_day = date(2018, 5, 26), date(2018, 5, 27)
    assert past.parents(["b:0-3"], before=day) == {}
    assert past.children(["a:0-3"], before=next_day) == {"b:0-3": "a:0-3"}
    assert past.shapes(["a:0-3"], before=day)["a:0-3"].day == "2018-05-10"
    assert past.members_at(["a:0-3"], before=date(2018, 5, 10)) == {}
    assert [row.anchor for row in past.members(["a:0-3", "b:0-3"], before=day)] == ["a:0-3", "b:0-3"]
    assert set(past.members_of([made_rows.A, made_rows.B], before=date(2018, 5, 20))) == {made_rows.A}


def test_of_reports_and_events_all_rows_are_found(past: Past, made_rows: SimpleNamespace) -> None:
    assert [row.day for row in past.narrowings([made_rows.B])[made_rows.B]] == ["0001-01-01", "2018-05-26"]
    assert past.effective([made_rows.A])[made_rows.A].own == "2018-05-10"
    assert past.spans(["a:0-3"])["a:0-3"] == list(made_rows.ELDER.spans)
    assert [row.day for row in past.blocks(["a:0-3"], since=date(2018, 5, 11))] == ["2018-05-26"]
    assert past.newest_day() == "2018-05-26"


def test_without_a_ledger_there_is_no_past(made_rows: SimpleNamespace) -> None:
    past, day = Past(), date(2018, 5, 26)
    assert (past.newest_day(), past.held([made_rows.A]), past.effective([made_rows.A])) == ("", {}, {})
    assert past.events_under([KEY], since=date.min, before=day) == {KEY: set()}
    assert (past.days_under({KEY: day}, after=date.min), past.waiting([KEY], day=day)) == (set(), set())
    assert (past.waiting_from(day), past.parents(["a"], before=day), past.members(["a"], before=day)) == (set(), {}, [])
