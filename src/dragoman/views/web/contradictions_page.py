"""The contradictions as a page: events of which somebody says otherwise, both sides in their own words."""

import msgspec

from dragoman.model.diary import Diary, EventEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.page import Page
from dragoman.views.web.rows import Row, make_row
from dragoman.views.web.shown_claim import ShownClaim, show_claim


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """An event with the claims that its status rests on, and those that say otherwise."""

    row: Row
    when: str
    support: tuple[ShownClaim, ...]
    against: tuple[ShownClaim, ...]


def is_contradicted(event: EventEntry) -> bool:
    """Tells whether somebody says otherwise of an event that is not there only as context."""
    return (event.contested or bool(event.dissents)) and not event.background


def list_contradictions(told: Diary, page: Page) -> tuple[Contradiction, ...]:
    """Gives the contradictions of a diary in its order."""
    return tuple(
        Contradiction(
            row=make_row(event, page, among=told.events),
            when=write_when(event.when, page),
            support=_claims(event, event.because, page),
            against=_claims(event, event.dissents, page),
        )
        for event in told.events
        if is_contradicted(event)
    )


def _claims(event: EventEntry, ids: tuple[str, ...], page: Page) -> tuple[ShownClaim, ...]:
    by_id = {claim.id: claim for claim in event.history}
    return tuple(show_claim(by_id[key], page, event=event) for key in ids if key in by_id)
