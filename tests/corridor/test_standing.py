from datetime import date
from types import SimpleNamespace

import msgspec
import pytest

from dragoman.corridor.ask import diary
from dragoman.corridor.standing import said_order, stand
from dragoman.corridor.view import View
from dragoman.model.claim import Claim
from dragoman.model.reading import ReadLink
from dragoman.model.when import When


def claim(said: str | None, published: str | None) -> Claim:
    return Claim(
        id="cl_1",
        report="sha256:1",
        status="planned",
        stance="asserts",
        certainty="certain",
        chain=(),
        start=0,
        end=1,
        quote="x",
        rule="hand",
        said=None if said is None else When(edtf=said),
        published=None if published is None else When(edtf=published),
    )


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (claim("2018-05-24", "2018-05-26"), claim(None, "2018-05-26")),
        (claim(None, None), claim("2018-05-24", None)),
        (claim("2018-05-24", "2018-05-25"), claim("2018-05-24", "2018-05-26")),
    ],
)
def test_claims_come_in_the_order_in_which_they_were_said(earlier: Claim, later: Claim) -> None:
    assert said_order(earlier) < said_order(later)


def test_an_event_of_which_nothing_counts_does_not_stand_anywhere(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    with ledger.reading() as connection:
        view = View(connection, day=date(2018, 5, 30))
        for gathered in view.gather(view.faces()):
            assert stand(gathered, day=view.day) is not None
            assert stand(gathered, day=view.day, takes=lambda _: False) is None


def test_a_link_names_the_other_event_by_its_id(hand: SimpleNamespace) -> None:
    claims = (("planned", None, None),)
    report, reading = hand.write(
        "Een delegatie bereidt de top voor.",
        hand.Telling(words="delegatie", kind="visit", parties=(hand.TRUMP,), claims=claims),
        hand.Telling(words="top", claims=claims),
        published="2018-05-10",
    )
    prepares = ReadLink(type="prepares", to=1, claim=0)
    linked = (msgspec.structs.replace(reading.events[0], links=(prepares,)), reading.events[1])
    found = diary(hand.in_memory((report, msgspec.structs.replace(reading, events=linked)))).events
    visit, summit = (next(each for each in found if each.kind == kind) for kind in ("visit", "summit"))
    assert [(link.type, link.event, link.claim) for link in visit.links] == [
        ("prepares", summit.id, visit.history[0].id)
    ]
    assert summit.links == ()


@pytest.mark.parametrize(("evidentiality", "code"), [("performed", "eos5"), ("reported", "eos4")])
def test_what_a_party_confirms_in_its_own_words_is_certain(
    hand: SimpleNamespace, evidentiality: str, code: str
) -> None:
    told = hand.Telling(words="top", claims=(("confirmed", hand.TRUMP, None),))
    report, reading = hand.write("De top gaat door.", told, published="2018-05-10")
    link = msgspec.structs.replace(reading.claims[0].chain[-1], evidentiality=evidentiality)
    claims = (msgspec.structs.replace(reading.claims[0], chain=(*reading.claims[0].chain[:-1], link)),)
    [entry] = diary(hand.in_memory((report, msgspec.structs.replace(reading, claims=claims)))).events
    assert entry.iptc == code
