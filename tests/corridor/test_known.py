"""The events there are on the day that a sweep has come to."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.corridor.known import Known
from dragoman.ledger.past import Past

KEY, DAY, LONG_AGO = "call|KP+US", date(2018, 5, 26), date(2018, 4, 1)


@pytest.fixture
def known(hand: SimpleNamespace) -> Iterator[Known]:
    """The summit story without its report of unknown day, on the day after."""
    with hand.in_memory(*hand.summit_story()[:2]).reading() as connection:
        found = Known(Past(connection))
        found.begin(DAY, since=LONG_AGO)
        yield found


def test_an_event_is_found_under_a_key_with_what_is_known_of_it(known: Known) -> None:
    [group] = known.under([KEY])
    assert group.merged is not None
    assert (group.merged.kind, group.is_whole) == ("summit", False)
    known.complete([group])
    assert (group.is_whole, len(group.parts), group.keys[KEY]) == (True, 2, date(2018, 5, 25))


def test_an_event_told_of_too_long_ago_is_not_looked_for(known: Known) -> None:
    known.begin(DAY, since=DAY)
    assert known.under([KEY]) == []


def test_an_event_stands_as_on_the_eve(known: Known) -> None:
    known.begin(date(2018, 5, 25), since=LONG_AGO)
    [group] = known.under([KEY])
    known.complete([group])
    assert [part.day for part in group.parts] == [date(2018, 5, 10)]


def test_what_the_day_brings_is_gone_the_day_after_unless_it_is_kept(known: Known) -> None:
    for keep in (False, True):
        known.begin(DAY, since=LONG_AGO)
        new = known.found("new:0-3", born=(DAY, "new", 0))
        known.index(new, ["vote|FR"])
        assert known.under(["vote|FR"]) == [new]
        if keep:
            known.keep(["new:0-3"])
        known.begin(date(2018, 5, 27), since=LONG_AGO)
        assert known.under(["vote|FR"]) == ([new] if keep else [])
    assert known.dirty == {"new:0-3": DAY}


def test_an_event_that_nothing_founds_any_more_is_not_found(known: Known) -> None:
    [group] = known.under([KEY])
    known.begin(date(2018, 5, 10), since=LONG_AGO)
    assert known.keep([group.founder]) == []
    assert not known.exists(group.founder)
    known.begin(DAY, since=LONG_AGO)
    assert known.under([KEY]) == []


def test_a_merged_event_is_found_as_its_elder_and_kept_with_it(known: Known) -> None:
    [elder] = known.under([KEY])
    younger = known.found("new:0-3", born=(DAY, "new", 0))
    known.index(younger, ["vote|FR"])
    known.complete([elder])
    known.merge(elder, younger)
    assert known.root("new:0-3") == elder.founder
    assert known.under(["vote|FR"]) == [elder]
    assert known.keep(["new:0-3"]) == [elder]
    known.begin(date(2018, 5, 27), since=LONG_AGO)
    assert known.roots(["new:0-3"]) == [elder]
    assert known.dirty == {elder.founder: DAY, "new:0-3": DAY}


def test_which_events_a_report_joined_is_read_or_kept(known: Known, hand: SimpleNamespace) -> None:
    report = hand.summit_story()[0][0].key
    [group] = known.under([KEY])
    assert known.founders_of(report) == (group.founder,)
    known.keep_report(report, ("other:0-3",))
    known.begin(date(2018, 5, 27), since=LONG_AGO)
    assert known.founders_of(report) == ("other:0-3",)
