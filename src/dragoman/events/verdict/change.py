"""What a claim would change, were it heavy and late enough: from each status to the next."""

from collections.abc import Callable

import msgspec

from dragoman.events.verdict.stance import AGREED, CALLED_OFF, IN_DOUBT
from dragoman.events.verdict.standing import REOPENED, Standing
from dragoman.events.verdict.weigh import Weighed, Weight
from dragoman.model.vocabulary import Status

REOPENING: frozenset[Status] = IN_DOUBT | {"mooted", "planned"}
"""What a party says of an event that was called off to open it again without confirming it."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The next status; ``reopens`` where rule verdict.reopened gives it."""

    status: Status
    reopens: bool = False

    @property
    def rule(self) -> str:
        """Is the id of the rule that made the change, empty where a later claim simply stands."""
        return REOPENED if self.reopens else ""


def change_by(standing: Standing, one: Weighed) -> Change | None:
    """Gives what a claim would change, None where the event stays as it stands."""
    if one.weight > Weight.BYSTANDER >= standing.weight and one.status != standing.status:
        return Change(status=_against_agreement(standing, one))
    if one.status in {"held", "ongoing"}:
        return _to(one.status) if standing.status not in {"held", one.status} else None
    if one.status == "not-held":
        return _to("not-held") if standing.status != "not-held" else None
    return FROM[standing.status](standing, one)


def _to(status: Status) -> Change:
    return Change(status=status)


def _from_over(_: Standing, __: Weighed) -> None:
    """What has been held, or not, is not planned again: that would be another event."""


def _from_ongoing(_: Standing, one: Weighed) -> Change | None:
    return _to(one.status) if one.status in CALLED_OFF - {"refused"} else None


def _from_cancelled(standing: Standing, one: Weighed) -> Change | None:
    """After a cancellation a party's softer words reopen it, and only firm ones put it back on."""
    if one.status in {"confirmed", "postponed"}:
        return _to(one.status)
    if one.status not in REOPENING:
        return None
    if one.weight is Weight.PARTY:
        return Change(status="doubtful", reopens=True)
    return _to(one.status) if _same_holder(standing, one) else None


def _from_postponed(_: Standing, one: Weighed) -> Change | None:
    """A new date puts it back on; to speak of the event, or of its old date, does not."""
    if one.status in {"confirmed", "cancelled"} or (one.status == "planned" and one.new_date):
        return _to(one.status)
    return _to("cancelled") if one.status == "refused" else None


def _from_suspended(_: Standing, one: Weighed) -> Change | None:
    return _to(one.status) if one.status in AGREED | {"cancelled", "postponed"} else None


def _from_refused(standing: Standing, one: Weighed) -> Change | None:
    """Only who refused can come round; others may call it off or tell that it is on after all."""
    firm = {"confirmed", "cancelled", "postponed"}
    return _to(one.status) if (_same_holder(standing, one) or one.status in firm) and one.status != "refused" else None


def _from_denied(standing: Standing, one: Weighed) -> Change | None:
    return _to(one.status) if _same_holder(standing, one) and one.status != "denied" else None


def _from_open(standing: Standing, one: Weighed) -> Change | None:
    """From an event that is still to come: calling off and doubt change it, going on as before does not."""
    status = _against_agreement(standing, one)
    if status == standing.status:
        return None
    if status in {"cancelled", "postponed", "suspended", "refused", "denied", "confirmed"}:
        return _to(status)
    if status == "mooted" or standing.rule == REOPENED:
        return None
    if status == "planned":
        return _planned_again(standing, one)
    return _to(status) if standing.status not in IN_DOUBT or _same_holder(standing, one) else None


def _planned_again(standing: Standing, one: Weighed) -> Change | None:
    """A plan lifts doubt where the doubter, or somebody heavier, speaks; it undoes a confirmation by a new date."""
    if standing.status == "confirmed":
        return _to("planned") if one.new_date else None
    lifts = _same_holder(standing, one) or one.weight > standing.weight
    return _to("planned") if standing.status == "mooted" or lifts else None


def _against_agreement(standing: Standing, one: Weighed) -> Status:
    """Whoever had agreed, and now refuses or denies, has called it off."""
    agreed = one.holder.key in standing.agreed
    return "cancelled" if agreed and one.status in {"refused", "denied"} else one.status


def _same_holder(standing: Standing, one: Weighed) -> bool:
    return one.holder.key == standing.trigger.holder.key


FROM: dict[Status, Callable[[Standing, Weighed], Change | None]] = {
    "mooted": _from_open,
    "planned": _from_open,
    "confirmed": _from_open,
    "doubtful": _from_open,
    "conditional": _from_open,
    "postponed": _from_postponed,
    "cancelled": _from_cancelled,
    "refused": _from_refused,
    "ongoing": _from_ongoing,
    "suspended": _from_suspended,
    "held": _from_over,
    "not-held": _from_over,
    "denied": _from_denied,
    "unknown-after-date": _from_open,
}
