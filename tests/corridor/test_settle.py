"""Settling by hand-made readings: the order of arrival, later reports, repetition and a crash change nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from dragoman.corridor.ask import diary
from dragoman.corridor.settle import settle
from dragoman.ledger.append import append_reading
from dragoman.ledger.derived import clear_derived
from dragoman.ledger.fetch import fetch_minted
from dragoman.ledger.lookup import read_narrowings, read_spans
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.ledger.tables import APPENDED, CLAIM, DERIVED, REVISION
from dragoman.model.diary import Diary
from dragoman.model.reading import Reading
from dragoman.model.report import Report

Pair = tuple[Report, Reading]
NewLedger = Callable[[], Ledger]
MONTHS = ("2018-05", "2018-06")
STATUSES = ("mooted", "planned", "confirmed", "doubtful", "cancelled", "held")
SOME = settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],  # ledgers are emptied
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a failing story is short enough as it is
)


def told(found: Diary) -> dict[str, Any]:
    """Gives all that a diary says except ids, which hang on the order of arrival, and when reports were added."""
    events = [msgspec.to_builtins(each) for each in found.events]
    names = {each["id"]: each["history"][0]["id"] for each in events}
    for each in events:
        each["id"], each["aliases"] = names[each["id"]], ()
        each["links"] = sorted((link["type"], names.get(link["event"], "")) for link in each["links"])
    reports = [{**msgspec.to_builtins(each), "added": None} for each in found.reports]
    events.sort(key=lambda each: str(each["history"]))
    return {"events": events, "reports": sorted(reports, key=lambda each: str(each["key"]))}


@st.composite
def stories(draw: st.DrawFn, hand: SimpleNamespace) -> list[Pair]:
    """Makes up to six reports of one to three events each, some of an unknown day."""
    pairs: dict[str, Pair] = {}
    for number in range(draw(st.integers(1, 6))):
        day = draw(st.dates(date(2018, 5, 1), date(2018, 6, 30)).map(date.isoformat) | st.sampled_from(MONTHS))
        tellings = [draw(telling(hand, word)) for word in ("top", "gesprek", "bezoek")[: draw(st.integers(1, 3))]]
        days = st.lists(st.sampled_from(["12 juni", "15 juni", "24 mei", "donderdag"]), max_size=3, unique=True)
        told_days = " ".join(draw(days))
        pair = hand.write(f"De top, het gesprek en het bezoek {number % 4}: {told_days}.", *tellings, published=day)
        pairs[pair[0].key] = pair
    return list(pairs.values())


@st.composite
def telling(draw: st.DrawFn, hand: SimpleNamespace, words: str) -> Any:
    pair = draw(st.sampled_from([(hand.TRUMP, hand.KIM), (hand.KIM, hand.MOON), (hand.PUTIN, hand.ABE)]))
    claim = st.tuples(
        st.sampled_from(STATUSES), st.sampled_from([None, *pair]), st.sampled_from([None, "donderdag", "24 mei"])
    )
    return hand.Telling(
        words=words,
        parties=pair,
        kind=draw(st.sampled_from(["summit", "meeting", "talks", "visit"])),
        when=draw(st.sampled_from([None, "12 juni", "24 mei", "donderdag"])),
        place=draw(st.sampled_from([None, hand.SINGAPORE])),
        claims=tuple(draw(st.lists(claim, min_size=1, max_size=3))),
        background=draw(st.booleans()),
        moved=draw(st.sampled_from([None, None, "15 juni"])),
        prepares=draw(st.sampled_from([None, 0])),
    )


def everything(ledger: Ledger, day: date | None = None) -> dict[str, Any]:
    return told(diary(ledger, as_of=day, everything=True))


@SOME
@given(data=st.data())
def test_the_order_of_arrival_makes_no_difference(
    hand: SimpleNamespace, new_ledger: NewLedger, data: st.DataObject
) -> None:
    story = data.draw(stories(hand))
    shuffled = data.draw(st.permutations(story))
    one_by_one = new_ledger()
    for pair in shuffled:
        hand.fill(one_by_one, [pair])
    assert everything(hand.fill(new_ledger(), story)) == everything(one_by_one)


@SOME
@given(data=st.data())
def test_what_comes_later_changes_no_earlier_day(
    hand: SimpleNamespace, new_ledger: NewLedger, data: st.DataObject
) -> None:
    story = data.draw(stories(hand))
    whole = hand.fill(new_ledger(), story)
    day = data.draw(st.dates(date(2018, 4, 30), date(2018, 7, 1)))
    by_then = {report.key for report in diary(whole, as_of=day, everything=True).reports}
    earlier = hand.fill(new_ledger(), [pair for pair in story if pair[0].key in by_then])
    assert everything(whole, day) == everything(earlier, day)


@SOME
@given(data=st.data())
def test_adding_and_settling_again_changes_nothing(
    hand: SimpleNamespace, new_ledger: NewLedger, data: st.DataObject
) -> None:
    story = data.draw(stories(hand))
    ledger = hand.fill(new_ledger(), story)
    before, minted = diary(ledger, everything=True), rows(ledger)
    hand.fill(ledger, story)
    with ledger.writing() as connection:
        clear_derived(connection)
    assert settle(ledger)
    assert not settle(ledger)
    assert (diary(ledger, everything=True), rows(ledger)) == (before, minted)


@SOME
@given(data=st.data())
def test_settling_step_by_step_gives_the_rows_of_settling_at_once(
    hand: SimpleNamespace, new_ledger: NewLedger, data: st.DataObject
) -> None:
    story = data.draw(stories(hand))
    shuffled = data.draw(st.permutations(story))
    steps = data.draw(st.lists(st.integers(0, len(story)), max_size=3).map(sorted))
    by_steps = new_ledger()
    for start, end in pairwise([0, *steps, len(story)]):
        hand.fill(by_steps, shuffled[start:end])
    at_once = hand.fill(new_ledger(), story)
    assert derived(by_steps) == derived(at_once)
    events = sum(len(reading.events) for _, reading in story)
    assert len(derived(at_once)["member"]) == events


@SOME
@given(data=st.data())
def test_reading_anew_gives_the_rows_of_having_read_so_at_first(hand: SimpleNamespace, data: st.DataObject) -> None:
    story = data.draw(stories(hand))
    report, _ = story[data.draw(st.integers(0, len(story) - 1))]
    tellings = [data.draw(telling(hand, word)) for word in ("top", "gesprek")[: data.draw(st.integers(0, 2))]]
    better = msgspec.structs.replace(hand.read(report, *tellings), version="hand-2")
    ledger = hand.in_memory(*story)
    with ledger.writing() as connection:
        append_reading(connection, report, better)
    settle(ledger)
    anew = [(each, better if each.key == report.key else reading) for each, reading in story]
    without = [name for name in derived(ledger) if name != "alias"]
    assert [derived(ledger)[name] for name in without] == [derived(hand.in_memory(*anew))[name] for name in without]


def derived(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Gives all derived rows."""
    with ledger.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in DERIVED
        }


def rows(ledger: Ledger) -> dict[str, int]:
    with ledger.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in APPENDED
        }


@SOME
@given(data=st.data())
def test_ids_resolve_for_ever(hand: SimpleNamespace, data: st.DataObject) -> None:
    ledger = hand.in_memory()
    seen: set[str] = set()
    for pair in data.draw(stories(hand)):
        hand.fill(ledger, [pair])
        found = diary(ledger, everything=True, as_of=date(2019, 1, 1)).events
        shown = {each.id for each in found} | {alias for each in found for alias in each.aliases}
        assert seen <= shown
        seen = shown


def test_a_story_of_several_reports_is_one_event_with_its_turns(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    summit = next(each for each in diary(ledger, everything=True).events if each.kind == "summit")
    assert (summit.reports, summit.status, summit.previous) == (3, "doubtful", "cancelled")
    assert summit.rule == "verdict.reopened"


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2018-05-09", None),
        ("2018-05-10", "planned"),
        ("2018-05-24", "planned"),
        ("2018-05-25", "cancelled"),
        ("2018-05-30", "doubtful"),
        ("2018-06-13", "unknown-after-date"),
    ],
)
def test_the_table_of_contents_tells_where_an_event_stood(hand: SimpleNamespace, day: str, status: str | None) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    with ledger.reading() as connection:
        faces = [row.status for row in read_spans(connection, day=day) if row.latest == "2018-06-12"]
    assert faces == ([] if status is None else [status])
    standing = [each.status for each in diary(ledger, as_of=date.fromisoformat(day), everything=True).events]
    assert status is None or status in standing


def test_a_second_report_narrows_the_day_of_a_first(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    alone = diary(hand.in_memory(story[2]), everything=True)
    together = diary(hand.in_memory(*story), everything=True)
    narrowed = next(each for each in together.reports if each.id == "c").published
    assert alone.reports[0].published is not None
    assert narrowed is not None
    assert alone.reports[0].published.earliest == "2018-05-01"
    assert narrowed.earliest == "2018-05-24"
    assert narrowed.latest in {"2018-05-29", "2018-05-30"}
    meeting = next(each for each in together.events if each.kind == "meeting")
    assert meeting.when.edtf == "[2018-05-19,2018-05-26]"


def test_a_narrowing_says_why(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    with hand.in_memory(*story).reading() as connection:
        key = story[2][0].key
        why = read_narrowings(connection, [key], until="2018-12-31")[key].why
    assert "'donderdag' in c and '24 mei' in b are one day" in why


def test_a_report_of_an_unknown_day_counts_from_the_last_day_it_can_be_of(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    published = next(each.published for each in diary(ledger, everything=True).reports if each.id == "c")
    assert published is not None
    assert published.latest is not None
    last = date.fromisoformat(published.latest)
    assert len(diary(ledger, as_of=last - timedelta(days=1), everything=True).reports) == 2
    assert len(diary(ledger, as_of=last, everything=True).reports) == 3


def test_a_report_counts_at_the_latest_on_the_day_it_was_added(hand: SimpleNamespace) -> None:
    top = hand.Telling(words="top", claims=(("planned", None, None),))
    report, reading = hand.write("De top.", top, published="2018-05")
    early = msgspec.structs.replace(report, added=datetime(2018, 5, 20, 9, tzinfo=UTC))
    found = diary(hand.in_memory((early, reading)), everything=True)
    assert found.as_of == "2018-05-20"
    assert found.reports[0].published is not None
    assert found.reports[0].published.latest == "2018-05-20"


@pytest.mark.parametrize("published", [None, "2030-01-01"])
def test_a_report_without_a_usable_day_counts_from_the_day_it_was_added(
    hand: SimpleNamespace, published: str | None
) -> None:
    pair = hand.write("De top.", hand.Telling(words="top", claims=(("planned", None, None),)), published=published)
    ledger = hand.in_memory(pair)
    assert diary(ledger, as_of=date(2018, 12, 31), everything=True).events == ()
    assert len(diary(ledger, everything=True).events) == 1


def test_a_change_of_face_appends_a_revision_with_its_cause(hand: SimpleNamespace) -> None:
    story = hand.summit_story()
    ledger = hand.in_memory()
    for pair in story[:2]:
        hand.fill(ledger, [pair])
    with ledger.reading() as connection:
        faces = [msgspec.json.decode(row.face)["status"] for row in connection.execute(select(REVISION))]
        causes = set(connection.execute(select(REVISION.c.cause)).scalars())
        claims = set(connection.execute(select(CLAIM.c.id)).scalars())
    assert faces == ["planned", "cancelled"]
    assert causes <= claims


def test_another_reading_takes_the_place_of_the_first_and_ids_stay(hand: SimpleNamespace) -> None:
    report, reading = hand.write(
        "De grote top gaat door.", hand.Telling(words="top", claims=(("planned", None, None),)), published="2018-05-10"
    )
    _, better = hand.write(
        "De grote top gaat door.",
        hand.Telling(words="grote top", claims=(("confirmed", None, None),)),
        published="2018-05-10",
    )
    ledger = hand.in_memory((report, reading))
    first = diary(ledger, everything=True).events[0]
    with ledger.writing() as connection:
        append_reading(connection, report, msgspec.structs.replace(better, version="hand-2"))
    second = diary(ledger, everything=True).events[0]
    assert (first.id, first.status, second.id, second.status) == (first.id, "planned", first.id, "confirmed")
    with ledger.reading() as connection:
        assert len(fetch_minted(connection)) == 1


WRITER = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("hand", sys.argv[1])
hand = module_from_spec(spec)
spec.loader.exec_module(hand)
from dragoman.corridor.add import add_reports
from dragoman.ledger.store import open_ledger
pairs = [hand.write(f"De top {n}.", hand.Telling(words="top", claims=(("planned", None, None),)),
                    published="2018-05-10", label=str(n)) for n in range(60)]
readings = {report.key: reading for report, reading in pairs}
add_reports(open_ledger(sys.argv[2]), [report for report, _ in pairs], read=lambda report: readings[report.key],
            progress=lambda step: print(step.outcome, step.report, flush=True))
print("settled", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 7, 30, 60])
def test_a_killed_run_loses_nothing_and_the_same_command_finishes(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "ledger.sqlite"
    command = [sys.executable, "-c", WRITER, str(Path(__file__).parent / "hand.py"), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        added = [running.stdout.readline().split()[1] for _ in range(lines)]
        os.kill(running.pid, signal.SIGKILL)
    ledger = open_ledger(str(path))
    kept = {report.id for report in diary(ledger, everything=True).reports}
    assert set(added) <= kept
    ledger.close()
    told_again = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told_again[-1] == "settled"
    assert [line.split()[0] for line in told_again[:-1]].count("known") == len(kept)
    ledger = open_ledger(str(path))
    assert len(diary(ledger, everything=True).reports) == 60
    assert rows(ledger)["claim"] == 60
    ledger.close()
