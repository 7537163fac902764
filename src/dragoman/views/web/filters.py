"""Which events of a diary were asked for, and what there is to choose from."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from unicodedata import combining, normalize

import msgspec

from dragoman.model.diary import EventEntry
from dragoman.packs.load import load_kinds
from dragoman.views.cli.names import call_id, call_name, call_party
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import name_of
from dragoman.views.cli.standing import is_moved
from dragoman.views.web.asking import Asked

MOST_CHOICES = 200


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a filter: what stands in the address, what people read, and of how many events."""

    value: str
    name: str
    count: int


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a diary can be narrowed to."""

    kinds: tuple[Choice, ...]
    states: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    places: tuple[Choice, ...]
    outlets: tuple[Choice, ...]


def sign_name(event: EventEntry) -> str:
    """Gives the name of the sign of where an event stands, for example ``moved``."""
    return "moved" if is_moved(event) else name_of(event.status)


def fits(event: EventEntry, asked: Asked, page: Page) -> bool:
    """Tells whether an event is one that was asked for, by all but its sign."""
    wanted = (
        (asked.kind, lambda value: event.kind == value),
        (asked.state, lambda value: value in states_of(event)),
        (asked.actor, lambda value: is_about(event, value, page)),
        (asked.place, lambda value: fold(value) in {fold(each) for each in _places(event, page)}),
        (asked.outlet, lambda value: value in outlets_of(event)),
        (asked.words, lambda value: all(word in _words(event, page) for word in fold(value).split())),
    )
    return all(value is None or test(value) for value, test in wanted)


def is_shown(event: EventEntry, asked: Asked) -> bool:
    """Tells whether events with the sign of this one are shown."""
    return asked.everything or sign_name(event) in asked.show


def choices(events: Sequence[EventEntry], page: Page) -> Choices:
    """Gives what the events can be narrowed to, named in the language of the page."""
    kinds = {entry.kind: entry.labels[page.language] for entry in load_kinds().kinds.kinds}
    return Choices(
        kinds=_count(events, lambda event: [event.kind], lambda value: str(kinds.get(value, value))),  # type: ignore[call-overload] # a kind as text
        states=_count(events, states_of, lambda value: call_id(value, page)),
        actors=_count(events, _actors, lambda value: call_name(value, page)),
        places=_count(events, lambda event: _place_names(event, page)[:1], str),
        outlets=_count(events, outlets_of, str),
    )


def is_about(event: EventEntry, actor: str, page: Page) -> bool:
    """Tells whether an actor, by id or name, is party to an event or says something of it."""
    wanted = fold(actor)
    ids = {party.id for party in event.parties} | {link.id for claim in event.history for link in claim.chain}
    names = {name for party in event.parties for name in (party.name, call_party(party, page))}
    names |= {
        name for claim in event.history for link in claim.chain for name in (link.name, call_name(link.name, page))
    }
    return actor in ids or wanted in {fold(name) for name in names}


def outlets_of(event: EventEntry) -> tuple[str, ...]:
    """Gives the outlets whose reports tell of an event."""
    outermost = (claim.chain[0] for claim in event.history if claim.chain)
    return tuple(dict.fromkeys(link.name for link in outermost if link.type == "outlet"))


def states_of(event: EventEntry) -> tuple[str, ...]:
    """Gives the codes of the states that an event is between or in."""
    there = [] if event.place is None else [event.place.country]
    found = [party.state for party in event.parties] + there
    return tuple(dict.fromkeys(code for code in found if code is not None))


def fold(text: str) -> str:
    """Gives a text as it is compared: without case and accents.

    >>> fold("Erdoğan"), fold("Sauli Niinistö")
    ('erdogan', 'sauli niinisto')
    """
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


def _words(event: EventEntry, page: Page) -> str:
    parts = [*event.labels.values(), event.label, event.id, *_actors(event), *_places(event, page)]
    parts += [call_party(party, page) for party in event.parties]
    parts += [claim.sentence or claim.quote for claim in event.history]
    parts += [text for claim in event.history for text in (claim.report, *(link.name for link in claim.chain))]
    return fold(" ".join(parts))


def _actors(event: EventEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.name for party in event.parties))


def _places(event: EventEntry, page: Page) -> tuple[str, ...]:
    country = [] if event.place is None or event.place.country is None else [event.place.country]
    return (*_place_names(event, page), *country)


def _place_names(event: EventEntry, page: Page) -> tuple[str, ...]:
    found = [*event.alternatives, *([] if event.place is None else [event.place])]
    return tuple(dict.fromkeys(name for place in found for name in (call_party(place, page), place.name)))


def _count(
    events: Iterable[EventEntry], values: Callable[[EventEntry], Sequence[str]], called: Callable[[str], str]
) -> tuple[Choice, ...]:
    counted = Counter(value for event in events for value in values(event))
    found = [Choice(value=value, name=called(value), count=count) for value, count in counted.most_common(MOST_CHOICES)]
    return tuple(sorted(found, key=lambda choice: fold(choice.name)))
