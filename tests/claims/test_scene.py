from collections.abc import Callable

import pytest

from dragoman.claims.scene import Scene

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Rutte en Merkel vergaderen.", "Rutte", ["Mark Rutte", "Angela Merkel"]),
        ("De Franse president Macron zweeg.", "president", ["Emmanuel Macron"]),
        ("De Amerikaanse delegatie vertrok.", "delegatie", ["United States"]),
    ],
)
def test_actors_stand_at_the_top_of_their_phrase_or_are_whom_it_stands_for(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, names: list[str]
) -> None:
    scene = scene_of(text)
    assert [actor.name for actor in scene.people_or_delegates(token_of(scene, word))] == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("De Amerikaanse delegatie vertrok.", "delegatie", ["United States"]),
        ("Een delegatie van Frankrijk vertrok.", "delegatie", ["France"]),
        ("Een delegatie vertrok naar Frankrijk.", "delegatie", []),
    ],
)
def test_a_delegation_stands_for_who_sends_it(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, names: list[str]
) -> None:
    scene = scene_of(text)
    assert [actor.name for actor in scene.delegated(token_of(scene, word))] == names
    assert [actor.name for actor in scene.people_or_delegates(token_of(scene, word))] == names


def test_dates_belong_to_the_phrase_or_the_verb(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Trump blies donderdag de top van 12 juni af.")
    verb, noun = token_of(scene, "blies"), token_of(scene, "top")
    words = [date.text for date in scene.found.dates]
    assert [words[i] for i in scene.dates_under(noun)] == ["12 juni"]
    assert [words[i] for i in scene.dates_beside(verb, without=noun)] == ["donderdag"]


def test_only_what_the_sentence_holds_is_in_its_scene(scene_of: SceneOf) -> None:
    scene = scene_of("Rutte zweeg. Merkel sprak dinsdag in Parijs.")
    assert [m.actor.name for mentions in scene.actors.values() for m in mentions] == ["Mark Rutte"]
    assert scene.dates == {}
    assert scene.places == {}


def test_who_owns_the_subject_is_not_the_subject(scene_of: SceneOf) -> None:
    scene = scene_of("Merkels voorganger Schröder ontmoette Chirac in 2003.")
    owners = [mention for mention in scene.found.actors if mention.genitive]
    assert [mention.actor.name for mention in owners] == ["Angela Merkel"]
    subjects = [at for at in scene.actors if scene.tree.rel(at).startswith("nsubj")]
    assert "Angela Merkel" not in [mention.actor.name for at in subjects for mention in scene.actors[at]]
