"""Gold and readings made by hand for the tests of scoring: one report, one event, and what each may get wrong."""

import hashlib
from typing import Any

import msgspec

from dragoman.corridor.evaluate.gold import GoldLink, GoldReport
from dragoman.corridor.evaluate.report import Outcome, Told
from dragoman.corridor.resolve import Resolved
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.event import Anchor, Event
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention, Party, ReadEvent, Reading, ReadQuote
from dragoman.model.report import Report
from dragoman.model.when import When

TEXT = "De top gaat niet door, zei Trump. 'Jammer', vond Moon."
WHOLE = "De top gaat niet door"


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def gold_link(name: str, type_: str = "person", state: str | None = "US") -> GoldLink:
    return GoldLink(id=None, name=name, type=type_, state=state, evidentiality="reported")


def gold_event(**changes: Any) -> dict[str, Any]:
    event = {
        "key": "summit",
        "kind": "summit",
        "also_kinds": ["meeting"],
        "label": "Summit",
        "parties": [{"id": None, "name": "Donald Trump", "type": "person", "state": "US"}],
        "place": "Singapore",
        "alternatives": [],
        "when": {"edtf": "2018-06-12"},
        "status": "cancelled",
        "also": ["doubtful"],
        "optional": False,
        "history": [
            {
                "status": "cancelled",
                "stance": "asserts",
                "certainty": "certain",
                "chain": [msgspec.to_builtins(gold_link("Donald Trump"))],
                "quote": WHOLE,
                **span(WHOLE),
            }
        ],
    }
    return event | changes


def gold(*events: dict[str, Any]) -> GoldReport:
    made = {
        "id": "one",
        "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "published_true": "2018-05-24",
        "events": events or [gold_event()],
        "quotes": [{"speaker": "Moon Jae-in", "direct": True, "quote": "Jammer", **span("Jammer")}],
        "dates": [],
    }
    return msgspec.convert(made, GoldReport)


def read_event(**changes: Any) -> Event:
    fields: dict[str, Any] = {
        "anchor": Anchor(report="one", start=3, end=6),
        "kind": "meeting",
        "parties": (Party(actor=Actor(id="x", name="Donald Trump", type="person", state="US")),),
        "place": Place(name="Singapore"),
        "when": When(edtf="2018-06-12"),
    }
    return Event(**(fields | changes))


def read_claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "id": "c",
        "report": "one",
        "status": "cancelled",
        "stance": "asserts",
        "certainty": "certain",
        "chain": (
            Link(name="Blad", type="outlet", evidentiality="own"),
            Link(name="Donald Trump", type="person", evidentiality="reported"),
        ),
        "quote": WHOLE,
        "rule": "test",
        **span(WHOLE),
    }
    return Claim(**(fields | changes))


def told(
    *,
    events: tuple[Event, ...] = (read_event(),),
    claims: tuple[Claim, ...] = (read_claim(),),
    status: Any = "cancelled",
) -> Told:
    mention = EventMention(text="top", rule="test", **span("top"))
    speaker = Link(name="Moon Jae-in", type="person", evidentiality="quoted")
    reading = Reading(
        report="one",
        version="test",
        events=tuple(ReadEvent(kind=event.kind, mentions=(mention,)) for event in events),
        quotes=(ReadQuote(direct=True, speakers=(speaker,), **span("Jammer")),),
    )
    resolved = Resolved(
        report=Report(key="one", id="one", text=TEXT),
        reading=reading,
        days=frozenset(),
        published=None,
        whens=(),
        events=events,
        claims=tuple((0, claim) for claim in claims),
    )
    return Told(resolved=resolved, statuses=tuple(status for _ in events))


def share(outcome: Outcome, name: str) -> float | None:
    right, of = outcome.counts.get(name, (0, 0))
    return right / of if of else None


def via(name: str) -> Link:
    return Link(name=name, type="person", evidentiality="reported")


def state(code: str) -> Party:
    return Party(actor=Actor(id=code, name=code, type="state", state=code))
