from collections.abc import Callable

import pytest

from dragoman.claims.cues import Match, cue_table, match_cue
from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Scene

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


def matches(scene: Scene, token: int) -> list[Match]:
    return [match for hold in find_holds(scene, token) if (match := match_cue(scene, hold)) is not None]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("De top werd uitgesteld.", "top", "postponed"),
        ("De burgemeester blies de kermis af.", "kermis", "cancelled"),
        ("De kermis is van de baan.", "kermis", "cancelled"),
        ("De spoorstaking van vrijdag is afgeblazen.", "spoorstaking", "cancelled"),
        ("De machinisten dreigen met een staking.", "staking", "mooted"),
        ("De top staat op losse schroeven.", "top", "doubtful"),
        ("De top hangt aan een zijden draad.", "top", "doubtful"),
        ("De afgelaste kermis kostte geld.", "kermis", "cancelled"),
        ("De gemeente zet een streep door de kermis.", "kermis", "cancelled"),
        ("Het uitstel van de kermis kwam laat.", "kermis", "postponed"),
        ("Het overleg ligt stil.", "overleg", "suspended"),
        ("De minister opende de top.", "top", "begins"),
    ],
)
def test_a_cue_is_matched_by_the_word_that_holds_the_event(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, status: str
) -> None:
    scene = scene_of(text)
    assert status in [match.cue.status for match in matches(scene, token_of(scene, word))]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("De kermis kleurde de stad.", "kermis"),
        ("De burgemeester liep tijdens de kermis in het water.", "kermis"),
        ("De baan van de kermis is glad.", "kermis"),
        ("De voorzitter maakte de dialoog moeilijk.", "dialoog"),
    ],
)
def test_other_words_match_nothing(scene_of: SceneOf, token_of: TokenOf, text: str, word: str) -> None:
    scene = scene_of(text)
    assert matches(scene, token_of(scene, word)) == []


def test_an_idiom_outweighs_the_verb_in_it(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("De top valt in het water.")
    match = matches(scene, token_of(scene, "top"))[0]
    assert match.cue.status == "cancelled"
    assert " ".join(scene.tree.tokens[i].text for i in match.tokens) == "in het water"


def test_a_noun_cue_has_no_verb(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Het uitstel van de kermis kwam laat.")
    assert [match.verb for match in matches(scene, token_of(scene, "kermis"))] == [None]


def test_the_table_is_made_once_and_holds_every_cue_word() -> None:
    table = cue_table("nl")
    assert table is cue_table("nl")
    assert {cue.status for cue in table.verbs["afzeggen"]} == {"cancelled"}
    assert any(phrase == ("van", "de", "baan") for phrase, _ in table.phrases)
