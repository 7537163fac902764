"""How heavy a claim is: a party's word, the report's own voice, a bystander's word, hearsay."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum

import msgspec

from dragoman.events.verdict.days import said_days, surely_later
from dragoman.events.verdict.holders import Holder, holder_of, is_hearsay, is_own_voice, is_party, names_by_id
from dragoman.events.verdict.stance import amounts_to
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

MANY_SIDES = 3
"""From so many sides on, one that stays away is absent and the event goes on."""


class Weight(IntEnum):
    """What a claim weighs, from light to heavy."""

    HEARSAY = 0
    BYSTANDER = 1
    OWN = 2
    PARTY = 3


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the status it amounts to, its weight, and who holds it.

    ``days`` are the first and last day it can have been said. ``new_date`` tells that it gives the event
    a day that no claim said before it gave.
    """

    claim: Claim
    status: Status
    weight: Weight
    holder: Holder
    days: tuple[date, date]
    new_date: bool = False

    @property
    def order(self) -> tuple[date, date]:
        """Is the place in the story: by the day on which it had certainly been said."""
        return self.days[1], self.days[0]


def weigh_claims(
    claims: Sequence[Claim], *, parties: Sequence[Party], when: When | None, as_of: date
) -> tuple[Weighed, ...]:
    """Gives the claims that speak for a status, weighed and in the order in which they were said.

    What was taken back is left out, and so is one side's refusal where many take part: that is an absence.
    """
    names = names_by_id(claims, parties)
    kept = _not_taken_back(claims, names=names)
    weighed = (_weigh(claim, parties=parties, when=when, as_of=as_of, names=names) for claim in kept)
    many = len({party.actor.state or party.actor.id for party in parties}) >= MANY_SIDES
    told = [one for one in weighed if one is not None and not (many and one.status == "refused")]
    told.sort(key=lambda one: (one.order, one.claim.id))
    return tuple(_with_new_date(one, told) for one in told)


def heaviness(claim: Claim, *, parties: Sequence[Party]) -> Weight:
    """Gives a claim's weight by rules verdict.party-over-bystander and verdict.own-over-hearsay."""
    if is_hearsay(claim):
        return Weight.HEARSAY
    if is_party(claim.holder, parties):
        return Weight.PARTY
    return Weight.OWN if is_own_voice(claim) else Weight.BYSTANDER


def _weigh(
    claim: Claim, *, parties: Sequence[Party], when: When | None, as_of: date, names: Mapping[str, str]
) -> Weighed | None:
    weight = heaviness(claim, parties=parties)
    status = amounts_to(claim, party=weight is Weight.PARTY, when=when, as_of=as_of)
    if status is None:
        return None
    holder = holder_of(claim, names=names)
    return Weighed(claim=claim, status=status, weight=weight, holder=holder, days=said_days(claim))


def _not_taken_back(claims: Sequence[Claim], *, names: Mapping[str, str]) -> tuple[Claim, ...]:
    """Leaves out what its own holder took back later, and the taking back itself."""
    back = [claim for claim in claims if claim.stance == "retracts"]

    def taken(claim: Claim) -> bool:
        return any(
            one.status == claim.status
            and holder_of(one, names=names).key == holder_of(claim, names=names).key
            and not surely_later(claim, one)
            for one in back
        )

    return tuple(claim for claim in claims if claim.stance != "retracts" and not (back and taken(claim)))


def _with_new_date(one: Weighed, told: Sequence[Weighed]) -> Weighed:
    """Marks a claim that gives a date which none before it gave, or says that the date moved."""
    claim = one.claim
    if claim.when is None or claim.when.earliest is None:
        return one
    before = (other.claim for other in told if other.order < one.order)
    former = [when for other in before for when in (other.when, other.moved_from) if when is not None and when.spans]
    new = claim.moved_from is not None or (bool(former) and not any(claim.when.compatible(when) for when in former))
    return msgspec.structs.replace(one, new_date=new)
