import pytest

from dragoman.claims.titles import find_title_trigger
from dragoman.language import parse_text


@pytest.mark.parametrize(
    ("title", "kind", "word"),
    [
        ("top Trump – Kim", "summit", "top"),
        ("G7-top in Charlevoix", "summit", "G7-top"),
        ("Topoverleg over de begroting", "summit", "Topoverleg"),
        ("Persconferentie minister van Financiën", "press-conference", "Persconferentie"),
        ("Bezoek Moon aan Washington", "visit", "Bezoek"),
    ],
)
def test_a_title_names_its_kind(title: str, kind: str, word: str) -> None:
    found = find_title_trigger(parse_text(title, language="nl"), end=len(title), language="nl")
    assert found is not None
    assert (found[1].kind, found[0].text) == (kind, word)


def test_words_below_the_title_do_not_count() -> None:
    text = "Kerstborrel\n2018-12-20\nbezoek"
    assert find_title_trigger(parse_text(text, language="nl"), end=len("Kerstborrel"), language="nl") is None
