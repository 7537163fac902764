"""What other systems are told of an event in words: its name, where it stands and who says so."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.corridor.feed import FedEvent
from dragoman.model.diary import ChainEntry, EventEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.label import call_event
from dragoman.views.cli.names import call_party, call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import write_best_quote
from dragoman.views.cli.standing import write_dissents, write_path, write_standing
from dragoman.views.exports.harmless import clean_line, clean_url
from dragoman.views.exports.placed import find_days

QUOTE_COLUMNS = 400
WIKIDATA = "http://www.wikidata.org/entity/"


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A party, place or source: its name, and its address in Wikidata if it has one."""

    name: str
    uri: str | None = None
    type: str | None = None


def write_name(event: EventEntry, page: Page) -> str:
    """Gives what an event is called, on one line."""
    return clean_line(call_event(event, page))


def write_note(event: EventEntry, page: Page) -> str:
    """Gives on one line where an event stands and on which words that rests, and that a machine read them."""
    told = [write_standing(event, page), *_day(event, page), write_best_quote(event, page, room=QUOTE_COLUMNS)]
    return clean_line(page.join(*told, page.say("unverified")))


def write_story(event: EventEntry, page: Page) -> tuple[str, ...]:
    """Gives lines on an event: where it stands, when and where it is, who says so, how it came there, who dissents."""
    lines = (
        write_standing(event, page),
        page.join(write_when(event.when, page), call_place(event, page)),
        write_best_quote(event, page, room=QUOTE_COLUMNS),
        write_path(event, page),
        write_dissents(event, page),
        page.say("unverified"),
    )
    return tuple(told for told in map(clean_line, lines) if told)


def name_parties(event: EventEntry, page: Page) -> Iterator[Named]:
    """Gives the parties by name."""
    for party in event.parties:
        yield Named(name=clean_line(call_party(party, page)), uri=wikidata(party.id), type=party.type)


def name_places(event: EventEntry, page: Page) -> Iterator[Named]:
    """Gives the place, or each that it may be."""
    for place in event.alternatives or (() if event.place is None else (event.place,)):
        yield Named(name=clean_line(call_party(place, page)), uri=wikidata(place.id))


def wikidata(key: str | None) -> str | None:
    """Gives the address of a Wikidata id, None for any other id.

    >>> wikidata("Q334")
    'http://www.wikidata.org/entity/Q334'
    """
    return f"{WIKIDATA}{key}" if key is not None and key[:1] == "Q" and key[1:].isdigit() else None


def list_urls(fed: FedEvent) -> tuple[str, ...]:
    """Gives the addresses of the reports that tell of an event, each once."""
    urls = (clean_url(source.url) for source in fed.sources)
    return tuple(dict.fromkeys(url for url in urls if url is not None))


def list_voices(event: EventEntry) -> Mapping[str, ChainEntry]:
    """Gives all who say something of an event, by name."""
    return {clean_line(link.name): link for claim in event.history for link in claim.chain}


def join_lines(lines: Sequence[str]) -> str:
    """Gives lines as one text."""
    return "\n".join(lines)


def _day(event: EventEntry, page: Page) -> list[str]:
    """Gives the day in words where no calendar can hold it."""
    return [] if find_days(event.when) is not None else [write_when(event.when, page)]
