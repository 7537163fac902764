from collections.abc import Callable

import pytest

from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Scene

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


@pytest.mark.parametrize(
    ("text", "word", "hold"),
    [
        ("De top begint dinsdag.", "top", ("subject", "begint", None)),
        ("De top werd gisteren uitgesteld.", "top", ("object", "uitgesteld", None)),
        ("De voorzitter stelde de top uit.", "top", ("object", "stelde", None)),
        ("De top is onzeker.", "top", ("predicate-subject", "onzeker", None)),
        ("De afgelaste top kost geld.", "top", ("modified", "afgelaste", None)),
        ("Het uitstel van de top kwam laat.", "top", ("of", "uitstel", "van")),
        ("Macron ziet af van de top.", "top", ("prepositional", "ziet", "van")),
        ("Abe komt naar Washington voor de top.", "top", ("prepositional", "komt", "voor")),
        ("Abe komt naar Washington, nog voor de top.", "top", ("prepositional", "komt", "vóór")),
        ("De top blijft gepland voor juni.", "top", ("object", "gepland", None)),
        ("De top die werd uitgesteld, was duur.", "top", ("object", "uitgesteld", None)),
        ("De top, die twee dagen duurde, was duur.", "top", ("subject", "duurde", None)),
        ("De top dreigt te mislukken.", "top", ("subject", "mislukken", None)),
        ("De top en het banket zijn uitgesteld.", "banket", ("object", "uitgesteld", None)),
    ],
)
def test_an_event_is_held_in_a_slot(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, hold: tuple[str, str, str | None]
) -> None:
    scene = scene_of(text)
    holds = find_holds(scene, token_of(scene, word))
    assert hold in [(each.slot, scene.tree.tokens[each.governor].text, each.case) for each in holds]


def test_modifiers_come_before_the_governor(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("De uitgestelde top begint dinsdag.")
    assert [hold.slot for hold in find_holds(scene, token_of(scene, "top"))] == ["modified", "subject"]


def test_a_word_alone_is_held_by_nothing(scene_of: SceneOf) -> None:
    assert find_holds(scene_of("Overleg."), 0) == []
