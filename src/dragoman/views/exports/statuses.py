"""How a status reads in the vocabularies of other systems: iCalendar, IPTC and Superdesk Planning."""

from dragoman.model.diary import EventEntry
from dragoman.model.vocabulary import Status

OCCURRENCE: dict[str, str] = {
    "eos0": "Unplanned event",
    "eos1": "Planned, occurrence planned only",
    "eos2": "Planned, occurrence highly uncertain",
    "eos3": "Planned, may occur",
    "eos4": "Planned, occurrence highly likely",
    "eos5": "Planned, occurs certainly",
    "eos6": "Planned, then cancelled",
}
"""IPTC's names of its ``eventoccurstatus`` codes."""
OCCURRENCE_URI = "http://cv.iptc.org/newscodes/eventoccurstatus/"
EVENT_STATUS_URI = "http://cv.iptc.org/newscodes/eventstatus/"

LABELS: dict[str, str] = {
    "eos0": "Unplanned",
    "eos1": "Tentative",
    "eos2": "Unlikely",
    "eos3": "Possible",
    "eos4": "Very likely",
    "eos5": "Confirmed",
    "eos6": "Cancelled",
}
"""What Superdesk calls IPTC's codes."""

EVENT_STATUS: dict[Status, str] = {
    "mooted": "scheduled",
    "planned": "scheduled",
    "confirmed": "scheduled",
    "doubtful": "scheduled",
    "conditional": "scheduled",
    "cancelled": "canceled",
    "refused": "scheduled",
    "ongoing": "inprogress",
    "suspended": "inprogress",
}
"""IPTC's ``eventstatus``; a status that is not here has no code there."""

ICALENDAR: dict[Status, str] = {
    "mooted": "TENTATIVE",
    "planned": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "doubtful": "TENTATIVE",
    "conditional": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "refused": "TENTATIVE",
    "ongoing": "CONFIRMED",
    "suspended": "TENTATIVE",
    "held": "CONFIRMED",
    "not-held": "TENTATIVE",
    "denied": "TENTATIVE",
}
"""The ``STATUS`` of a ``VEVENT``."""

SUPERDESK: dict[Status, str] = {
    "mooted": "scheduled",
    "planned": "scheduled",
    "confirmed": "scheduled",
    "doubtful": "scheduled",
    "conditional": "scheduled",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "refused": "scheduled",
    "ongoing": "scheduled",
    "suspended": "scheduled",
    "held": "scheduled",
    "not-held": "draft",
    "denied": "draft",
    "unknown-after-date": "scheduled",
}
"""The ``state`` of an event in Superdesk Planning."""


def last_known(event: EventEntry) -> Status:
    """Gives an event's status, or the last one before its day passed without a word.

    For example ``confirmed`` for a confirmed summit whose outcome is unknown.
    """
    if event.status != "unknown-after-date":
        return event.status
    return "planned" if event.previous in {None, "unknown-after-date"} else event.previous


def calendar_status(event: EventEntry) -> str:
    """Gives iCalendar's ``STATUS``, for example ``CANCELLED``."""
    return ICALENDAR[last_known(event)]


def event_status(event: EventEntry) -> str | None:
    """Gives IPTC's ``eventstatus``, None where it has no code: put off, held, not held, denied, outcome unknown."""
    return EVENT_STATUS.get(event.status)


def superdesk_state(event: EventEntry) -> str:
    """Gives Superdesk's ``state``; an event put off to a day that is known is ``rescheduled``."""
    if event.status == "postponed" and event.moved_from and event.when.edtf is not None:
        return "rescheduled"
    return SUPERDESK[event.status]
