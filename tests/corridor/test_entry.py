from typing import Any

import pytest

from dragoman.corridor.entry import is_of_kind
from dragoman.corridor.read import read_report
from dragoman.corridor.resolve import own_days, resolve_held
from dragoman.ledger.append import check_spans
from dragoman.ledger.fetch import Held
from dragoman.model.reading import Reading
from dragoman.model.report import DeskEntry, Report
from dragoman.readers.calendar import entry_report
from dragoman.reports.make import make_report


def report(title: str, **changed: Any) -> Report:
    fields = {"id": "a-1", "title": title, "start": "2018-06-12", "end": "2018-06-12", "place": "Singapore"}
    entry = DeskEntry(**fields | changed)
    return make_report(entry_report(entry, origin="desk.ics", outlet="Desk", published="2018-05-20"))


def read(title: str, **changed: Any) -> Reading:
    made = report(title, **changed)
    reading = read_report(made)
    check_spans(made, reading)
    return reading


def test_a_line_is_one_event_and_the_desks_claim() -> None:
    reading = read("Top Trump – Kim")
    [event], [claim] = reading.events, reading.claims
    assert (event.kind, event.place and event.place.name, event.words) == ("summit", "Singapore", "Top Trump – Kim")
    assert [party.actor.name for party in event.parties] == ["Donald Trump", "Kim Jong-un"]
    assert (claim.status, [link.name for link in claim.chain], claim.rule) == ("planned", ["Desk"], "entry.confirmed")
    assert is_of_kind(reading)


@pytest.mark.parametrize(
    ("status", "expected"), [("confirmed", "planned"), ("tentative", "mooted"), ("cancelled", "cancelled")]
)
def test_the_status_is_the_lines(status: str, expected: str) -> None:
    assert read("Kerstborrel", status=status).claims[0].status == expected


@pytest.mark.parametrize(
    ("changed", "edtf", "time"),
    [
        ({}, "2018-06-12", None),
        ({"time": "14:30"}, "2018-06-12", "14:30"),
        ({"end": "2018-06-14"}, "2018-06-12/2018-06-14", None),
    ],
)
def test_the_days_are_the_lines(changed: dict[str, str], edtf: str, time: str | None) -> None:
    made = report("Top Trump – Kim", **changed)
    held = Held(report=made, reading=read_report(made))
    when = resolve_held(held, days=own_days(held).days).events[0].when
    assert when is not None
    assert (when.edtf, when.time) == (edtf, time)


def test_a_title_that_names_no_kind_is_an_event_all_the_same() -> None:
    reading = read("Kerstborrel", place=None)
    assert (reading.events[0].kind, reading.events[0].place, is_of_kind(reading)) == ("other", None, False)


def test_a_place_that_nobody_knows_keeps_its_name() -> None:
    place = read("Kerstborrel", place="De kantine").events[0].place
    assert place is not None
    assert (place.name, place.country) == ("De kantine", None)


def test_without_a_place_of_its_own_the_title_names_it() -> None:
    place = read("G7-top in Charlevoix", place=None).events[0].place
    assert place is not None
    assert place.name == "Charlevoix"
