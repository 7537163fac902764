from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection

from dragoman.ledger.append import append_reading, append_report
from dragoman.ledger.fetch import CHUNK, count_reports, fetch_all, fetch_some, has_reading
from dragoman.ledger.store import Ledger
from dragoman.model.reading import Reading
from dragoman.model.report import Report


def key(number: int) -> str:
    return f"sha256:{number:064x}"


@pytest.fixture
def writer(new_ledger: Callable[[], Ledger]) -> Iterator[Connection]:
    with new_ledger().writing() as connection:
        yield connection


def put(connection: Connection, number: int, *, version: str = "1", day: int = 1, hour: int = 0) -> None:
    now = datetime(2018, 5, day, hour, tzinfo=UTC)
    report = Report(key=key(number), id=f"r{number}", text="De top gaat door.")
    append_report(connection, report, now=now)
    append_reading(connection, report, Reading(report=report.key, version=version), now=now)


def test_a_report_comes_with_its_latest_reading(writer: Connection) -> None:
    put(writer, 1, version="2", day=3)
    put(writer, 1, version="1", day=4)
    assert [held.reading.version for held in fetch_all(writer)] == ["1"]


def test_of_readings_of_one_moment_the_greater_version_counts(writer: Connection) -> None:
    put(writer, 1, version="b")
    put(writer, 1, version="a")
    assert [held.reading.version for held in fetch_all(writer)] == ["b"]


def test_reports_come_in_the_order_of_their_keys_whatever_came_first(writer: Connection) -> None:
    for number in (3, 1, 2):
        put(writer, number)
    assert [held.report.id for held in fetch_all(writer)] == ["r1", "r2", "r3"]


@pytest.mark.parametrize(
    ("until", "held"), [(1, [("r1", "1")]), (2, [("r1", "1"), ("r2", "1")]), (9, [("r1", "2"), ("r2", "1")])]
)
def test_a_day_includes_its_last_hour_and_not_what_came_later(
    writer: Connection, until: int, held: list[tuple[str, str]]
) -> None:
    put(writer, 1, day=1, hour=23)
    put(writer, 2, day=2, hour=0)
    put(writer, 1, version="2", day=3)
    found = fetch_all(writer, added_until=date(2018, 5, until))
    assert [(each.report.id, each.reading.version) for each in found] == held


def test_more_are_fetched_than_one_query_may_name(writer: Connection) -> None:
    for number in range(CHUNK + 3):
        put(writer, number)
    wanted = [key(number) for number in range(1, CHUNK + 3)]
    assert sorted(fetch_some(writer, wanted)) == wanted
    assert count_reports(writer) == CHUNK + 3


def test_a_report_without_a_reading_is_not_read(writer: Connection) -> None:
    append_report(writer, Report(key=key(1), id="r1", text="De top gaat door."))
    assert not has_reading(writer, key(1))
    put(writer, 1)
    assert has_reading(writer, key(1))
    assert not has_reading(writer, key(2))
