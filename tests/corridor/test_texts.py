from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.corridor import texts as module
from dragoman.corridor.calendar import Calendar
from dragoman.corridor.texts import Texts
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past


def test_a_report_is_resolved_by_what_is_known_of_its_day(hand: SimpleNamespace) -> None:
    report, reading = hand.summit_story()[2]
    held = [Held(report=report, reading=reading)]
    calendar = Calendar(Past())
    calendar.admit(held)
    texts = Texts(held, calendar, Past())
    assert texts.resolved(report.key).days == calendar.of(report.key).days
    narrowed = frozenset({date(2018, 5, 26)})
    calendar.of(report.key).narrow(narrowed, "another report", day=date(2018, 5, 26))
    assert texts.resolved(report.key).days == narrowed
    assert texts.resolved(report.key) is texts.resolved(report.key)


def test_what_is_not_fresh_is_read_from_the_ledger(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    with hand.in_memory(*story).reading() as connection:
        past = Past(connection)
        calendar = Calendar(past)
        calendar.begin(date(2018, 5, 25))
        texts = Texts([], calendar, past)
        texts.fetch([report.key for report, _ in story])
        assert [texts.resolved(report.key).report.id for report, _ in story] == ["a", "b", "c"]


def test_much_is_let_go_of(hand: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 0)
    report, reading = hand.summit_story()[0]
    held = [Held(report=report, reading=reading)]
    calendar = Calendar(Past())
    calendar.admit(held)
    texts = Texts(held, calendar, Past())
    first = texts.resolved(report.key)
    texts.begin()
    assert texts.resolved(report.key) is not first
    assert texts.resolved(report.key) == first
