"""Pages of the diary: what they show is what the diary shows."""

from datetime import date
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.corridor.ask import diary
from dragoman.corridor.page import Page, diary_page
from dragoman.ledger.store import Ledger

CLAIMS = (("planned", None, None),)


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    moved = hand.Telling(words="bezoek", parties=(hand.PUTIN, hand.ABE), kind="visit", claims=CLAIMS)
    moved = msgspec.structs.replace(moved, when="15 juni", moved="12 juni")
    held = hand.Telling(words="top", parties=(hand.MOON, hand.ABE), claims=(("held", None, None),))
    past = hand.Telling(words="top", parties=(hand.PUTIN, hand.KIM), claims=(("held", None, None),), background=True)
    made = [
        hand.write("Het bezoek van 12 juni is op 15 juni.", moved, published="2018-05-12"),
        hand.write("De top was er.", held, published="2018-05-14"),
        hand.write("De top van toen.", past, published="2018-05-15"),
    ]
    found: Ledger = hand.in_memory(*hand.summit_story(), *made)
    return found


def shown(page: Page) -> list[tuple[object, ...]]:
    return [
        (card.id, card.label, card.when, card.moved_from, card.status, card.previous, card.by, card.reports)
        for card in page.cards
    ]


@settings(deadline=None, max_examples=60)
@given(
    day=st.dates(date(2018, 5, 8), date(2018, 7, 10)),
    first=st.none() | st.dates(date(2018, 4, 1), date(2018, 7, 1)),
    last=st.none() | st.dates(date(2018, 4, 1), date(2018, 7, 1)),
    everything=st.booleans(),
)
def test_a_page_shows_what_the_diary_shows(
    ledger: Ledger, day: date, first: date | None, last: date | None, everything: bool
) -> None:
    asked = {"as_of": day, "first": first, "last": last, "everything": everything}
    page, whole = diary_page(ledger, **asked), diary(ledger, **asked)  # type: ignore[arg-type]
    assert shown(page) == [
        (each.id, each.label, each.when, each.moved_from, each.status, each.previous, each.by, each.reports)
        for each in whole.events
    ]
    assert (page.as_of, page.total, page.hidden) == (whole.as_of, len(whole.events), whole.hidden)


def test_pages_follow_each_other(ledger: Ledger) -> None:
    whole = diary_page(ledger, everything=True)
    pages = [diary_page(ledger, everything=True, skip=skip, limit=2) for skip in range(0, whole.total, 2)]
    assert [card for page in pages for card in page.cards] == list(whole.cards)
    assert {page.total for page in pages} == {whole.total}


def test_an_empty_ledger_has_an_empty_page(hand: SimpleNamespace) -> None:
    assert diary_page(hand.in_memory()).cards == ()
