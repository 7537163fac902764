from types import SimpleNamespace

from dragoman.corridor.sweep import Sweep
from dragoman.ledger.fetch import Held


def test_a_sweep_of_nothing_finds_nothing() -> None:
    swept = Sweep([]).run()
    assert swept.founders == ()
    assert swept.derived.members == ()


def test_a_sweep_needs_no_ledger_and_no_order(hand: SimpleNamespace) -> None:
    held = [Held(report=report, reading=reading) for report, reading in hand.summit_story()]
    swept = Sweep(held).run()
    assert Sweep(reversed(held)).run() == swept
    assert len(swept.founders) == 2
    days = sorted(row.day for row in swept.derived.effective_days)
    assert days[:2] == ["2018-05-10", "2018-05-25"]
    assert "2018-05-26" <= days[2] < "2018-05-31"


def test_every_visible_report_has_a_row_that_says_which_days_it_may_be_of(hand: SimpleNamespace) -> None:
    held = [Held(report=report, reading=reading) for report, reading in hand.summit_story()]
    derived = Sweep(held).run().derived
    assert {row.report for row in derived.narrowings} == {row.report for row in derived.effective_days}


def test_voices_and_blocks_name_events_that_are_there(hand: SimpleNamespace) -> None:
    held = [Held(report=report, reading=reading) for report, reading in hand.summit_story()]
    swept = Sweep(held).run()
    assert {row.event for row in swept.derived.voices} <= set(swept.founders)
    assert {row.event for row in swept.derived.blocks} == set(swept.founders)
    assert "Q22686" in {row.actor for row in swept.derived.voices}
