"""iCalendar: one event for life, through planned, moved and called off, read back by a library and by a client."""

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from dragoman.corridor.feed import FedEvent, Feed, Source, Turn, feed
from dragoman.ledger.store import open_ledger
from dragoman.model.diary import ChainEntry, ClaimEntry, EventEntry, PlaceEntry, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.to_ics import CANCELLED, render_ics

PAGE = Page(wording=load_wording("nl"), language="nl")
UID = UUID("63bc4fb5-5852-5dcf-a115-6e6a1762294b")
EVENT = EventEntry(
    id="9e02", kind="summit", nature="single", label="Summit", labels={"nl": "Top"}, parties=(),
    place=PlaceEntry(name="Singapore"), when=WhenEntry(edtf="2018-06-12"), moved_from=(), status="planned", since=None,
    previous=None, rule="", because=(), dissents=(), contested=False, certainty="certain", iptc="eos1",
    background=False, outcome=None, alternatives=(), links=(), history=(), reports=0, voices=0,
)  # fmt: skip
HOSTILE = st.text(st.sampled_from("ab é\r\n\x00\x85\u2028\u202e\u2066\u200f\ud800;,:\\\"'<&>"), max_size=120)


def fed(*, url: str | None = None, **more: object) -> FedEvent:
    event = msgspec.structs.replace(EVENT, **more)
    turns = (
        Turn(moment=datetime(2018, 5, 10, tzinfo=UTC), status="planned"),
        Turn(moment=datetime(2018, 5, 24, 13, 50, tzinfo=UTC), status=event.status),
    )
    return FedEvent(uid=UID, event=event, turns=turns, sources=(Source(uid=UID, url=url),))


def calendar(*events: FedEvent, **options: object) -> Calendar:
    told = Feed(as_of=date(2018, 5, 26), according_to=None, events=events)
    return Calendar.from_ical(render_ics(told, PAGE, **options))  # type: ignore[arg-type] # options of many types


def only(component: str, *events: FedEvent, **options: object) -> Component:
    (found,) = calendar(*events, **options).walk(component)
    return found


def story(hand: SimpleNamespace) -> list[tuple[object, object]]:
    told = {"words": "top", "place": hand.SINGAPORE}
    return [
        hand.write(
            "Op 12 juni is de top.",
            hand.Telling(**told, when="12 juni", claims=(("planned", hand.TRUMP, None),)),
            published="2018-05-10",
            label="a",
        ),
        hand.write(
            "Trump verzet de top van 12 juni naar 15 juni.",
            hand.Telling(**told, when="15 juni", moved="12 juni", claims=(("planned", hand.TRUMP, None),)),
            published="2018-05-20",
            label="b",
        ),
        hand.write(
            "Trump blies de top van 15 juni op 24 mei af.",
            hand.Telling(**told, when="15 juni", claims=(("cancelled", hand.TRUMP, "24 mei"),)),
            published="2018-05-25",
            label="c",
        ),
    ]


def versions(hand: SimpleNamespace) -> list[bytes]:
    """Makes the feed after each report of a story, as a subscriber would get it."""
    ledger = open_ledger(":memory:")
    made = []
    for pair in story(hand):
        hand.fill(ledger, [pair])
        made.append(render_ics(feed(ledger), PAGE))
    return made


def test_three_versions_are_one_event(hand: SimpleNamespace) -> None:
    found = [Calendar.from_ical(version).walk("VEVENT") for version in versions(hand)]
    assert [len(each) for each in found] == [1, 1, 1]
    events = [each[0] for each in found]
    assert [(str(each["STATUS"]), each["SEQUENCE"], each.decoded("DTSTART")) for each in events] == [
        ("TENTATIVE", 0, date(2018, 6, 12)),
        ("TENTATIVE", 1, date(2018, 6, 15)),
        ("CANCELLED", 2, date(2018, 6, 15)),
    ]
    assert len({str(each["UID"]) for each in events}) == 1
    changed = [each.decoded("LAST-MODIFIED") for each in events]
    assert changed == sorted(changed)
    assert [each.decoded("DTSTAMP") for each in events] == changed


def test_looking_back_gives_the_same_three_versions(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*story(hand))
    found = []
    for day in (date(2018, 5, 10), date(2018, 5, 20), date(2018, 5, 25)):
        (event,) = Calendar.from_ical(render_ics(feed(ledger, as_of=day), PAGE)).walk("VEVENT")
        found.append((str(event["STATUS"]), event["SEQUENCE"], event.decoded("DTSTART").day))
    assert found == [("TENTATIVE", 0, 12), ("TENTATIVE", 1, 15), ("CANCELLED", 2, 15)]


def khal(folder: Path, *arguments: str) -> str:
    program = Path(sys.executable).with_name("khal")
    found = str(program) if program.exists() else shutil.which("khal")
    if found is None:
        pytest.skip("khal is not installed (pip install khal)")
    settings = folder / "khal.conf"
    formats = "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    stamps = "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    settings.write_text(
        f"[calendars]\n[[feed]]\npath = {folder / 'feed'}\ntype = calendar\n"
        f"[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n{formats}{stamps}"
        f"[default]\ndefault_calendar = feed\n[sqlite]\npath = {folder / 'khal.db'}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [found, "-c", str(settings), *arguments], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_client_that_takes_in_three_versions_ends_with_one_event_called_off(
    hand: SimpleNamespace, tmp_path: Path
) -> None:
    (tmp_path / "feed").mkdir()
    shown = []
    for number, version in enumerate(versions(hand)):
        path = tmp_path / f"{number}.ics"
        path.write_bytes(version)
        khal(tmp_path, "import", "--batch", "-a", "feed", str(path))
        listed = khal(tmp_path, "list", "--day-format", "", "--format", "{start-date} {status}", "2018-06-01", "30d")
        shown.append(listed.split("\n")[:-1])
    assert [[line.strip() for line in each if line.strip()] for each in shown] == [
        ["2018-06-12 TENTATIVE"],
        ["2018-06-15 TENTATIVE"],
        ["2018-06-15 CANCELLED"],
    ]
    assert len(list((tmp_path / "feed").glob("*.ics"))) == 1


@pytest.mark.parametrize("edtf", ["2018-06", "[2018-06-05,2018-06-12]", "[2018-06-01..2018-06-10]", "2018", None])
def test_without_a_day_there_is_no_event_on_one(edtf: str | None) -> None:
    made = calendar(fed(when=WhenEntry(edtf=edtf, text="begin juni", reason=None if edtf else "vague")))
    assert made.walk("VEVENT") == []
    (journal,) = made.walk("VJOURNAL")
    assert "DTSTART" not in journal
    assert str(journal["STATUS"]) == "DRAFT"
    assert str(journal["UID"]) == str(UID)
    assert journal.get("X-DRAGOMAN-EDTF") == edtf


def test_what_left_its_day_for_none_that_is_known_says_so_there() -> None:
    event = only("VEVENT", fed(when=WhenEntry(edtf="2018-07"), moved_from=(WhenEntry(edtf="2018-06-12"),)))
    assert event.decoded("DTSTART") == date(2018, 6, 12)
    assert str(event["SUMMARY"]) == "verplaatst naar juli 2018: Top"
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("TENTATIVE", "TRANSPARENT")


def test_put_off_is_told_before_the_name() -> None:
    event = only("VEVENT", fed(status="postponed", iptc="eos3"))
    assert (str(event["SUMMARY"]), str(event["STATUS"])) == ("uitgesteld: Top", "TENTATIVE")


def test_a_stretch_ends_the_day_after_its_last() -> None:
    event = only("VEVENT", fed(when=WhenEntry(edtf="2018-06-08/2018-06-09")))
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2018, 6, 8), date(2018, 6, 10))


def test_an_hour_with_a_zone_is_a_moment_and_one_without_is_none() -> None:
    told = WhenEntry(edtf="2018-06-12", time="09:00", zone="Asia/Singapore")
    assert only("VEVENT", fed(when=told)).decoded("DTSTART") == datetime(2018, 6, 12, 1, tzinfo=UTC)
    assert only("VEVENT", fed(when=msgspec.structs.replace(told, zone=None))).decoded("DTSTART") == date(2018, 6, 12)


def test_about_a_day_is_not_confirmed_on_it() -> None:
    confirmed = {"status": "confirmed", "iptc": "eos5"}
    assert str(only("VEVENT", fed(**confirmed))["STATUS"]) == "CONFIRMED"
    assert str(only("VEVENT", fed(**confirmed, when=WhenEntry(edtf="2018-06-12~")))["STATUS"]) == "TENTATIVE"


@pytest.mark.parametrize(("cancelled", "summaries"), [("show", ["Top"]), ("hide", []), ("prefix", ["afgelast: Top"])])
def test_what_is_called_off_is_kept_unless_it_is_asked_otherwise(cancelled: str, summaries: list[str]) -> None:
    made = calendar(fed(status="cancelled", iptc="eos6"), cancelled=cancelled)
    assert [str(event["SUMMARY"]) for event in made.walk("VEVENT")] == summaries
    assert cancelled in CANCELLED
    for event in made.walk("VEVENT"):
        assert (str(event["STATUS"]), str(event["TRANSP"]), event["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 1)


def test_reports_and_codes_are_linked() -> None:
    event = only("VEVENT", fed(url="https://krant.example/1"), site="https://agenda.example/")
    assert str(event["URL"]) == "https://agenda.example/events/9e02"
    assert str(event["LINK"]) == "https://krant.example/1"
    assert event["LINK"].params["LINKREL"] == "cite"
    assert str(event["CONCEPT"]) == "http://cv.iptc.org/newscodes/eventoccurstatus/eos1"
    assert str(only("VEVENT", fed(url="https://krant.example/1"))["URL"]) == "https://krant.example/1"
    assert "URL" not in only("VEVENT", fed(url="javascript:alert(1)"))


def test_the_calendar_says_what_it_is() -> None:
    made = calendar()
    assert str(made["NAME"]) == str(made["X-WR-CALNAME"]) == PAGE.say("title")
    assert str(made["METHOD"]) == "PUBLISH"
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in made.to_ical().decode()


def claim(quote: str, holder: str) -> ClaimEntry:
    link = ChainEntry(name=holder, type="person", state=None, evidentiality="quoted", start=0, end=1)
    return ClaimEntry(
        id="cl_1", said=None, published=WhenEntry(edtf="2018-05-24"), status="planned", stance="asserts",
        certainty="certain", chain=(link,), when=None, reason=None, report="a", start=0, end=len(quote), quote=quote,
        rule="hand",
    )  # fmt: skip


@given(label=HOSTILE, quote=HOSTILE, holder=HOSTILE, place=HOSTILE)
def test_no_text_breaks_out(label: str, quote: str, holder: str, place: str) -> None:
    event = fed(
        labels={"nl": f"{label}\r\nEND:VEVENT\nATTACH:https://elsewhere.example"},
        place=PlaceEntry(name=f"{place}\nSTATUS:CANCELLED"),
        history=(claim(f"{quote}\rBEGIN:VALARM", holder),),
        because=("cl_1",),
    )
    raw = render_ics(Feed(as_of=date(2018, 5, 26), according_to=None, events=(event,)), PAGE)
    text = raw.decode("utf-8")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert "\n" not in "".join(lines)
    assert "\r" not in "".join(lines)
    names = [line.partition(":")[0].partition(";")[0] for line in lines if line]
    assert names.count("END") == names.count("BEGIN") == 2
    assert "ATTACH" not in names
    assert names.count("STATUS") == 1
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found = Calendar.from_ical(raw).walk("VEVENT")[0]
    assert str(found["SUMMARY"]).endswith("ATTACH:https://elsewhere.example")
