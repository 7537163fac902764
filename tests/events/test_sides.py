"""The sides of an event."""

import pytest

from dragoman.events.sides import persons, place_key, side, sides, taking_part
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event
from dragoman.model.reading import Party

BERG = Actor(id="Q11", name="Anna Berg", type="person", state="NO")
NORWAY = Actor(id="Q1", name="Norway", type="state", state="NO")
UNION = Actor(id="Q9", name="Union", type="organisation")
CROWD = Actor(id="x-crowd", name="crowd", type="unnamed")


def event(*parties: Party) -> Event:
    return Event(anchor=Anchor(report="r", start=0, end=1), kind="meeting", parties=parties)


@pytest.mark.parametrize(("actor", "own"), [(BERG, "NO"), (NORWAY, "NO"), (UNION, "Q9"), (CROWD, None)])
def test_an_actor_is_on_its_states_side(actor: Actor, own: str | None) -> None:
    assert side(actor) == own


def test_a_president_and_his_state_are_one_side() -> None:
    assert sides(event(Party(actor=BERG), Party(actor=NORWAY), Party(actor=UNION), Party(actor=CROWD))) == {"NO", "Q9"}


def test_a_host_is_no_side_unless_nobody_else_is_there() -> None:
    host = Party(actor=NORWAY, role="host")
    assert sides(event(host, Party(actor=UNION))) == {"Q9"}
    assert taking_part(event(host)) == (host,)


def test_persons_are_told_by_side() -> None:
    assert persons([Party(actor=BERG), Party(actor=NORWAY)]) == {"NO": {"Q11"}}


def test_places_are_compared_without_case_and_accents() -> None:
    assert place_key("Malmö") == place_key("MALMO")
