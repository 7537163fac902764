from collections.abc import Iterator, Mapping, Sequence

import pytest
from sqlalchemy import Connection

from dragoman.corridor.identity import Ids, find_aliases
from dragoman.ledger.append import append_minted
from dragoman.ledger.derived import Derived, EventRows, Member, Merge, write_derived
from dragoman.ledger.fetch import MintedId
from dragoman.ledger.store import open_ledger


def member(anchor: str, event: str) -> Member:
    report = anchor.partition(":")[0]
    return Member(anchor=anchor, event=event, report=report, place=0, day="2018-05-10", score=1.0, why="")


def minted(*anchors: str) -> list[MintedId]:
    return [MintedId(number=number, id=f"id{number}", anchor=anchor) for number, anchor in enumerate(anchors, start=1)]


MEMBERS = [member("a:10-13", "a:10-13"), member("b:5-8", "a:10-13"), member("c:0-4", "c:0-4")]


@pytest.fixture
def connection() -> Iterator[Connection]:
    ledger = open_ledger(":memory:")
    with ledger.writing() as writer:
        yield writer
    ledger.close()


def ids(
    connection: Connection, merges: Mapping[str, str], names: Sequence[MintedId], *, until: str = "2018-05-10"
) -> Ids:
    rows = [
        EventRows(
            event=event,
            since="2018-05-10",
            members=tuple(row for row in MEMBERS if row.event == event),
            merge=None
            if event not in merges
            else Merge(child=event, parent=merges[event], day="2018-05-10", why="one day"),
        )
        for event in ("a:10-13", "c:0-4")
    ]
    write_derived(connection, Derived(events=tuple(rows)))
    append_minted(connection, names)
    return Ids(connection, until=until)


def test_the_oldest_id_is_shown_and_the_others_are_aliases(connection: Connection) -> None:
    found = ids(connection, {}, minted("b:5-8", "a:10-13", "c:0-4"))
    assert (found.of("a:10-13"), found.aliases("a:10-13")) == ("id1", ("id2",))
    assert (found.of("c:0-4"), found.aliases("c:0-4")) == ("id3", ())


def test_a_merged_event_hands_its_ids_to_the_elder(connection: Connection) -> None:
    found = ids(connection, {"c:0-4": "a:10-13"}, minted("a:10-13", "c:0-4"))
    assert (found.of("a:10-13"), found.aliases("a:10-13")) == ("id1", ("id2",))
    assert found.events_at(["c:0-4"]) == {"c:0-4": "a:10-13"}
    assert found.roots(["c:0-4"]) == {"c:0-4": "a:10-13"}


def test_before_the_merge_they_are_two(connection: Connection) -> None:
    found = ids(connection, {"c:0-4": "a:10-13"}, minted("a:10-13", "c:0-4"), until="2018-05-09")
    assert found.roots(["c:0-4"]) == {"c:0-4": "c:0-4"}
    assert found.starting_with("id1") == {}


@pytest.mark.parametrize(
    ("anchor", "at"),
    [("a:8-13", "a:10-13"), ("a:12-20", "a:10-13"), ("a:9-25", "a:20-30"), ("a:13-20", None), ("d:10-13", None)],
)
def test_an_id_whose_words_are_read_otherwise_goes_to_the_words_that_they_overlap(anchor: str, at: str | None) -> None:
    found = [alias.at for alias in find_aliases("a", ["a:10-13", "a:20-30"], minted(anchor))]
    assert found == ([] if at is None else [at])


def test_an_id_that_is_still_there_has_no_alias() -> None:
    assert list(find_aliases("a", ["a:10-13"], minted("a:10-13"))) == []


def test_ids_are_found_whole_or_by_their_beginning(connection: Connection) -> None:
    spelled = [MintedId(number=1, id="9e02", anchor="a:10-13"), MintedId(number=2, id="9e021", anchor="c:0-4")]
    found = ids(connection, {}, spelled)
    assert found.starting_with("9e02") == {"9e02": "a:10-13"}
    assert set(found.starting_with("9e0")) == {"9e02", "9e021"}
    assert found.starting_with("beef") == {}
    assert found.starting_with("%") == {}


def test_an_event_without_an_id_has_none_yet(connection: Connection) -> None:
    assert ids(connection, {}, []).of("a:10-13") is None
