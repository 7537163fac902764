"""One event out of several tellings."""

from typing import Any

import pytest

from dragoman.events.merge import merge_events
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event, EventLink
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.when import When

BERG = Actor(id="Q11", name="Anna Berg", type="person", state="NO")
CHILE = Actor(id="Q2", name="Chile", type="state", state="CL")
OSLO = Place(name="Oslo", country="NO")
LIMA = Place(name="Lima", country="PE")


def told(report: str, when: str | None = None, **more: Any) -> Event:
    date = None if when is None else When.parse(when)
    moved_from = tuple(When.parse(former) for former in more.pop("moved_from", ()))
    fields: dict[str, Any] = {"kind": "meeting", "when": date, "moved_from": moved_from, **more}
    return Event(anchor=Anchor(report=report, start=0, end=5), **fields)


@pytest.mark.parametrize(
    ("members", "when", "moved_from"),
    [
        pytest.param([("2018-06", ()), ("2018-06-12", ())], "2018-06-12", [], id="a day within the month"),
        pytest.param([("2018-06-12", ()), ("2018-06", ())], "2018-06-12", [], id="the month again"),
        pytest.param([(None, ()), ("2018-06-12", ())], "2018-06-12", [], id="undated at first"),
        pytest.param([("2018-06-12", ()), (None, ())], "2018-06-12", [], id="undated later"),
        pytest.param(
            [("[2018-06-05,2018-06-12]", ()), ("[2018-06-12,2018-06-19]", ())], "2018-06-12", [], id="sets of days"
        ),
        pytest.param(
            [("[2018-04-28..2018-05-26]", ()), ("[2018-05-21..2018-06-10]", ())],
            "[2018-05-21..2018-06-10]",
            [],
            id="a plan told later",
        ),
        pytest.param(
            [("2018-03-26/2018-03-27", ()), ("2018-03-25/2018-03-28", ()), ("2018-03", ())],
            "2018-03-25/2018-03-28",
            [],
            id="how long it lasted told later",
        ),
        pytest.param(
            [("[2018-06-01..2018-06-10]", ()), ("2018-06-12", ()), ("[2018-06-01..2018-06-10]", ())],
            "2018-06-12",
            [],
            id="a vague plan was not moved",
        ),
        pytest.param([("2018-06-12", ()), ("2018-06-19", ())], "2018-06-19", ["2018-06-12"], id="moved"),
        pytest.param(
            [("2018-06-12", ()), ("2018-06-19", ("2018-06-12",))], "2018-06-19", ["2018-06-12"], id="said to have moved"
        ),
        pytest.param(
            [("2018-06-12", ()), ("2018-06-19", ()), ("2018-06-12", ())],
            "2018-06-19",
            ["2018-06-12"],
            id="a report that still has the old day",
        ),
    ],
)
def test_dates_narrow_or_move(
    members: list[tuple[str | None, tuple[str, ...]]], when: str, moved_from: list[str]
) -> None:
    merged = merge_events([told(f"r{n}", day, moved_from=former) for n, (day, former) in enumerate(members)])
    assert merged.when is not None
    assert merged.when.edtf == when
    assert [former.edtf for former in merged.moved_from] == moved_from


def test_the_eldest_gives_the_anchor_and_all_give_their_part() -> None:
    eldest = told("r1", kind="meeting", parties=(Party(actor=BERG),), alternatives=(OSLO, LIMA), background=True)
    link = EventLink(type="condition", to=Anchor(report="r2", start=50, end=60))
    younger = told(
        "r2",
        "2018-06-12",
        kind="summit",
        parties=(Party(actor=BERG, attendance="absent"), Party(actor=CHILE)),
        place=OSLO,
        ordinal=2,
        links=(link,),
        outcome="agreed",
    )
    merged = merge_events([eldest, younger])
    assert merged.anchor == eldest.anchor
    assert merged.kind == "summit"
    assert [(party.actor.name, party.attendance) for party in merged.parties] == [
        ("Anna Berg", "absent"),
        ("Chile", "expected"),
    ]
    assert (merged.place, merged.alternatives, merged.ordinal, merged.outcome) == (OSLO, (), 2, "agreed")
    assert merged.links == (link,)
    assert not merged.background


def test_a_link_to_itself_is_no_link() -> None:
    younger = told("r2", links=(EventLink(type="follows", to=Anchor(report="r1", start=0, end=5)),))
    assert merge_events([told("r1"), younger]).links == ()


def test_one_member_is_the_event() -> None:
    event = told("r1", "2018-06-12", place=OSLO)
    assert merge_events([event]) == event


def test_no_members_are_no_event() -> None:
    with pytest.raises(ValueError, match="member"):
        merge_events([])
