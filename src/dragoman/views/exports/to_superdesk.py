"""The diary as Superdesk's ``json_event``, the one format of which it takes over IPTC's occurrence status."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from dragoman.corridor.feed import FedEvent
from dragoman.model.diary import WhenEntry
from dragoman.views.cli.page import Page
from dragoman.views.exports.phrases import (
    join_lines,
    list_urls,
    name_parties,
    name_places,
    write_name,
    write_note,
    write_story,
)
from dragoman.views.exports.placed import find_bounds, find_days, find_moment, is_about
from dragoman.views.exports.statuses import LABELS, OCCURRENCE, superdesk_state

APPROXIMATE = "edconf:approximate"
_MOMENT = "%Y-%m-%dT%H:%M:%S+0000"
_LAST_SECOND = time(23, 59, 59)


def has_superdesk_dates(when: WhenEntry) -> bool:
    """Tells whether both ends of the days that a date can be are known: Superdesk keeps no event without them."""
    return None not in find_bounds(when)


def render_superdesk(fed: FedEvent, page: Page) -> dict[str, object]:
    """Gives an event as the JSON object that Superdesk's ``json_event`` parser reads; KeyError for one without days.

    The parser drops ``state_reason``, so that why an event is off stands in ``ednote``; and as it drops ``pubstatus``
    for an event that was not posted, ``occur_status`` alone tells that one is off, and ``pubstatus`` is ``usable``.
    A date that is not told to the day goes from the first to the last that it can be, marked as approximate.
    """
    event = fed.event
    return {
        "type": "event",
        "guid": f"urn:uuid:{fed.uid}",
        "reference": event.id,
        "version": str(fed.sequence + 1),
        "language": page.language,
        "name": write_name(event, page),
        "definition_short": write_name(event, page),
        "definition_long": join_lines(write_story(event, page)),
        "ednote": write_note(event, page),
        "dates": _dates(event.when),
        "occur_status": {
            "qcode": f"eocstat:{event.iptc}",
            "name": OCCURRENCE[event.iptc],
            "label": LABELS[event.iptc],
        },
        "state": superdesk_state(event),
        "state_reason": write_note(event, page),
        "pubstatus": "usable",
        "completed": event.status == "held",
        "firstcreated": fed.created.astimezone(UTC).strftime(_MOMENT),
        "versioncreated": fed.modified.astimezone(UTC).strftime(_MOMENT),
        "participant": [{"qcode": party.uri or party.name, "name": party.name} for party in name_parties(event, page)],
        "location": [{"qcode": place.uri or place.name, "name": place.name} for place in name_places(event, page)],
        "links": list(list_urls(fed)),
    }


def _dates(when: WhenEntry) -> dict[str, object]:
    first, last = find_bounds(when)
    if first is None or last is None:
        raise KeyError(f"no days: {when.edtf}")
    moment = find_moment(when)
    found: dict[str, object] = {
        "start": _at(first, time()) if moment is None else moment.strftime(_MOMENT),
        "end": _at(last, _LAST_SECOND) if moment is None else moment.strftime(_MOMENT),
        "tz": None if moment is None else when.zone,
        "all_day": moment is None,
        "no_end_time": moment is not None,
    }
    return {**found, **dict(_confirmation(when))}


def _confirmation(when: WhenEntry) -> Iterator[tuple[str, str]]:
    if find_days(when) is None or is_about(when):
        yield "confirmation", APPROXIMATE


def _at(day: date, hour: time) -> str:
    return datetime.combine(day, hour, tzinfo=UTC).strftime(_MOMENT)
