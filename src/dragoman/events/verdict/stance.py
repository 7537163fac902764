"""What a claim amounts to: its status as its stance turns it."""

from datetime import date

from dragoman.model.claim import Claim
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

CALLED_OFF: frozenset[Status] = frozenset({"cancelled", "postponed", "suspended", "refused"})
"""Statuses that put an event off its day."""

IN_DOUBT: frozenset[Status] = frozenset({"doubtful", "conditional"})
AGREED: frozenset[Status] = frozenset({"planned", "confirmed"})


def amounts_to(claim: Claim, *, party: bool, when: When | None, as_of: date) -> Status | None:
    """Gives the status that a claim speaks for, or None when it speaks for none.

    Not confirming and taking back speak for none. "Perhaps put off" is doubt, not a new status.
    """
    if claim.stance == "denies":
        return _denied(claim, party=party, when=when, as_of=as_of)
    if claim.stance != "asserts":
        return None
    if claim.certainty == "possible" and claim.status in CALLED_OFF:
        return "doubtful"
    return claim.status


def _denied(claim: Claim, *, party: bool, when: When | None, as_of: date) -> Status | None:
    """Gives what is left when a status is denied.

    Denying that it is off or in doubt reaffirms it; only a party can confirm. That it was ever planned
    can be denied by a party alone: from others it is doubt. Denying an hour, another date or a move leaves
    the event where it was.
    """
    status = claim.status
    if status == "refused":
        return "mooted"
    if status in CALLED_OFF | IN_DOUBT:
        return "confirmed" if party else "planned"
    if status == "held":
        return "not-held" if _can_be_past(when, as_of=as_of) else None
    if status in AGREED | {"mooted"} and not _only_the_date(claim, when=when):
        return "denied" if party else "doubtful"
    return None


def _can_be_past(when: When | None, *, as_of: date) -> bool:
    return when is None or when.earliest is None or when.earliest <= as_of


def _only_the_date(claim: Claim, *, when: When | None) -> bool:
    if claim.moved_from is not None:
        return True
    if claim.when is None:
        return False
    return claim.when.time is not None or (when is not None and not claim.when.compatible(when))
