import pytest

from dragoman.actors.home import home_of
from dragoman.actors.index import index_for
from dragoman.actors.names import Found, find_names
from dragoman.language import parse_text
from dragoman.rules.tree import Tree


def names(text: str) -> list[Found]:
    parse = parse_text(text, language="nl")
    trees = [Tree(sentence) for sentence in parse.sentences]
    return [name for tree in trees for name in find_names(tree, index=index_for("nl"), names=parse.names)]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Rutte sprak in Den Haag met Kaag en met een Duitse krant.", "NL"),
        ("Frankrijk speelt tegen Duitsland, en Parijs juicht als Berlijn zwijgt.", None),
        ("Het regent in Parijs.", None),
        ("Het regent.", None),
    ],
)
def test_home_is_the_country_that_most_names_belong_to(text: str, home: str | None) -> None:
    assert home_of(names(text)) == home


@pytest.mark.parametrize(("text", "home"), [("Het regent.", "BE"), ("Het regent in Gent.", "BE"), ("Parijs.", None)])
def test_the_outlet_decides_where_the_report_says_too_little(text: str, home: str | None) -> None:
    assert home_of(names(text), outlet="BE") == home
