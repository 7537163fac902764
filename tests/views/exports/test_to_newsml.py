"""EventsML, held against the schema of NewsML-G2 2.35."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.corridor.feed import FedEvent, Source, Turn, feed
from dragoman.model.diary import ChainEntry, ClaimEntry, EventEntry, PartyEntry, PlaceEntry, WhenEntry
from dragoman.model.vocabulary import STATUSES, Status
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.to_newsml import CLAIMS, NAR, has_newsml_dates, render_newsml, render_newsml_message

PAGE = Page(wording=load_wording("nl"), language="nl")
UID = UUID("63bc4fb5-5852-5dcf-a115-6e6a1762294b")
NAMES = {"g": NAR, "c": CLAIMS}
AGENCY = ChainEntry(name="Persbureau", type="agency", state=None, evidentiality="own", start=None, end=None)
TRUMP = ChainEntry(name="Donald Trump", type="person", state="US", evidentiality="quoted", start=0, end=5)
CLAIM = ClaimEntry(
    id="cl_1", said=None, published=WhenEntry(edtf="2018-05-24"), status="cancelled", stance="asserts",
    certainty="certain", when=None, reason=None, report="a", start=0, end=20, rule="hand",
    quote="Ik zeg de top <nu> af", chain=(AGENCY, TRUMP),
)  # fmt: skip
EVENT = EventEntry(
    id="9e02", kind="summit", nature="single", label="Summit", labels={"nl": "Top"},
    parties=(
        PartyEntry(id="Q22686", name="Donald Trump", type="person", state="US", role="principal",
                   attendance="expected"),
        PartyEntry(id="x", name="Elbonia", type="state", state=None, role="principal", attendance="expected"),
    ),
    place=PlaceEntry(name="Singapore", id="Q334"), when=WhenEntry(edtf="2018-06-12"), moved_from=(),
    status="cancelled", since=None, previous="planned", rule="", because=("cl_1",), dissents=(), contested=False,
    certainty="certain", iptc="eos6", background=False, outcome=None, alternatives=(), links=(), history=(CLAIM,),
    reports=1, voices=1,
)  # fmt: skip
HOSTILE = st.text(st.sampled_from("ab\r\n\x00\u202e\u200f\ud800\ufffe\"'<&>]"), max_size=60)


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/NewsML-G2_2.35-spec-All-Power.xsd"))


def fed(**more: object) -> FedEvent:
    event = msgspec.structs.replace(EVENT, **more)
    turns = (
        Turn(moment=datetime(2018, 5, 10, tzinfo=UTC), status="planned"),
        Turn(moment=datetime(2018, 5, 24, 13, 50, tzinfo=UTC), status=event.status),
    )
    return FedEvent(uid=UID, event=event, turns=turns, sources=(Source(uid=UID, url="https://krant.example/1?a=1&b"),))


def valid(raw: bytes) -> etree._Element:
    root = etree.fromstring(raw)
    schema().assertValid(root)
    return root


def at(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_the_schema_refuses_what_is_wrong() -> None:
    root = etree.fromstring(render_newsml(fed(), PAGE))
    (status,) = root.iter(f"{{{NAR}}}occurStatus")
    status.set("confidence", "90")
    assert not schema().validate(root)


def test_an_event_that_was_called_off() -> None:
    root = valid(render_newsml(fed(), PAGE))
    assert (root.get("guid"), root.get("version"), root.get("standardversion")) == (f"urn:uuid:{UID}", "2", "2.35")
    assert at(root, "//g:eventStatus/@qcode") == ["eventstatus:canceled"]
    assert at(root, "//g:occurStatus/@qcode") == ["eocstat:eos6"]
    assert at(root, "//g:pubStatus/@qcode") == ["stat:usable"]
    assert at(root, "//g:dates/g:start/text()") == ["2018-06-12"]
    assert at(root, "//g:versionCreated/text()") == ["2018-05-24T13:50:00+00:00"]
    assert at(root, "//g:participant/g:name/text()") == ["Donald Trump", "Elbonia"]
    assert at(root, "//g:location/@uri") == ["http://www.wikidata.org/entity/Q334"]
    assert at(root, "//g:remoteInfo/@href") == ["https://krant.example/1?a=1&b"]
    assert "afgelast door Trump" in at(root, "//g:edNote/text()")[0]


def test_each_claim_keeps_its_holder_and_its_words() -> None:
    root = valid(render_newsml(fed(), PAGE))
    (claim,) = root.iter(f"{{{CLAIMS}}}claim")
    assert dict(claim.items()) == {
        "id": "cl_1", "status": "cancelled", "stance": "asserts", "holder": "Donald Trump", "via": "Persbureau",
        "reported": "2018-05-24",
    }  # fmt: skip
    assert claim.text == CLAIM.quote


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_valid(status: Status) -> None:
    valid(render_newsml(fed(status=status), PAGE))


@pytest.mark.parametrize(
    ("when", "start", "attributes", "end"),
    [
        (WhenEntry(edtf="2018-06-12", time="09:00", zone="Asia/Singapore"), "2018-06-12T01:00:00+00:00", {}, []),
        (WhenEntry(edtf="2018-06-08/2018-06-09"), "2018-06-08", {}, ["2018-06-09"]),
        (WhenEntry(edtf="2018-06-12~"), "2018-06-12", {"confirmationstatus": "edconf:approximate"}, []),
        (
            WhenEntry(edtf="[2018-06-05,2018-06-12]"), "2018-06",
            {"approxstart": "2018-06-05", "approxend": "2018-06-12", "confirmationstatus": "edconf:approximate"}, [],
        ),
        (
            WhenEntry(edtf="[2018-12-31,2019-01-01]"), "2018",
            {"approxstart": "2018-12-31", "approxend": "2019-01-01", "confirmationstatus": "edconf:approximate"}, [],
        ),
        (
            WhenEntry(edtf="[2018-06-05..]"), "2018",
            {"approxstart": "2018-06-05", "confirmationstatus": "edconf:approximate"}, [],
        ),
    ],
)  # fmt: skip
def test_dates_say_no_more_than_was_told(
    when: WhenEntry, start: str, attributes: dict[str, str], end: list[str]
) -> None:
    root = valid(render_newsml(fed(when=when), PAGE))
    (found,) = root.iter(f"{{{NAR}}}start")
    assert (found.text, dict(found.items())) == (start, attributes)
    assert at(root, "//g:dates/g:end/text()") == end


def test_without_a_beginning_there_is_no_item() -> None:
    assert not has_newsml_dates(WhenEntry(reason="vague"))
    with pytest.raises(KeyError):
        render_newsml(fed(when=WhenEntry(reason="vague")), PAGE)
    sent = datetime(2018, 5, 26, tzinfo=UTC)
    root = valid(render_newsml_message([fed(), fed(when=WhenEntry(reason="vague"))], PAGE, sent=sent))
    assert len(at(root, "//g:conceptItem/@guid")) == 1


@given(label=HOSTILE, quote=HOSTILE, holder=HOSTILE)
def test_hostile_text_stays_text(label: str, quote: str, holder: str) -> None:
    link = msgspec.structs.replace(TRUMP, name=holder)
    claim = msgspec.structs.replace(CLAIM, quote=f"{quote}</claim>", chain=(link,))
    root = valid(render_newsml(fed(labels={"nl": f"{label}<x>"}, history=(claim,)), PAGE))
    assert "<x>" in at(root, "//g:concept/g:name/text()")[0]
    assert "</claim>" in at(root, "//c:claim/text()")[0]


def test_the_documents_of_a_story_are_valid(hand: SimpleNamespace) -> None:
    told = feed(hand.in_memory(*hand.summit_story()), everything=True).events
    root = valid(render_newsml_message(told, PAGE, sent=datetime(2018, 5, 26, tzinfo=UTC)))
    assert len(at(root, "//g:conceptItem/@guid")) == 2
