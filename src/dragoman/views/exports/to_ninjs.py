"""The diary as IPTC's ninjs 3.1 (News in JSON)."""

from collections.abc import Iterator
from datetime import UTC

from dragoman.corridor.feed import FedEvent
from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.views.cli.page import Page
from dragoman.views.exports.harmless import clean_line, clean_url
from dragoman.views.exports.phrases import (
    join_lines,
    list_voices,
    name_parties,
    name_places,
    wikidata,
    write_name,
    write_note,
    write_story,
)
from dragoman.views.exports.placed import find_days, find_moment, truncate_days
from dragoman.views.exports.statuses import EVENT_STATUS_URI, OCCURRENCE, OCCURRENCE_URI, event_status

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}
PEOPLE = frozenset({"person", "office", "unnamed"})


def render_ninjs(fed: FedEvent, page: Page) -> dict[str, object]:
    """Gives an event as a ninjs 3.1 object of type ``event``.

    ninjs has no field for the occurrence status: IPTC's code stands among the subjects. A date that is not told to
    the day is cut off to the month or year that it lies in, as the standard allows; where it is within none, it is
    left out, and stands in ``edNote`` in words.
    """
    event = fed.event
    name, note = write_name(event, page), write_note(event, page)
    parties = list(name_parties(event, page))
    found: dict[str, object] = {
        "uri": f"urn:uuid:{fed.uid}",
        "standard": STANDARD,
        "type": "event",
        "language": page.language,
        "version": str(fed.sequence + 1),
        "firstCreated": fed.created.astimezone(UTC).isoformat(timespec="seconds"),
        "versionCreated": fed.modified.astimezone(UTC).isoformat(timespec="seconds"),
        "pubStatus": "usable",
        "title": name,
        "headlines": [{"value": name}],
        "descriptions": [{"contentType": "text/plain", "value": join_lines(write_story(event, page))}],
        "edNote": note,
        "eventDetails": dict(_details(event)),
        "people": [_named(each.name, each.uri) for each in parties if each.type in PEOPLE],
        "organisations": [_named(each.name, each.uri) for each in parties if each.type not in PEOPLE],
        "places": [_named(each.name, each.uri) for each in name_places(event, page)],
        "subjects": [{"name": OCCURRENCE[event.iptc], "uri": f"{OCCURRENCE_URI}{event.iptc}"}],
        "infoSources": [_named(voice, wikidata(link.id)) for voice, link in list_voices(event).items()],
        "associations": list(_associations(fed)),
        "altIds": [{"role": "dragoman", "value": event.id}],
    }
    return {key: value for key, value in found.items() if value not in ([], {})}


def _details(event: EventEntry) -> Iterator[tuple[str, object]]:
    status = event_status(event)
    if status is not None:
        yield "eventStatus", f"{EVENT_STATUS_URI}{status}"
    dates = dict(_dates(event.when))
    if dates:
        yield "dates", dates


def _dates(when: WhenEntry) -> Iterator[tuple[str, str]]:
    """Gives the dates; ``startDate`` needs an hour, so that a day is an expected one."""
    days, moment, within = find_days(when), find_moment(when), truncate_days(when)
    if moment is not None:
        yield "startDate", moment.isoformat()
    elif days is not None:
        yield "expectedStartDate", days[0].isoformat()
        if days[0] != days[1]:
            yield "expectedEndDate", days[1].isoformat()
    elif within is not None:
        yield "expectedStartDate", within


def _associations(fed: FedEvent) -> Iterator[dict[str, object]]:
    """Gives the reports that tell of an event."""
    for source in fed.sources:
        found: dict[str, object] = {
            "name": f"report-{source.uid}",
            "rel": "source",
            "uri": clean_url(source.url) or f"urn:uuid:{source.uid}",
        }
        title = clean_line(source.title or "")
        yield {**found, "title": title} if title else found


def _named(name: str, uri: str | None) -> dict[str, object]:
    return {"name": name} if uri is None else {"name": name, "uri": uri}
