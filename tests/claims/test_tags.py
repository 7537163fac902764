"""Words of saying found by their place; real parses, since what they mend is what a parser gets wrong."""

import pytest

from dragoman.claims.frames import find_frames
from dragoman.claims.sayings import Grammar
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree

GRAMMAR = Grammar(load_language("nl"))


def tags(text: str) -> list[tuple[str, str, str]]:
    """Gives verb, subject and what is said of each frame of the one sentence of a text."""
    tree = Tree(parse_text(text, language="nl").sentences[0])

    def words(indexes: tuple[int, ...]) -> str:
        return " ".join(tree.tokens[i].text for i in indexes if tree.tokens[i].upos != "PUNCT")

    return [
        (words((frame.index,)), words(frame.heads), words(frame.content))
        for frame in find_frames(tree, grammar=GRAMMAR)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De stemming van 28 september gaat nu zeker door, verzekerde president Ashraf Ghani.",
            ("verzekerde", "president", "De stemming van 28 september gaat nu zeker door"),
        ),
        (
            "Die verhoging gaat vrijdag in, bevestigde handelsgezant Jan Peeters maandag.",
            ("bevestigde", "handelsgezant", "Die verhoging gaat vrijdag in"),
        ),
        (
            "Jansen wil deze week nog met de drie lijsttrekkers rond de tafel, zeggen bronnen rond de formatie.",
            ("zeggen", "bronnen", "Jansen wil deze week nog met de drie lijsttrekkers rond de tafel"),
        ),
        (
            "Gaat de kraan dicht, dan blijven de banken gesloten, zeggen ingewijden.",
            ("zeggen", "ingewijden", "Gaat de kraan dicht dan blijven de banken gesloten"),
        ),
        ("De premier moet weg, eist de oppositie.", ("eist", "oppositie", "De premier moet weg")),
    ],
)
def test_saying_behind_a_comma_is_found_whatever_the_tree_has(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in tags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Het is een lastige, bevestigde afspraak.",
        "Als het regent, zegt Jan de afspraak af.",
        "Om de brug te openen, zeggen bewoners niets.",
        "In Gent, waar het al middernacht was, riep de burgemeester zijn schepenen bijeen.",
    ],
)
def test_form_of_saying_that_says_nothing_of_what_stands_before_is_none(text: str) -> None:
    assert [said for _, _, said in tags(text) if said] == []
