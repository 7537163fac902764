from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.corridor.view import View
from dragoman.ledger.store import Ledger


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


@pytest.mark.parametrize(("day", "reports", "events"), [(9, 0, 0), (10, 1, 1), (25, 2, 1), (30, 3, 2)])
def test_a_view_holds_what_counts_on_its_day(ledger: Ledger, day: int, reports: int, events: int) -> None:
    with ledger.reading() as connection:
        view = View(connection, day=date(2018, 5, day))
        faces = view.faces()
        assert (len(view.reports), len(view.members(faces)), len(view.shapes(faces))) == (reports, events, events)


def test_an_event_is_gathered_from_all_its_reports(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        view = View(connection, day=date(2018, 5, 30))
        summit = next(each for each in view.gather(view.faces()) if each.event.kind == "summit")
    assert (len(summit.reports), len(summit.claims)) == (3, 4)
    assert summit.event.when is not None
    assert summit.event.when.edtf == "2018-06-12"
