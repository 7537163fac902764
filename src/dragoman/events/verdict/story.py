"""The story of an event: what each day's claims change, in the order in which they were said."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from dragoman.events.verdict.change import Change, change_by
from dragoman.events.verdict.days import surely_later, undecided
from dragoman.events.verdict.standing import GRAVITY, HAPPENED, OFF, REOPENED, SAME_DAY, Standing, opposite
from dragoman.events.verdict.weigh import Weighed, Weight

OWN_VOICE = "own"
"""Stands for whoever it was, where a report says in its own voice that it is off."""


def tell_story(told: Sequence[Weighed]) -> Standing | None:
    """Walks through weighed claims in order and gives where the event stands at the end.

    Hearsay moves nothing that somebody stands behind; it is listened to where nobody does.
    """
    firm = [one for one in told if one.weight is not Weight.HEARSAY]
    standing: Standing | None = None
    for day in _days(firm or told):
        for group in _by_weight(day):
            standing = _after(standing, group)
    return standing


def _days(told: Sequence[Weighed]) -> Iterator[list[Weighed]]:
    for _, day in groupby(told, key=lambda one: one.order):
        yield list(day)


def _by_weight(day: Sequence[Weighed]) -> Iterator[list[Weighed]]:
    """Gives one day's claims, the heaviest first; those of one weight in the order of their hours, if said."""
    for weight in sorted({one.weight for one in day}, reverse=True):
        group = [one for one in day if one.weight is weight]
        timed = all(_hour(one) is not None for one in group)
        for _, together in groupby(sorted(group, key=_hour_first) if timed else group, key=_hour if timed else _none):
            yield list(together)


def _hour(one: Weighed) -> str | None:
    return None if one.claim.said is None else one.claim.said.time


def _hour_first(one: Weighed) -> tuple[str, str]:
    return _hour(one) or "", one.claim.id


def _none(_: Weighed) -> None:
    return None


def _after(standing: Standing | None, group: Sequence[Weighed]) -> Standing:
    """Gives the standing after claims of one day and one weight (rule verdict.same-day-reversal)."""
    if standing is None:
        return _noted(_founded(group), group)
    changes = [(change_by(standing, one), one) for one in group]
    open_changes = [(change, one) for change, one in changes if change is not None]
    allowed = [(change, one) for change, one in open_changes if _may_move(standing, one)]
    if not allowed:
        return _noted(standing, group, contested=any(_opposes_in_doubt(standing, one) for _, one in open_changes))
    change, one = min(allowed, key=lambda pair: _urgency(standing, *pair))
    contested = any(two.holder != one.holder and opposite(two.status, change.status) for two in group)
    return _noted(_moved(standing, change, one, contested=contested), group)


def _urgency(standing: Standing, change: Change, one: Weighed) -> tuple[bool, int, str]:
    """Orders changes of one day: what is off is back on when anybody confirms it, else the gravest counts."""
    confirmed = change.status == "confirmed" and standing.status in OFF
    return not confirmed, GRAVITY.index(change.status), one.claim.id


def _founded(group: Sequence[Weighed]) -> Standing:
    """Gives the first standing: the gravest of what was said first."""
    first = min(group, key=lambda one: (GRAVITY.index(one.status), one.claim.id))
    contested = any(opposite(one.status, first.status) and one.holder != first.holder for one in group)
    return Standing(
        status=first.status,
        rule=SAME_DAY if contested else "",
        trigger=first,
        weight=first.weight,
        backing=(first,),
        contested=contested,
    )


def _moved(standing: Standing, change: Change, one: Weighed, *, contested: bool) -> Standing:
    doubtful_order = undecided(one.claim, standing.trigger.claim) and one.holder != standing.trigger.holder
    rule = change.rule or (SAME_DAY if contested else "")
    return Standing(
        status=change.status,
        rule=rule,
        trigger=one,
        weight=one.weight,
        backing=(one,),
        off=standing.backing if change.reopens else (),
        previous=standing.status,
        past=standing.past | {standing.status},
        agreed=standing.agreed,
        called_off=standing.called_off,
        contested=contested or (doubtful_order and one.weight == standing.weight and not change.reopens),
    )


def _noted(standing: Standing, group: Sequence[Weighed], *, contested: bool = False) -> Standing:
    """Adds who says the same, which makes it as heavy as the heaviest of them, and who has agreed by now."""
    backing = [one for one in group if one not in standing.backing and _backs(standing, one)]
    agreed = {one.holder.key for one in group if one.status in {"planned", "confirmed"}}
    same = (one.weight for one in backing if one.status == standing.status)
    kept = [one for one in standing.backing if not _said_anew(standing, one, backing)]
    return msgspec.structs.replace(
        standing,
        weight=max((standing.weight, *same)),
        backing=(*kept, *backing),
        agreed=standing.agreed | agreed,
        called_off=standing.called_off | {_caller(one) for one in group if one.status in OFF},
        contested=standing.contested or contested,
    )


def _said_anew(standing: Standing, one: Weighed, later: Sequence[Weighed]) -> bool:
    """Tells whether the same holder has put what reopened the event in later words (rule verdict.latest-of-holder)."""
    return standing.rule == REOPENED and any(
        two.holder == one.holder and surely_later(two.claim, one.claim) for two in later
    )


def _backs(standing: Standing, one: Weighed) -> bool:
    if standing.rule == REOPENED:
        return one.weight is Weight.PARTY and one.status not in OFF
    return one.status == standing.status or (standing.status == "confirmed" and one.status == "planned")


def _may_move(standing: Standing, one: Weighed) -> bool:
    """Tells whether a claim is heavy enough, and late enough, to change where the event stands."""
    if one.status in HAPPENED:
        return True
    if _is_retold(standing, one):
        return False
    if standing.rule == REOPENED:
        return one.weight is Weight.PARTY
    if one.weight >= standing.weight:
        return not _continues_in_doubt(standing, one)
    if one.weight is Weight.BYSTANDER and standing.weight is Weight.PARTY:
        return False
    return _is_news(standing, one) and all(
        surely_later(one.claim, other.claim) for other in standing.backing if other.weight > one.weight
    )


def _is_retold(standing: Standing, one: Weighed) -> bool:
    """Tells whether a claim only tells again how it had been called off: "a week after he called it off"."""
    link = one.claim.holder
    in_own_words = link is not None and link.evidentiality == "quoted"
    if one.status not in OFF & standing.past or one.claim.said is not None or in_own_words:
        return False
    return bool(standing.called_off & {_caller(one), OWN_VOICE}) or one.weight is Weight.OWN


def _caller(one: Weighed) -> str:
    """Gives who called it off; a report's own voice does not say who did."""
    return OWN_VOICE if one.weight is Weight.OWN else one.holder.key


def _is_news(standing: Standing, one: Weighed) -> bool:
    """Tells a later turn from a retelling: the event never stood so before, or a day is given to it."""
    return one.status not in standing.past or one.claim.said is not None


def _continues_in_doubt(standing: Standing, one: Weighed) -> bool:
    """Tells whether a claim only goes on as before a turn, and may have been made before that turn."""
    if standing.previous is None or one.holder == standing.trigger.holder:
        return False
    goes_on = not opposite(one.status, standing.previous) and opposite(one.status, standing.status)
    return goes_on and undecided(one.claim, standing.trigger.claim)


def _opposes_in_doubt(standing: Standing, one: Weighed) -> bool:
    return one.weight == standing.weight and _continues_in_doubt(standing, one)
