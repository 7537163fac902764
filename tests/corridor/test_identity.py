import pytest

from dragoman.corridor.identity import Ids, members_by_event
from dragoman.ledger.derived import Member
from dragoman.ledger.fetch import MintedId


def member(anchor: str, event: str) -> Member:
    return Member(
        anchor=anchor, event=event, report=anchor.partition(":")[0], place=0, day="2018-05-10", score=1.0, why=""
    )


def minted(*anchors: str) -> list[MintedId]:
    return [MintedId(number=number, id=f"id{number}", anchor=anchor) for number, anchor in enumerate(anchors)]


MEMBERS = [member("a:10-13", "a:10-13"), member("b:5-8", "a:10-13"), member("c:0-4", "c:0-4")]


def test_the_oldest_id_is_shown_and_the_others_are_aliases() -> None:
    ids = Ids(MEMBERS, {}, minted("b:5-8", "a:10-13", "c:0-4"))
    assert (ids.of("a:10-13"), ids.aliases("a:10-13")) == ("id0", ("id1",))
    assert (ids.of("c:0-4"), ids.aliases("c:0-4")) == ("id2", ())


def test_a_merged_event_hands_its_ids_to_the_elder() -> None:
    ids = Ids(MEMBERS, {"c:0-4": "a:10-13"}, minted("a:10-13", "c:0-4"))
    assert (ids.of("a:10-13"), ids.aliases("a:10-13")) == ("id0", ("id1",))
    assert ids.event_at("c:0-4") == ids.root("c:0-4") == "a:10-13"
    assert set(members_by_event(MEMBERS, ids)) == {"a:10-13"}


@pytest.mark.parametrize(
    ("anchor", "event"),
    [("a:8-13", "a:10-13"), ("a:12-20", "a:10-13"), ("a:13-20", None), ("d:10-13", None)],
)
def test_an_id_whose_words_are_read_otherwise_goes_to_the_event_that_they_overlap(
    anchor: str, event: str | None
) -> None:
    ids = Ids(MEMBERS, {}, minted(anchor))
    assert ids.starting_with("id0") == ({} if event is None else {"id0": event})


def test_ids_are_found_whole_or_by_their_beginning() -> None:
    spelled = [MintedId(number=1, id="9e02", anchor="a:10-13"), MintedId(number=2, id="9e021", anchor="c:0-4")]
    ids = Ids(MEMBERS, {}, spelled)
    assert ids.starting_with("9e02") == {"9e02": "a:10-13"}
    assert set(ids.starting_with("9e0")) == {"9e02", "9e021"}
    assert ids.starting_with("beef") == {}


def test_an_event_without_an_id_has_none_yet() -> None:
    assert Ids(MEMBERS, {}, []).of("a:10-13") is None
