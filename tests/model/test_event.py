"""Events: what their anchors sort and compare by, and what they leave unsaid."""

import msgspec
import pytest

from dragoman.model.event import Anchor, Event, EventLink
from dragoman.model.when import When

ANCHOR = Anchor(report="sha256:bb", start=10, end=14)


@pytest.mark.parametrize(
    ("report", "start", "end"),
    [("sha256:bb", 10, 15), ("sha256:bb", 11, 12), ("sha256:bb", 100, 101), ("sha256:cc", 0, 1)],
)
def test_anchors_sort_by_report_then_by_place_in_it(report: str, start: int, end: int) -> None:
    later = Anchor(report=report, start=start, end=end)
    assert sorted([later, ANCHOR]) == [ANCHOR, later]


def test_an_anchor_is_found_again_by_what_it_says() -> None:
    assert {ANCHOR: "9e02"}[Anchor(report="sha256:bb", start=10, end=14)] == "9e02"


def test_an_event_of_which_nothing_more_is_told_is_one_occasion_in_the_foreground() -> None:
    event = Event(anchor=ANCHOR, kind="talks")
    assert (event.nature, event.background, event.outcome, event.links) == ("single", False, None, ())


@pytest.mark.parametrize(
    ("when", "told"),
    [(None, False), (When(text="in de toekomst", reason="vague"), True), (When(edtf="2018-06-12"), True)],
)
def test_a_day_that_is_not_told_and_one_told_in_vain_are_kept_apart(when: When | None, told: bool) -> None:
    event = Event(anchor=ANCHOR, kind="talks", when=when)
    read = msgspec.json.decode(msgspec.json.encode(event), type=Event)
    assert read.when == when
    assert (read.when is not None) is told


def test_former_dates_stay_in_their_order() -> None:
    moved = (When(edtf="2018-06-12"), When(edtf="2018-05-26"))
    event = Event(anchor=ANCHOR, kind="talks", moved_from=moved)
    assert msgspec.json.decode(msgspec.json.encode(event), type=Event).moved_from == moved


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b'{"type":"causes","to":{"report":"a","start":0,"end":1}}', r"\$\.type"),
        (b'{"type":"follows","to":"a:0-1"}', r"\$\.to"),
        (b'{"type":"follows"}', "missing required field `to`"),
    ],
)
def test_what_is_no_link_is_refused_with_its_field(raw: bytes, told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.json.decode(raw, type=EventLink)
