from collections.abc import Callable

import pytest

from dragoman.claims.scene import Scene
from dragoman.claims.tell import Telling, tell
from dragoman.claims.triggers import find_triggers

SceneOf = Callable[[str], Scene]


def telling_of(scene: Scene, word: str) -> Telling:
    triggers = find_triggers(scene)
    trigger = next(each for each in triggers if scene.tree.tokens[each.token].text == word)
    return tell(scene, trigger, others=triggers)


def dates(scene: Scene, indexes: tuple[int, ...]) -> list[str]:
    return [scene.found.dates[index].text for index in indexes]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("De top met Macron begint dinsdag.", "top", ["dinsdag"]),
        ("De top van 12 juni met Macron is afgelast.", "top", ["12 juni"]),
        ("Trump blies donderdag de top van 12 juni met Macron af.", "top", ["12 juni"]),
        ("Merkel ontmoet Macron dinsdag in Parijs.", "ontmoet", ["dinsdag"]),
        ("De op 12 juni geplande top met Macron krijgt een vervolg.", "top", ["12 juni"]),
        ("Merkel bereidt de top van 12 juni met Macron voor.", "top", ["12 juni"]),
    ],
)
def test_a_day_is_that_of_the_event_or_of_the_deed(
    scene_of: SceneOf, text: str, word: str, expected: list[str]
) -> None:
    scene = scene_of(text)
    assert dates(scene, telling_of(scene, word).dates) == expected


@pytest.mark.parametrize(
    ("text", "to", "away"),
    [
        ("De wedstrijd tegen Ajax is verplaatst naar 12 juni.", ["12 juni"], []),
        ("De wedstrijd van 5 juni is verplaatst naar 12 juni.", ["12 juni"], ["5 juni"]),
        ("De wedstrijd van 5 juni is uitgesteld tot 12 juni.", ["tot 12 juni"], ["5 juni"]),
    ],
)
def test_a_move_has_a_day_before_and_a_day_after(scene_of: SceneOf, text: str, to: list[str], away: list[str]) -> None:
    scene = scene_of(text)
    telling = telling_of(scene, "wedstrijd")
    assert (dates(scene, telling.moved_to), dates(scene, telling.moved_from)) == (to, away)
    assert dates(scene, telling.dates) == to


@pytest.mark.parametrize(
    ("text", "word", "parties", "places"),
    [
        (
            "Rutte voert dinsdag gesprekken met Merkel in Berlijn.",
            "gesprekken",
            {"Mark Rutte", "Angela Merkel"},
            ["Berlin"],
        ),
        ("Rutte brengt dinsdag een bezoek aan China.", "bezoek", {"Mark Rutte", "China"}, []),
        ("Trump heeft zijn bezoek aan Denemarken uitgesteld.", "bezoek", {"Donald Trump", "Denmark"}, []),
        ("Trump ontvangt Abe in Washington.", "ontvangt", {"Donald Trump", "Shinzō Abe"}, ["Washington, D.C."]),
        ("Trump blies de top met Kim in Singapore af.", "top", {"Kim Jong-un"}, ["Singapore"]),
        ("Macron hoopt op een ontmoeting met Poetin.", "ontmoeting", {"Vladimir Putin"}, []),
    ],
)
def test_parties_come_from_the_phrase_and_from_a_verb_that_carries_it(
    scene_of: SceneOf, text: str, word: str, parties: set[str], places: list[str]
) -> None:
    telling = telling_of(scene_of(text), word)
    assert {party.actor.name for party in telling.parties} >= parties
    assert [place.name for place in telling.places][: len(places)] == places


def test_a_host_is_the_object_of_a_visit(scene_of: SceneOf) -> None:
    telling = telling_of(scene_of("De paus bezoekt Ierland in augustus."), "bezoekt")
    assert ("Ireland", "host") in [(party.actor.name, party.role) for party in telling.parties]
    assert [place.name for place in telling.places] == ["Ireland"]


@pytest.mark.parametrize(
    ("text", "word", "statuses"),
    [
        ("Tijdens een ontmoeting met Merkel zei Rutte dat.", "ontmoeting", ["held"]),
        ("Na het overleg met Merkel vertrok Rutte.", "overleg", ["held"]),
        ("De ontmoeting met Merkel was dinsdag.", "ontmoeting", ["held"]),
        ("Bij de stemming in Madrid viel de regering.", "stemming", ["held"]),
        ("Rutte spreekt Xi op de top in Osaka.", "top", ["planned"]),
        ("Rutte spreekt vaak op een top.", "top", []),
        ("Het debat van dinsdag ging over weinig anders.", "debat", ["held"]),
        ("Het verslag van de ontmoeting met Merkel verscheen.", "ontmoeting", []),
    ],
)
def test_a_setting_tells_that_it_was_held_and_a_mere_mention_nothing(
    scene_of: SceneOf, text: str, word: str, statuses: list[str]
) -> None:
    assert [grade.status for grade in telling_of(scene_of(text), word).grades] == statuses


def test_one_mention_may_say_two_things(scene_of: SceneOf) -> None:
    telling = telling_of(scene_of("De uitgestelde top met Macron gaat dinsdag door."), "top")
    assert [grade.status for grade in telling.grades] == ["postponed", "confirmed"]


def test_each_event_keeps_its_own_day_and_company(scene_of: SceneOf) -> None:
    scene = scene_of("Na het overleg met Merkel op 3 juni begint de top met Macron op 12 juni.")
    talks, summit = telling_of(scene, "overleg"), telling_of(scene, "top")
    assert dates(scene, talks.dates) == ["3 juni"]
    assert dates(scene, summit.dates) == ["12 juni"]
    assert [party.actor.name for party in summit.parties] == ["Emmanuel Macron"]
