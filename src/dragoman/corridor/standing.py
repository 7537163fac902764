"""Where a gathered event stands on a day, and its entry in the diary."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from dragoman.corridor.entries import claim_entry, maybe_when, party_entry, place_entry, spoken_languages, when_entry
from dragoman.corridor.view import Gathered, View
from dragoman.events.crosswalk import iptc_code
from dragoman.events.label import label_event
from dragoman.events.verdict import give_verdict, voices
from dragoman.ledger.anchors import anchor_key
from dragoman.model.claim import Claim
from dragoman.model.diary import EventEntry, LinkEntry
from dragoman.model.event import Event
from dragoman.model.verdict import Verdict
from dragoman.reports.copies import find_copies

ENGLISH = "en"
OWN_WORDS = frozenset({"performed", "quoted"})


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An event with the claims that count and the verdict they give."""

    gathered: Gathered
    claims: tuple[Claim, ...]
    verdict: Verdict

    @property
    def event(self) -> Event:
        """Is the event."""
        return self.gathered.event


def stand(gathered: Gathered, *, day: date, takes: Callable[[Claim], bool] | None = None) -> Standing | None:
    """Gives where an event stands on a day; with ``takes``, by those claims alone. None where no claim counts."""
    event = gathered.event
    verdict = give_verdict(
        gathered.claims, parties=event.parties, as_of=day, when=event.when, kind=event.kind, according_to=takes
    )
    if verdict is None:
        return None
    claims = gathered.claims if takes is None else tuple(claim for claim in gathered.claims if takes(claim))
    return Standing(gathered=gathered, claims=claims, verdict=verdict)


def event_entry(standing: Standing, *, view: View) -> EventEntry:
    """Gives the entry of an event, its history in the order in which things were said."""
    event, verdict, key = standing.event, standing.verdict, standing.gathered.key
    labels = {language: label_event(event, language=language) for language in spoken_languages()}
    return EventEntry(
        id=_id(key, view),
        kind=event.kind,
        nature=event.nature,
        label=label_event(event, language=ENGLISH),
        labels=labels,
        parties=tuple(party_entry(party) for party in event.parties),
        place=None if event.place is None else place_entry(event.place),
        when=when_entry(event.when),
        moved_from=tuple(when_entry(when) for when in event.moved_from),
        status=verdict.status,
        since=maybe_when(verdict.since),
        previous=verdict.previous,
        rule=verdict.rule,
        because=verdict.because,
        dissents=verdict.dissents,
        contested=verdict.contested,
        certainty=verdict.certainty,
        iptc=iptc_code(verdict, own_words=_in_own_words(standing)),
        background=event.background,
        outcome=event.outcome,
        alternatives=tuple(place_entry(place) for place in event.alternatives),
        links=tuple(_links(event, view)),
        history=tuple(
            claim_entry(claim, view.resolved(claim.report).report) for claim in sorted(standing.claims, key=said_order)
        ),
        reports=len({claim.report for claim in standing.claims}),
        voices=voices(standing.claims, copies=_copies(standing, view)),
        ordinal=event.ordinal,
        by=verdict.by,
        aliases=view.ids.aliases(key),
    )


def _copies(standing: Standing, view: View) -> dict[str, str]:
    """Gives the copies among the reports that tell of an event: one agency text is one voice, however many carry it."""
    keys = dict.fromkeys(claim.report for claim in standing.claims)
    return find_copies(view.resolved(key).report for key in keys) if len(keys) > 1 else {}


def said_order(claim: Claim) -> tuple[date, date, str, int, str]:
    """Orders claims by when they were said, or else published; of one day by report and place."""
    published = date.min if claim.published is None else claim.published.latest or date.min
    said = None if claim.said is None else claim.said.latest
    return said or published, published, claim.report, claim.start, claim.id


def _id(key: str, view: View) -> str:
    """Gives the id that is shown; an event of a ledger that is being settled may have none yet."""
    return view.ids.of(key) or ""


def _in_own_words(standing: Standing) -> bool:
    because = [claim for claim in standing.claims if claim.id in standing.verdict.because]
    return any(claim.holder is not None and claim.holder.evidentiality in OWN_WORDS for claim in because)


def _links(event: Event, view: View) -> Iterator[LinkEntry]:
    """Gives the links to events that are known on the day, each once."""
    anchors = {anchor_key(link.to) for link in event.links}
    own = anchor_key(event.anchor)
    events = view.ids.events_at({own, *anchors}) if anchors else {}
    found: dict[tuple[str, str], LinkEntry] = {}
    for link in event.links:
        other = events.get(anchor_key(link.to))
        if other is not None and events.get(own) != other:
            entry = LinkEntry(type=link.type, event=_id(other, view), claim=link.claim)
            found.setdefault((entry.type, entry.event), entry)
    yield from found.values()
