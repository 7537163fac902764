"""Where an event stands at some point of its story, and which statuses oppose each other."""

import msgspec

from dragoman.events.verdict.weigh import Weighed, Weight
from dragoman.model.vocabulary import Status

REOPENED = "verdict.reopened"
SAME_DAY = "verdict.same-day-reversal"

OFF: frozenset[Status] = frozenset({"cancelled", "postponed", "suspended", "refused", "denied", "not-held"})
"""Statuses in which the event does not go on, as things stand."""

HAPPENED: frozenset[Status] = frozenset({"held", "ongoing", "not-held"})
"""What happened is no party's to decide: whoever stands behind it may tell it."""

GRAVITY: tuple[Status, ...] = (
    "held",
    "not-held",
    "ongoing",
    "cancelled",
    "denied",
    "refused",
    "postponed",
    "suspended",
    "doubtful",
    "conditional",
    "confirmed",
    "planned",
    "mooted",
    "unknown-after-date",
)
"""Statuses, from the one that changes most to the one that changes least."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where the event stands at some point of its story.

    ``trigger`` is the claim that brought it there, ``backing`` it and all that said the same since, ``off``
    what had called it off before it was reopened. ``past`` are the statuses that it had before, ``agreed``
    the keys of the holders that had agreed to it, ``called_off`` of those that had called it off (``own`` for
    a report's own voice). ``rule`` is empty where a latest claim simply stands.
    """

    status: Status
    trigger: Weighed
    weight: Weight
    backing: tuple[Weighed, ...]
    rule: str = ""
    off: tuple[Weighed, ...] = ()
    previous: Status | None = None
    past: frozenset[Status] = frozenset()
    agreed: frozenset[str] = frozenset()
    called_off: frozenset[str] = frozenset()
    contested: bool = False


def opposite(status: Status, other: Status) -> bool:
    """Tells whether one status has the event on and the other off.

    >>> opposite("planned", "cancelled"), opposite("planned", "doubtful")
    (True, False)
    """
    return (status in OFF) != (other in OFF)
