"""The diary as EventsML: events as concept items of IPTC's NewsML-G2 2.35."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import cast

from lxml import etree

from dragoman.corridor.feed import FedEvent
from dragoman.model.diary import ClaimEntry, WhenEntry
from dragoman.views.cli.page import Page
from dragoman.views.exports.harmless import clean_line, clean_text
from dragoman.views.exports.phrases import (
    Named,
    join_lines,
    list_urls,
    name_parties,
    name_places,
    write_name,
    write_note,
    write_story,
)
from dragoman.views.exports.placed import find_bounds, find_days, find_moment, is_about, truncate_days
from dragoman.views.exports.statuses import event_status

NAR = "http://iptc.org/std/nar/2006-10-01/"
CLAIMS = "urn:dragoman:claims:1"
NAMES = cast("dict[str, str]", {None: NAR, "claims": CLAIMS})
"""The stubs know of no default name space."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml"
PROVIDER = "dragoman"
APPROXIMATE = "edconf:approximate"


def has_newsml_dates(when: WhenEntry) -> bool:
    """Tells whether a date begins somewhere: the standard has no event without a day, month or year to begin in."""
    return find_bounds(when)[0] is not None


def render_newsml(fed: FedEvent, page: Page) -> bytes:
    """Gives an event as a NewsML-G2 document, UTF-8; KeyError for one without days.

    A date that is not told to the day is cut off to the month or year in which it begins, with the first and last
    day that it can be. Each claim stands at the end in a name space of our own, with its holder and its words.
    """
    return _document(_item(fed, page))


def render_newsml_message(feds: Iterable[FedEvent], page: Page, *, sent: datetime) -> bytes:
    """Gives many events as one NewsML-G2 message, UTF-8; those without days are no part of it."""
    message = etree.Element(f"{{{NAR}}}newsMessage", nsmap=NAMES)
    header = _add(message, "header")
    _add(header, "sent", sent.astimezone(UTC).isoformat(timespec="seconds"))
    items = _add(message, "itemSet")
    for fed in feds:
        if has_newsml_dates(fed.event.when):
            items.append(_item(fed, page))
    return _document(message)


def _document(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _item(fed: FedEvent, page: Page) -> etree._Element:
    item = etree.Element(
        f"{{{NAR}}}conceptItem",
        {
            "guid": f"urn:uuid:{fed.uid}",
            "version": str(fed.sequence + 1),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            LANGUAGE: page.language,
        },
        nsmap=NAMES,
    )
    _add(item, "catalogRef", href=CATALOG)
    meta = _add(item, "itemMeta")
    _add(meta, "itemClass", qcode="cinat:concept")
    _add(meta, "provider", literal=PROVIDER)
    _add(meta, "versionCreated", fed.modified.astimezone(UTC).isoformat(timespec="seconds"))
    _add(meta, "firstCreated", fed.created.astimezone(UTC).isoformat(timespec="seconds"))
    _add(meta, "pubStatus", qcode="stat:usable")
    _add(meta, "edNote", write_note(fed.event, page))
    _add(item, "contentMeta")
    _concept(_add(item, "concept"), fed, page)
    return item


def _concept(concept: etree._Element, fed: FedEvent, page: Page) -> None:
    event = fed.event
    _add(
        concept,
        "conceptId",
        uri=f"urn:uuid:{fed.uid}",
        created=fed.created.astimezone(UTC).isoformat(timespec="seconds"),
    )
    _add(concept, "type", qcode="cpnat:event")
    name = _add(concept, "name", write_name(event, page))
    name.set(LANGUAGE, page.language)
    _add(concept, "definition", join_lines(write_story(event, page)))
    for url in list_urls(fed):
        _add(concept, "remoteInfo", rel="irel:seeAlso", href=url, contenttype="text/html")
    details = _add(concept, "eventDetails")
    _dates(_add(details, "dates"), event.when)
    status = event_status(event)
    if status is not None:
        _add(details, "eventStatus", qcode=f"eventstatus:{status}")
    modified = fed.modified.astimezone(UTC).isoformat(timespec="seconds")
    _add(details, "occurStatus", qcode=f"eocstat:{event.iptc}", modified=modified)
    for tag, each in _participants(fed, page):
        found = _add(details, tag, **({"literal": each.name} if each.uri is None else {"uri": each.uri}))
        _add(found, "name", each.name)
    for claim in event.history:
        details.append(_claim(claim))


def _participants(fed: FedEvent, page: Page) -> Iterator[tuple[str, Named]]:
    yield from (("location", each) for each in name_places(fed.event, page))
    yield from (("participant", each) for each in name_parties(fed.event, page))


def _dates(dates: etree._Element, when: WhenEntry) -> None:
    first, last = find_bounds(when)
    if first is None:
        raise KeyError(f"no days: {when.edtf}")
    days, moment = find_days(when), find_moment(when)
    if moment is not None:
        _add(dates, "start", moment.isoformat())
        return
    start = _add(dates, "start", first.isoformat() if days is not None else _begin(when, first))
    if days is None:
        start.set("approxstart", first.isoformat())
        if last is not None:
            start.set("approxend", last.isoformat())
    elif days[1] != days[0]:
        _add(dates, "end", days[1].isoformat())
    if days is None or is_about(when):
        start.set("confirmationstatus", APPROXIMATE)


def _begin(when: WhenEntry, first: date) -> str:
    return truncate_days(when) or first.isoformat()[:4]


def _claim(claim: ClaimEntry) -> etree._Element:
    """Gives a claim as an element of our own: who says what of the event, through whom, and in which words."""
    found = etree.Element(f"{{{CLAIMS}}}claim", id=claim.id, status=claim.status, stance=claim.stance)
    if claim.chain:
        found.set("holder", clean_line(claim.chain[-1].name))
        found.set("via", clean_line(";".join(link.name for link in claim.chain[:-1])))
    published = None if claim.published is None else claim.published.edtf
    if published is not None:
        found.set("reported", published)
    found.text = clean_text(claim.quote)
    return found


def _add(parent: etree._Element, tag: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    found = etree.SubElement(parent, f"{{{NAR}}}{tag}", attributes)
    found.text = text
    return found
