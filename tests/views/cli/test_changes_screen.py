from datetime import date
from pathlib import Path

import msgspec
import pytest

from dragoman.model.changes import ChangeEntry, Changes, StandEntry
from dragoman.model.diary import Diary, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.changes_screen import render_changes, write_turns
from dragoman.views.cli.fit import width
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT, VISIT = (next(event for event in HAND.events if event.id == name) for name in ("9e02", "4c1f"))
NL = Page(wording=load_wording("nl"), language="nl")
JUNE_12 = WhenEntry(edtf="2018-06-12")
OFF = StandEntry(day="2018-05-24", status="cancelled", when=JUNE_12, contested=False, by=("Donald Trump",))
DOUBT = StandEntry(day="2018-05-25", status="doubtful", when=JUNE_12, contested=False, kinds=("reopened",))
REOPENED = ChangeEntry(kinds=("reopened",), before=OFF, steps=(DOUBT,), event=SUMMIT)
NEW = ChangeEntry(
    kinds=("new",),
    before=None,
    steps=(StandEntry(day="2018-05-26", status="planned", when=WhenEntry(), contested=False, kinds=("new",)),),
    event=VISIT,
)
FOUND = Changes(since="2018-05-24", as_of="2018-05-26", according_to=None, changes=(REOPENED, NEW))


def test_a_change_tells_where_the_event_stood() -> None:
    assert write_turns(REOPENED, NL) == "heropend · was ✕ afgelast door Trump"
    assert write_turns(NEW, NL) == "nieuw"


def test_several_turns_are_told_one_by_one() -> None:
    planned = StandEntry(day="2018-05-23", status="planned", when=JUNE_12, contested=False)
    off = msgspec.structs.replace(OFF, kinds=("called-off",))
    entry = ChangeEntry(kinds=("called-off", "reopened"), before=planned, steps=(off, DOUBT), event=SUMMIT)
    assert write_turns(entry, NL.on_day(date(2018, 5, 26))) == (
        "afgelast, heropend · was ● gepland > do ✕ afgelast door Trump > vr ? onzeker"
    )


def test_what_moved_tells_its_old_day() -> None:
    before = StandEntry(day="2018-05-23", status="planned", when=WhenEntry(edtf="2018-06-10"), contested=False)
    after = StandEntry(day="2018-05-24", status="planned", when=JUNE_12, contested=False, kinds=("moved",))
    entry = ChangeEntry(kinds=("moved",), before=before, steps=(after,), event=SUMMIT)
    assert write_turns(entry, NL) == "verplaatst · was ● gepland, zo 10 juni 2018"


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_the_screen_has_each_event_and_fits_its_page(columns: int) -> None:
    lines = render_changes(FOUND, msgspec.structs.replace(NL, columns=columns))
    assert [line for line in lines if width(line) > columns and "dragoman " not in line] == []
    text = "\n".join(lines)
    assert text.index("9e02") < text.index("4c1f")
    assert "2 gebeurtenissen gewijzigd" in text


def test_what_is_hidden_is_counted_and_an_empty_screen_says_so() -> None:
    empty = msgspec.structs.replace(FOUND, changes=(), hidden={"background": 2}, according_to="Donald Trump")
    text = "\n".join(render_changes(empty, NL))
    assert "Niets gewijzigd." in text
    assert "Niet getoond: 2 achtergrond." in text
    assert "volgens Donald Trump" in text
