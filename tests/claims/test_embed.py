from collections.abc import Callable

import msgspec
import pytest

from dragoman.claims.embed import grade_embedding, grade_hedges
from dragoman.claims.grade import Grade, grade_occurrence
from dragoman.claims.scene import Scene
from dragoman.claims.tell import tell
from dragoman.claims.triggers import find_triggers

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


def grades(scene: Scene) -> list[Grade]:
    """Gives the grades of the first event of a scene, embedded and hedged."""
    triggers = find_triggers(scene)
    return list(tell(scene, triggers[0], others=triggers).grades)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abe hoopt Kim te ontmoeten.", ("mooted", "asserts", "possible")),
        ("Merkel weigert Poetin te ontmoeten.", ("refused", "asserts", "certain")),
        ("Merkel weigert niet Poetin te ontmoeten.", ("refused", "denies", "certain")),
        ("Rutte en Merkel spraken af om elkaar in juni te ontmoeten.", ("planned", "asserts", "certain")),
        ("De premier dreigt de top met Macron af te blazen.", ("doubtful", "asserts", "possible")),
        ("De premier weigert de top met Macron af te blazen.", ("cancelled", "denies", "certain")),
        ("De premier besloot de top met Macron af te blazen.", ("cancelled", "asserts", "certain")),
        ("De premier betwijfelt of de top met Macron doorgaat.", ("doubtful", "asserts", "certain")),
        ("Het weer bepaalt of de top met Macron doorgaat.", ("conditional", "asserts", "certain")),
        ("De top met Macron gaat door als het weer meezit.", ("conditional", "asserts", "certain")),
        ("De top met Macron gaat door, ook als het weer tegenzit.", ("confirmed", "asserts", "certain")),
        ("Als de top met Macron doorgaat, komt er een akkoord.", ("conditional", "asserts", "certain")),
        ("Wint het ja-kamp, dan treedt premier Rutte vrijdag af.", ("conditional", "asserts", "certain")),
        ("Dan zou premier Rutte vrijdag aftreden.", ("conditional", "asserts", "certain")),
        ("De top met Macron mag niet doorgaan.", ("cancelled", "asserts", "certain")),
        ("De top met Macron gaat niet voor september door.", ("confirmed", "asserts", "certain")),
        ("Minister Merkel stapt op.", ("held", "asserts", "certain")),
        ("Minister Merkel stapt vrijdag op.", ("planned", "asserts", "certain")),
        ("De onderhandelingen met Servië moeten nog beginnen.", ("planned", "asserts", "certain")),
        ("De top met Macron is van de agenda verdwenen.", ("cancelled", "asserts", "certain")),
    ],
)
def test_the_governing_word_decides(scene_of: SceneOf, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(grade.status, grade.stance, grade.certainty) for grade in grades(scene_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "De oppositie vraagt de top met Macron af te blazen.",
        "Een oproep om de top met Macron af te blazen werd genegeerd.",
    ],
)
def test_what_is_only_asked_for_is_not_claimed(scene_of: SceneOf, text: str) -> None:
    assert "cancelled" not in [grade.status for grade in grades(scene_of(text))]


def test_a_plain_clause_stays_as_it_is(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Merkel ontmoet Macron.")
    grade = grade_occurrence(scene, token_of(scene, "ontmoet"), rule="r")
    assert grade_embedding(scene, grade) == grade


def test_a_grade_without_a_verb_has_nothing_around_it(scene_of: SceneOf) -> None:
    grade = Grade(status="postponed", rule="r", verb=None)
    assert grade_embedding(scene_of("Het uitstel van de top kwam laat."), grade) == grade


@pytest.mark.parametrize(
    ("text", "certainty", "hearsay"),
    [
        ("De top vindt waarschijnlijk plaats.", "probable", False),
        ("De top vindt naar verwachting plaats.", "probable", False),
        ("De top wordt mogelijk afgelast.", "possible", False),
        ("Naar verluidt is de top afgelast.", "unknown", True),
        ("De top is afgelast.", "certain", False),
    ],
)
def test_a_hedge_in_the_clause_lowers_certainty(scene_of: SceneOf, text: str, certainty: str, hearsay: bool) -> None:
    scene = scene_of(text)
    plain = Grade(status="planned", rule="r", verb=0)
    hedged = grade_hedges(scene, plain, list(range(len(scene.tree))))
    assert (hedged.certainty, hedged.hearsay) == (certainty, hearsay)


def test_a_hedge_elsewhere_does_not(scene_of: SceneOf) -> None:
    scene = scene_of("De top vindt waarschijnlijk plaats.")
    plain = Grade(status="planned", rule="r", verb=0)
    assert grade_hedges(scene, plain, [0, 1]) == plain


def test_what_possibly_goes_ahead_is_only_floated(scene_of: SceneOf) -> None:
    scene = scene_of("De top gaat misschien door.")
    grade = grade_hedges(scene, Grade(status="confirmed", rule="r", verb=2), list(range(len(scene.tree))))
    assert grade == msgspec.structs.replace(grade, status="mooted", certainty="possible")
