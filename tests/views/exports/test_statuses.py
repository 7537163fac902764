"""Each status in the vocabularies of others."""

from typing import get_args

import msgspec
import pytest

from dragoman.events.crosswalk import IPTC
from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.model.vocabulary import STATUSES, Status
from dragoman.views.exports.statuses import (
    EVENT_STATUS,
    ICALENDAR,
    LABELS,
    OCCURRENCE,
    SUPERDESK,
    calendar_status,
    event_status,
    last_known,
    superdesk_state,
)

EVENT = EventEntry(
    id="9e02", kind="summit", nature="single", label="Top", labels={}, parties=(), place=None,
    when=WhenEntry(edtf="2018-06-12"), moved_from=(), status="planned", since=None, previous=None, rule="", because=(),
    dissents=(), contested=False, certainty="certain", iptc="eos1", background=False, outcome=None, alternatives=(),
    links=(), history=(), reports=0, voices=0,
)  # fmt: skip


def event(status: Status, **more: object) -> EventEntry:
    return msgspec.structs.replace(EVENT, status=status, **more)


def test_every_status_has_a_place() -> None:
    assert set(SUPERDESK) == set(STATUSES)
    assert set(ICALENDAR) == set(STATUSES) - {"unknown-after-date"}
    assert set(EVENT_STATUS) < set(get_args(Status))
    assert set(IPTC.values()) <= set(OCCURRENCE)
    assert OCCURRENCE.keys() == LABELS.keys()


@pytest.mark.parametrize(
    ("status", "calendar", "iptc", "superdesk"),
    [
        ("planned", "TENTATIVE", "scheduled", "scheduled"),
        ("confirmed", "CONFIRMED", "scheduled", "scheduled"),
        ("doubtful", "TENTATIVE", "scheduled", "scheduled"),
        ("mooted", "TENTATIVE", "scheduled", "scheduled"),
        ("conditional", "TENTATIVE", "scheduled", "scheduled"),
        ("cancelled", "CANCELLED", "canceled", "cancelled"),
        ("postponed", "TENTATIVE", None, "postponed"),
        ("held", "CONFIRMED", None, "scheduled"),
        ("not-held", "TENTATIVE", None, "draft"),
        ("refused", "TENTATIVE", "scheduled", "scheduled"),
        ("ongoing", "CONFIRMED", "inprogress", "scheduled"),
        ("suspended", "TENTATIVE", "inprogress", "scheduled"),
        ("denied", "TENTATIVE", None, "draft"),
        ("unknown-after-date", "TENTATIVE", None, "scheduled"),
    ],
)
def test_the_crosswalk(status: Status, calendar: str, iptc: str | None, superdesk: str) -> None:
    told = event(status)
    assert (calendar_status(told), event_status(told), superdesk_state(told)) == (calendar, iptc, superdesk)


@pytest.mark.parametrize(
    ("previous", "last"), [("confirmed", "confirmed"), (None, "planned"), ("unknown-after-date", "planned")]
)
def test_after_a_day_that_passed_without_word_the_last_status_counts(previous: Status | None, last: Status) -> None:
    assert last_known(event("unknown-after-date", previous=previous)) == last


def test_put_off_to_a_known_day_is_rescheduled() -> None:
    moved = event("postponed", moved_from=(WhenEntry(edtf="2018-06-12"),), when=WhenEntry(edtf="2018-06-15"))
    assert superdesk_state(moved) == "rescheduled"
