from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.corridor.ask import diary
from dragoman.corridor.changes import changes
from dragoman.ledger.store import Ledger
from dragoman.model.changes import Changes

SOME = settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
STATUSES = ("planned", "confirmed", "cancelled", "doubtful", "mooted", "held")
DAYS = st.dates(date(2018, 4, 30), date(2018, 6, 30))


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    """A summit of 12 June that is planned on the 10th, known as called off on the 25th and opened again by the 31st."""
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


def kinds(found: Changes) -> dict[str, tuple[str, ...]]:
    return {each.event.kind: each.kinds for each in found.changes}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2018-05-09", "2018-05-10", {"summit": ("new",)}),
        ("2018-05-10", "2018-05-24", {}),
        ("2018-05-10", "2018-05-25", {"summit": ("called-off",)}),
        ("2018-05-09", "2018-05-25", {"summit": ("new", "called-off")}),
        ("2018-05-25", "2018-05-31", {"summit": ("reopened",), "meeting": ("new",)}),
        ("2018-05-10", "2018-05-31", {"summit": ("called-off", "reopened"), "meeting": ("new",)}),
        ("2018-06-12", "2018-06-13", {"summit": ("lapsed",)}),
        ("2018-05-31", "2018-05-25", {}),
    ],
)
def test_what_was_published_in_between_is_what_changed(
    ledger: Ledger, since: str, until: str, expected: dict[str, tuple[str, ...]]
) -> None:
    found = changes(ledger, since=date.fromisoformat(since), as_of=date.fromisoformat(until))
    assert kinds(found) == expected
    assert (found.since, found.as_of) == (since, until)


def test_what_was_known_comes_first_and_tells_where_it_stood(ledger: Ledger) -> None:
    first, second = changes(ledger, since=date(2018, 5, 10), as_of=date(2018, 5, 31)).changes
    assert (first.event.kind, second.event.kind, second.before) == ("summit", "meeting", None)
    assert first.before is not None
    assert (first.before.day, first.before.status) == ("2018-05-10", "planned")
    assert (first.steps[0].day, first.steps[0].status) == ("2018-05-25", "cancelled")
    assert (first.steps[0].by, first.steps[-1].status) == (("Donald Trump",), first.event.status)


def test_background_is_counted_and_shown_when_asked_for(hand: SimpleNamespace) -> None:
    telling = hand.Telling(words="top", when="12 juni", claims=(("held", None, None),), background=True)
    ledger = hand.in_memory(hand.write("De top van 12 juni.", telling, published="2018-06-20"))
    assert changes(ledger, since=date(2018, 6, 1)).hidden == {"background": 1}
    assert changes(ledger, since=date(2018, 6, 1)).changes == ()
    assert kinds(changes(ledger, since=date(2018, 6, 1), everything=True)) == {"summit": ("new",)}


def test_one_actor_changes_its_own_mind(ledger: Ledger) -> None:
    found = changes(ledger, since=date(2018, 5, 10), as_of=date(2018, 5, 25), according_to="Trump")
    assert kinds(found) == {"summit": ("called-off",)}
    assert changes(ledger, since=date(2018, 5, 10), according_to="Noord-Korea").changes == ()


def test_what_the_ledger_did_not_hold_changed_nothing(ledger: Ledger) -> None:
    assert changes(ledger, since=date(2018, 5, 1), as_added=date(2018, 12, 31)).changes == ()


@st.composite
def stories(draw: st.DrawFn, hand: SimpleNamespace) -> list[Any]:
    """Makes reports of one summit, each with a status and a day."""
    found = {}
    for number in range(draw(st.integers(1, 5))):
        status, holder = draw(st.sampled_from(STATUSES)), draw(st.sampled_from([None, hand.TRUMP, hand.KIM]))
        day, moved = draw(st.sampled_from(["12 juni", "15 juni"])), draw(st.booleans())
        telling = hand.Telling(
            words="top",
            when=day,
            place=hand.SINGAPORE,
            claims=((status, holder, None),),
            moved="12 juni" if moved and day == "15 juni" else None,
        )
        published = draw(DAYS.map(date.isoformat) | st.just("2018-05"))
        pair = hand.write(f"De top {number} van 12 juni of 15 juni.", telling, published=published)
        found[pair[0].key] = pair
    return list(found.values())


def told(found: Changes) -> Any:
    """Gives all that is said but ids, which hang on the order of arrival."""
    plain = msgspec.to_builtins(found)
    for each in plain["changes"]:
        each["event"] |= {"id": "", "aliases": ()}
    return plain


@SOME
@given(data=st.data())
def test_what_is_published_later_makes_no_difference(
    hand: SimpleNamespace, new_ledger: Callable[[], Ledger], data: st.DataObject
) -> None:
    story = data.draw(stories(hand))
    whole = hand.fill(new_ledger(), story)
    since, until = sorted([data.draw(DAYS), data.draw(DAYS)])
    by_then = {report.key for report in diary(whole, as_of=until, everything=True).reports}
    found = told(changes(whole, since=since, as_of=until, everything=True))
    earlier = hand.fill(new_ledger(), [pair for pair in story if pair[0].key in by_then])
    assert told(changes(earlier, since=since, as_of=until, everything=True)) == found


@SOME
@given(data=st.data())
def test_the_ends_are_the_diaries_of_the_two_days(hand: SimpleNamespace, data: st.DataObject) -> None:
    ledger = hand.in_memory(*data.draw(stories(hand)))
    since, until = sorted([data.draw(DAYS), data.draw(DAYS)])
    ends = [diary(ledger, as_of=day, everything=True).events for day in (since, until)]
    before, after = ({entry.id: entry for entry in events} for events in ends)
    found = {each.event.id: each for each in changes(ledger, since=since, as_of=until, everything=True).changes}
    for key, each in found.items():
        assert each.event == after[key]
        assert each.before is None or each.before.status == before[key].status
        assert (each.before is None) == (key not in before)
        assert each.steps[-1].status == after[key].status
    quiet = {key for key in after if key not in found}
    assert {key: after[key].status for key in quiet} == {key: before[key].status for key in quiet}


@SOME
@given(data=st.data())
def test_two_stretches_together_have_the_turns_of_the_whole(hand: SimpleNamespace, data: st.DataObject) -> None:
    ledger = hand.in_memory(*data.draw(stories(hand)))
    first, middle, last = sorted(data.draw(DAYS) for _ in range(3))
    parts = [(first, middle), (middle, last)]
    turns = {
        (each.event.id, step.day)
        for since, until in parts
        for each in changes(ledger, since=since, as_of=until, everything=True).changes
        for step in each.steps
    }
    whole = changes(ledger, since=first, as_of=last, everything=True).changes
    elder = {each.id for each in diary(ledger, as_of=last, everything=True).events}
    assert {(each.event.id, step.day) for each in whole for step in each.steps} == {t for t in turns if t[0] in elder}
