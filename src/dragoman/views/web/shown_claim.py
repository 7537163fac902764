"""A claim on a page: who says what, in which words of which sentence, and by which rule it was read."""

import msgspec

from dragoman.model.diary import ClaimEntry, EventEntry
from dragoman.views.cli.days import write_near
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import name_of
from dragoman.views.cli.standing import condition_of, said_on
from dragoman.views.cli.told import write_chain, write_holder, write_manner, write_stand


class ShownClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim's words. ``before`` and ``after`` are what its sentence has around ``quote``.

    ``weight`` is ``because`` for one that the status rests on, ``against`` for one that says otherwise, else empty.
    """

    id: str
    day: str
    holder: str
    actor: str | None
    manner: str
    told: str
    tone: str
    before: str
    quote: str
    after: str
    chain: str
    report: str
    report_key: str | None
    start: int
    rule: str
    weight: str = ""


def show_claim(claim: ClaimEntry, page: Page, *, event: EventEntry | None = None) -> ShownClaim:
    """Makes what a page shows of a claim; with its event also what it weighs."""
    before, after = around(claim)
    return ShownClaim(
        id=claim.id,
        day=write_near(said_on(claim), page, dated=True),
        holder=write_holder(claim, page),
        actor=next((link.id or link.name for link in claim.chain[-1:] if link.type != "outlet"), None),
        manner=page.join(*write_manner(claim, page)),
        told=page.join(*write_stand(claim, page, None if event is None else condition_of(claim, event))),
        tone=name_of(claim.status),
        before=before,
        quote=claim.quote,
        after=after,
        chain=write_chain(claim, page),
        report=claim.report,
        report_key=claim.report_key,
        start=claim.start,
        rule=claim.rule,
        weight="" if event is None else _weight(claim, event),
    )


def around(claim: ClaimEntry) -> tuple[str, str]:
    """Gives what the sentence has before and after the claim's words, by their place in the report."""
    if claim.sentence is None or claim.sentence_start is None:
        return "", ""
    at = claim.start - claim.sentence_start
    end = at + len(claim.quote)
    if at < 0 or claim.sentence[at:end] != claim.quote:
        return "", ""
    return claim.sentence[:at], claim.sentence[end:]


def _weight(claim: ClaimEntry, event: EventEntry) -> str:
    if claim.id in event.because:
        return "because"
    return "against" if claim.id in event.dissents else ""
