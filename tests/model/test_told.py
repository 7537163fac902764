"""A telling: how much ties it to one occasion."""

from typing import Any

import msgspec
import pytest

from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention, Party
from dragoman.model.told import Told, ToldLink

BARE = Told(mention=EventMention(start=3, end=6, text="top", rule="hand"), kind="summit", sentence=0, paragraph=0)
PARTY = Party(actor=Actor(id="Q1", name="Ruritania", type="state", state="RU"))


@pytest.mark.parametrize(
    ("told", "anchors"),
    [
        ({}, 0),
        ({"parties": (PARTY,)}, 1),
        ({"parties": (PARTY, PARTY)}, 2),
        ({"dates": (0, 2)}, 2),
        ({"place": Place(name="Zenda")}, 1),
        ({"ordinal": 2}, 1),
        ({"ordinal": 0}, 1),
        ({"parties": (PARTY,), "dates": (0,), "place": Place(name="Zenda"), "ordinal": 1}, 4),
        ({"moved_from": (1,)}, 0),
        ({"alternatives": (Place(name="Zenda"), Place(name="Strelsau"))}, 0),
        ({"links": (ToldLink(type="prepares", to=1),)}, 0),
        ({"definite": True, "demonstrative": True, "compound": True, "verbal": True, "takes_up": 1}, 0),
    ],
    ids=str,
)
def test_parties_dates_place_and_ordinal_anchor_a_telling(told: dict[str, Any], anchors: int) -> None:
    assert msgspec.structs.replace(BARE, **told).anchors == anchors


def test_a_telling_asks_for_nothing_unless_its_rule_does() -> None:
    assert (BARE.needs, BARE.generic, BARE.nature) == ("nothing", False, "single")
