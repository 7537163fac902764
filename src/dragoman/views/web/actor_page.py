"""An actor as a page: the events that it is party to, and those that it says something of."""

from collections.abc import Iterator

import msgspec

from dragoman.model.diary import Diary, EventEntry
from dragoman.views.cli.names import call_id
from dragoman.views.cli.page import Page
from dragoman.views.web.rows import Part, arrange
from dragoman.views.web.shown_claim import ShownClaim, show_claim

MOST_SAID = 50
"""How many claims are shown, the newest first."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the actor's with the event that it is about."""

    event: str
    label: str
    claim: ShownClaim


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that an actor's page shows."""

    id: str
    name: str
    party: tuple[Part, ...]
    said: tuple[Said, ...]
    said_count: int


def make_actor_page(key: str, whole: Diary, page: Page) -> ActorPage | None:
    """Makes the page of an actor by id or name, out of a diary of everything; None for one that is not in it."""
    party = [event for event in whole.events if any(key in {each.id, each.name} for each in event.parties)]
    said = sorted(_said(key, whole), key=lambda pair: _day(pair[1], pair[0]), reverse=True)
    if not party and not said:
        return None
    return ActorPage(
        id=key,
        name=call_id(key, page),
        party=arrange(party, page, among=whole.events),
        said=tuple(
            Said(
                event=event.id,
                label=event.labels.get(page.language, event.label),
                claim=show_claim(event.history[place], page, event=event),
            )
            for event, place in said[:MOST_SAID]
        ),
        said_count=len(said),
    )


def _said(key: str, whole: Diary) -> Iterator[tuple[EventEntry, int]]:
    for event in whole.events:
        for place, claim in enumerate(event.history):
            if any(key in {link.id, link.name, link.speaks_for} for link in claim.chain[-1:]):
                yield event, place


def _day(place: int, event: EventEntry) -> str:
    claim = event.history[place]
    days = (when.latest for when in (claim.said, claim.published) if when is not None and when.latest is not None)
    return next(days, "")
