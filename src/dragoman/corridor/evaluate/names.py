"""Gives whom a reading names the name that gold has for them, where the report's own form is as good."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from dragoman.corridor.evaluate.match import fold
from dragoman.corridor.resolve import Resolved
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.event import Event
from dragoman.model.reading import ReadQuote

Named = TypeVar("Named", Actor, Link)


def name_as_gold(resolved: Resolved, names: Mapping[str, Sequence[str]]) -> Resolved:
    """Gives a reading in which ``names`` replace the forms that gold accepts for them: name to forms.

    A report may never say the name that somebody is known by ("Moualem", or a bare surname), and then no reader of it
    alone can tell.
    """
    known = {fold(form): name for name, forms in names.items() for form in forms}
    if not known:
        return resolved
    quotes = tuple(_quote(each, known) for each in resolved.reading.quotes)
    return msgspec.structs.replace(
        resolved,
        reading=msgspec.structs.replace(resolved.reading, quotes=quotes),
        events=tuple(_event(each, known) for each in resolved.events),
        claims=tuple((place, _claim(each, known)) for place, each in resolved.claims),
    )


def _named(who: Named, known: Mapping[str, str]) -> Named:
    name = known.get(fold(who.name))
    return who if name is None else msgspec.structs.replace(who, name=name)


def _quote(quote: ReadQuote, known: Mapping[str, str]) -> ReadQuote:
    return msgspec.structs.replace(quote, speakers=tuple(_named(link, known) for link in quote.speakers))


def _claim(claim: Claim, known: Mapping[str, str]) -> Claim:
    return msgspec.structs.replace(claim, chain=tuple(_named(link, known) for link in claim.chain))


def _event(event: Event, known: Mapping[str, str]) -> Event:
    parties = tuple(msgspec.structs.replace(party, actor=_named(party.actor, known)) for party in event.parties)
    return msgspec.structs.replace(event, parties=parties)
