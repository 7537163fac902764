from typing import Any

import pytest

from dragoman.errors import EmptyReport, MalformedRecord
from dragoman.model.report import DeskEntry
from dragoman.readers.calendar import day_text, entry_report, read_line


def entry(**changed: Any) -> DeskEntry:
    return DeskEntry(**{"id": "a-1", "title": "Top Trump – Kim", "start": "2018-06-12", "end": "2018-06-12"} | changed)


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({}, "2018-06-12"),
        ({"time": "14:30"}, "2018-06-12 14:30"),
        ({"end": "2018-06-13"}, "2018-06-12/2018-06-13"),
    ],
)
def test_days_are_told_as_they_stand(changed: dict[str, str], text: str) -> None:
    assert day_text(entry(**changed)) == text


def test_a_line_is_a_report_of_its_desk_under_its_own_id() -> None:
    made = entry_report(entry(place="Singapore"), origin="desk.ics", outlet="Desk", published="2018-05-20")
    assert (made.id, made.outlet, made.published) == ("a-1", "Desk", "2018-05-20")
    assert made.text == "Top Trump – Kim\n2018-06-12\nSingapore\nconfirmed"
    assert made.entry == entry(place="Singapore")


def test_a_line_without_a_title_is_left_out() -> None:
    with pytest.raises(EmptyReport):
        entry_report(entry(title=""), origin="desk.ics", outlet="Desk", published=None)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start": "2018-06-12", "title": "Top"}, ("desk-3", "2018-06-12", "2018-06-12", None, "confirmed")),
        (
            {"id": "x", "start": "2018-06-12 14:30", "title": "Top", "status": "Tentative"},
            ("x", "2018-06-12", "2018-06-12", "14:30", "tentative"),
        ),
        (
            {"id": "x", "start": "2018-06-12", "end": "2018-06-14", "title": "Top", "status": ""},
            ("x", "2018-06-12", "2018-06-14", None, "confirmed"),
        ),
    ],
)
def test_a_row_is_a_line(cells: dict[str, str], expected: tuple[str | None, ...]) -> None:
    made = read_line(cells, origin="desk.csv", line=3, stem="desk").entry
    assert made is not None
    assert (made.id, made.start, made.end, made.time, made.status) == expected


@pytest.mark.parametrize(
    "changed", [{"start": "12 juni"}, {"start": ""}, {"status": "perhaps"}, {"end": "2018-06-11"}, {"end": "x"}]
)
def test_what_is_no_day_or_status_is_refused_with_its_line(changed: dict[str, str]) -> None:
    with pytest.raises(MalformedRecord, match="line 3"):
        read_line({"title": "Top", "start": "2018-06-12"} | changed, origin="desk.csv", line=3, stem="desk")
