"""What is known of reports' own days as a sweep goes on."""

from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.corridor.calendar import OWN, Calendar, Dated
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past

MAY = frozenset(date(2018, 5, day) for day in (19, 26))


def dated(own: date = date(2018, 5, 31)) -> Dated:
    return Dated("r", "1", own=own, rows=[(OWN, MAY, "Saturdays")])


@pytest.mark.parametrize(
    ("found_on", "left", "effective"),
    [(20, 19, 20), (10, 19, 19), (26, 26, 26), (31, 19, 31)],
)
def test_a_report_comes_forward_to_the_day_of_the_word_and_never_before_the_days_left(
    found_on: int, left: int, effective: int
) -> None:
    report = dated()
    report.narrow(frozenset({date(2018, 5, left)}), "another report", day=date(2018, 5, found_on))
    assert report.effective == date(2018, 5, effective)


def test_of_what_was_found_on_one_day_the_last_counts_with_all_reasons() -> None:
    report = dated()
    for left in ({date(2018, 5, 19), date(2018, 5, 26)}, {date(2018, 5, 26)}):
        report.narrow(frozenset(left), f"{len(left)} left", day=date(2018, 5, 26))
    row = report.row_on(date(2018, 5, 26))
    assert row is not None
    assert (row.days, row.why) == ("2018-05-26", "Saturdays; 2 left; 1 left")
    assert len(report.as_rows().narrowings) == 2


def test_a_report_of_one_day_waits_for_nothing() -> None:
    known = Dated("r", "1", own=date(2018, 5, 26), rows=[(OWN, frozenset({date(2018, 5, 26)}), "stated")])
    known.keys = {"meeting|KP+US"}
    assert (known.first, known.is_unknown, known.as_rows().waiting) == (None, False, ())


def test_a_report_of_unknown_day_waits_under_its_keys_until_it_counts() -> None:
    report = dated()
    report.keys = {"meeting|KP+US"}
    [row] = report.as_rows().waiting
    assert (row.first, row.last) == ("2018-05-19", "2018-05-31")


def test_a_report_that_counts_before_its_first_day_does_not_wait() -> None:
    report = dated(own=date(2018, 5, 10))
    report.keys = {"meeting|KP+US"}
    assert report.as_rows().waiting == ()


def test_days_are_known_as_on_the_eve_of_the_day(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    late = story[2][0].key
    with hand.in_memory(*story).reading() as connection:
        calendar = Calendar(Past(connection))
        calendar.begin(date(2018, 5, 25))
        before = calendar.of(late).days
        calendar.begin(date(2018, 5, 26))
        after = calendar.of(late)
        assert after.days < before
        assert calendar.effective_before(late) == after.effective
        calendar.begin(after.effective)
        assert calendar.due() == [late]


def test_who_waits_is_found_by_key_and_on_the_first_day(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    late = story[2][0].key
    with hand.in_memory(*story).reading() as connection:
        calendar = Calendar(Past(connection))
        calendar.begin(date(2018, 5, 1))
        assert calendar.entering() == {late}
        calendar.begin(date(2018, 5, 20))
        keys = {row.key for row in calendar.of(late).as_rows().waiting} | {"call|KP+US"}
        assert calendar.waiting_under(keys) == {late}
        assert calendar.waiting_under({"none"}) == set()


def test_what_is_found_as_before_has_not_changed(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    late = story[2][0].key
    with hand.in_memory(*story).reading() as connection:
        past = Past(connection)
        [row] = past.narrowings_on(date(2018, 5, 25)).values()
        for days, changed in ((row.days, []), ("2018-05-24", [late])):
            calendar = Calendar(past)
            calendar.begin(date(2018, 5, 25))
            why = row.why.removeprefix(calendar.of(late).rows[-1][2]).removeprefix("; ")
            left = frozenset(date.fromisoformat(day) for day in days.split(","))
            calendar.of(late).narrow(left, why, day=date(2018, 5, 25))
            assert [each.report for each in calendar.changed()] == changed


def test_a_fresh_report_is_kept_from_day_to_day(hand: SimpleNamespace) -> None:
    report, reading = hand.summit_story()[2]
    calendar = Calendar(Past())
    calendar.admit([Held(report=report, reading=reading)])
    calendar.begin(date(2018, 5, 10))
    assert [each.report for each in calendar.fresh] == [report.key]
    assert calendar.effective_before(report.key) is None
    assert calendar.of(report.key).effective == date(2018, 5, 31)
