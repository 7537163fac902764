from types import SimpleNamespace

import pytest

from dragoman.corridor.ask import diary, event
from dragoman.corridor.identity import Ids
from dragoman.corridor.named import find_by_id
from dragoman.errors import AmbiguousId, NoSuchEvent
from dragoman.ledger.append import append_minted
from dragoman.ledger.derived import Derived, EventRows, Member, write_derived
from dragoman.ledger.fetch import MintedId
from dragoman.ledger.store import Ledger, open_ledger


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


def test_what_is_there_as_context_gives_way(hand: SimpleNamespace) -> None:
    claims = (("held", None, None),)
    ledger = hand.in_memory(
        hand.write(
            "De top van nu en de vorige ontmoeting.",
            hand.Telling(words="top", claims=(("planned", None, None),)),
            hand.Telling(words="ontmoeting", kind="meeting", claims=claims, background=True),
            published="2018-05-10",
        )
    )
    assert event(ledger, "Trump Kim").kind == "summit"


def test_the_beginning_of_an_id_is_enough_while_it_is_one_events() -> None:
    member = Member(anchor="a:0-3", event="a:0-3", report="a", place=0, day="2018-05-10", score=1.0, why="")
    other = Member(anchor="b:0-3", event="b:0-3", report="b", place=0, day="2018-05-10", score=1.0, why="")
    minted = [MintedId(number=1, id="9e021", anchor="a:0-3"), MintedId(number=2, id="9e027", anchor="b:0-3")]
    rows = [EventRows(event=each.anchor, since=each.day, members=(each,)) for each in (member, other)]
    ledger = open_ledger(":memory:")
    with ledger.writing() as connection:
        write_derived(connection, Derived(events=tuple(rows)))
        append_minted(connection, minted)
        check_beginnings(Ids(connection, until="2018-05-10"))
    ledger.close()


def check_beginnings(ids: Ids) -> None:
    assert find_by_id("9E021 ", ids) == "a:0-3"
    assert find_by_id("9e0", ids) is None
    assert find_by_id("top van Trump", ids) is None
    with pytest.raises(AmbiguousId, match="9e021, 9e027"):
        find_by_id("9e02", ids)


@pytest.mark.parametrize("asked", ["", "?!", "ffff", "voetbal", "Merkel"])
def test_what_fits_nothing_is_told_so(ledger: Ledger, asked: str) -> None:
    with pytest.raises(NoSuchEvent, match="no event is known"):
        event(ledger, asked)
