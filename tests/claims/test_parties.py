from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from dragoman.actors.sight import new_person
from dragoman.claims.parties import (
    Around,
    around_next,
    around_noun,
    around_verb,
    complete_parties,
    distinct,
    speakers_at,
)
from dragoman.claims.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.model.reading import Party

if TYPE_CHECKING:
    from dragoman.model.vocabulary import Kind

SceneOf = Callable[[str], Scene]
TokenOf = Callable[[Scene, str], int]


def names(around: Around) -> list[str]:
    return [party.actor.name for party in around.parties]


@pytest.mark.parametrize(
    ("text", "word", "parties", "places"),
    [
        ("De top tussen Rutte en Merkel begint.", "top", ["Mark Rutte", "Angela Merkel"], []),
        ("De Amerikaans-Chinese top is uitgesteld.", "top", ["United States", "China"], []),
        ("De ontmoeting met Macron is uitgesteld.", "ontmoeting", ["Emmanuel Macron"], []),
        ("Het overleg in Genève is uitgesteld.", "overleg", [], ["Geneva"]),
        ("Het proces tegen Marieke Verbruggen is uitgesteld.", "proces", ["Marieke Verbruggen"], []),
        ("Het bezoek van Macron aan Berlijn is uitgesteld.", "bezoek", ["Emmanuel Macron", "Germany"], ["Berlin"]),
    ],
)
def test_a_noun_names_parties_and_place_in_its_phrase(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, parties: list[str], places: list[str]
) -> None:
    scene = scene_of(text)
    kinds: dict[str, Kind] = {"bezoek": "visit", "proces": "hearing"}
    around = around_noun(scene, token_of(scene, word), kind=kinds.get(word, "meeting"))
    assert names(around) == parties
    assert [place.name for place in around.places] == places


def test_a_host_is_told_from_its_guest(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Het bezoek van Macron aan Duitsland is uitgesteld.")
    around = around_noun(scene, token_of(scene, "bezoek"), kind="visit")
    assert [(party.actor.name, party.role) for party in around.parties] == [
        ("Emmanuel Macron", "principal"),
        ("Germany", "host"),
    ]


def test_what_stands_in_another_event_is_that_one_s(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Het overleg over de top met Merkel begint.")
    top = token_of(scene, "top")
    assert names(around_noun(scene, token_of(scene, "overleg"), kind="talks", events=[top])) == []


def test_a_verb_brings_its_subject_and_company(scene_of: SceneOf, token_of: TokenOf) -> None:
    scene = scene_of("Macron overlegt dinsdag in Parijs met Merkel.")
    verb = token_of(scene, "overlegt")
    around = around_verb(scene, verb, kind="talks")
    assert names(around) == ["Emmanuel Macron", "Angela Merkel"]
    assert [place.name for place in around.places] == ["Paris"]
    assert names(around_verb(scene, verb, kind="talks", subject=False)) == ["Angela Merkel"]
    assert names(around_verb(scene, verb, kind="talks", before=verb)) == ["Emmanuel Macron"]


@pytest.mark.parametrize(("company", "parties"), [(True, ["Kim Jong-un"]), (False, [])])
def test_what_follows_an_event_is_its_own_wherever_it_hangs(
    scene_of: SceneOf, token_of: TokenOf, company: bool, parties: list[str]
) -> None:
    scene = scene_of("Trump blies de top met Kim af.")
    top = token_of(scene, "top")
    around = around_next(scene, top, kind="summit", company=company)
    within = around_noun(scene, top, kind="summit")
    assert {*names(around), *(names(within) if company else [])} == set(parties)


def test_each_actor_is_a_party_once_and_an_agency_never() -> None:
    els = new_person("Els Jansen")
    agency = Actor(id="x-belga", name="Belga", type="agency")
    parties = distinct([Party(actor=els, role="host"), Party(actor=els), Party(actor=agency)])
    assert parties == (Party(actor=els, role="host"),)


MACRON = Party(actor=Actor(id="Q3052772", name="Emmanuel Macron", type="person", state="FR"))
MERKEL = Party(actor=Actor(id="Q567", name="Angela Merkel", type="person", state="DE"))


@pytest.mark.parametrize(
    ("kind", "parties", "place", "sides"),
    [
        ("visit", (MACRON,), Place(name="Canada", country="CA"), ["FR", "CA"]),
        ("visit", (MACRON,), Place(name="Lisbon", country="PT"), ["FR", "PT"]),
        ("visit", (MACRON,), Place(name="Rotterdam", country="NL"), ["FR"]),
        ("visit", (MACRON, MERKEL), Place(name="Canada", country="CA"), ["FR", "DE"]),
        ("meeting", (MACRON,), Place(name="Canada", country="CA"), ["FR"]),
        ("election", (), Place(name="Ghent", country="BE"), ["NL"]),
        ("election", (MACRON,), Place(name="Ghent", country="BE"), ["FR"]),
        ("match", (), Place(name="Ghent", country="BE"), []),
    ],
)
def test_a_visit_has_a_host_and_an_election_a_country(
    kind: "Kind", parties: tuple[Party, ...], place: Place, sides: list[str]
) -> None:
    made = complete_parties(parties, kind=kind, places=[place], home="NL")
    assert [party.actor.state for party in made] == sides


def test_the_country_visited_is_host() -> None:
    made = complete_parties((MACRON,), kind="visit", places=[Place(name="Canada", country="CA")], home=None)
    assert [party.role for party in made] == ["principal", "host"]


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("Dat zei Rutte op een persconferentie in Parijs.", "persconferentie", ["Mark Rutte"]),
        ("Rutte schrapte een persconferentie in Parijs.", "persconferentie", []),
    ],
)
def test_who_spoke_at_a_press_conference_is_its_party(
    scene_of: SceneOf, token_of: TokenOf, text: str, word: str, parties: list[str]
) -> None:
    scene = scene_of(text)
    assert [party.actor.name for party in speakers_at(scene, token_of(scene, word))] == parties
