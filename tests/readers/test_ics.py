from io import BufferedReader, BytesIO
from typing import cast

import pytest

from dragoman.errors import MalformedRecord, SkipReport
from dragoman.model.report import DeskEntry, RawReport
from dragoman.readers.ics import read_reports
from dragoman.readers.reader import Found


def calendar(*events: str, name: str | None = "Desk buitenland") -> bytes:
    told = [] if name is None else [f"X-WR-CALNAME:{name}"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//proef//nl", *told]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def read(data: bytes) -> list[Found]:
    return list(read_reports(BufferedReader(BytesIO(data)), origin="desk.ics", stem="desk"))


def entry_of(*lines: str) -> DeskEntry:
    [found] = read(calendar("|".join(lines)))
    entry = cast("RawReport", found).entry
    assert entry is not None
    return entry


def test_an_event_keeps_its_id_and_fields() -> None:
    [found] = read(
        calendar(
            "UID:2018-0612-14|LAST-MODIFIED:20180521T080000Z|DTSTAMP:20180520T080000Z|SUMMARY:Top Trump – Kim"
            "|DTSTART;VALUE=DATE:20180612|DTEND;VALUE=DATE:20180613|LOCATION:Singapore|STATUS:TENTATIVE"
        )
    )
    assert isinstance(found, RawReport)
    assert (found.id, found.outlet, found.published) == ("2018-0612-14", "Desk buitenland", "2018-05-21")
    assert found.entry == DeskEntry(
        id="2018-0612-14",
        title="Top Trump – Kim",
        start="2018-06-12",
        end="2018-06-12",
        status="tentative",
        place="Singapore",
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (";VALUE=DATE:20180612", ";VALUE=DATE:20180615", ("2018-06-12", "2018-06-14", None, None)),
        (":20180612T143000", ":20180612T160000", ("2018-06-12", "2018-06-12", "14:30", None)),
        (":20180612T220000Z", ":20180613T000000Z", ("2018-06-12", "2018-06-12", "22:00", "UTC")),
        (":20180612T220000", ":20180613T013000", ("2018-06-12", "2018-06-13", "22:00", None)),
        (";VALUE=DATE:20180612", ";VALUE=DATE:20180612", ("2018-06-12", "2018-06-12", None, None)),
    ],
)
def test_days_and_hours(start: str, end: str, expected: tuple[str | None, ...]) -> None:
    entry = entry_of("UID:a", "SUMMARY:Top", f"DTSTART{start}", f"DTEND{end}")
    assert (entry.start, entry.end, entry.time, entry.zone) == expected


def test_a_folded_title_and_a_missing_id_are_made_whole() -> None:
    entry = entry_of("SUMMARY:Top van de\r\n  landen\\, tweede dag", "DTSTART;VALUE=DATE:20180612")
    assert (entry.id, entry.title) == ("desk-1", "Top van de landen, tweede dag")


def test_a_calendar_without_a_name_is_called_as_its_file() -> None:
    [found] = read(calendar("UID:a|SUMMARY:Top|DTSTART;VALUE=DATE:20180612", name=None))
    assert cast("RawReport", found).outlet == "desk"


def test_a_bad_event_costs_no_other() -> None:
    told = read(
        calendar(
            "UID:a|SUMMARY:Top",
            "UID:b|DTSTART;VALUE=DATE:20180612",
            "UID:c|SUMMARY:Top|DTSTART:someday",
            "UID:d|SUMMARY:Top|DTSTART;VALUE=DATE:20180612",
        )
    )
    assert [type(each).__name__ for each in told] == ["MalformedRecord", "EmptyReport", "MalformedRecord", "RawReport"]
    assert [each.report for each in told if isinstance(each, SkipReport)] == ["a", "b", "c"]


@pytest.mark.parametrize("data", [b"", b"no calendar at all", b"BEGIN:VCALENDAR\r\n", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_is_no_calendar_is_told_with_its_file(data: bytes) -> None:
    found = read(data)
    assert [each for each in found if isinstance(each, RawReport)] == []
    assert all(isinstance(each, SkipReport) and each.file == "desk.ics" for each in found)
    assert found == [] or isinstance(found[0], MalformedRecord | SkipReport)
