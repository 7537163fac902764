from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import Diary, EventEntry, ReportEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.packs.load import load_wording
from dragoman.views.cli.diary_screen import Asked, render_diary, section_of
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL = Page(wording=load_wording("nl"), language="nl")
DAY = date(2018, 5, 26)
UNKNOWN = WhenEntry()
PAST, COMING = (WhenEntry(edtf=day, earliest=day, latest=day) for day in ("2018-05-20", "2018-06-12"))


def summit(**changed: Any) -> EventEntry:
    return msgspec.structs.replace(SUMMIT, **changed)


def diary(*events: EventEntry, **changed: Any) -> Diary:
    return msgspec.structs.replace(HAND, events=events, **changed)


def report(published: WhenEntry | None) -> ReportEntry:
    return ReportEntry(id="a", key="sha256:a", outlet=None, language="nl", published=published)


@pytest.mark.parametrize(
    ("status", "when", "background", "expected"),
    [
        ("planned", COMING, False, "coming"),
        ("cancelled", COMING, False, "coming"),
        ("planned", UNKNOWN, False, "undated"),
        ("held", UNKNOWN, False, "past"),
        ("held", PAST, False, "past"),
        ("cancelled", PAST, False, "past"),
        ("ongoing", PAST, False, "coming"),
        ("unknown-after-date", PAST, False, "past"),
        ("held", PAST, True, "background"),
    ],
)
def test_events_stand_under_their_heading(status: Status, when: WhenEntry, background: bool, expected: str) -> None:
    assert section_of(summit(status=status, when=when, background=background), DAY) == expected


def test_an_empty_diary_says_so() -> None:
    assert "Niets in de agenda." in render_diary(diary(), NL)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ([COMING], "1 bericht ·"),
        ([COMING, COMING], "2 berichten ·"),
        ([COMING, None, UNKNOWN], "3 berichten, van 2 is de dag onbekend ·"),
        ([None], "1 bericht, dag onbekend (datum niet bekend) ·"),
        (
            [WhenEntry(edtf="2018-05", earliest="2018-05-01", latest="2018-05-31")],
            "1 bericht, dag onbekend (mei 2018) ·",
        ),
    ],
)
def test_reports_are_counted(published: list[WhenEntry | None], expected: str) -> None:
    lines = render_diary(diary(reports=tuple(report(when) for when in published)), NL)
    assert lines[1].startswith(expected)


def test_whose_word_it_is_stands_in_the_head() -> None:
    lines = render_diary(diary(according_to="North Korea"), NL)
    assert "stand op za 26 mei 2018, volgens Noord-Korea" in "\n".join(lines[:2])


def test_a_moved_event_leaves_a_line_on_its_old_day() -> None:
    lines = render_diary(diary(summit(status="planned", moved_from=(PAST,))), NL)
    old = next(line for line in lines if line.startswith("→ zo 20 mei 2018"))
    assert old.split() == "→ zo 20 mei 2018 verplaatst naar di 12 juni 2018 9e02".split()
    assert lines.index(old) > lines.index("GEWEEST")


def test_an_event_put_off_leaves_one_too() -> None:
    lines = render_diary(diary(summit(status="postponed", when=UNKNOWN, moved_from=(COMING,))), NL)
    assert any(line.startswith("→ di 12 juni 2018     uitgesteld, geen nieuwe datum") for line in lines)
    assert "ZONDER DATUM" in lines


def test_what_is_hidden_is_counted() -> None:
    lines = render_diary(diary(hidden={"background": 3, "held": 2}), NL)
    assert "Niet getoond: 3 achtergrond, 2 geweest.     Alles: dragoman diary --all" in lines


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), ["Waarom: dragoman event 9e02     Andere dag: dragoman diary --as-of 2018-05-25"]),
        (("a",), ["Waarom: dragoman event 9e02 --in a", "Andere dag: dragoman diary a --as-of 2018-05-25"]),
        (("mijn map",), ["Waarom: dragoman event 9e02 --in …", "Andere dag: dragoman diary … --as-of 2018-05-25"]),
        (("x" * 40,), ["Waarom: dragoman event 9e02 --in …", "Andere dag: dragoman diary … --as-of 2018-05-25"]),
        (
            ("a", "b"),
            ["Waarom: dragoman event 9e02 --in a --in b", "Andere dag: dragoman diary a b --as-of 2018-05-25"],
        ),
    ],
)
def test_what_to_type_next_can_be_typed(paths: tuple[str, ...], expected: list[str]) -> None:
    assert render_diary(diary(SUMMIT), NL, asked=Asked(paths=paths))[-len(expected) :] == expected


def test_long_names_push_the_rest_below() -> None:
    names = ("Donald Trump", "Kim Jong-un", "Moon Jae-in", "Shinzo Abe")
    lines = render_diary(diary(summit(status="cancelled", by=names)), NL)
    at = lines.index("KOMEND")
    assert lines[at + 1 : at + 3] == [
        "✕ di 12 juni 2018     afgelast door Trump, Kim, Moon e.a.  Singapore        9e02",
        "  Top Verenigde Staten – Noord-Korea (Donald Trump, Kim Jong-un)",
    ]
    narrow = render_diary(diary(summit(status="cancelled", by=names)), msgspec.structs.replace(NL, columns=50))
    at = narrow.index("KOMEND")
    assert narrow[at + 1] == "✕ di 12 juni 2018" + " " * 29 + "9e02"
    assert narrow[at + 2] == "  afgelast door Trump, Kim, Moon e.a., Singapore"
