from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection

from dragoman.ledger.append import mint_ids
from dragoman.ledger.derived import Alias, Derived, write_derived
from dragoman.ledger.lookup import (
    count_reports_of,
    read_actors,
    read_aliases,
    read_children,
    read_effective_days,
    read_faces,
    read_ids,
    read_last_day,
    read_last_told,
    read_members,
    read_members_at,
    read_members_of,
    read_narrowings,
    read_parents,
    read_shapes,
    read_spans,
    read_turning,
    read_voices,
)
from dragoman.ledger.store import Ledger

EVENTS = ("a:0-3", "b:0-3")


@pytest.fixture
def filled(made_rows: SimpleNamespace, new_ledger: Callable[[], Ledger]) -> Iterator[Connection]:
    with new_ledger().settling() as connection:
        write_derived(connection, made_rows.ALL)
        yield connection


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
    faces = [] if status is None else [status]
    assert [row.status for row in read_spans(filled, day=day)] == faces
    assert [row.status for row in read_faces(filled, EVENTS, day=day).values()] == faces


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2018-06-12", "2018-06-12", 1),
        ("2018-06-13", None, 0),
        (None, "2018-06-11", 0),
        ("2018-06-01", "2018-06-30", 1),
    ],
)
def test_faces_are_bounded_by_the_days_an_event_may_be_on(
    filled: Connection, first: str | None, last: str | None, count: int
) -> None:
    assert len(read_spans(filled, day="2018-05-26", first=first, last=last)) == count


@pytest.mark.parametrize(
    ("after", "until", "faces"),
    [
        ("2018-05-09", "2018-05-25", ["planned"]),
        ("2018-05-10", "2018-05-26", ["cancelled"]),
        ("2018-05-26", "2019", []),
    ],
)
def test_faces_that_begin_in_a_stretch_are_those_at_its_end(
    filled: Connection, after: str, until: str, faces: list[str]
) -> None:
    assert [row.status for row in read_turning(filled, after=after, until=until)] == faces


def test_rows_come_back_as_they_were_written(filled: Connection, made_rows: SimpleNamespace) -> None:
    assert read_spans(filled, day="2018-05-26") == [made_rows.ELDER.spans[1]]
    assert read_effective_days(filled, until="2018-05-26") == [rows.effective for rows in made_rows.REPORTS]
    assert read_members(filled, EVENTS, until="2018-05-26") == [*made_rows.ELDER.members, *made_rows.YOUNGER.members]


def test_what_is_dated_later_is_not_known_yet(filled: Connection, made_rows: SimpleNamespace) -> None:
    assert [row.report for row in read_effective_days(filled, until="2018-05-25")] == [made_rows.A]
    assert [row.report for row in read_members(filled, EVENTS, until="2018-05-19")] == [made_rows.A]
    assert read_members_at(filled, ["b:0-3"], until="2018-05-19") == {}
    assert read_actors(filled, until="2018-05-25") == {"Q22686"}
    assert [row.claim for row in read_voices(filled, EVENTS, until="2018-05-25")] == ["cl_1"]


def test_members_are_found_by_event_anchor_and_report(filled: Connection, made_rows: SimpleNamespace) -> None:
    [row] = made_rows.YOUNGER.members
    assert read_members(filled, ["b:0-3"], until="2030") == [row]
    assert read_members_at(filled, ["b:0-3", "c:0-3"], until="2030") == {"b:0-3": row}
    assert read_members_of(filled, [made_rows.B], until="2030") == [row]


@pytest.mark.parametrize(("day", "merges"), [("2018-05-25", {}), ("2018-05-26", {"b:0-3": "a:0-3"})])
def test_merges_are_followed_up_and_down(filled: Connection, day: str, merges: dict[str, str]) -> None:
    assert read_parents(filled, ["b:0-3"], until=day) == merges
    assert read_children(filled, ["a:0-3"], until=day) == merges


@pytest.mark.parametrize(("day", "body"), [("2018-05-25", b"a:0-3 2018-05-10"), ("2018-05-26", b"a:0-3 2018-05-26")])
def test_the_latest_shape_until_a_day_counts(filled: Connection, day: str, body: bytes) -> None:
    assert read_shapes(filled, ["a:0-3"], until=day)["a:0-3"].body == body


@pytest.mark.parametrize(("day", "days"), [("2018-05-25", "2018-05-19,2018-05-26"), ("2018-05-26", "2018-05-26")])
def test_the_latest_narrowing_until_a_day_counts(
    filled: Connection, made_rows: SimpleNamespace, day: str, days: str
) -> None:
    assert read_narrowings(filled, [made_rows.B], until=day)[made_rows.B].days == days


@pytest.mark.parametrize(
    ("until", "day"), [("2018-05-09", None), ("2018-05-25", "2018-05-10"), ("2030-01-01", "2018-05-26")]
)
def test_the_newest_day_is_never_later_than_asked(filled: Connection, until: str, day: str | None) -> None:
    assert read_last_day(filled, until=until) == day


def test_ids_lead_to_the_events_of_their_anchors(filled: Connection, made_rows: SimpleNamespace) -> None:
    [first, _] = made_rows.REPORTS
    alias = Alias(anchor="a:0-9", at="a:0-3", report=made_rows.A)
    write_derived(filled, Derived(reports=(type(first)(effective=first.effective, aliases=(alias,)),)))
    mint_ids(filled, ["b:0-3", "a:0-9", "a:0-3"])
    found = read_ids(filled, EVENTS, until="2030")
    assert [(event, each.anchor) for event, each in found] == [
        ("b:0-3", "b:0-3"),
        ("a:0-3", "a:0-9"),
        ("a:0-3", "a:0-3"),
    ]
    assert [event for event, _ in read_ids(filled, EVENTS, until="2018-05-19")] == ["a:0-3", "a:0-3"]


def test_reports_are_counted_and_the_last_telling_is_known_by_the_day(filled: Connection) -> None:
    families = {"a:0-3": {"a:0-3", "b:0-3"}, "c:0-3": {"c:0-3"}}
    assert count_reports_of(filled, families, until="2018-05-26") == {"a:0-3": 2, "c:0-3": 0}
    assert count_reports_of(filled, families, until="2018-05-19") == {"a:0-3": 1, "c:0-3": 0}
    assert read_last_told(filled, EVENTS, until="2018-05-25") == {"a:0-3": "2018-05-10", "b:0-3": "2018-05-20"}


def test_aliases_are_found_by_the_anchor_they_stand_for(filled: Connection, made_rows: SimpleNamespace) -> None:
    [first, _] = made_rows.REPORTS
    alias = Alias(anchor="a:0-9", at="a:0-3", report=made_rows.A)
    write_derived(filled, Derived(reports=(type(first)(effective=first.effective, aliases=(alias,)),)))
    assert read_aliases(filled, ["a:0-9", "a:0-3"]) == [alias]
