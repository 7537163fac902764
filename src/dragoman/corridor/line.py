"""Tells what one report claims, on its own, as a line of ``read --json``."""

import msgspec

from dragoman.corridor.entries import (
    act_entries,
    claim_entry,
    maybe_when,
    party_entry,
    place_entry,
    quote_entries,
    spoken_languages,
)
from dragoman.corridor.resolve import Resolved, own_days, resolve_held
from dragoman.events.label import label_event
from dragoman.ledger.fetch import Held
from dragoman.model.claim import Claim
from dragoman.model.line import ActorEntry, DateEntry, Line, ToldClaimEntry
from dragoman.model.reading import Reading
from dragoman.model.report import Report


def tell_report(report: Report, reading: Reading) -> Line:
    """Tells what a report claims, by its own words alone: its day is narrowed by no other report."""
    held = Held(report=report, reading=reading)
    return tell_resolved(resolve_held(held, days=own_days(held).days))


def tell_resolved(told: Resolved) -> Line:
    """Tells what a report claims, its day and all that hangs on it as far as they are known."""
    report, reading = told.report, told.reading
    return Line(
        id=report.id,
        key=report.key,
        outlet=report.outlet,
        language=report.language,
        published=maybe_when(told.published),
        dates=_dates(told),
        actors=_actors(reading),
        claims=tuple(_claim(told, place, claim) for place, claim in told.claims),
        acts=tuple(act_entries(told)),
        quotes=tuple(quote_entries(told)),
        title=report.title,
        version=reading.version,
    )


def _dates(told: Resolved) -> tuple[DateEntry, ...]:
    return tuple(
        DateEntry(start=date.start, end=date.end, text=date.text, edtf=when.edtf, reason=when.reason, rule=date.rule)
        for date, when in zip(told.reading.dates, told.whens, strict=True)
    )


def _actors(reading: Reading) -> tuple[ActorEntry, ...]:
    return tuple(
        ActorEntry(
            start=each.start,
            end=each.end,
            text=each.text,
            name=each.actor.name,
            id=each.actor.id,
            type=each.actor.type,
            state=each.actor.state,
        )
        for each in reading.actors
    )


def _claim(told: Resolved, place: int, claim: Claim) -> ToldClaimEntry:
    event = told.events[place]
    entry = claim_entry(claim, told.report)
    fields = {**msgspec.structs.asdict(entry), "when": maybe_when(claim.when or event.when)}
    return ToldClaimEntry(
        **fields,
        event=place,
        kind=event.kind,
        label=label_event(event, language="en"),
        labels={language: label_event(event, language=language) for language in spoken_languages()},
        parties=tuple(party_entry(party) for party in event.parties),
        place=None if event.place is None else place_entry(event.place),
    )
