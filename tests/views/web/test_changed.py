from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.ledger.store import open_ledger
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.asking import Asked
from dragoman.views.web.changed import Change, show_changes
from dragoman.views.web.shelf import Shelf

NL = Page(wording=load_wording("nl"), language="nl")


@pytest.fixture
def shelf(tmp_path: Path, hand: SimpleNamespace) -> Shelf:
    place = str(tmp_path / "ledger")
    moved = hand.write(
        "De top van 12 juni is verplaatst naar 15 juni.",
        hand.Telling(words="top", when="15 juni", moved="12 juni", claims=(("planned", hand.TRUMP, None),)),
        published="2018-06-02",
        label="d",
    )
    hand.fill(open_ledger(place), [*hand.summit_story()[:2], moved]).close()
    return Shelf(place)


def changes(shelf: Shelf, day: date, since: date) -> list[Change]:
    asked = Asked(as_of=day)
    return list(show_changes(shelf.changes(asked, since), asked, NL.on_day(day)))


def test_what_was_not_there_is_new(shelf: Shelf) -> None:
    (only,) = changes(shelf, date(2018, 5, 10), date(2018, 5, 9))
    assert (only.told, only.tone, only.day) == ("nieuw", "on", "di 12 juni 2018")


def test_what_stands_otherwise_tells_how_it_stood(shelf: Shelf) -> None:
    (only,) = changes(shelf, date(2018, 5, 25), date(2018, 5, 24))
    assert (only.told, only.standing) == ("afgelast · was ● gepland", "afgelast door Trump")


def test_another_day_is_told_with_the_old_one(shelf: Shelf) -> None:
    (only,) = changes(shelf, date(2018, 6, 2), date(2018, 6, 1))
    assert (only.day, only.told.split(" · ")[-1]) == ("vr 15 juni 2018", "was ✕ afgelast door Trump, di 12 juni 2018")


def test_where_nothing_was_said_nothing_changed(shelf: Shelf) -> None:
    assert changes(shelf, date(2018, 5, 24), date(2018, 5, 23)) == []


def test_what_is_not_asked_for_is_left_out(shelf: Shelf) -> None:
    asked = Asked(as_of=date(2018, 5, 25), place="nergens")
    assert list(show_changes(shelf.changes(asked, date(2018, 5, 24)), asked, NL)) == []
