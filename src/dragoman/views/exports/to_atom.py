"""The changes of the diary as an Atom feed (RFC 4287): one entry for each turn of an event."""

from collections.abc import Iterator
from datetime import UTC
from typing import cast
from uuid import uuid5

from lxml import etree

from dragoman.corridor.feed import OURS, FedEvent, Feed, Turn
from dragoman.model.diary import WhenEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.page import Page
from dragoman.views.exports.harmless import clean_line
from dragoman.views.exports.phrases import join_lines, list_urls, write_name, write_story

ATOM = "http://www.w3.org/2005/Atom"
NAMES = cast("dict[str, str]", {None: ATOM})
"""The stubs know of no default name space."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NAME = "Dragoman"
MOST_ENTRIES = 500
"""A reader asks for a feed again and again; what is older has been read."""


def render_atom(feed: Feed, page: Page, *, site: str | None = None) -> bytes:
    """Gives the newest turns of the events of a diary, the newest first, as Atom in UTF-8.

    An entry never changes: another turn is another entry. ``site`` is where the diary is served.
    """
    turns = sorted(
        ((fed, number) for fed in feed.events for number in range(len(fed.turns))),
        key=lambda each: (each[0].turns[each[1]].moment, str(each[0].uid), each[1]),
        reverse=True,
    )[:MOST_ENTRIES]
    root = etree.Element(f"{{{ATOM}}}feed", {LANGUAGE: page.language}, nsmap=NAMES)
    _add(root, "id", f"urn:uuid:{uuid5(OURS, f'changes|{feed.according_to or str()}')}")
    _add(root, "title", clean_line(page.say("title")))
    newest = turns[0][0].turns[turns[0][1]].moment.astimezone(UTC).isoformat() if turns else None
    _add(root, "updated", newest or f"{feed.as_of.isoformat()}T00:00:00+00:00")
    _add(_add(root, "author"), "name", NAME)
    if site is not None:
        _add(root, "link", rel="alternate", href=site)
    for fed, number in turns:
        _entry(_add(root, "entry"), fed, number, page, site=site)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _entry(entry: etree._Element, fed: FedEvent, number: int, page: Page, *, site: str | None) -> None:
    turn = fed.turns[number]
    moment = turn.moment.astimezone(UTC).isoformat()
    _add(entry, "id", f"urn:uuid:{uuid5(fed.uid, str(number))}")
    _add(entry, "title", _title(fed, turn, page))
    _add(entry, "updated", moment)
    _add(entry, "published", moment)
    _add(entry, "category", term=turn.status)
    for relation, url in _links(fed, site):
        _add(entry, "link", rel=relation, href=url)
    last = number == len(fed.turns) - 1
    told = write_story(fed.event, page) if last else (_day(turn, page), page.say("unverified"))
    _add(entry, "content", join_lines(told), type="text")


def _title(fed: FedEvent, turn: Turn, page: Page) -> str:
    return clean_line(f"{page.wording.statuses[turn.status].plain}: {write_name(fed.event, page)}")


def _day(turn: Turn, page: Page) -> str:
    return clean_line(write_when(WhenEntry(edtf=turn.when), page))


def _links(fed: FedEvent, site: str | None) -> Iterator[tuple[str, str]]:
    if site is not None:
        yield "alternate", f"{site.rstrip('/')}/events/{fed.event.id}"
    yield from (("via", url) for url in list_urls(fed))


def _add(parent: etree._Element, tag: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    found = etree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    found.text = text
    return found
