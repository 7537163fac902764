import pytest

from dragoman.actors.index import index_for
from dragoman.actors.names import find_names
from dragoman.language import parse_text
from dragoman.rules.tree import Tree


def names_in(text: str) -> list[tuple[str, str, bool]]:
    """Gives each name's words, what kind of name is known (or the engine's label), and whether it is part of a word."""
    parse = parse_text(text, language="nl")
    found = find_names(Tree(parse.sentences[0]), index=index_for("nl"), names=parse.names)
    return [
        (text[each.start : each.end], each.known[0].kind if each.known else each.label, each.part) for each in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rutte sprak met Merkel.", [("Rutte", "family", False), ("Merkel", "family", False)]),
        ("Het Witte Huis zweeg.", [("Witte Huis", "organisation", False)]),
        ("De Amerikaans-Chinese handel stokt.", [("Amerikaans", "adjective", True), ("Chinese", "adjective", True)]),
        ("Noord- en Zuid-Korea praten weer.", [("Noord-", "state", False), ("Zuid-Korea", "state", False)]),
        ("De Trump-Kim-top gaat door.", [("Trump", "family", True), ("Kim", "family", True)]),
        ("De bakker bakt brood.", []),
    ],
)
def test_names_are_found_whole_and_in_parts_of_words(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert names_in(text) == expected


def test_a_word_of_the_dictionary_is_no_name_in_lower_case() -> None:
    assert names_in("In het park stond een bank.") == []


def test_a_name_that_the_engine_saw_whole_outweighs_a_known_one_inside() -> None:
    names = names_in("Volgens Marieke Verbruggen is het tijd.")
    assert names == [("Marieke Verbruggen", "PER", False)]
