"""An event's label on a screen: who meets, which one it is, and what it has to do with others."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.diary import EventEntry, PartyEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.names import call_party
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import is_moved

TOLD_AS_STATUS = "condition"
"""The link that the status tells of already."""


def call_event(event: EventEntry, page: Page) -> str:
    """Gives an event's label in the language of the page, persons beside the states that meet."""
    label = event.labels.get(page.language, event.label)
    people = [call_party(party, page) for party in event.parties if _beside(party)]
    unnamed = [name for name in people if name not in label]
    return f"{label} ({', '.join(unnamed)})" if unnamed and event.kind == "summit" else label


def write_label(event: EventEntry, page: Page, *, there: Sequence[str] = ()) -> str:
    """Gives an event's label with its number, whether it is one of many, and its links.

    ``there`` are links told from their other end. For example ``Ontmoeting Kim Jong-un – Moon Jae-in, de vierde ooit``.
    """
    return ", ".join([call_event(event, page), *_more(event, page), *there])


def told_there(event: EventEntry, events: Iterable[EventEntry], page: Page) -> list[str]:
    """Gives the links that other events have to one, as it tells them itself, unless it has one to them.

    For example ``over 9e02`` for the talks that a summit hangs on.
    """
    told = {link.event for link in event.links}
    found = {
        other.id: there.format(event=other.id)
        for other in events
        for link in other.links
        if link.event == event.id
        and other.id not in told
        and (there := page.wording.links[link.type].there) is not None
    }
    return list(found.values())


def _beside(party: PartyEntry) -> bool:
    return party.type == "person" and party.attendance not in {"absent", "barred"}


def _more(event: EventEntry, page: Page) -> Iterator[str]:
    if event.ordinal is not None:
        yield write_ordinal(event.ordinal, page)
    if event.nature == "series":
        yield page.say("regularly")
    for link in event.links:
        words = page.wording.links[link.type]
        if link.type != TOLD_AS_STATUS:
            yield words.here.format(event=link.event)
    if event.moved_from and not is_moved(event):
        key = "was_on" if event.when.edtf is None else "moved_from"
        yield page.say(key, day=write_when(event.moved_from[-1], page))
    if event.outcome is not None:
        yield page.say("outcome", outcome=page.wording.outcomes.get(event.outcome, event.outcome))


def write_ordinal(number: int, page: Page) -> str:
    """Gives which one of many an event is, for example ``de vierde ooit``."""
    names = page.wording.ordinals
    ordinal = names[number - 1] if 0 < number <= len(names) else page.say("ordinal_number", number=number)
    return page.say("ordinal_first" if number == 1 else "ordinal", ordinal=ordinal)
