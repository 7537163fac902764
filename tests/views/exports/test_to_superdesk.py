"""Superdesk's ``json_event``, read as its parser reads it: what that drops, and what we do about it."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from dragoman.corridor.feed import FedEvent, Source, Turn
from dragoman.model.diary import ChainEntry, ClaimEntry, EventEntry, PartyEntry, PlaceEntry, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.to_superdesk import has_superdesk_dates, render_superdesk

PAGE = Page(wording=load_wording("nl"), language="nl")
UID = UUID("63bc4fb5-5852-5dcf-a115-6e6a1762294b")
CLAIM = ClaimEntry(
    id="cl_1", said=None, published=WhenEntry(edtf="2018-05-24"), status="cancelled", stance="asserts",
    certainty="certain", when=None, reason=None, report="a", start=0, end=34, rule="hand",
    quote='Ik zeg de top "met pijn" vandaag af',
    chain=(ChainEntry(name="Donald Trump", type="person", state="US", evidentiality="quoted", start=0, end=5),),
)  # fmt: skip
EVENT = EventEntry(
    id="9e02", kind="summit", nature="single", label="Summit", labels={"nl": "Top"},
    parties=(PartyEntry(id="Q22686", name="Donald Trump", type="person", state="US", role="principal",
                        attendance="expected"),),
    place=PlaceEntry(name="Singapore", id="Q334"), when=WhenEntry(edtf="2018-06-12"), moved_from=(),
    status="cancelled", since=None, previous="planned", rule="", because=("cl_1",), dissents=(), contested=False,
    certainty="certain", iptc="eos6", background=False, outcome=None, alternatives=(), links=(), history=(CLAIM,),
    reports=1, voices=1,
)  # fmt: skip
DROPPED = ("files", "state_reason", "schedule_settings", "_current_version", "_id", "item_id", "actioned_date")
"""What the parser leaves out of every event."""


def render(**more: object) -> dict[str, Any]:
    event = msgspec.structs.replace(EVENT, **more)
    turns = (
        Turn(moment=datetime(2018, 5, 10, tzinfo=UTC), status="planned"),
        Turn(moment=datetime(2018, 5, 24, 13, 50, tzinfo=UTC), status=event.status),
    )
    fed = FedEvent(uid=UID, event=event, turns=turns, sources=(Source(uid=UID, url="https://krant.example/1"),))
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(render_superdesk(fed, PAGE)))
    return found


def ingest(told: dict[str, Any], *, posted: bool = False) -> dict[str, Any]:
    """Reads an event as Superdesk does: what it drops is gone, its state is that of what came in."""
    assert told["type"] == "event"
    assert told["guid"]
    for field in ("start", "end"):
        datetime.strptime(told["dates"][field], "%Y-%m-%dT%H:%M:%S+0000").replace(tzinfo=UTC)
    kept = {key: value for key, value in told.items() if key not in DROPPED}
    if not posted:
        kept.pop("pubstatus")
    return {**kept, "state": "ingested"}


def test_what_is_off_is_still_off_after_what_superdesk_drops() -> None:
    found = ingest(render())
    assert found["occur_status"] == {
        "qcode": "eocstat:eos6", "name": "Planned, then cancelled", "label": "Cancelled",
    }  # fmt: skip
    assert "pubstatus" not in found


def test_why_it_is_off_is_kept_where_nothing_is_dropped() -> None:
    found = ingest(render())
    assert "state_reason" not in found
    assert "afgelast door Trump" in found["ednote"]
    assert "Ik zeg de top 'met pijn' vandaag af" in found["ednote"]
    assert PAGE.say("unverified") in found["ednote"]


def test_all_that_is_told_comes_through() -> None:
    found = ingest(render())
    assert found["guid"] == f"urn:uuid:{UID}"
    assert (found["name"], found["reference"], found["version"], found["language"]) == (
        "Top (Donald Trump)", "9e02", "2", "nl",
    )  # fmt: skip
    assert found["location"] == [{"qcode": "http://www.wikidata.org/entity/Q334", "name": "Singapore"}]
    assert [each["qcode"] for each in found["participant"]] == ["http://www.wikidata.org/entity/Q22686"]
    assert found["links"] == ["https://krant.example/1"]
    assert found["versioncreated"] == "2018-05-24T13:50:00+0000"
    assert found["firstcreated"] == "2018-05-10T00:00:00+0000"


def test_a_cancellation_is_no_withdrawal_of_the_item() -> None:
    told = render()
    assert (told["state"], told["pubstatus"]) == ("cancelled", "usable")


def test_what_took_place_is_completed() -> None:
    told = render(status="held", iptc="eos5")
    assert (told["completed"], told["occur_status"]["qcode"]) == (True, "eocstat:eos5")
    assert render()["completed"] is False


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        (
            WhenEntry(edtf="2018-06-12"),
            {"start": "2018-06-12T00:00:00+0000", "end": "2018-06-12T23:59:59+0000", "tz": None, "all_day": True,
             "no_end_time": False},
        ),
        (
            WhenEntry(edtf="2018-06-12", time="09:00", zone="Asia/Singapore"),
            {"start": "2018-06-12T01:00:00+0000", "end": "2018-06-12T01:00:00+0000", "tz": "Asia/Singapore",
             "all_day": False, "no_end_time": True},
        ),
        (
            WhenEntry(edtf="2018-06"),
            {"start": "2018-06-01T00:00:00+0000", "end": "2018-06-30T23:59:59+0000", "tz": None, "all_day": True,
             "no_end_time": False, "confirmation": "edconf:approximate"},
        ),
        (
            WhenEntry(edtf="2018-06-12~"),
            {"start": "2018-06-12T00:00:00+0000", "end": "2018-06-12T23:59:59+0000", "tz": None, "all_day": True,
             "no_end_time": False, "confirmation": "edconf:approximate"},
        ),
    ],
)  # fmt: skip
def test_days(when: WhenEntry, dates: dict[str, object]) -> None:
    assert render(when=when)["dates"] == dates


@pytest.mark.parametrize("edtf", [None, "[2018-06-01..]", "[..2018-06-01]"])
def test_without_both_ends_there_is_no_event(edtf: str | None) -> None:
    assert not has_superdesk_dates(WhenEntry(edtf=edtf))
    with pytest.raises(KeyError):
        render(when=WhenEntry(edtf=edtf))


def test_every_field_is_there_with_nobody_and_nowhere() -> None:
    told = render(parties=(), place=None, history=(), because=())
    assert (told["participant"], told["location"]) == ([], [])
    assert ingest(told, posted=True)["pubstatus"] == "usable"
