from collections.abc import Callable

import pytest

from dragoman.claims.days import Days, carriers_of, days_of_noun, days_of_verb
from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Scene
from dragoman.claims.tell import tell
from dragoman.claims.triggers import find_triggers

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


def days_of(scene: Scene, word: str) -> Days:
    triggers = find_triggers(scene)
    trigger = next(each for each in triggers if scene.tree.tokens[each.token].text == word)
    if trigger.noun is None:
        return Days(dates=days_of_verb(scene, trigger.token, others=triggers))
    grades = tell(scene, trigger, others=triggers).grades
    holds = find_holds(scene, trigger.token)
    return days_of_noun(scene, trigger.token, holds=holds, grades=grades, others=triggers)


def words(scene: Scene, indexes: tuple[int, ...]) -> list[str]:
    return [scene.found.dates[index].text for index in indexes]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Dat zei de minister vrijdag na de top in Parijs.", "top", ["vrijdag"]),
        ("Het overleg met Macron, dat Merkel op 16 mei afzegde, wordt vrijdag 1 juni gehouden.", "overleg",
         ["vrijdag 1 juni"]),
        ("Trump blies donderdag de top met Macron af.", "top", []),
        ("De minister zweeg vrijdag over de top van 12 juni.", "top", ["12 juni"]),
        ("Dat zei Merkel donderdag toen zij door Macron werd ontvangen.", "ontvangen", ["donderdag"]),
        ("Dat zei Merkel donderdag omdat zij door Macron werd ontvangen.", "ontvangen", []),
    ],
)  # fmt: skip
def test_days_come_from_what_carries_the_event(scene_of: SceneOf, text: str, word: str, expected: list[str]) -> None:
    scene = scene_of(text)
    assert words(scene, days_of(scene, word).dates) == expected


def test_when_it_should_have_been_is_a_former_day(scene_of: SceneOf) -> None:
    scene = scene_of("De zitting die donderdag had moeten plaatsvinden, begint vrijdag.")
    found = days_of(scene, "zitting")
    assert (words(scene, found.dates), words(scene, found.moved_from)) == (["vrijdag"], ["donderdag"])


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("19.15 - Macron houdt zijn persconferentie.", "persconferentie", ["19.15"]),
        ("19.15 - Macron houdt zondag zijn persconferentie.", "persconferentie", ["zondag"]),
        ("Macron houdt zijn persconferentie.", "persconferentie", []),
    ],
)
def test_an_entry_of_a_live_report_gives_its_day(scene_of: SceneOf, text: str, word: str, expected: list[str]) -> None:
    scene = scene_of(text)
    assert words(scene, days_of(scene, word).dates) == expected


@pytest.mark.parametrize(
    ("text", "word", "carrier"),
    [
        ("De top met Macron begint dinsdag.", "top", "begint"),
        ("Dat zei de minister vrijdag na de top in Parijs.", "top", "zei"),
        ("De minister zweeg over de top.", "top", None),
    ],
)
def test_a_verb_carries_an_event_it_lets_happen_or_is_set_in(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, carrier: str | None
) -> None:
    scene = scene_of(text)
    found = [
        scene.tree.tokens[hold.governor].text for hold in carriers_of(scene, find_holds(scene, token_of(scene, word)))
    ]
    assert found == ([] if carrier is None else [carrier])
