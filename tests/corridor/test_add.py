import logging
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.corridor.add import Step, add_reports
from dragoman.errors import LedgerDamaged, NotText, SkipReport, StopRun
from dragoman.ledger.fetch import count_reports, fetch_all
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.reading import Reading, ReadQuote
from dragoman.model.report import Report


@pytest.fixture
def ledger() -> Ledger:
    return open_ledger(":memory:")


def report(number: int) -> Report:
    return Report(key=f"sha256:{number:064x}", id=f"r{number}", text="De top gaat door.", language="nl")


def nothing(given: Report) -> Reading:
    return Reading(report=given.key, version="none")


def outcomes(steps: list[Step]) -> list[tuple[str, str | None]]:
    return [(step.outcome, step.report) for step in steps]


def test_each_report_is_told_of_and_counted(ledger: Ledger) -> None:
    steps: list[Step] = []
    found: list[Report | SkipReport] = [report(1), NotText("a picture", file="a.txt"), report(2), report(1)]
    added = add_reports(ledger, found, read=nothing, progress=steps.append)
    assert outcomes(steps) == [("added", "r1"), ("skipped", None), ("added", "r2"), ("known", "r1")]
    assert (added.added, added.known, [str(error) for error in added.skipped]) == (2, 1, ["a.txt: a picture"])


def test_a_report_is_on_the_disk_before_it_is_told_of(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.sqlite")
    ledger, other = open_ledger(path), open_ledger(path)
    counted = []

    def count(_: Step) -> None:
        with other.reading() as connection:
            counted.append(count_reports(connection))

    add_reports(ledger, [report(1), report(2)], read=nothing, progress=count)
    assert counted == [1, 2]
    ledger.close()
    other.close()


def test_a_report_that_breaks_its_reader_is_left_out_logged_and_the_rest_goes_on(
    ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    def break_one(given: Report) -> Reading:
        if given.id == "r1":
            raise ZeroDivisionError("no such luck")
        return nothing(given)

    with caplog.at_level(logging.ERROR):
        added = add_reports(ledger, [report(1), report(2)], read=break_one)
    assert added.added == 1
    assert (added.skipped[0].report, "no such luck" in str(added.skipped[0])) == ("r1", True)
    assert "r1" in caplog.text


def test_strict_stops_at_the_first_and_keeps_what_was_added(ledger: Ledger) -> None:
    with pytest.raises(SkipReport, match="a picture"):
        add_reports(ledger, [report(1), NotText("a picture"), report(2)], read=nothing, strict=True)
    with ledger.reading() as connection:
        assert [held.report.id for held in fetch_all(connection)] == ["r1"]


def test_what_concerns_the_ledger_stops_the_run(ledger: Ledger) -> None:
    def damage(_: Report) -> Reading:
        raise LedgerDamaged("half of it is gone")

    with pytest.raises(LedgerDamaged):
        add_reports(ledger, [report(1)], read=damage)


def test_a_reading_that_misquotes_stops_the_run_and_is_not_kept(ledger: Ledger) -> None:
    def misquote(given: Report) -> Reading:
        return Reading(report=given.key, version="1", quotes=(ReadQuote(start=0, end=999, direct=True, speakers=()),))

    with pytest.raises(StopRun, match="r1"):
        add_reports(ledger, [report(1)], read=misquote)
    with ledger.reading() as connection:
        assert count_reports(connection) == 0


def test_what_was_read_is_not_read_again(ledger: Ledger, hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    hand.fill(ledger, story)

    def never(given: Report) -> Reading:
        pytest.fail(f"{given.id} is read again")

    assert add_reports(ledger, [each for each, _ in story], read=never).known == 3
