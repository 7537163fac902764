from datetime import date
from types import SimpleNamespace

import msgspec
import pytest

from dragoman.corridor.ask import diary
from dragoman.corridor.groups import WINDOW
from dragoman.corridor.view import View


def plan(hand: SimpleNamespace, label: str, day: str, *, when: str | None = "12 juni", **more: object) -> object:
    told = hand.Telling(words="top", when=when, claims=(("planned", None, None),), **more)
    return hand.write(f"De top op {when} {label}.", told, published=day, label=label)


def events(hand: SimpleNamespace, *pairs: object) -> list[int]:
    return [each.reports for each in diary(hand.in_memory(*pairs), everything=True).events]


def test_reports_of_one_summit_give_one_event(hand: SimpleNamespace) -> None:
    assert events(hand, plan(hand, "a", "2018-05-10"), plan(hand, "b", "2018-05-12")) == [2]


def test_a_date_that_moved_leaves_the_event_what_it_was(hand: SimpleNamespace) -> None:
    told = hand.Telling(words="top", when="15 juni", claims=(("planned", None, None),))
    report, reading = hand.write("De top van 12 juni is nu op 15 juni.", told, published="2018-05-12", label="b")
    moved = msgspec.structs.replace(reading.events[0], moved_from=(0,))
    pair = report, msgspec.structs.replace(reading, events=(moved,))
    [entry] = diary(hand.in_memory(plan(hand, "a", "2018-05-10"), pair), everything=True).events
    assert (entry.when.edtf, [each.edtf for each in entry.moved_from]) == ("2018-06-15", ["2018-06-12"])


def test_other_parties_meet_at_another_event(hand: SimpleNamespace) -> None:
    other = plan(hand, "b", "2018-05-12", parties=(hand.PUTIN, hand.ABE))
    assert events(hand, plan(hand, "a", "2018-05-10"), other) == [1, 1]


def test_what_a_report_tells_apart_stays_apart(hand: SimpleNamespace) -> None:
    both = hand.write(
        "De top en de topontmoeting.",
        hand.Telling(words="top", claims=(("planned", None, None),)),
        hand.Telling(words="topontmoeting", claims=(("held", None, None),)),
        published="2018-05-12",
    )
    assert len(events(hand, plan(hand, "a", "2018-05-10"), both)) == 2


@pytest.mark.parametrize(("days", "count"), [(WINDOW.days, 1), (WINDOW.days + 1, 2)])
def test_an_event_is_looked_for_as_long_as_it_is_told_of(hand: SimpleNamespace, days: int, count: int) -> None:
    later = date.fromordinal(date(2018, 3, 1).toordinal() + days).isoformat()
    assert len(events(hand, plan(hand, "a", "2018-03-01", when=None), plan(hand, "b", later, when=None))) == count


def test_a_member_says_why_it_belongs(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(plan(hand, "a", "2018-05-10"), plan(hand, "b", "2018-05-12"))
    with ledger.reading() as connection:
        view = View(connection, day=date(2018, 12, 31))
        [[founder, member]] = view.members(view.faces()).values()
    assert (founder.score, founder.why, member.event) == (1.0, "founds it", founder.anchor)
    assert 0.6 <= member.score <= 1.0
    assert member.why
