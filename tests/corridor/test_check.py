from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.corridor.add import add
from dragoman.corridor.ask import diary
from dragoman.corridor.check import check
from dragoman.errors import BadOption, SkipReport
from dragoman.ledger.store import Ledger
from dragoman.model.check import Check

HEAD = "id,title,start,place,status,published\n"
SUMMIT = "s-1,Top Trump – Kim,2018-06-12,Singapore,,2018-05-01\n"
Desk = Callable[..., Path]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    def write(*rows: str) -> Path:
        path = tmp_path / "desk.csv"
        path.write_text(HEAD + "".join(rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def ledger(hand: SimpleNamespace) -> Ledger:
    """A summit of 12 June, planned on 10 May, called off on the 25th, in doubt again from the 29th on."""
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


def kinds(found: Check) -> list[tuple[Any, ...]]:
    return [(*each.kinds, None if each.entry is None else each.entry.id) for each in found.differences]


@pytest.mark.parametrize(
    ("day", "expected", "same"),
    [
        ("2018-05-10", [], 1),
        ("2018-05-25", [("called-off", "s-1")], 0),
        ("2018-05-30", [("doubted", "s-1")], 0),
    ],
)
def test_a_line_differs_where_the_reports_say_otherwise(
    ledger: Ledger, desk: Desk, day: str, expected: list[tuple[str, str]], same: int
) -> None:
    found = check(ledger, [desk(SUMMIT)], as_of=date.fromisoformat(day))
    assert (kinds(found), found.same, found.untold, found.entries) == (expected, same, 0, 1)


@pytest.mark.parametrize(
    ("row", "day", "expected"),
    [
        ("s-1,Top Trump – Kim,2018-06-12,Singapore,cancelled,\n", "2018-05-10", [("on-again", "s-1")]),
        ("s-1,Top Trump – Kim,2018-06-12,Singapore,cancelled,\n", "2018-05-25", []),
        ("s-1,Top Trump – Kim,2018-06-12,Singapore,tentative,\n", "2018-05-30", []),
        ("s-1,Top Trump – Kim,2018-06-05,Singapore,,\n", "2018-05-10", [("moved", "s-1")]),
    ],
)
def test_what_the_line_says_itself_decides_what_differs(
    ledger: Ledger, desk: Desk, row: str, day: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(check(ledger, [desk(row)], as_of=date.fromisoformat(day))) == expected


def test_what_is_coming_and_stands_in_no_line_is_missing(ledger: Ledger, desk: Desk) -> None:
    other = "x-1,Jaarvergadering voetbalbond,2018-06-20,Zeist,,\n"
    found = check(ledger, [desk(other)], as_of=date(2018, 5, 10))
    assert (kinds(found), found.untold) == ([("missing", None)], 1)
    assert found.differences[0].event.kind == "summit"
    early = "x-1,Jaarvergadering voetbalbond,2018-06-01,Zeist,,\n"
    assert kinds(check(ledger, [desk(early)], as_of=date(2018, 5, 10))) == []


def test_what_is_long_over_is_passed_over(ledger: Ledger, desk: Desk) -> None:
    found = check(ledger, [desk(SUMMIT)], as_of=date(2018, 6, 20))
    assert (kinds(found), found.past) == ([], 1)


def test_the_calendar_itself_is_no_evidence_and_stays_as_it_is(ledger: Ledger, desk: Desk) -> None:
    path = desk("s-1,Top Trump – Kim,2018-06-12,Singapore,,2018-05-28\n")
    before = check(ledger, [path], as_of=date(2018, 5, 28))
    written = path.read_bytes()
    assert add(ledger, [path]).added == 1
    after = check(ledger, [path], as_of=date(2018, 5, 28))
    assert kinds(before) == kinds(after) == [("called-off", "s-1")]
    assert path.read_bytes() == written
    labels = {report.id for report in diary(ledger, everything=True).reports}
    assert "s-1" in labels


def test_nothing_is_written_by_checking(ledger: Ledger, desk: Desk) -> None:
    before = diary(ledger, everything=True)
    check(ledger, [desk(SUMMIT)])
    assert diary(ledger, everything=True) == before


def test_one_actor_may_be_asked(ledger: Ledger, desk: Desk) -> None:
    found = check(ledger, [desk(SUMMIT)], as_of=date(2018, 5, 25), according_to="Trump")
    assert (found.according_to, kinds(found)) == ("Donald Trump", [("called-off", "s-1")])
    assert check(ledger, [desk(SUMMIT)], as_of=date(2018, 5, 25), according_to="Noord-Korea").untold == 1


def test_a_bad_line_is_handed_on_and_a_file_without_lines_refused(ledger: Ledger, desk: Desk) -> None:
    skipped: list[SkipReport] = []
    check(ledger, [desk(SUMMIT, "s-2,Top,someday,,,\n")], skipped=skipped.append)
    assert [error.line for error in skipped] == [3]
    with pytest.raises(BadOption, match="no line of a calendar"):
        check(ledger, [desk()])
