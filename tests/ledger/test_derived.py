from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, func, select

from dragoman.ledger.append import append_reading, append_report
from dragoman.ledger.derived import (
    CHUNK,
    Alias,
    Derived,
    Unsettled,
    chunks,
    clear_derived,
    is_settled,
    note_settled,
    read_unsettled,
    write_derived,
)
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import DERIVED, MEMBER, SPAN
from dragoman.model.reading import Reading
from dragoman.model.report import Report


@pytest.fixture
def filled(made_rows: SimpleNamespace, new_ledger: Callable[[], Ledger]) -> Iterator[Connection]:
    with new_ledger().settling() as connection:
        write_derived(connection, made_rows.ALL)
        yield connection


def counts(connection: Connection) -> dict[str, int]:
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in DERIVED}


def column(connection: Connection, found: Any) -> list[str]:
    return sorted(connection.execute(select(found)).scalars())


def test_writing_again_changes_nothing(filled: Connection, made_rows: SimpleNamespace) -> None:
    before = counts(filled)
    write_derived(filled, made_rows.ALL)
    assert counts(filled) == before
    assert (before["member"], before["merge"], before["block"], before["span"]) == (2, 1, 3, 2)


def test_an_event_is_written_anew_from_a_day_on_and_what_came_before_stays(
    filled: Connection, made_rows: SimpleNamespace
) -> None:
    later = msgspec.structs.replace(
        made_rows.ELDER, since="2018-05-26", members=(), blocks=(), shapes=(), voices=(), spans=None
    )
    write_derived(filled, Derived(events=(later,)))
    there = counts(filled)
    assert (there["member"], there["block"], there["shape"], there["voice"], there["span"]) == (2, 2, 2, 1, 2)


def test_an_event_that_nothing_tells_of_any_more_leaves_no_row(filled: Connection, made_rows: SimpleNamespace) -> None:
    gone = msgspec.structs.replace(made_rows.ELDER, members=(), blocks=(), shapes=(), voices=(), merge=None, spans=())
    write_derived(filled, Derived(events=(gone,)))
    assert column(filled, MEMBER.c.event) == ["b:0-3"]
    assert column(filled, SPAN.c.event) == []


def test_aliases_stay_unless_others_are_given(filled: Connection, made_rows: SimpleNamespace) -> None:
    alias = Alias(anchor="a:0-9", at="a:0-3", report=made_rows.A)
    first, _ = made_rows.REPORTS
    for aliases, left in (((alias,), 1), (None, 1), ((), 0)):
        write_derived(filled, Derived(reports=(msgspec.structs.replace(first, aliases=aliases),)))
        assert counts(filled)["alias"] == left


def test_derived_rows_can_be_dropped_and_written_again(filled: Connection, made_rows: SimpleNamespace) -> None:
    before = counts(filled)
    clear_derived(filled)
    assert set(counts(filled).values()) == {0}
    write_derived(filled, made_rows.ALL)
    assert counts(filled) == before


def put(connection: Connection, key: str, version: str, published: str) -> None:
    report = Report(key=key, id=key, text="De top gaat door.", published=published)
    append_report(connection, report)
    append_reading(connection, report, Reading(report=key, version=version), now=datetime(2018, 5, 1, tzinfo=UTC))


def test_a_ledger_is_settled_when_every_reading_was_looked_at(new_ledger: Callable[[], Ledger]) -> None:
    with new_ledger().writing() as connection:
        assert is_settled(connection)
        put(connection, "b", "1", "2018-05-10")
        put(connection, "a", "1", "2018-05-12")
        put(connection, "a", "2", "2018-05-12")
        waiting = [
            Unsettled(report=report, version=version) for report, version in (("b", "1"), ("a", "1"), ("a", "2"))
        ]
        assert read_unsettled(connection, at_most=1) == waiting[:1]
        note_settled(connection, waiting[:2])
        assert read_unsettled(connection, at_most=9) == waiting[2:]
        note_settled(connection, waiting)
        assert is_settled(connection)
        clear_derived(connection)
        assert len(read_unsettled(connection, at_most=9)) == 3


def test_chunks_hold_everything_once() -> None:
    found = list(chunks(range(CHUNK + 1)))
    assert [len(part) for part in found] == [CHUNK, 1]
    assert list(chunks([])) == []
