"""The verdict, put together: the story's end, days gone by, because, dissents and certainty."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dragoman.events.verdict.days import counts, said_days, said_when, surely_later
from dragoman.events.verdict.holders import takes_in
from dragoman.events.verdict.passed import has_passed, last_day
from dragoman.events.verdict.stance import CALLED_OFF, IN_DOUBT
from dragoman.events.verdict.standing import GRAVITY, HAPPENED, REOPENED, Standing, opposite
from dragoman.events.verdict.story import tell_story
from dragoman.events.verdict.weigh import Weighed, Weight, weigh_claims
from dragoman.model.actor import Actor
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import CERTAINTIES, Certainty, Kind, Status
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

LATEST_OF_HOLDER = "verdict.latest-of-holder"
PARTY_OVER_BYSTANDER = "verdict.party-over-bystander"
OWN_OVER_HEARSAY = "verdict.own-over-hearsay"
HEARSAY_ONLY = "verdict.hearsay-only"
UNCONFIRMED = "verdict.unconfirmed"
PASSED = "verdict.passed"

HolderFilter = Callable[[Claim], bool]
"""Which claims count as somebody's."""


def give_verdict(
    claims: Sequence[Claim],
    *,
    parties: Sequence[Party],
    as_of: date,
    when: When | None,
    kind: Kind,
    according_to: Actor | HolderFilter | None = None,
    exactly: bool = False,
) -> Verdict | None:
    """Gives where an event stands as of a day, by the rules of the reference page on verdicts.

    ``when`` is the event's date as known by that day. ``according_to`` lets one actor's claims alone count
    (a state takes in all who speak for it, unless ``exactly``), and then a later claim simply outweighs an
    earlier one. None where no claim counts. Neither the order of ``claims`` nor one published after the
    day changes the answer.
    """
    unique = {claim.id: claim for claim in claims if counts(claim, as_of=as_of)}
    visible = tuple(unique[key] for key in sorted(unique))
    if according_to is not None:
        theirs = _filter(according_to, exactly=exactly)
        visible = tuple(claim for claim in visible if theirs(claim))
    told = weigh_claims(visible, parties=parties, when=when, as_of=as_of)
    standing = tell_story(told) if according_to is None else _one_voice(told)
    if standing is None:
        return _unconfirmed(visible)
    verdict = _verdict(standing, told)
    lasts_days = load_kinds().entry(kind).lasts_days
    return _overtaken(verdict, standing, when=when, lasts_days=lasts_days, as_of=as_of)


def _filter(according_to: Actor | HolderFilter, *, exactly: bool) -> HolderFilter:
    if isinstance(according_to, Actor):
        return lambda claim: takes_in(according_to, claim, exactly=exactly)
    return according_to


def _one_voice(told: Sequence[Weighed]) -> Standing | None:
    """Gives where one actor leaves the event, by its last day (rule verdict.latest-of-holder)."""
    latest: list[Weighed] = [one for one in told if one.order == told[-1].order]
    if not latest:
        return None
    status = min((one.status for one in latest), key=_commitment)
    backing = tuple(one for one in latest if one.status == status)
    earlier = [one.status for one in told if one.order < told[-1].order and one.status != status]
    trigger = _first_of_run(told, status)
    return Standing(
        status=status,
        trigger=trigger,
        weight=trigger.weight,
        backing=backing,
        previous=earlier[-1] if earlier else None,
        contested=any(opposite(one.status, status) for one in latest),
    )


def _commitment(status: Status) -> tuple[bool, int]:
    """Orders what one actor says on one day: what is off or over first, then what binds most."""
    binding: tuple[Status, ...] = ("confirmed", "planned", "conditional", "doubtful", "mooted")
    return (status in binding, binding.index(status) if status in binding else GRAVITY.index(status))


def _first_of_run(told: Sequence[Weighed], status: Status) -> Weighed:
    """Gives the claim since which the actor has said nothing else."""
    days = sorted({one.order for one in told}, reverse=True)
    first = next(one for one in reversed(told) if one.status == status)
    for day in days:
        same = [one for one in told if one.order == day and one.status == status]
        if not same:
            return first
        first = same[0]
    return first


def _unconfirmed(visible: Sequence[Claim]) -> Verdict | None:
    """Gives the verdict where all that is said is that nobody confirms it: not confirming an end leaves the plan."""
    silent = [claim for claim in visible if claim.stance == "unconfirmed"]
    if not silent:
        return None
    planned = all(claim.status in CALLED_OFF | IN_DOUBT for claim in silent)
    because = tuple(claim.id for claim in silent)
    return Verdict(status="planned" if planned else "mooted", rule=UNCONFIRMED, because=because, certainty="unknown")


def _verdict(standing: Standing, told: Sequence[Weighed]) -> Verdict:
    because = _because(standing)
    dissents = tuple(one for one in _latest_of_each(told) if _dissents(standing, one, because))
    newer_hearsay = any(one.weight is Weight.HEARSAY and _is_newer(one, standing) for one in dissents)
    return Verdict(
        status=standing.status,
        rule=standing.rule or _rule(standing, dissents),
        since=said_when(standing.trigger.claim),
        previous=standing.previous,
        because=tuple(one.claim.id for one in because),
        dissents=tuple(one.claim.id for one in dissents),
        contested=standing.contested or newer_hearsay,
        certainty=_least_certain(because),
        by=_by(standing),
    )


def _because(standing: Standing) -> tuple[Weighed, ...]:
    """Gives the claims that carry the status: what made it so, and who of no less weight says so last."""
    if standing.rule == REOPENED:
        return (*standing.off, *standing.backing)
    return tuple(one for one in standing.backing if one.weight >= standing.weight or one is standing.trigger)


def _latest_of_each(told: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Gives each holder's last claims, firm and by hearsay apart (rule verdict.latest-of-holder)."""

    def outweighed(one: Weighed) -> bool:
        return any(
            other.holder.key == one.holder.key
            and (other.weight is Weight.HEARSAY) == (one.weight is Weight.HEARSAY)
            and other.order > one.order
            and surely_later(other.claim, one.claim)
            for other in told
        )

    return tuple(one for one in told if not outweighed(one))


def _dissents(standing: Standing, one: Weighed, because: Sequence[Weighed]) -> bool:
    """Tells whether a claim speaks against the status and is not merely older than it."""
    if one in because or surely_later(standing.trigger.claim, one.claim):
        return False
    if standing.status in HAPPENED or standing.status == "confirmed":
        return opposite(one.status, standing.status) or (standing.status == "confirmed" and one.status == "doubtful")
    if {one.status, standing.status} <= {"mooted", "planned", "confirmed"}:
        return False
    return one.status != standing.status


def _is_newer(one: Weighed, standing: Standing) -> bool:
    return opposite(one.status, standing.status) and surely_later(one.claim, standing.trigger.claim)


def _rule(standing: Standing, dissents: Sequence[Weighed]) -> str:
    """Gives the rule that decided between what was said."""
    weights = {one.weight for one in dissents}
    if standing.weight is Weight.HEARSAY:
        return HEARSAY_ONLY
    if standing.weight is Weight.PARTY and weights:
        return PARTY_OVER_BYSTANDER
    if Weight.HEARSAY in weights:
        return OWN_OVER_HEARSAY
    return LATEST_OF_HOLDER


def _least_certain(because: Sequence[Weighed]) -> Certainty:
    return max((one.claim.certainty for one in because), key=CERTAINTIES.index, default="unknown")


def _by(standing: Standing) -> tuple[str, ...]:
    """Names whose claims made it so: who called it off and who opened it again, or who says so."""
    made = (*standing.off, standing.trigger) if standing.rule == REOPENED else _because(standing)
    return tuple(dict.fromkeys(one.holder.name for one in made))


def _overtaken(verdict: Verdict, standing: Standing, *, when: When | None, lasts_days: int, as_of: date) -> Verdict:
    """Gives the verdict, or that the day has passed without word of what happened."""
    since = said_days(standing.trigger.claim)[1]
    begun = None if since == date.min else since
    if not has_passed(verdict.status, when=when, since=begun, lasts_days=lasts_days, as_of=as_of):
        return verdict
    last = last_day(verdict.status, when=when, since=begun, lasts_days=lasts_days)
    day = None if last is None else When.from_days([last + timedelta(days=1)])
    return Verdict(
        status="unknown-after-date",
        rule=PASSED,
        since=day,
        previous=verdict.status,
        because=verdict.because,
        dissents=verdict.dissents,
        contested=verdict.contested,
        certainty=verdict.certainty,
    )
