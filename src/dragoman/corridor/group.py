"""An event with the reports' events that it is made of, as a sweep knows it on the day it has come to."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import msgspec

from dragoman.model.claim import Claim
from dragoman.model.event import Event

Born: TypeAlias = tuple[date, str, int]
"""When an event was founded: day, report and place; of two events the elder is born first."""


class Part(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One event of one report, as a part of the event that it tells of; parts sort as the sweep went."""

    day: date
    report: str
    place: int


class Group:
    """An event by its founder's anchor.

    ``merged`` is what its parts tell together, None while that has to be worked out; ``held`` is whether it is known
    to have taken place. ``parts``, ``family`` (all founders that merged into it, with itself) and ``keys`` (with the
    day each was last told of) are empty until `Groups` has filled them, which ``is_whole`` tells.
    """

    def __init__(self, founder: str, *, born: Born, merged: Event | None = None, held: bool = False) -> None:
        self.founder = founder
        self.born = born
        self.merged = merged
        self.held = held
        self.is_whole = False
        self.parts: list[Part] = []
        self.family: set[str] = {founder}
        self.keys: dict[str, date] = {}

    @property
    def reports(self) -> set[str]:
        """Are the reports that tell of it."""
        return {part.report for part in self.parts}

    def index(self, keys: Iterable[str], day: date) -> None:
        """Notes under which keys it was told of on a day."""
        for key in keys:
            self.keys[key] = max(day, self.keys.get(key, day))

    def take_in(self, younger: "Group") -> None:
        """Takes in another event that turned out to be this one."""
        self.parts += younger.parts
        self.family |= younger.family
        self.held = self.held or younger.held
        self.merged = None
        for key, day in younger.keys.items():
            self.index([key], day)


def is_held(claims: Iterable[Claim]) -> bool:
    """Tells whether somebody who stands behind it says that the event took place."""
    return any(
        claim.status == "held"
        and claim.stance == "asserts"
        and all(link.evidentiality != "hearsay" for link in claim.chain)
        for claim in claims
    )
