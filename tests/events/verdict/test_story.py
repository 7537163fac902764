"""The story as it goes on: each claim with the status in which it leaves the event."""

from datetime import date

import pytest

from dragoman.events.verdict.story import tell_story
from dragoman.events.verdict.weigh import weigh_claims
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

CHILE = Party(actor=Actor(id="Q2", name="Chile", type="state", state="CL"))
NORWAY = Party(actor=Actor(id="Q1", name="Norway", type="state", state="NO"))
LINKS = {
    "Chile": Link(name="Chile", id="Q2", type="state", state="CL", evidentiality="reported"),
    "Norway": Link(name="Norway", id="Q1", type="state", state="NO", evidentiality="reported"),
    "Peru": Link(name="Peru", id="Q3", type="state", state="PE", evidentiality="reported"),
    "paper": Link(name="De Gids", type="outlet", evidentiality="own"),
    "rumour": Link(name="De Gids", type="outlet", evidentiality="hearsay"),
}


def claim(day: int, who: str, status: Status, time: str | None = None) -> Claim:
    when = When.parse(f"2018-05-{day:02}", time=time)
    return Claim(
        id=f"cl_{day}{who}{status}",
        report=f"{day}{who}",
        status=status,
        stance="asserts",
        certainty="certain",
        chain=(LINKS[who],),
        start=0,
        end=1,
        quote="x",
        rule="nl.x",
        said=when,
        published=when,
    )


STORY: list[tuple[int, str, Status, Status]] = [
    (1, "paper", "mooted", "mooted"),
    (2, "Peru", "planned", "planned"),
    (3, "Chile", "planned", "planned"),
    (4, "rumour", "cancelled", "planned"),
    (5, "Peru", "cancelled", "planned"),
    (6, "Chile", "doubtful", "doubtful"),
    (7, "Norway", "planned", "doubtful"),
    (8, "Chile", "confirmed", "confirmed"),
    (9, "Norway", "cancelled", "cancelled"),
    (10, "Chile", "mooted", "doubtful"),
    (11, "paper", "cancelled", "doubtful"),
    (12, "Norway", "confirmed", "confirmed"),
    (13, "paper", "ongoing", "ongoing"),
    (14, "Chile", "suspended", "suspended"),
    (15, "paper", "ongoing", "ongoing"),
    (16, "paper", "held", "held"),
    (17, "Chile", "planned", "held"),
]


@pytest.mark.parametrize("length", range(1, len(STORY) + 1))
def test_each_claim_leaves_the_event_somewhere(length: int) -> None:
    told = [claim(day, who, status) for day, who, status, _ in STORY[:length]]
    weighed = weigh_claims(told, parties=[CHILE, NORWAY], when=None, as_of=date(2018, 6, 1))
    standing = tell_story(weighed)
    assert standing is not None
    assert standing.status == STORY[length - 1][3]


def test_hours_order_a_day_where_they_are_said() -> None:
    told = [claim(1, "Chile", "cancelled", "09:00"), claim(1, "Norway", "confirmed", "17:30")]
    for claims in (told, told[::-1]):
        weighed = weigh_claims(claims, parties=[CHILE, NORWAY], when=None, as_of=date(2018, 6, 1))
        standing = tell_story(weighed)
        assert standing is not None
        assert (standing.status, standing.contested) == ("confirmed", False)


def test_no_claims_tell_no_story() -> None:
    assert tell_story([]) is None
