"""How heavy a claim is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from dragoman.events.verdict.weigh import Weight, heaviness, weigh_claims
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.when import When

CHILE = Actor(id="Q2", name="Chile", type="state", state="CL")
BY_CHILE = Link(name="Chile", id="Q2", type="state", state="CL", evidentiality="reported")
BY_PERU = Link(name="Peru", id="Q3", type="state", state="PE", evidentiality="reported")
BY_PAPER = Link(name="De Gids", type="outlet", evidentiality="own")
RUMOUR = Link(name="De Gids", type="outlet", evidentiality="hearsay")


@dataclass
class Told:
    day: int
    status: str
    link: Link = BY_PAPER
    more: dict[str, Any] | None = None

    def claim(self) -> Claim:
        published = When.parse(f"2018-05-{self.day:02}")
        fields: dict[str, Any] = {"stance": "asserts", "certainty": "certain", **(self.more or {})}
        return Claim(
            id=f"cl_{self.day}{self.status}",
            report=f"r{self.day}",
            status=self.status,  # type: ignore[arg-type]
            chain=(self.link,),
            start=0,
            end=1,
            quote="x",
            rule="nl.x",
            published=published,
            **fields,
        )


@pytest.mark.parametrize(
    ("link", "weight"),
    [(BY_CHILE, Weight.PARTY), (BY_PERU, Weight.BYSTANDER), (BY_PAPER, Weight.OWN), (RUMOUR, Weight.HEARSAY)],
)
def test_weight_hangs_on_who_says_it(link: Link, weight: Weight) -> None:
    assert heaviness(Told(1, "planned", link).claim(), parties=[Party(actor=CHILE)]) is weight


def weigh(*told: Told) -> list[tuple[str, bool]]:
    claims = [one.claim() for one in told]
    weighed = weigh_claims(claims, parties=[Party(actor=CHILE)], when=None, as_of=date(2018, 6, 1))
    return [(one.claim.id, one.new_date) for one in weighed]


def test_claims_come_in_the_order_in_which_they_were_said() -> None:
    assert [name for name, _ in weigh(Told(3, "planned"), Told(1, "mooted"))] == ["cl_1mooted", "cl_3planned"]


def test_what_its_holder_took_back_is_left_out() -> None:
    back = Told(2, "cancelled", BY_PAPER, {"stance": "retracts"})
    assert weigh(Told(1, "cancelled"), back) == []
    assert [name for name, _ in weigh(Told(1, "cancelled", BY_CHILE), back)] == ["cl_1cancelled"]


def test_a_date_nobody_gave_before_is_new() -> None:
    june, july = When.parse("2018-06-12"), When.parse("2018-07-01")
    told = [
        Told(1, "planned", BY_PAPER, {"when": june}),
        Told(2, "planned", BY_PAPER, {"when": june}),
        Told(3, "planned", BY_PAPER, {"when": july}),
        Told(4, "planned", BY_PAPER, {"when": july, "moved_from": june}),
    ]
    assert [new for _, new in weigh(*told)] == [False, False, True, True]
