"""Turns nouns into entries of the diary's JSON: names in every language of the interface, days as EDTF."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dragoman.corridor.resolve import Resolved
from dragoman.corridor.sentence import sentence_around
from dragoman.events.label import name_actor
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.diary import (
    ActEntry,
    ChainEntry,
    ClaimEntry,
    PartyEntry,
    PlaceEntry,
    QuoteEntry,
    ReportEntry,
    WhenEntry,
)
from dragoman.model.mention import Place
from dragoman.model.reading import Party, ReadAct, ReadQuote
from dragoman.model.report import Report
from dragoman.model.when import When
from dragoman.packs.load import load_actors, load_kinds


@cache
def spoken_languages() -> tuple[str, ...]:
    """Gives the languages that events can be labelled in, sorted."""
    return tuple(sorted(load_kinds().kinds.forms))


def when_entry(when: When | None) -> WhenEntry:
    """Gives a date as shown; empty for one of which nothing was said."""
    if when is None:
        return WhenEntry()
    return WhenEntry(
        edtf=when.edtf,
        earliest=None if when.earliest is None else when.earliest.isoformat(),
        latest=None if when.latest is None else when.latest.isoformat(),
        text=when.text,
        time=when.time,
        zone=when.zone,
        reason=when.reason,
    )


def maybe_when(when: When | None) -> WhenEntry | None:
    """Gives a date as shown, or None for one that there is not."""
    return None if when is None else when_entry(when)


def report_entry(report: Report, published: When | None) -> ReportEntry:
    """Gives what is shown of a report, with what is known of its day."""
    return ReportEntry(
        id=report.id,
        key=report.key,
        outlet=report.outlet,
        language=report.language,
        published=maybe_when(published),
        title=report.title,
        added=None if report.added is None else report.added.isoformat(),
    )


def place_entry(place: Place) -> PlaceEntry:
    """Gives a place with its names."""
    return PlaceEntry(name=place.name, country=place.country, id=place.id, labels=_place_names().get(place.name, {}))


def party_entry(party: Party) -> PartyEntry:
    """Gives a party with its names."""
    actor = party.actor
    return PartyEntry(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        state=actor.state,
        role=party.role,
        attendance=party.attendance,
        labels=actor_names(actor),
    )


def actor_names(actor: Actor) -> dict[str, str]:
    """Gives what an actor is called in each language of the interface."""
    return {language: name_actor(actor, language=language) for language in spoken_languages()}


def link_entry(link: Link) -> ChainEntry:
    """Gives a link of a source chain."""
    actor = Actor(id=link.id or "", name=link.name, type="person", state=link.state)
    return ChainEntry(
        name=link.name,
        type=link.type,
        state=link.state,
        evidentiality=link.evidentiality,
        start=link.start,
        end=link.end,
        id=link.id,
        speaks_for=link.speaks_for,
        cue=link.cue,
        labels=actor_names(actor),
    )


def claim_entry(claim: Claim, report: Report) -> ClaimEntry:
    """Gives a claim with the sentence it stands in."""
    sentence = sentence_around(report.text, claim.start, claim.end)
    return ClaimEntry(
        id=claim.id,
        said=maybe_when(claim.said),
        published=maybe_when(claim.published),
        status=claim.status,
        stance=claim.stance,
        certainty=claim.certainty,
        chain=tuple(link_entry(link) for link in claim.chain),
        when=maybe_when(claim.when),
        reason=claim.reason,
        report=report.id,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        rule=claim.rule,
        moved_from=maybe_when(claim.moved_from),
        score=claim.score,
        sentence_start=sentence.start,
        sentence=sentence.text,
        report_key=report.key,
        retold=claim.retold,
    )


def act_entries(told: Resolved) -> Iterable[ActEntry]:
    """Gives the acts that a report tells of."""
    return (_act(act, told.report) for act in told.reading.acts)


def _act(act: ReadAct, report: Report) -> ActEntry:
    return ActEntry(
        kind=act.kind,
        actor=_as_parties(act.actors),
        recipient=_as_parties(act.recipients),
        chain=tuple(link_entry(link) for link in act.chain),
        certainty=act.certainty,
        report=report.id,
        start=act.start,
        end=act.end,
        quote=report.text[act.start : act.end],
        rule=act.rule,
        report_key=report.key,
    )


def _as_parties(actors: Sequence[Actor]) -> tuple[PartyEntry, ...]:
    return tuple(party_entry(Party(actor=actor)) for actor in actors)


def quote_entries(told: Resolved) -> Iterable[QuoteEntry]:
    """Gives the quotes of a report, one for each of those who speak together."""
    for quote in told.reading.quotes:
        speakers: list[str | None] = [link.name for link in quote.speakers]
        for speaker in speakers or [None]:
            yield _quote(quote, speaker, told.report)


def _quote(quote: ReadQuote, speaker: str | None, report: Report) -> QuoteEntry:
    return QuoteEntry(
        speaker=speaker,
        via=tuple(link.name for link in quote.via),
        direct=quote.direct,
        report=report.id,
        start=quote.start,
        end=quote.end,
        quote=report.text[quote.start : quote.end],
        report_key=report.key,
    )


@cache
def _place_names() -> Mapping[str, dict[str, str]]:
    return {
        place.name: {code: names[0] for code, names in place.names.items()} for place in load_actors().places.places
    }
