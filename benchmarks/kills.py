"""Kills a program that adds and settles, at random moments, and looks whether anything was lost or doubled.

    python benchmarks/kills.py [--kills N] [--reports N] [--ledger PATH-OR-URL] [--seed N]

A child adds made reports one after another, prints each when it is told of as added, and settles after every fifth. It
is killed (SIGKILL) after a random while and started again with the same reports, until it was killed so often. All that
was told of as added must then be in the ledger, once, with its claims. In the end the same command finishes the work,
and the rows must be those of a ledger into which everything was put at once.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from dragoman.corridor.add import add_reports
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.ledger.tables import CLAIM, DERIVED, READING, REPORT
from dragoman.model.actor import Actor
from dragoman.model.reading import EventMention, Party, ReadClaim, ReadEvent, Reading
from dragoman.model.report import Report, report_key

Pair = tuple[Report, Reading]
ADDED = datetime(2019, 1, 1, tzinfo=UTC)
STATES = ("US", "KP", "KR", "RU", "JP", "CN")
TOGETHER = 5
"""After so many reports the child settles."""
LONGEST = 1.5
"""Seconds from the opening of the ledger until the child is killed, at most."""


def make_pairs(count: int) -> list[Pair]:
    """Makes reports of meetings between two states, each with one claim."""
    return [_pair(number) for number in range(count)]


def _pair(number: int) -> Pair:
    text = f"Report {number}: they meet."
    day = (date(2018, 1, 1) + timedelta(days=number * 7 % 300)).isoformat()
    key = report_key(text=text, published=day)
    report = Report(key=key, id=str(number), text=text, language="nl", published=day, added=ADDED)
    sides = (STATES[number % 6], STATES[(number + 1 + number // 6 % 5) % 6])
    parties = tuple(Party(actor=Actor(id=f"Q-{side}", name=side, type="state", state=side)) for side in sides)
    start = text.index("they")
    mention = EventMention(start=start, end=len(text) - 1, text="they meet", rule="made")
    claim = ReadClaim(event=0, status="planned", start=start, end=len(text) - 1, chain=(), rule="made")
    event = ReadEvent(kind="meeting", mentions=(mention,), parties=parties)
    return report, Reading(report=key, version="made-1", events=(event,), claims=(claim,))


def write(place: str, count: int) -> None:
    """Adds all reports that the ledger does not hold yet, and tells of each."""
    ledger = open_ledger(place)
    print("open", flush=True)
    pairs = make_pairs(count)
    readings = {report.key: reading for report, reading in pairs}
    for start in range(0, count, TOGETHER):
        reports = [report for report, _ in pairs[start : start + TOGETHER]]
        add_reports(
            ledger,
            reports,
            read=lambda report: readings[report.key],
            progress=lambda step: print(step.report, flush=True),
        )
    ledger.close()
    print("done", flush=True)


def start_and_kill(command: list[str], seconds: float) -> tuple[list[str], bool]:
    """Runs the child until it is killed or done; gives what it told of as added."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - this very file
        if child.stdout is not None:
            child.stdout.readline()  # it is up, and begins
        try:
            told, _ = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            told, _ = child.communicate()
    lines = told.splitlines() if told.endswith("\n") else told.splitlines()[:-1]
    return [line for line in lines if line != "done"], "done" in lines


def held(ledger: Ledger) -> tuple[list[str], int, int]:
    """Gives the labels of the reports in a ledger, and how many readings and claims it has."""
    with ledger.reading() as connection:
        labels = list(connection.execute(select(REPORT.c.id)).scalars())
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (READING, CLAIM)
        ]
    return labels, counts[0], counts[1]


def check(place: str, told: set[str]) -> int:
    """Makes sure that all that was told of is there, once, and whole; gives how many reports there are."""
    ledger = open_ledger(place)
    labels, readings, claims = held(ledger)
    ledger.close()
    lost, doubled = told - set(labels), len(labels) - len(set(labels))
    if lost or doubled or not len(labels) == readings == claims:
        sys.exit(f"lost {sorted(lost)}, doubled {doubled}; {len(labels)} reports, {readings} readings, {claims} claims")
    return len(labels)


def derived(ledger: Ledger) -> dict[str, list[str]]:
    """Gives all derived rows."""
    with ledger.reading() as connection:
        return {table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table))) for table in DERIVED}


def run(place: str, *, kills: int, reports: int, seed: int, fresh: bool) -> None:
    """Kills the child so often, and checks each time."""
    chance = random.Random(seed)  # noqa: S311 - for repeating
    command = [sys.executable, __file__, "--write", "--ledger", place, "--reports", str(reports)]
    told: set[str] = set()
    killed = rounds = 0
    start = time.monotonic()
    while killed < kills:
        added, done = start_and_kill(command, chance.uniform(0, LONGEST))
        told |= set(added)
        killed += not done
        there = check(place, told)
        if done:
            rounds += 1
            if not fresh:
                break
            for each in Path(place).parent.glob(f"{Path(place).name}*"):
                each.unlink()
            told = set()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - this very file
    there = check(place, told)
    at_once, ledger = open_ledger(":memory:"), open_ledger(place)
    readings = {report.key: reading for report, reading in make_pairs(reports)}
    add_reports(at_once, [report for report, _ in make_pairs(reports)], read=lambda report: readings[report.key])
    same = derived(at_once) == derived(ledger)
    ledger.close()
    seconds = time.monotonic() - start
    print(
        f"killed {killed} times in {seconds:.0f} s, {rounds} times done between; {there} reports, none lost or doubled"
    )
    print("the rows are those of adding at once" if same else "THE ROWS DIFFER from those of adding at once")
    sys.exit(not same)


def main() -> None:
    """Runs the check, or the child that is killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--ledger", help="an empty place; a file of its own if none is given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write(given.ledger, given.reports)
        return
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or str(Path(folder) / "ledger.sqlite")
        fresh = "://" not in place
        run(place, kills=given.kills, reports=given.reports, seed=given.seed, fresh=fresh)


if __name__ == "__main__":
    main()
