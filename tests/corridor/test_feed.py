"""Events as other systems keep them: names that last, and a count of changes that only grows."""

from datetime import UTC, date
from types import SimpleNamespace

import pytest

from dragoman.corridor.feed import feed
from dragoman.ledger.store import open_ledger

OTHERS = ["Trump praat op 12 juni met Kim op een top.", "Op 12 juni is de top."]


def test_an_event_has_one_name_in_every_ledger(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    (first,) = feed(hand.in_memory(*story[:1])).events
    (second,) = feed(hand.in_memory(*story[:2])).events
    assert first.uid == second.uid
    assert first.uid.version == 5


def test_names_differ_from_event_to_event_and_from_whose_word_it_is(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    told = feed(ledger, everything=True).events
    theirs = feed(ledger, everything=True, according_to="Donald Trump").events
    names = [each.uid for each in (*told, *theirs)]
    assert len(told) == 2
    assert theirs
    assert len(set(names)) == len(names)


def test_turns_are_the_ledgers_revisions_and_only_grow(hand: SimpleNamespace) -> None:
    ledger = open_ledger(":memory:")
    seen = []
    for pair in hand.summit_story()[:2]:
        hand.fill(ledger, [pair])
        (fed,) = feed(ledger).events
        seen.append((fed.sequence, fed.turns[-1].status, fed.turns[-1].when, fed.modified))
    assert [each[:3] for each in seen] == [(0, "planned", "2018-06-12"), (1, "cancelled", "2018-06-12")]
    assert seen[0][3] < seen[1][3]
    assert fed.created == seen[0][3]
    assert fed.modified.tzinfo is not None


@pytest.mark.parametrize(
    ("day", "sequence", "status"),
    [(date(2018, 5, 10), 0, "planned"), (date(2018, 5, 24), 0, "planned"), (date(2018, 5, 25), 1, "cancelled")],
)
def test_looking_back_turns_are_those_of_the_days(hand: SimpleNamespace, day: date, sequence: int, status: str) -> None:
    ledger = hand.in_memory(*hand.summit_story()[:2])
    (fed,) = feed(ledger, as_of=day).events
    assert (fed.sequence, fed.turns[-1].status, fed.event.status) == (sequence, status, status)
    assert fed.created.astimezone(UTC).date() == date(2018, 5, 10)


def test_what_is_not_kept_has_the_turns_of_the_days(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story()[:2])
    assert [fed.sequence for fed in feed(ledger).events] == [0]
    assert [fed.sequence for fed in feed(ledger, kept=False).events] == [1]


def test_as_added_looks_at_what_the_ledger_held(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    assert feed(ledger, as_added=date(2018, 12, 31), everything=True).events == ()
    assert len(feed(ledger, as_added=date(2999, 1, 1), everything=True).events) == 2


def test_sources_are_the_reports_each_once(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story()[:2])
    (fed,) = feed(ledger).events
    assert [source.outlet for source in fed.sources] == ["De Proef", "Het Blad"]
    assert len({source.uid for source in fed.sources}) == 2
