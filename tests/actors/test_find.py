from collections.abc import Callable

import pytest

from dragoman.actors.find import Cast, find_actors
from dragoman.language import parse_text
from dragoman.packs.load import load_language

CastOf = Callable[..., Cast]


def told(cast: Cast) -> list[tuple[str, str]]:
    return [(mention.text, mention.actor.name) for mention in cast.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rutte sprak met de Franse president Macron.",
            [("Rutte", "Mark Rutte"), ("Franse", "France"), ("Macron", "Emmanuel Macron")],
        ),
        ("In Pyongyang regende het.", []),
        ("Pyongyang zwijgt.", [("Pyongyang", "North Korea")]),
        ("Merkels partij verloor.", [("Merkels", "Angela Merkel")]),
    ],
)
def test_actors_are_found_and_resolved(cast_of: CastOf, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(cast_of(text)) == expected


def test_places_are_kept_beside_actors(cast_of: CastOf) -> None:
    cast = cast_of("Macron ontving Merkel in Straatsburg.")
    assert [(mention.text, mention.place.country) for mention in cast.places] == [("Straatsburg", "FR")]


def test_an_apposition_teaches_the_office_of_a_new_name(cast_of: CastOf) -> None:
    cast = cast_of("De Belgische premier Marieke Verbruggen was er. De Belgische premier zei niets.")
    assert [name for text, name in told(cast) if text == "De Belgische premier"] == ["Marieke Verbruggen"]
    assert {mention.actor.state for mention in cast.actors if mention.actor.name == "Marieke Verbruggen"} == {"BE"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Merkel was in Parijs. Zij sprak er met studenten.", "Angela Merkel"),
        ("Macron was in Berlijn. Hij sprak er met studenten.", "Emmanuel Macron"),
        ("Merkel ontving Macron. Hij bleef een uur.", "Emmanuel Macron"),
    ],
)
def test_a_pronoun_is_the_last_subject_it_can_be(cast_of: CastOf, text: str, name: str) -> None:
    pronouns = [mention for mention in cast_of(text).actors if mention.how == "pronoun"]
    assert [mention.actor.name for mention in pronouns] == [name]


def test_a_sentence_of_another_year_has_the_offices_of_that_year(cast_of: CastOf) -> None:
    cast = cast_of("De Amerikaanse president zweeg. In 2012 bezocht de Amerikaanse president Seoel.")
    assert [name for text, name in told(cast) if text.lower() == "de amerikaanse president"] == [
        "Donald Trump",
        "Barack Obama",
    ]


def test_mentions_are_in_order_and_their_words_stand_in_the_text(cast_of: CastOf) -> None:
    text = "Volgens Erdoğan praat Duitsland weer met de Turkse minister. Ook Juncker is blij."
    cast = cast_of(text)
    assert [mention.start for mention in cast.actors] == sorted(mention.start for mention in cast.actors)
    assert all(text[mention.start : mention.end] == mention.text for mention in cast.actors)


def test_a_pronoun_before_anybody_is_named_is_the_subject_to_come(cast_of: CastOf) -> None:
    cast = cast_of("Amper een dag nadat hij de top met Kim Jong-un afblies, houdt Donald Trump alles weer open.")
    assert [m.actor.name for m in cast.actors if m.text == "hij"] == ["Donald Trump"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tamara van Ark sprak met Rutte.", "Tamara van Ark"),
        ("Het Kennedy Space Center gaat dicht.", "Kennedy Space Center"),
    ],
)
def test_a_name_is_not_cut_in_two(cast_of: CastOf, text: str, name: str) -> None:
    assert name in [mention.text for mention in cast_of(text).actors]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De VVD-leider zweeg. Mark Rutte is de baas van de VVD.", "Mark Rutte"),
        ("De VN-chef bezocht Genève.", "António Guterres"),
        ("De Commissievoorzitter sprak in Straatsburg.", "Jean-Claude Juncker"),
    ],
)
def test_an_office_in_one_word_with_its_organisation_is_its_holder(cast_of: CastOf, text: str, name: str) -> None:
    cast = cast_of(text)
    assert cast.actors[0].actor.name == name


def test_who_heads_a_body_of_many_is_on_no_states_side(cast_of: CastOf) -> None:
    states = {m.actor.name: m.actor.state for m in cast_of("Guterres en Juncker spraken met Macron.", "2018-05").actors}
    assert states == {"António Guterres": None, "Jean-Claude Juncker": None, "Emmanuel Macron": "FR"}


def test_the_ministers_of_two_countries_are_both(cast_of: CastOf) -> None:
    cast = cast_of("De ministers van Buitenlandse Zaken van Duitsland en Frankrijk vergaderen.")
    assert {"Heiko Maas", "Jean-Yves Le Drian"} <= {mention.actor.name for mention in cast.actors}


def test_his_minister_is_one_of_his_country(cast_of: CastOf) -> None:
    cast = cast_of("Macron was moe. Zijn minister van Buitenlandse Zaken nam over.")
    assert "Jean-Yves Le Drian" in [mention.actor.name for mention in cast.actors]


def test_lower_case_names_of_the_packs_are_found(cast_of: CastOf) -> None:
    assert told(cast_of("Volgens de taliban is er niets aan de hand.")) == [("taliban", "Taliban")]


def test_a_longer_name_told_before_is_who_its_end_means(cast_of: CastOf) -> None:
    cast = cast_of("Jan van Zoetermeer was er. Later vertrok Van Zoetermeer.")
    assert {m.actor.name for m in cast.actors} == {"Jan van Zoetermeer"}


def test_a_number_behind_a_name_makes_it_no_person(cast_of: CastOf) -> None:
    assert [
        m.actor.name for m in cast_of("De raket Wodan III vertrekt morgen.").actors if m.actor.type == "person"
    ] == []


def test_two_countries_are_those_most_told_of(cast_of: CastOf) -> None:
    cast = cast_of(
        "Armenië sprak met Azerbeidzjan. Armenië en Azerbeidzjan zwegen. Rusland hielp. De twee landen tekenden."
    )
    assert [m.actor.name for m in cast.actors if m.text == "De twee landen"] == ["Armenia", "Azerbaijan"]


def test_both_ministers_that_nobody_named_are_those_of_the_two_countries(cast_of: CastOf) -> None:
    cast = cast_of("Duitsland sprak met Frankrijk. De twee ministers van Buitenlandse Zaken waren moe.")
    assert {m.actor.name for m in cast.actors if m.actor.type == "person"} == {"Heiko Maas", "Jean-Yves Le Drian"}


@pytest.mark.parametrize(("outlet", "home"), [("BE", "BE"), (None, None)])
def test_a_report_that_names_nobody_is_of_its_outlets_country(outlet: str | None, home: str | None) -> None:
    text = "De regering zweeg."
    pack, parse = load_language("nl"), parse_text(text, language="nl")
    cast = find_actors(parse, text, pack=pack, day="2018-05-23", outlet=outlet)
    assert (cast.home, cast.actors[0].actor.state) == (home, home)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Grieken stemmen zondag.", [("Greece", "people")]),
        ("Zondag sprak hij met drie Grieken.", [("Greece", "inhabitant")]),
        (
            "Emmanuel Macron kwam. De Fransman sprak lang.",
            [("Emmanuel Macron", "name"), ("Emmanuel Macron", "inhabitant-told")],
        ),
        ("De Zuid-Amerikanen vergaderen.", []),
    ],
)
def test_a_peoples_name_is_its_state_or_one_of_it(cast_of: CastOf, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.actor.name, m.how) for m in cast_of(text).actors if m.how != "pronoun"] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yanis Varoufakis vergaderde. De minister was moe.", "Yanis Varoufakis"),
        ("De Belgische minister zweeg.", "minister of Belgium"),
    ],
)
def test_a_bare_minister_is_the_one_told_of(cast_of: CastOf, text: str, name: str) -> None:
    assert name in [m.actor.name for m in cast_of(text, "2015-06-30").actors if m.how == "nl.title.minister"]


def test_a_minister_nobody_told_of_is_nobody(cast_of: CastOf) -> None:
    assert cast_of("De minister zweeg.", "2015-06-30").actors == ()
