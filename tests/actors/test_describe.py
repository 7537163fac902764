from collections.abc import Callable

import pytest

from dragoman.actors.describe import find_offices, resolve_group
from dragoman.actors.find import Cast
from dragoman.actors.sight import Sight, new_person
from dragoman.language import parse_text
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree


def tree_of(text: str) -> Tree:
    return Tree(parse_text(text, language="nl").sentences[0])


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("De Franse president sprak.", ["nl.title.president"]),
        ("De minister van Buitenlandse Zaken belde met de premier.", ["nl.title.foreign-minister", "nl.title.premier"]),
        ("De ministers vergaderden.", ["nl.title.minister"]),
        ("Het ministerie zweeg.", []),
    ],
)
def test_offices_are_found_by_their_longest_words(text: str, rules: list[str]) -> None:
    assert [office.title.id for office in find_offices(tree_of(text), code="nl")] == rules


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("De Zuid-Koreaanse president reisde naar Tokio.", "2018-05", "Moon Jae-in"),
        ("De Zuid-Koreaanse president reisde naar Tokio.", "2014-05", "Park Geun-hye"),
        ("De president van Frankrijk zweeg.", "2018-05", "Emmanuel Macron"),
        ("De Amerikaanse minister van Buitenlandse Zaken reisde naar Tokio.", "2018-05-23", "Mike Pompeo"),
    ],
)
def test_an_office_with_its_owner_is_its_holder_at_the_time(
    cast_of: Callable[..., Cast], text: str, day: str, name: str
) -> None:
    assert name in [mention.actor.name for mention in cast_of(text, day).actors]


def test_an_office_without_a_known_holder_keeps_its_state(cast_of: Callable[..., Cast]) -> None:
    actor = next(m.actor for m in cast_of("De Belgische ambassadeur werd ontboden.").actors if m.actor.type == "office")
    assert (actor.name, actor.state) == ("ambassador of Belgium", "BE")


def test_an_office_without_an_owner_is_whom_the_report_named_last(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("De Franse president Emmanuel Macron was in Berlijn. Daar at de president een worst.")
    last = [mention for mention in cast.actors if mention.text == "de president"]
    assert [mention.actor.name for mention in last] == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De twee leiders gaven elkaar de hand.", ["Emmanuel Macron", "Angela Merkel"]),
        ("Beide landen zwegen.", ["France", "Germany"]),
        ("De leiding zweeg.", []),
    ],
)
def test_a_group_is_those_named_last(sight: Sight, text: str, names: list[str]) -> None:
    index = sight.index
    for first in ("Frankrijk", "Duitsland", "Macron", "Merkel"):
        actor = index.find([first], 0)[0].actor
        assert actor is not None
        sight.note(actor)
    titles = load_language("nl").titles
    assert [mention.actor.name for mention in resolve_group(tree_of(text), titles=titles, sight=sight)] == names


def test_a_group_never_has_more_than_were_named(sight: Sight) -> None:
    sight.note(new_person("Els Jansen"))
    found = resolve_group(tree_of("Beide leiders zwegen."), titles=load_language("nl").titles, sight=sight)
    assert len(found) <= 1
