from types import SimpleNamespace

import msgspec

from dragoman.corridor.line import tell_report
from dragoman.model.actor import ActorMention


def test_a_report_tells_what_it_claims_by_its_own_words(hand: SimpleNamespace) -> None:
    report, reading = hand.summit_story()[1]
    trump = ActorMention(start=0, end=5, text="Trump", actor=hand.TRUMP, how="hand")
    line = tell_report(report, msgspec.structs.replace(reading, actors=(trump,)))
    [claim] = line.claims
    assert (line.id, line.outlet, line.published and line.published.edtf) == ("b", "Het Blad", "2018-05-25")
    assert [(date.text, date.edtf) for date in line.dates] == [("12 juni", "2018-06-12"), ("24 mei", "2018-05-24")]
    assert [(each.text, each.name, each.state) for each in line.actors] == [("Trump", "Donald Trump", "US")]
    assert (claim.kind, claim.status, claim.event, claim.when and claim.when.edtf) == (
        "summit",
        "cancelled",
        0,
        "2018-06-12",
    )
    assert ([party.name for party in claim.parties], claim.place and claim.place.name) == (
        ["Donald Trump", "Kim Jong-un"],
        "Singapore",
    )


def test_a_claim_without_a_day_of_its_own_shows_the_day_of_its_event(hand: SimpleNamespace) -> None:
    report, reading = hand.summit_story()[1]
    dateless = tuple(msgspec.structs.replace(claim, date=None) for claim in reading.claims)
    line = tell_report(report, msgspec.structs.replace(reading, claims=dateless))
    assert line.claims[0].when is not None
    assert line.claims[0].when.edtf == "2018-06-12"


def test_another_report_narrows_nothing_here(hand: SimpleNamespace) -> None:
    report, reading = hand.summit_story()[2]
    line = tell_report(report, reading)
    assert line.published is not None
    assert (line.published.earliest, line.published.latest) == ("2018-05-01", "2018-05-31")
