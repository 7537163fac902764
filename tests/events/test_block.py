"""Blocking keys."""

from typing import Any

import pytest

from dragoman.events.block import block_keys
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

NORWAY = Party(actor=Actor(id="Q1", name="Norway", type="state", state="NO"))
CHILE = Party(actor=Actor(id="Q2", name="Chile", type="state", state="CL"))
OSLO = Place(name="Oslo", country="NO")


def keys(*parties: Party, when: str | None = None, **more: Any) -> set[str]:
    date = None if when is None else When.parse(when)
    event = Event(anchor=Anchor(report="r", start=0, end=1), kind="match", parties=parties, when=date, **more)
    return {key.removeprefix("match|") for key in block_keys(event, kinds=load_kinds())}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (keys(NORWAY, CHILE), {"CL+NO"}),
        (keys(NORWAY), {"NO"}),
        (keys(NORWAY, CHILE, when="2018-06-12"), {"CL+NO", "NO|2018-06", "CL|2018-06"}),
        (keys(NORWAY, place=OSLO, when="2018-06"), {"NO", "NO|2018-06", "NO|oslo", "oslo|2018-06"}),
        (keys(when="2018-12-30/2019-01-02"), {"2018-12", "2019-01"}),
        (keys(when="2018"), set()),
        (keys(when="2018-06-12", moved_from=(When.parse("2018-05-12"),)), {"2018-05", "2018-06"}),
        (keys(NORWAY, CHILE, ordinal=4), {"CL+NO", "NO|#4", "CL|#4"}),
        (keys(alternatives=(OSLO,)), {"oslo"}),
        (keys(), set()),
    ],
)
def test_keys_hold_what_is_known(found: set[str], expected: set[str]) -> None:
    assert found == expected
