"""What a verb of saying governs, by construction, from real parses."""

import pytest

from dragoman.claims.frames import find_frames
from dragoman.claims.sayings import Grammar
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree

GRAMMAR = Grammar(load_language("nl"))


def told(text: str) -> list[tuple[str, str]]:
    """Lists the construction and the told words of each frame with some."""
    tree = Tree(parse_text(text).sentences[0])
    return [
        (frame.how, " ".join(tree.tokens[i].text for i in frame.content if tree.tokens[i].upos != "PUNCT"))
        for frame in find_frames(tree, grammar=GRAMMAR)
        if frame.content
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De premier zei dat het overleg doorgaat.", [("clause", "dat het overleg doorgaat")]),
        ("Het overleg gaat door, zei de premier gisteren.", [("parenthesis", "Het overleg gaat door")]),
        (
            "Het overleg gaat door, zei de premier, maar de bond wil niet mee.",
            [("parenthesis", "Het overleg gaat door")],
        ),
        ("De premier beloofde het overleg te hervatten.", [("infinitive", "het overleg te hervatten")]),
        ("De premier zei niets.", []),
        ("Toen hij aankwam, zei de premier niets.", []),
    ],
)
def test_told_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
