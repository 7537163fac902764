from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import Diary, EventEntry, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.event_screen import Story, count_copies, linked_ids, render_event
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def summit(**changed: Any) -> EventEntry:
    return msgspec.structs.replace(SUMMIT, **changed)


def test_links_from_both_ends_are_found() -> None:
    assert linked_ids(SUMMIT, HAND.events) == {"6b30", "4c1f"}
    assert linked_ids(SUMMIT, []) == {"6b30"}


def test_only_the_same_words_from_another_report_are_a_copy() -> None:
    first = SUMMIT.history[0]
    again = msgspec.structs.replace(first, id="cl_again")
    elsewhere = msgspec.structs.replace(first, id="cl_else", report="ander", quote=f" {first.quote} ")
    other = msgspec.structs.replace(first, id="cl_other", report="ander", quote="iets anders")
    assert count_copies(summit(history=(first, again, elsewhere, other))) == 1


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"contested": True}, "  Tegenspraak: er is ook gezegd dat het anders staat."),
        ({"certainty": "possible"}, "  Zekerheid: mogelijk."),
        ({"when": WhenEntry(edtf="2018-06-12", time="09:00")}, "di 12 juni 2018 · 9.00 · Singapore"),
        ({"when": WhenEntry()}, "geen dag genoemd · uur niet genoemd · Singapore"),
        ({"reports": 3}, "MELDINGEN (5 meldingen in 3 berichten, 0 overnames) · nieuwste eerst"),
        ({"since": WhenEntry(edtf="2018-05-25")}, "? ONZEKER sinds vr 25 mei" + " " * 51 + "9e02"),
        ({"since": None}, "? ONZEKER" + " " * 67 + "9e02"),
    ],
)
def test_screen_tells_what_is_known(changed: dict[str, Any], expected: str) -> None:
    assert expected in render_event(Story(event=summit(**changed)), NL)


def test_a_link_to_an_event_that_is_not_known_keeps_its_id() -> None:
    assert "  (voorwaarde)" + " " * 62 + "6b30" in render_event(Story(event=SUMMIT), NL)


def test_an_event_without_claims_or_links_has_only_a_head_and_why() -> None:
    lines = render_event(Story(event=summit(history=(), links=(), rule="")), NL)
    assert lines[0].startswith("? ONZEKER")
    assert "HANGT SAMEN MET" not in lines
    assert "WAAROM" not in lines
