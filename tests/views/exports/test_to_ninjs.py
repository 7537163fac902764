"""ninjs 3.1, held against its schema."""

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from dragoman.corridor.feed import FedEvent, Source, Turn, feed
from dragoman.model.diary import EventEntry, PartyEntry, PlaceEntry, WhenEntry
from dragoman.model.vocabulary import STATUSES, Status
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.to_ninjs import render_ninjs

SCHEMA = json.loads((Path(__file__).parent / "schemas/ninjs-schema_3.1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
PAGE = Page(wording=load_wording("nl"), language="nl")
UID = UUID("63bc4fb5-5852-5dcf-a115-6e6a1762294b")
EVENT = EventEntry(
    id="9e02", kind="summit", nature="single", label="Summit", labels={"nl": "Top"},
    parties=(
        PartyEntry(id="Q22686", name="Donald Trump", type="person", state="US", role="principal",
                   attendance="expected"),
        PartyEntry(id="KP", name="Elbonia", type="state", state="KP", role="principal", attendance="expected"),
    ),
    place=PlaceEntry(name="Singapore", id="Q334"), when=WhenEntry(edtf="2018-06-12"), moved_from=(),
    status="cancelled", since=None, previous="planned", rule="", because=(), dissents=(), contested=False,
    certainty="certain", iptc="eos6", background=False, outcome=None, alternatives=(), links=(), history=(),
    reports=1, voices=1,
)  # fmt: skip
HOSTILE = st.text(st.sampled_from("ab\r\n\x00\u202e\u200f\ud800\"'<&>{}"), max_size=60)


def render(*, source: Source | None = None, **more: object) -> dict[str, Any]:
    event = msgspec.structs.replace(EVENT, **more)
    turns = (Turn(moment=datetime(2018, 5, 24, 13, 50, tzinfo=UTC), status=event.status),)
    fed = FedEvent(uid=UID, event=event, turns=turns, sources=() if source is None else (source,))
    found: dict[str, Any] = json.loads(msgspec.json.encode(render_ninjs(fed, PAGE)))
    return found


def faults(document: dict[str, Any]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


def test_the_schema_refuses_what_is_wrong() -> None:
    good = render()
    assert faults(good) == []
    assert faults({**good, "eventDetails": {"occurStatus": "eos6"}}) != []
    assert faults({**good, "eventDetails": {"dates": {"expectedStartDate": "juni"}}}) != []
    assert faults({**good, "reason": "no such field"}) != []
    assert faults({key: value for key, value in good.items() if key != "uri"}) != []


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_valid(status: Status) -> None:
    assert faults(render(status=status)) == []


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        (WhenEntry(edtf="2018-06-12"), {"expectedStartDate": "2018-06-12"}),
        (WhenEntry(edtf="2018-06-12", time="09:00", zone="Asia/Singapore"), {"startDate": "2018-06-12T01:00:00+00:00"}),
        (WhenEntry(edtf="2018-06-08/2018-06-09"), {"expectedStartDate": "2018-06-08", "expectedEndDate": "2018-06-09"}),
        (WhenEntry(edtf="[2018-06-05,2018-06-12]"), {"expectedStartDate": "2018-06"}),
        (WhenEntry(edtf="[2018-05-05,2018-06-12]"), {"expectedStartDate": "2018"}),
        (WhenEntry(edtf="[2018-12-31,2019-01-01]"), None),
        (WhenEntry(reason="vague", text="binnenkort"), None),
    ],
)
def test_dates_say_no_more_than_was_told(when: WhenEntry, dates: dict[str, str] | None) -> None:
    told = render(when=when)
    assert told["eventDetails"].get("dates") == dates
    assert faults(told) == []


def test_what_there_is_no_field_for_stands_where_it_may() -> None:
    told = render(source=Source(uid=UID, title="De top is\r\naf", outlet="De Krant", url="https://krant.example/1"))
    assert told["subjects"] == [
        {"name": "Planned, then cancelled", "uri": "http://cv.iptc.org/newscodes/eventoccurstatus/eos6"}
    ]
    assert told["eventDetails"]["eventStatus"] == "http://cv.iptc.org/newscodes/eventstatus/canceled"
    assert told["associations"] == [
        {"name": f"report-{UID}", "rel": "source", "uri": "https://krant.example/1", "title": "De top is af"}
    ]
    assert PAGE.say("unverified") in told["edNote"]
    assert [each["name"] for each in told["people"]] == ["Donald Trump"]
    assert [each["name"] for each in told["organisations"]] == ["Elbonia"]
    assert told["altIds"] == [{"role": "dragoman", "value": "9e02"}]


@given(label=HOSTILE, title=HOSTILE, url=HOSTILE)
def test_hostile_text_stays_text(label: str, title: str, url: str) -> None:
    told = render(labels={"nl": f"x{label}"}, source=Source(uid=UID, title=title, url=f"https://k.example/{url}"))
    assert faults(told) == []
    assert "\n" not in told["title"]


def test_the_documents_of_a_story_are_valid(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    told = feed(ledger, everything=True).events
    assert len(told) == 2
    for fed in told:
        assert faults(json.loads(msgspec.json.encode(render_ninjs(fed, PAGE)))) == []
