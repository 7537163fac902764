"""The sides of an event: states where there are any, since a president and his state are one side."""

import unicodedata
from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.reading import Party


def side(actor: Actor) -> str | None:
    """Gives the side an actor is on: its state's code or its own id; None for a group without either.

    >>> side(Actor(id="Q22686", name="Donald Trump", type="person", state="US"))
    'US'
    """
    if actor.state is not None:
        return actor.state
    return None if actor.type == "unnamed" else actor.id


def taking_part(event: Event) -> tuple[Party, ...]:
    """Gives the parties without those who only host, mediate or look on."""
    return tuple(party for party in event.parties if party.role in {"principal", "guest", "attendee"}) or event.parties


def sides(event: Event) -> frozenset[str]:
    """Gives the sides that take part."""
    found = (side(party.actor) for party in taking_part(event))
    return frozenset(one for one in found if one is not None)


def persons(parties: Sequence[Party]) -> dict[str, frozenset[str]]:
    """Gives by side the ids of the persons named on it."""
    named: dict[str, set[str]] = {}
    for party in parties:
        own = side(party.actor)
        if own is not None and party.actor.type == "person":
            named.setdefault(own, set()).add(party.actor.id)
    return {key: frozenset(ids) for key, ids in named.items()}


def place_key(name: str) -> str:
    """Gives a place's name without case and accents, for comparing."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
