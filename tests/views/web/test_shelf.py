from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.corridor import ask
from dragoman.ledger.store import open_ledger
from dragoman.views.web import shelf as shelf_module
from dragoman.views.web.asking import Asked
from dragoman.views.web.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path, hand: SimpleNamespace) -> Shelf:
    place = str(tmp_path / "ledger")
    hand.fill(open_ledger(place), hand.summit_story()[:2]).close()
    return Shelf(place)


def test_what_was_asked_before_is_the_same_answer(shelf: Shelf) -> None:
    assert shelf.coming(Asked()) is shelf.coming(Asked(period="week"))
    assert shelf.coming(Asked()) is not shelf.coming(Asked(according_to="Trump"))


def test_a_report_that_comes_in_is_seen_at_once(shelf: Shelf, hand: SimpleNamespace) -> None:
    before, tag = shelf.coming(Asked()), shelf.tag("/")
    hand.fill(shelf.ledger, hand.summit_story())
    assert shelf.coming(Asked()) != before
    assert shelf.tag("/") != tag


def test_a_tag_hangs_on_what_is_asked(shelf: Shelf) -> None:
    assert shelf.tag("/") == shelf.tag("/")
    assert shelf.tag("/") != shelf.tag("/?page=2")


def test_a_listing_looks_at_no_report_text(shelf: Shelf) -> None:
    told = shelf.coming(Asked())
    whole = ask.diary(shelf.ledger)
    assert told.events == whole.events
    assert (told.reports, told.acts, told.quotes) == ((), (), ())


def test_no_more_is_kept_than_there_is_room_for(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "KEPT", 1)
    first = shelf.coming(Asked())
    shelf.voices(Asked())
    assert shelf.coming(Asked()) is not first
    assert shelf.coming(Asked()) == first


def test_what_is_coming_is_given_only_once_it_is_known(shelf: Shelf, hand: SimpleNamespace) -> None:
    assert shelf.coming_if_known(Asked()) is None
    assert shelf.coming_if_known(Asked()) is shelf.coming_if_known(Asked(period="week"))
    told = shelf.coming(Asked())
    assert shelf.coming_if_known(Asked()) is told
    hand.fill(shelf.ledger, hand.summit_story())
    assert shelf.coming_if_known(Asked()) is None
