from collections.abc import Callable

import pytest

from dragoman.claims.cues import match_cue
from dragoman.claims.grade import Grade, grade_match, grade_occurrence, least_sure, occurrence, subjects_of
from dragoman.claims.holds import find_holds
from dragoman.claims.scene import Scene
from dragoman.rules.mood import Mood

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("certain", "certain", "certain"),
        ("certain", "probable", "probable"),
        ("possible", "probable", "possible"),
        ("unknown", "possible", "unknown"),
    ],
)
def test_the_less_sure_counts(a: str, b: str, expected: str) -> None:
    assert least_sure(a, b) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mood", "negated", "expected"),
    [
        (Mood(tense="past"), None, ("held", "asserts", "certain")),
        (Mood(tense="present", perfect=True), None, ("held", "asserts", "certain")),
        (Mood(tense="future"), None, ("planned", "asserts", "certain")),
        (Mood(tense="present"), None, ("planned", "asserts", "certain")),
        (Mood(tense="present", possible=True), None, ("mooted", "asserts", "possible")),
        (Mood(tense="would"), None, ("planned", "asserts", "certain")),
        (Mood(tense="would", perfect=True), None, ("held", "asserts", "possible")),
        (Mood(tense="past", negated=True), None, ("held", "denies", "certain")),
        (Mood(tense="present", perfect=True, negated=True, not_yet=True), None, ("held", "unconfirmed", "certain")),
        (Mood(tense="future", negated=True), "cancelled", ("cancelled", "asserts", "certain")),
        (Mood(tense="past", negated=True), "cancelled", ("held", "denies", "certain")),
    ],
)
def test_tense_tells_where_an_occurrence_stands(
    mood: Mood, negated: str | None, expected: tuple[str, str, str]
) -> None:
    grade = occurrence(mood, rule="r", verb=None, negated=negated)  # type: ignore[arg-type]
    assert (grade.status, grade.stance, grade.certainty) == expected
    assert grade.hearsay is (mood.tense == "would" and mood.perfect)


def graded(scene: Scene, token: int) -> list[Grade]:
    matches = [match for hold in find_holds(scene, token) if (match := match_cue(scene, hold)) is not None]
    return [grade for match in matches if (grade := grade_match(scene, match)) is not None]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("De kermis is afgelast.", "kermis", ("cancelled", "asserts", "certain")),
        ("De kermis is niet afgelast.", "kermis", ("cancelled", "denies", "certain")),
        ("De kermis is nog niet afgelast.", "kermis", ("cancelled", "unconfirmed", "certain")),
        ("De kermis kan worden afgelast.", "kermis", ("cancelled", "asserts", "possible")),
        ("De kermis gaat door.", "kermis", ("confirmed", "asserts", "certain")),
        ("De kermis gaat niet door.", "kermis", ("cancelled", "asserts", "certain")),
        ("De kermis ging door.", "kermis", ("held", "asserts", "certain")),
        ("De kermis kan doorgaan.", "kermis", ("mooted", "asserts", "possible")),
        ("De kermis duurde twee dagen.", "kermis", ("held", "asserts", "certain")),
        ("De kermis duurt twee dagen.", "kermis", ("ongoing", "asserts", "certain")),
        ("De kermis zou twee dagen hebben geduurd.", "kermis", ("held", "asserts", "possible")),
        ("De kermis is nog niet in beton gegoten.", "kermis", ("doubtful", "asserts", "certain")),
        ("De kermis vindt zondag plaats.", "kermis", ("planned", "asserts", "certain")),
        ("De kermis vond zondag plaats.", "kermis", ("held", "asserts", "certain")),
    ],
)
def test_a_cue_is_graded_by_the_mood_of_its_clause(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, expected: tuple[str, str, str]
) -> None:
    scene = scene_of(text)
    assert expected in [(g.status, g.stance, g.certainty) for g in graded(scene, token_of(scene, word))]


def test_a_cue_that_needs_a_negation_says_nothing_without_it(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("De kermis is in beton gegoten.")
    assert "doubtful" not in [grade.status for grade in graded(scene, token_of(scene, "kermis"))]


def test_what_was_not_announced_may_have_been_held(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Het overleg was niet aangekondigd.")
    assert graded(scene, token_of(scene, "overleg")) == []


@pytest.mark.parametrize(
    ("text", "word", "performers"),
    [
        ("De burgemeester blies de kermis af.", "kermis", ["burgemeester"]),
        ("De kermis werd afgelast door de burgemeester.", "kermis", ["burgemeester"]),
        ("De kermis werd afgelast.", "kermis", []),
        ("De kermis gaat door.", "kermis", []),
    ],
)
def test_a_deed_has_a_doer(scene_of: SceneOf, token_of: TokenOf, text: str, word: str, performers: list[str]) -> None:
    scene = scene_of(text)
    grade = graded(scene, token_of(scene, word))[0]
    assert [scene.tree.tokens[at].text for at in grade.performers] == performers


def test_a_modifier_takes_the_status_for_granted(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("De afgelaste kermis kost geld.")
    assert [grade.presupposed for grade in graded(scene, token_of(scene, "kermis"))] == [True]


def test_an_infinitive_shares_the_subject_of_its_governor(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("De burgemeester wil de kermis afblazen.")
    subjects = subjects_of(scene, token_of(scene, "afblazen"))
    assert [scene.tree.tokens[at].text for at in subjects] == ["burgemeester"]


def test_a_verb_that_tells_an_event_is_graded_by_its_own_tense(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Merkel ontmoette Macron.")
    assert grade_occurrence(scene, token_of(scene, "ontmoette"), rule="r") == Grade(
        status="held", rule="r", verb=token_of(scene, "ontmoette")
    )
