from collections.abc import Callable

import pytest

from dragoman.claims.scene import Scene
from dragoman.claims.triggers import Trigger, find_triggers, has_slot, match_noun, slot_tokens

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


@pytest.mark.parametrize(
    ("lemma", "text", "kind"),
    [
        ("top", "top", "summit"),
        ("klimaat_top", "klimaattop", "summit"),
        ("klimaattop", "klimaattop", "summit"),
        ("pers_conferentie", "persconferentie", "press-conference"),
        ("donor_conferentie", "donorconferentie", "conference"),
        ("VN-top", "VN-top", "summit"),
        ("berg_top", "bergtop", None),
        ("laptop", "laptop", None),
        ("stop", "stop", None),
        ("brood", "brood", None),
    ],
)
def test_a_noun_is_matched_whole_or_as_a_compound(lemma: str, text: str, kind: str | None) -> None:
    rule = match_noun(lemma, text, code="nl")
    assert (None if rule is None else rule.kind) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De top tussen Rutte en Merkel begint.", [("top", "summit")]),
        ("Merkel ontmoet Macron.", [("ontmoet", "meeting")]),
        ("Merkel ontmoet tegenwind.", []),
        ("Rutte en Merkel spraken elkaar.", [("spraken", "meeting")]),
        ("Rutte sprak van een ramp.", []),
        ("Macron stuurt een gezant naar Beiroet.", [("stuurt", "visit")]),
        ("Macron stuurt een kaart naar Beiroet.", []),
        ("De vakbond staakt vrijdag.", [("staakt", "strike")]),
        ("De fabriek staakt vrijdag de productie.", []),
        ("Rutte en Merkel praten maandag weer.", [("praten", "meeting")]),
        ("Rutte praat maandag weer.", []),
        ("Het verdrag treedt maandag in werking.", [("treedt", "entry-into-force")]),
        ("De pomp treedt maandag in werking.", []),
        ("Het noodakkoord, dat maandag afloopt, geldt nog.", [("afloopt", "deadline")]),
        ("De straat loopt maandag nog af.", []),
        ("Merkel stopt maandag als partijleider.", [("stopt", "resignation")]),
        ("Merkel stopt maandag.", []),
        ("Na het overleg volgt een persconferentie.", [("overleg", "talks"), ("persconferentie", "press-conference")]),
    ],
)
def test_words_name_or_tell_events(scene_of: SceneOf, text: str, expected: list[tuple[str, str]]) -> None:
    scene = scene_of(text)
    found = [(scene.tree.tokens[each.token].text, each.rule.kind) for each in find_triggers(scene)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "word", "slot", "words"),
    [
        ("Macron ontving Merkel in Parijs.", "ontving", "subject", ["Macron"]),
        ("Macron ontving Merkel in Parijs.", "ontving", "object", ["Merkel"]),
        ("Rutte belt met Juncker.", "belt", "with", ["Juncker"]),
        ("Merkel werd ontvangen door Macron.", "ontvangen", "by", ["Macron"]),
        ("Merkel werd ontvangen door Macron.", "ontvangen", "subject", []),
        ("Rutte vloog naar Parijs en ontmoette Macron.", "ontmoette", "subject", ["Rutte"]),
        ("De bakker ontving een brief.", "ontving", "subject", []),
    ],
)
def test_a_slot_holds_actors_only(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, slot: str, words: list[str]
) -> None:
    scene = scene_of(text)
    found = slot_tokens(scene, token_of(scene, word), slot)
    assert [scene.tree.tokens[at].text for at in found] == words


@pytest.mark.parametrize(
    ("text", "word", "slot", "expected"),
    [
        ("Rutte en Merkel troffen elkaar.", "troffen", "reciprocal", True),
        ("Rutte trof Merkel.", "trof", "reciprocal", False),
        ("Rutte vliegt naar Parijs.", "vliegt", "towards", True),
        ("Rutte landde in Parijs.", "landde", "place", True),
        ("Rutte vliegt naar huis.", "vliegt", "towards", False),
    ],
)
def test_a_slot_may_be_a_place_or_each_other(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, slot: str, expected: bool
) -> None:
    scene = scene_of(text)
    assert has_slot(scene, token_of(scene, word), slot) is expected


def test_a_trigger_without_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="rule"):
        _ = Trigger(token=0).rule
