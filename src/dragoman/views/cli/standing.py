"""Where an event stands, in words: its status with by whom, how it came there, and who says otherwise."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from dragoman.model.diary import ClaimEntry, EventEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.model.when import When
from dragoman.views.cli.days import write_near, write_when
from dragoman.views.cli.names import call_short, holder_name, is_own_voice, join_names
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import clean_quote, quoted

MOST_STEPS = 3
MOST_DISSENTS = 3
OFF: frozenset[Status] = frozenset({"cancelled", "postponed", "refused", "denied", "suspended"})
LONGEST_DISSENT = 28


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One status on the way to where an event stands, since when, and by whose word."""

    status: Status
    day: WhenEntry | None
    by: tuple[str, ...] = ()


def is_moved(event: EventEntry) -> bool:
    """Tells whether an event that is on has another day than it had."""
    return event.status == "planned" and bool(event.moved_from) and event.when.edtf is not None


def sign_of(event: EventEntry, page: Page) -> str:
    """Gives the sign of where an event stands."""
    return page.signs.moved if is_moved(event) else page.signs.of(event.status)


def write_standing(event: EventEntry, page: Page) -> str:
    """Gives where an event stands: its status, by whom or hanging on what, or from which day it moved.

    For example ``afgelast door Trump``.
    """
    if is_moved(event):
        return page.say("moved_from", day=write_when(event.moved_from[-1], page))
    if event.status == "postponed":
        return page.say("moved_to_none")
    words, by = page.wording.statuses[event.status], _by(event)
    if words.by is not None and _only_reports_say(event):
        who = join_names((call_short(name, page) for name in by), page) or page.say("itself")
        return page.say("by_report", status=words.plain, who=who)
    hangs_on = _condition(event) if event.status == "conditional" else None
    return write_status(event.status, page, by=by, event=hangs_on)


def write_status(status: Status, page: Page, *, by: Iterable[str] = (), event: str | None = None) -> str:
    """Gives what a status is called, with by whom where the wording tells that, and on which event it hangs."""
    words = page.wording.statuses[status]
    if event is not None and words.because_of is not None:
        return words.because_of.format(event=event)
    who = join_names((call_short(name, page) for name in by), page)
    return words.by.format(who=who) if who and words.by is not None else words.plain


def write_claimed(claim: ClaimEntry, page: Page, *, event: str | None = None, sign: bool = True) -> str:
    """Gives what a claim says of its event, with the sign of the status unless it is denied or not confirmed.

    For example ``✕ afgelast``, ``niet uitgesteld``.
    """
    told = page.wording.stances[claim.stance].format(status=write_status(claim.status, page, event=event))
    return f"{page.signs.of(claim.status)} {told}" if sign and claim.stance == "asserts" else told


def write_path(event: EventEntry, page: Page) -> str:
    """Gives how an event came to stand where it does, empty when it always stood there.

    For example ``do afgelast door Trump > vr weer geopperd door Trump > za onzeker``.
    """
    steps = find_steps(event, page)
    if len(steps) < 2:  # noqa: PLR2004 - a way has two ends
        return ""
    was_off = False
    told = []
    for step in steps:
        told.append(f"{write_near(step.day, page)} {_step(step, page, again=was_off)}".strip())
        was_off = was_off or step.status in OFF
    return " > ".join(told[-MOST_STEPS:])


def find_steps(event: EventEntry, page: Page) -> list[Step]:
    """Gives the statuses that those who decide gave an event on earlier days, and where it stands at last."""
    claims = [claim for claim in _deciding(event) if said_on(claim) is not None]
    last_day = max((_latest(said_on(claim)) for claim in event.history), default=None)
    steps: list[Step] = []
    for claim in claims:
        decided = claim.id in event.because and claim.status == event.status
        if claim.stance != "asserts" or (_latest(said_on(claim)) == last_day and not decided):
            continue
        if not steps or steps[-1].status != claim.status:
            name = None if is_own_voice(claim) else holder_name(claim)
            steps.append(Step(status=claim.status, day=said_on(claim), by=() if name is None else (name,)))
    if not steps or steps[-1].status != event.status:
        steps.append(Step(status=event.status, day=_last_said(event, page), by=event.by))
    return steps


def write_dissents(event: EventEntry, page: Page) -> str:
    """Gives who says otherwise and what, empty when nobody does.

    For example ``daartegen: het bericht, "voorlopig afgelaste" · Moon: hangt af van 6b30``.
    """
    told = list(dict.fromkeys(_dissent(claim, event, page) for claim in _claims(event, event.dissents)))
    if not told:
        return ""
    more = [page.say("against_more", count=len(told) - MOST_DISSENTS)] if len(told) > MOST_DISSENTS else []
    return page.say("against", who=page.join(*told[:MOST_DISSENTS], *more))


def said_on(claim: ClaimEntry) -> WhenEntry | None:
    """Gives when a claim was said, or else published; None where no day is known of either."""
    return next((when for when in (claim.said, claim.published) if when is not None and when.edtf is not None), None)


def condition_of(claim: ClaimEntry, event: EventEntry) -> str | None:
    """Gives the event that a claim makes this one hang on, None where it names none."""
    return next((link.event for link in event.links if link.type == "condition" and link.claim == claim.id), None)


def _dissent(claim: ClaimEntry, event: EventEntry, page: Page) -> str:
    name = holder_name(claim)
    if name is None or is_own_voice(claim):
        said = quoted(clean_quote(claim.quote), page, room=LONGEST_DISSENT)
        return f"{page.say('itself') if name is None else name}, {said}"
    return f"{call_short(name, page)}: {write_claimed(claim, page, event=condition_of(claim, event), sign=False)}"


def _step(step: Step, page: Page, *, again: bool) -> str:
    words = page.wording.statuses[step.status]
    who = join_names((call_short(name, page) for name in step.by), page)
    if again and who and words.again is not None:
        return words.again.format(who=who)
    return write_status(step.status, page, by=step.by)


def _by(event: EventEntry) -> tuple[str, ...]:
    """Gives by whom: who the verdict names, or else who stands behind the claims that it rests on."""
    names = (holder_name(claim) for claim in _claims(event, event.because) if claim.status == event.status)
    return event.by or tuple(name for name in names if name is not None)


def _only_reports_say(event: EventEntry) -> bool:
    """Tells whether the status rests on reports' own voices alone: who decided it is not said."""
    return all(is_own_voice(claim) for claim in _claims(event, event.because) if claim.status == event.status)


def _condition(event: EventEntry) -> str | None:
    return next((link.event for link in event.links if link.type == "condition"), None)


def _claims(event: EventEntry, ids: Iterable[str]) -> Iterator[ClaimEntry]:
    by_id = {claim.id: claim for claim in event.history}
    return (by_id[key] for key in ids if key in by_id)


def _deciding(event: EventEntry) -> list[ClaimEntry]:
    """Gives the claims of parties and of those who speak for their states, or all where no party speaks."""
    ids = {party.id for party in event.parties}
    states = {party.state for party in event.parties if party.state is not None}
    theirs = [claim for claim in event.history if claim.chain and _is_party(claim, ids, states)]
    return theirs or list(event.history)


def _is_party(claim: ClaimEntry, ids: set[str], states: set[str]) -> bool:
    link = claim.chain[-1]
    return link.id in ids or (link.state in states and link.type not in {"outlet", "agency", "media", "unnamed"})


def _last_said(event: EventEntry, page: Page) -> WhenEntry | None:
    """Gives the day of the last word on an event, or the page's day where that is later than all."""
    said = [said_on(claim) for claim in event.history]
    dated = [when for when in said if when is not None]
    if event.status == "unknown-after-date" or not dated:
        return event.since or (None if page.day is None else WhenEntry(edtf=page.day.isoformat()))
    return max(dated, key=_latest)


def _latest(when: WhenEntry | None) -> date:
    return (None if when is None else When(edtf=when.edtf).latest) or date.min
