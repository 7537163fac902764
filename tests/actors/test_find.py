from collections.abc import Callable

import pytest

from dragoman.actors.find import Cast

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
