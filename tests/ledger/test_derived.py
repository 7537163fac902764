from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import Connection, func, select

from dragoman.ledger.append import append_reading, append_report
from dragoman.ledger.derived import (
    Block,
    Derived,
    EffectiveDay,
    Member,
    Merge,
    Narrowing,
    Span,
    Voice,
    clear_derived,
    is_settled,
    read_effective_days,
    read_last_day,
    read_members,
    read_merges,
    read_narrowings,
    read_spans,
    read_voices,
    write_derived,
)
from dragoman.ledger.store import open_ledger
from dragoman.ledger.tables import DERIVED
from dragoman.model.reading import Reading
from dragoman.model.report import Report

A, B = "sha256:" + "a" * 64, "sha256:" + "b" * 64


def span(start: str, end: str | None, status: str) -> Span:
    return Span(
        event="a:0-3",
        from_=start,
        to=end,
        earliest="2018-06-12",
        latest="2018-06-12",
        when="2018-06-12",
        status=status,
        background=False,
        why=b'{"status":"held"}',
    )


def member(report: str, day: str) -> Member:
    return Member(
        anchor=f"{report[7]}:0-3", event="a:0-3", report=report, place=0, day=day, score=0.8, why="same states"
    )


ALL = Derived(
    effective_days=(
        EffectiveDay(report=A, version="1", day="2018-05-10"),
        EffectiveDay(report=B, version="1", day="2018-05-26"),
    ),
    narrowings=(
        Narrowing(report=B, day="2018-05-26", days="2018-05-19,2018-05-26", why="Saturdays"),
        Narrowing(report=B, day="2018-05-30", days="2018-05-26", why="another report"),
    ),
    members=(member(B, "2018-05-26"), member(A, "2018-05-10")),
    merges=(Merge(child="b:0-3", parent="a:0-3", day="2018-05-26", why="same day"),),
    blocks=(Block(key="meeting|KP+US", event="a:0-3", last_day="2018-05-26"),),
    voices=(
        Voice(actor="Q22686", event="a:0-3", claim="cl_1", day="2018-05-10"),
        Voice(actor="De Proef", event="a:0-3", claim="cl_2", day="2018-05-26"),
    ),
    spans=(span("2018-05-10", "2018-05-26", "planned"), span("2018-05-26", None, "cancelled")),
)


@pytest.fixture
def filled() -> Iterator[Connection]:
    ledger = open_ledger(":memory:")
    with ledger.writing() as connection:
        write_derived(connection, ALL)
        yield connection
    ledger.close()


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2018-05-09", None),
        ("2018-05-10", "planned"),
        ("2018-05-25", "planned"),
        ("2018-05-26", "cancelled"),
        ("2030-01-01", "cancelled"),
    ],
)
def test_an_event_has_one_face_a_day(filled: Connection, day: str, status: str | None) -> None:
    assert [row.status for row in read_spans(filled, day=day)] == ([] if status is None else [status])


def test_rows_come_back_as_they_were_written(filled: Connection) -> None:
    assert read_spans(filled, day="2018-05-26") == [ALL.spans[1]]
    assert read_effective_days(filled, until="2018-05-26") == list(ALL.effective_days)
    assert read_members(filled, until="2018-05-26") == [ALL.members[1], ALL.members[0]]


def test_what_is_dated_later_is_not_known_yet(filled: Connection) -> None:
    assert [row.report for row in read_effective_days(filled, until="2018-05-25")] == [A]
    assert [row.report for row in read_members(filled, until="2018-05-25")] == [A]
    assert read_merges(filled, until="2018-05-25") == {}
    assert read_merges(filled, until="2018-05-26") == {"b:0-3": "a:0-3"}
    assert read_voices(filled, until="2018-05-25") == {"Q22686": frozenset({"a:0-3"})}


@pytest.mark.parametrize(("day", "days"), [("2018-05-29", "2018-05-19,2018-05-26"), ("2018-05-30", "2018-05-26")])
def test_the_latest_narrowing_until_a_day_counts(filled: Connection, day: str, days: str) -> None:
    assert read_narrowings(filled, until=day)[B].days == days


@pytest.mark.parametrize(
    ("until", "day"), [("2018-05-09", None), ("2018-05-25", "2018-05-10"), ("2030-01-01", "2018-05-26")]
)
def test_the_newest_day_is_never_later_than_asked(filled: Connection, until: str, day: str | None) -> None:
    assert read_last_day(filled, until=until) == day


def test_derived_rows_can_be_dropped_and_written_again(filled: Connection) -> None:
    clear_derived(filled)
    assert [filled.execute(select(func.count()).select_from(table)).scalar() for table in DERIVED] == [0] * 7
    write_derived(filled, ALL)
    write_derived(filled, ALL)
    assert read_members(filled, until="2018-05-26") == [ALL.members[1], ALL.members[0]]


def test_a_ledger_is_settled_while_its_latest_readings_are() -> None:
    ledger = open_ledger(":memory:")
    report = Report(key=A, id="a", text="De top gaat door.")
    with ledger.writing() as connection:
        assert is_settled(connection)
        append_report(connection, report)
        append_reading(connection, report, Reading(report=A, version="1"), now=datetime(2018, 5, 1, tzinfo=UTC))
        assert not is_settled(connection)
        write_derived(connection, msgspec.structs.replace(Derived(), effective_days=ALL.effective_days[:1]))
        assert is_settled(connection)
        append_reading(connection, report, Reading(report=A, version="2"), now=datetime(2018, 5, 2, tzinfo=UTC))
        assert not is_settled(connection)
