from datetime import date
from types import SimpleNamespace

from dragoman.corridor.settle import settle
from dragoman.corridor.sweep import Sweep
from dragoman.ledger.derived import Derived
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past


def swept(pairs: list[tuple[object, object]]) -> Derived:
    return Sweep([Held(report=report, reading=reading) for report, reading in pairs]).run().derived  # type: ignore[arg-type]


def test_a_sweep_of_nothing_finds_nothing() -> None:
    found = Sweep([]).run()
    assert (found.founders, found.days, found.derived) == ((), 0, Derived())


def test_a_sweep_needs_no_ledger_and_no_order(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    found = swept(story)
    assert swept(story[::-1]) == found
    assert len(found.events) == 2
    days = sorted(rows.effective.day for rows in found.reports)
    assert days[:2] == ["2018-05-10", "2018-05-25"]
    assert "2018-05-26" <= days[2] < "2018-05-31"


def test_every_report_has_a_row_that_says_which_days_it_may_be_of(hand: SimpleNamespace) -> None:
    assert all(rows.narrowings[0].day == date.min.isoformat() for rows in swept(hand.summit_story()).reports)


def test_voices_blocks_and_shapes_are_those_of_their_event(hand: SimpleNamespace) -> None:
    for rows in swept(hand.summit_story()).events:
        of = [row.event for row in rows.members] + [row.event for row in rows.voices]
        assert {*of, *(row.event for row in rows.blocks), *(row.event for row in rows.shapes)} == {rows.event}
        assert {row.day for row in rows.shapes} == {row.day for row in rows.members}
    assert "Q22686" in {voice.actor for rows in swept(hand.summit_story()).events for voice in rows.voices}


def test_what_is_told_in_order_is_swept_on_its_own_day_alone(hand: SimpleNamespace) -> None:
    first, second, _ = hand.summit_story()
    ledger = hand.in_memory(first)
    with ledger.reading() as connection:
        found = Sweep([Held(report=second[0], reading=second[1])], Past(connection)).run()
    assert (found.days, len(found.founders)) == (1, 1)
    assert not settle(ledger)


def test_what_shares_no_key_is_not_looked_at_again(hand: SimpleNamespace) -> None:
    claims = (("planned", None, None),)
    other = hand.write(
        "Poetin en Abe spreken elkaar.",
        hand.Telling(words="spreken", parties=(hand.PUTIN, hand.ABE), kind="call", claims=claims),
        published="2018-05-01",
    )
    ledger = hand.in_memory(*hand.summit_story())
    with ledger.reading() as connection:
        found = Sweep([Held(report=other[0], reading=other[1])], Past(connection)).run()
    assert found.days == 1
