"""What a claim amounts to."""

from datetime import date

import pytest

from dragoman.events.verdict.stance import amounts_to
from dragoman.model.claim import Claim
from dragoman.model.vocabulary import Certainty, Stance, Status
from dragoman.model.when import When

DAY = When.parse("2018-06-12")


def claim(
    status: Status,
    stance: Stance = "asserts",
    certainty: Certainty = "certain",
    when: When | None = None,
    moved_from: When | None = None,
) -> Claim:
    return Claim(
        id="cl_1",
        report="r",
        status=status,
        stance=stance,
        certainty=certainty,
        chain=(),
        start=0,
        end=1,
        quote="x",
        rule="nl.x",
        when=when,
        moved_from=moved_from,
    )


@pytest.mark.parametrize(
    ("told", "party", "bystander"),
    [
        (claim("planned"), "planned", "planned"),
        (claim("cancelled", certainty="possible"), "doubtful", "doubtful"),
        (claim("cancelled", certainty="probable"), "cancelled", "cancelled"),
        (claim("held", certainty="possible"), "held", "held"),
        (claim("cancelled", "denies"), "confirmed", "planned"),
        (claim("postponed", "denies"), "confirmed", "planned"),
        (claim("doubtful", "denies"), "confirmed", "planned"),
        (claim("refused", "denies"), "mooted", "mooted"),
        (claim("planned", "denies"), "denied", "doubtful"),
        (claim("planned", "denies", when=DAY), "denied", "doubtful"),
        (claim("planned", "denies", when=When.parse("2018-06-12", time="15:00")), None, None),
        (claim("planned", "denies", when=When.parse("2018-06-19")), None, None),
        (claim("planned", "denies", moved_from=DAY), None, None),
        (claim("ongoing", "denies"), None, None),
        (claim("held", "denies"), "not-held", "not-held"),
        (claim("planned", "unconfirmed"), None, None),
        (claim("cancelled", "retracts"), None, None),
    ],
)
def test_a_stance_turns_a_status(told: Claim, party: Status | None, bystander: Status | None) -> None:
    day = date(2018, 6, 20)
    assert amounts_to(told, party=True, when=DAY, as_of=day) == party
    assert amounts_to(told, party=False, when=DAY, as_of=day) == bystander


def test_what_lies_ahead_cannot_be_said_not_to_have_been() -> None:
    assert amounts_to(claim("held", "denies"), party=True, when=DAY, as_of=date(2018, 6, 1)) is None
