from types import SimpleNamespace

import pytest

from dragoman.corridor.ask import diary, event
from dragoman.errors import AmbiguousId, NoSuchEvent
from dragoman.ledger.store import Ledger


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    claims = (("planned", None, None),)
    found: Ledger = hand.in_memory(
        hand.write(
            "Een top, een gesprek en een bezoek.",
            hand.Telling(words="top", place=hand.SINGAPORE, claims=claims),
            hand.Telling(words="gesprek", kind="talks", claims=claims),
            hand.Telling(words="bezoek", kind="visit", parties=(hand.PUTIN, hand.ABE), claims=claims),
            published="2018-05-10",
        )
    )
    return found


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("top", "summit"),
        ("summit", "summit"),
        ("Singapore", "summit"),
        ("Poetin", "visit"),
        ("Putin Abe", "visit"),
        ("bezoek", "visit"),
        ("gesprekken Kim", "talks"),
        ("sumit", "summit"),
    ],
)
def test_words_that_fit_one_event_find_it(ledger: Ledger, asked: str, kind: str) -> None:
    assert event(ledger, asked).kind == kind


def test_words_that_fit_several_are_answered_with_all_of_them(ledger: Ledger) -> None:
    with pytest.raises(AmbiguousId) as caught:
        event(ledger, "Trump Kim")
    assert str(caught.value.hint).count(";") == 1
    shown = {each.id for each in diary(ledger).events if each.kind != "visit"}
    assert all(each in str(caught.value.hint) for each in shown)


@pytest.mark.parametrize("asked", ["", "?!", "ffff", "voetbal", "Merkel"])
def test_what_fits_nothing_is_told_so(ledger: Ledger, asked: str) -> None:
    with pytest.raises(NoSuchEvent, match="no event is known"):
        event(ledger, asked)
