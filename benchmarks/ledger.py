"""Measures a ledger of many reports, made from the gold by a seeded generator.

    python benchmarks/ledger.py [--reports N] [--shape ten-years|one-year] [--ledger PATH-OR-URL] [--seed N]

The reports of the development gold are read once and told again and again: each telling moves a story by some
weeks, gives its parts to other states, and lets eleven papers print each report. So a hundred thousand reports tell of
some twenty-five thousand events, within ten years or within one. Texts and readings are as long as real ones.

The first N are added, so that a day holds as many reports as among a hundred thousand. Told are: what adding in
publication order costs a report around the first thousand and at the end, in batches and one by one; what filling in
late costs (median, 95th percentile, most); the diary of a month, a page of 200; one event's story; and the room that a
report takes on the disk. Times are of this process on the processor, so that other work on the machine makes no
difference; a database server's own are not in them.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.corridor.add import add_reports
from dragoman.corridor.ask import event
from dragoman.corridor.files import read_reports
from dragoman.corridor.page import diary_page
from dragoman.corridor.read import read_report
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.actor import Actor, Link
from dragoman.model.mention import DateForm
from dragoman.model.reading import ReadEvent, Reading
from dragoman.model.report import Report, report_key
from dragoman.model.when import When
from dragoman.packs.load import load_actors

GOLD = Path(__file__).resolve().parent.parent / "evaluation/gold/dev"
SHAPES = {"ten-years": 3650, "one-year": 365}
FIRST = date(2011, 1, 3)
WHOLE = 100_000
PAPERS = 11
BATCH = 250
AROUND = 1000
LATE = 40
PAGE = 200
ADDED = datetime(2026, 1, 1, tzinfo=UTC)
WEEK = timedelta(days=7)

Pair = tuple[Report, Reading]


class Telling(NamedTuple):
    """One report to be made: of which story's telling, by which paper, and on which day."""

    day: date
    story: int
    telling: int
    report: int
    paper: int


def read_stories() -> list[list[Pair]]:
    """Reads the reports of each of the gold's stories."""
    stories = []
    for folder in sorted(path for path in GOLD.glob("*/reports") if path.is_dir()):
        reports = [each for each in read_reports([folder]) if isinstance(each, Report)]
        stories.append([(each, read_report(each)) for each in reports if each.published is not None])
    return [story for story in stories if story]


class Generator:
    """Makes reports, in the order of their days."""

    def __init__(self, stories: Sequence[Sequence[Pair]], *, count: int, days: int, seed: int) -> None:
        """Plans ``WHOLE`` reports for a stretch of days, of which the first ``count`` are made."""
        self._stories = stories
        self._chance = random.Random(seed)  # noqa: S311 - for repeating
        self._states = sorted({actor.state for actor in load_actors().actors() if actor.state is not None})
        self._weights = [1 / (rank + 10) for rank in range(len(self._states))]
        self._maps: dict[int, dict[str, str]] = {}
        self._moves: dict[int, timedelta] = {}
        self.tellings = sorted(self._plan(max(count, WHOLE), days))[:count]

    def _plan(self, count: int, days: int) -> Iterator[Telling]:
        made, number = 0, 0
        while made < count:
            story = number % len(self._stories)
            first = min(_first(report) for report, _ in self._stories[story])
            start = FIRST + timedelta(days=self._chance.randrange(days))
            move = WEEK * ((start - first).days // 7)
            self._moves[number] = move
            for place, (report, _) in enumerate(self._stories[story]):
                for paper in range(PAPERS):
                    yield Telling(_first(report) + move, story, number, place, paper)
                    made += 1
            number += 1

    def make(self, telling: Telling) -> Pair:
        """Makes a report and its reading."""
        report, reading = self._stories[telling.story][telling.report]
        move, states = self._moves[telling.telling], self._map(telling.telling)
        text = f"{report.text}\n\n{telling.telling}-{telling.paper}"
        published = _moved_edtf(report.published, move)
        outlet = f"Paper {telling.paper}"
        key = report_key(text=text, title=report.title, outlet=outlet, published=published)
        label = f"{telling.telling}-{telling.report}-{telling.paper}"
        made = msgspec.structs.replace(
            report, key=key, id=label, text=text, outlet=outlet, published=published, added=ADDED, url=None
        )
        return made, _moved_reading(reading, key, move, _first(report), states)

    def _map(self, telling: int) -> Callable[[str | None], str | None]:
        if telling not in self._maps:
            self._maps[telling] = {}
        known, chance = self._maps[telling], random.Random(telling)  # noqa: S311 - for repeating

        def state(code: str | None) -> str | None:
            if code is None:
                return None
            while code not in known:
                found = chance.choices(self._states, self._weights)[0]
                if found not in known.values():
                    known[code] = found
            return known[code]

        return state


def _first(report: Report) -> date:
    return When.parse(report.published or "").earliest or date.min


def _moved_edtf(edtf: str | None, move: timedelta) -> str:
    told = edtf or ""
    if len(told) == len("2018-05"):
        return (date.fromisoformat(f"{told}-15") + move).isoformat()[:7]
    return (date.fromisoformat(told) + move).isoformat()


def _moved_reading(
    reading: Reading, key: str, move: timedelta, day: date, states: Callable[[str | None], str | None]
) -> Reading:
    dates = tuple(msgspec.structs.replace(each, form=_moved_form(each.form, move, day)) for each in reading.dates)
    events = tuple(_moved_event(each, states) for each in reading.events)
    claims = tuple(
        msgspec.structs.replace(each, chain=tuple(_moved_link(link, states) for link in each.chain))
        for each in reading.claims
    )
    return msgspec.structs.replace(reading, report=key, dates=dates, events=events, claims=claims)


def _moved_form(form: DateForm, move: timedelta, day: date) -> DateForm:
    """Moves the parts of a calendar that a date names; days of the week and distances stay what they are."""
    until = None if form.until is None else _moved_form(form.until, move, day)
    choices = tuple(_moved_form(each, move, day) for each in form.choices)
    moved = msgspec.structs.replace(form, until=until, choices=choices)
    if form.month is None:
        return moved if form.year is None else msgspec.structs.replace(moved, year=form.year + move.days // 365)
    named = date(form.year or day.year, form.month, min(form.day or 15, 28)) + move
    return msgspec.structs.replace(
        moved,
        year=None if form.year is None else named.year,
        month=named.month,
        day=None if form.day is None else named.day,
    )


def _moved_event(event_: ReadEvent, states: Callable[[str | None], str | None]) -> ReadEvent:
    parties = tuple(msgspec.structs.replace(party, actor=_moved_actor(party.actor, states)) for party in event_.parties)
    place = event_.place
    moved = None if place is None else msgspec.structs.replace(place, country=states(place.country))
    return msgspec.structs.replace(event_, parties=parties, place=moved)


def _moved_actor(actor: Actor, states: Callable[[str | None], str | None]) -> Actor:
    state = states(actor.state)
    return actor if state is None else msgspec.structs.replace(actor, id=f"{actor.id}-{state}", state=state)


def _moved_link(link: Link, states: Callable[[str | None], str | None]) -> Link:
    state = states(link.state)
    return link if state is None else msgspec.structs.replace(link, id=f"{link.id}-{state}", state=state)


# ------------------------------------------------------------------ measuring


def timed(work: Callable[[], object]) -> float:
    """Gives how many milliseconds of the processor some work takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def add(ledger: Ledger, pairs: Sequence[Pair]) -> None:
    """Adds reports whose readings are there already."""
    readings = {report.key: reading for report, reading in pairs}
    add_reports(ledger, [report for report, _ in pairs], read=lambda report: readings[report.key])


def tell(name: str, *values: float, unit: str = "ms") -> None:
    """Prints a figure, or median, 95th percentile and most of several."""
    if len(values) == 1:
        print(f"{name:58} {values[0]:10.2f} {unit}", flush=True)
        return
    ranked = sorted(values)
    high = ranked[min(int(len(ranked) * 0.95), len(ranked) - 1)]
    told = f"median {statistics.median(ranked):.1f}, 95th percentile {high:.1f}, most {ranked[-1]:.1f} {unit}"
    print(f"{name:58} {told}", flush=True)


def fill(ledger: Ledger, generator: Generator, tellings: Sequence[Telling]) -> list[tuple[int, float]]:
    """Adds reports in batches; gives after how many reports each batch took how long a report."""
    costs = []
    for start in range(0, len(tellings), BATCH):
        pairs = [generator.make(each) for each in tellings[start : start + BATCH]]
        costs.append((start + len(pairs), timed(lambda pairs=pairs: add(ledger, pairs)) / len(pairs)))  # type: ignore[misc]
        if start % (BATCH * 20) == 0:
            print(f"… {start + len(pairs)} at {costs[-1][1]:.2f} ms a report", file=sys.stderr, flush=True)
    return costs


def size_of(path: str) -> int:
    """Gives how many bytes a ledger's files take."""
    return sum(each.stat().st_size for each in Path(path).parent.glob(f"{Path(path).name}*"))


def measure(ledger: Ledger, place: str, generator: Generator, seed: int) -> None:
    """Fills a ledger and tells what everything costs."""
    chance = random.Random(seed)  # noqa: S311 - for repeating
    tellings = generator.tellings
    late = sorted(chance.sample(range(len(tellings) // 10, len(tellings) * 9 // 10), LATE))
    left_out = set(late)
    alone = set(range(len(tellings) - LATE, len(tellings)))
    start = time.process_time()
    in_order = [each for number, each in enumerate(tellings) if number not in left_out and number not in alone]
    costs = fill(ledger, generator, in_order)
    tell("all added", time.process_time() - start, unit="s")
    first = [cost for count, cost in costs if AROUND <= count <= 2 * AROUND]
    last = [cost for _, cost in costs[-len(first) :]]
    tell("a report added around the first thousand", statistics.mean(first))
    tell("a report added at the end", statistics.mean(last))
    tell("the end against the first thousand", statistics.mean(last) / statistics.mean(first), unit="times")
    tell("one report added alone, at the end", *(_one(ledger, generator, tellings[number]) for number in sorted(alone)))
    tell("one report filled in late", *(_one(ledger, generator, tellings[number]) for number in late))
    _ask(ledger, tellings[-1].day)
    if "://" not in place:
        tell("room on the disk a report", size_of(place) / len(tellings) / 1024, unit="kB")


def _one(ledger: Ledger, generator: Generator, telling: Telling) -> float:
    pair = generator.make(telling)
    return timed(lambda: add(ledger, [pair]))


def _ask(ledger: Ledger, last: date) -> None:
    day = last - timedelta(days=90)
    first = day.replace(day=1)
    month = {"as_of": day, "first": first, "last": first + timedelta(days=30), "limit": PAGE}
    found = diary_page(ledger, **month)  # type: ignore[arg-type]
    tell("events of the month", found.total, unit="")
    tell("diary of a month, a page of 200", *(timed(lambda: diary_page(ledger, **month)) for _ in range(9)))  # type: ignore[arg-type]
    everything = diary_page(ledger, **{**month, "limit": found.total}).cards  # type: ignore[arg-type]
    most = sorted(everything, key=lambda each: -each.reports)[:20]
    stories = [each.id for each in most]
    tell("reports that tell of each of these twenty events", *(each.reports for each in most), unit="")
    event(ledger, stories[0])  # what is read once for all is not the story's
    costs = [timed(lambda name=name: event(ledger, name)) for name in stories]  # type: ignore[misc]
    tell("the story of one of the twenty told of most", *costs)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--shape", choices=sorted(SHAPES), default="ten-years")
    parser.add_argument("--ledger", help="an empty place; a file of its own if none is given")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    days = SHAPES[given.shape]
    generator = Generator(read_stories(), count=given.reports, days=days, seed=given.seed)
    print(f"the first {given.reports} of {WHOLE} reports of {days} days, seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        place = given.ledger or str(Path(folder) / "ledger.sqlite")
        ledger = open_ledger(place)
        measure(ledger, place, generator, given.seed)
        ledger.close()


if __name__ == "__main__":
    main()
