from collections.abc import Callable

import pytest

from dragoman.actors.find import Cast
from dragoman.actors.institutions import find_institutions
from dragoman.language import parse_text
from dragoman.rules.tree import Tree

CastOf = Callable[..., Cast]


def described(cast: Cast) -> list[tuple[str, str | None, str]]:
    """Gives the institutions found: name, state, and by which words it is theirs."""
    found = [m for m in cast.actors if m.how.startswith("nl.institution")]
    return [(m.actor.name, m.actor.state, m.how.partition("+")[2]) for m in found]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("De regering en het parlement zwegen.", ["nl.institution.government", "nl.institution.parliament"]),
        ("Het Hooggerechtshof zweeg.", ["nl.institution.supreme-court"]),
        ("De spoorbonden staken.", ["nl.institution.unions"]),
        ("De voetbalbonden vergaderen.", []),
        ("De regeringsleider zweeg.", []),
    ],
)
def test_institutions_are_found_by_their_longest_words(text: str, rules: list[str]) -> None:
    tree = Tree(parse_text(text, language="nl").sentences[0])
    assert [noun.rule.id for noun in find_institutions(tree, code="nl")] == rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Poolse regering zweeg.", ("Government of Poland", "PL", "adjective")),
        ("De regering van Peru zweeg.", ("Government of Peru", "PE", "of")),
        ("De rechtbank in Gent zweeg.", ("court of Belgium", "BE", "place")),
        ("In Oslo vergadert het parlement.", ("Storting", "NO", "place")),
        ("Het kabinet in Den Haag zweeg.", ("Government of the Netherlands", "NL", "place")),
        ("De regering van Macron zweeg.", ("Government of France", "FR", "of")),
    ],
)
def test_whose_an_institution_is_stands_beside_it(cast_of: CastOf, text: str, expected: tuple[str, str, str]) -> None:
    assert described(cast_of(text)) == [expected]


def test_else_it_is_of_the_country_that_the_report_is_about(cast_of: CastOf) -> None:
    cast = cast_of("In Charleroi rijdt geen trein. De NMBS betreurt de actie. De vakbonden willen praten.")
    assert described(cast) == [("trade unions of Belgium", "BE", "home")]


def test_with_two_countries_alike_it_is_of_the_one_told_last(cast_of: CastOf) -> None:
    cast = cast_of("Armenië en Azerbeidzjan praten. Armenië zei niets, Azerbeidzjan ook niet. De regering weigerde.")
    assert described(cast) == [("Government of Azerbaijan", "AZ", "told-last")]


@pytest.mark.parametrize("text", ["Een regering kan vallen.", "Geen regering wil dat.", "Elke rechtbank sluit."])
def test_an_institution_in_general_is_nobody(cast_of: CastOf, text: str) -> None:
    assert described(cast_of(text)) == []


def test_a_name_beside_the_noun_is_who_it_is(cast_of: CastOf) -> None:
    cast = cast_of("De vakbonden FNV en CNV staken. De Britse regering zweeg.")
    assert [name for name, _, _ in described(cast)] == ["Government of the United Kingdom"]


def test_the_company_is_the_organisation_told_last(cast_of: CastOf) -> None:
    cast = cast_of("De NS schrapt treinen. Het bedrijf betreurt dat.")
    assert described(cast) == [("Nederlandse Spoorwegen", "NL", "told-before")]


def test_a_council_is_of_its_town(cast_of: CastOf) -> None:
    assert described(cast_of("De gemeenteraad van Gent stemde tegen.")) == [("city council of Ghent", "BE", "place")]


def test_a_bare_noun_is_the_one_of_its_kind_that_was_told(cast_of: CastOf) -> None:
    cast = cast_of("Het Europees Parlement stemt in Straatsburg. Polen en Italië zwegen. Het parlement zei ja.")
    assert described(cast) == [("European Parliament", None, "told-before")]


def test_the_armies_of_two_countries_are_both(cast_of: CastOf) -> None:
    cast = cast_of("Armenië sprak met Azerbeidzjan. De legers hielden zich in.")
    assert {name for name, _, _ in described(cast)} == {"armed forces of Armenia", "armed forces of Azerbaijan"}
