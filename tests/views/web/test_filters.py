from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.web.asking import Asked
from dragoman.views.web.filters import choices, fits, fold, is_about, is_shown, outlets_of, sign_name, states_of

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
EVENTS = {event.id: event for event in HAND.events}
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))
SUMMIT = EVENTS["9e02"]


def found(**asked: Any) -> set[str]:
    return {event.id for event in HAND.events if fits(event, Asked(**asked), NL)}


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, set(EVENTS)),
        ({"kind": "summit"}, {"9e02"}),
        ({"actor": "Q15031"}, set()),
        ({"actor": "Donald Trump"}, {"9e02"}),
        ({"actor": "shinzo abe"}, {"c3aa"}),
        ({"actor": "Vladimir Poetin"}, {"c3aa"}),
        ({"place": "singapore"}, {"9e02", "4c1f"}),
        ({"place": "Moskou"}, {"c3aa"}),
        ({"words": "vrijuit"}, {"51d8"}),
        ({"words": "VRIJUIT twee"}, {"51d8"}),
        ({"words": "vrijuit trump"}, set()),
        ({"outlet": "De Proef"}, set()),
        ({"kind": "summit", "place": "Moskou"}, set()),
    ],
)
def test_an_event_is_found_by_what_it_is(asked: dict[str, Any], ids: set[str]) -> None:
    assert found(**asked) == ids


def test_a_state_takes_in_its_people_and_its_ground() -> None:
    assert set(states_of(SUMMIT)) == {"US", "KP", "SG"}
    assert "9e02" in found(state="KP")


@pytest.mark.parametrize(
    ("event", "sign", "shown"), [("9e02", "open", True), ("d0b7", "on", True), ("51d8", "over", False)]
)
def test_what_has_been_is_shown_only_when_asked_for(event: str, sign: str, *, shown: bool) -> None:
    assert sign_name(EVENTS[event]) == sign
    assert is_shown(EVENTS[event], Asked()) is shown
    assert is_shown(EVENTS[event], Asked(everything=True))
    assert is_shown(EVENTS[event], Asked(show=(sign,)))


def test_choices_are_counted_and_in_the_language_of_the_page() -> None:
    told = choices(HAND.events, NL)
    assert {(each.value, each.name, each.count) for each in told.kinds} >= {("summit", "top", 1)}
    assert {each.value: each.name for each in told.states}["KP"] == "Noord-Korea"
    assert [each.name for each in told.actors] == sorted((each.name for each in told.actors), key=fold)
    assert "Moskou" in {each.name for each in told.places}


def test_a_speaker_is_found_who_is_no_party() -> None:
    assert is_about(SUMMIT, "Moon Jae-in", NL)
    assert not is_about(EVENTS["c3aa"], "Moon Jae-in", NL)


def test_the_outlets_are_the_outermost_links() -> None:
    assert outlets_of(SUMMIT) == ()
