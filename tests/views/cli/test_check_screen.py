from pathlib import Path

import msgspec
import pytest

from dragoman.model.check import Check, Difference
from dragoman.model.diary import Diary
from dragoman.model.report import DeskEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.check_screen import render_check, write_entry
from dragoman.views.cli.fit import width
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT, VISIT = (next(event for event in HAND.events if event.id == name) for name in ("9e02", "4c1f"))
NL = Page(wording=load_wording("nl"), language="nl")
LINE = DeskEntry(id="2018-0612-14", title="Top Trump – Kim", start="2018-06-12", end="2018-06-12", place="Singapore")
DOUBTED = Difference(kinds=("doubted",), entry=LINE, event=SUMMIT)
FOUND = Check(
    as_of="2018-05-26",
    according_to=None,
    entries=3,
    same=1,
    untold=1,
    past=0,
    differences=(DOUBTED, Difference(kinds=("missing",), entry=None, event=VISIT)),
)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (LINE, 'in twijfel · uw regel 2018-0612-14 zegt "Top Trump – Kim", di 12 juni 2018, zeker'),
        (
            msgspec.structs.replace(LINE, end="2018-06-14", status="tentative"),
            'in twijfel · uw regel 2018-0612-14 zegt "Top Trump – Kim", 12–14 juni 2018, onder voorbehoud',
        ),
    ],
)
def test_a_line_is_told_as_the_calendar_has_it(line: DeskEntry, told: str) -> None:
    assert write_entry(msgspec.structs.replace(DOUBTED, entry=line), line, NL) == told


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_the_screen_has_each_difference_and_fits_its_page(columns: int) -> None:
    lines = render_check(FOUND, msgspec.structs.replace(NL, columns=columns))
    assert [line for line in lines if width(line) > columns and "dragoman " not in line] == []
    text = " ".join(" ".join(lines).split())
    assert "3 regels, 2 verschillen" in text
    assert "niet in uw agenda" in text
    assert text.index("9e02") < text.index("4c1f")


def test_no_differences_are_told_as_such() -> None:
    text = "\n".join(render_check(msgspec.structs.replace(FOUND, differences=()), NL))
    assert "0 verschillen" in text
    assert "Waarom" not in text
