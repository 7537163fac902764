import msgspec
import pytest

from dragoman.actors.index import index_for, split_words
from dragoman.actors.names import Found
from dragoman.actors.resolve import Resolved, resolve_name
from dragoman.actors.sight import Sight, new_person


def resolve(words: str, sight: Sight, *, label: str = "", located: bool = False) -> Resolved:
    known = tuple(index_for("nl").find(split_words(words), 0))
    found = Found(first=0, last=len(words.split()) - 1, start=0, end=len(words), known=known, label=label)
    return resolve_name(found, words, sight=sight, located=located)


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("Angela Merkel", "Angela Merkel", "name"),
        ("Merkel", "Angela Merkel", "family-name-in-office"),
        ("Noord-Korea", "North Korea", "name"),
        ("Chinese", "China", "adjective"),
        ("Fransen", "France", "inhabitant"),
        ("Pyongyang", "North Korea", "metonym"),
        ("Kremlin", "Kremlin", "name"),
    ],
)
def test_known_names_become_actors(sight: Sight, words: str, name: str, how: str) -> None:
    resolved = resolve(words, sight)
    assert resolved.actor is not None
    assert (resolved.actor.name, resolved.how) == (name, how)


def test_a_city_behind_a_preposition_of_place_is_a_place_only(sight: Sight) -> None:
    resolved = resolve("Pyongyang", sight, located=True)
    assert resolved.actor is None
    assert resolved.place is not None
    assert resolved.place.country == "KP"


@pytest.mark.parametrize(("day", "name"), [("2014-05", "Park Geun-hye"), ("2023-01", "Park Jin")])
def test_a_shared_family_name_is_that_of_whoever_is_in_office(sight: Sight, day: str, name: str) -> None:
    sight.day = day
    resolved = resolve("Park", sight)
    assert resolved.actor is not None
    assert resolved.actor.name == name


def test_whom_the_report_named_outweighs_whoever_is_in_office(sight: Sight) -> None:
    jin = next(
        known.actor for known in index_for("nl").find(["Park"], 0) if known.actor and known.actor.name == "Park Jin"
    )
    sight.note(jin)
    assert resolve("Park", sight).how == "family-name-in-report"
    assert resolve("Park", sight).actor == jin


def test_a_new_person_is_one_person_by_full_and_family_name(sight: Sight) -> None:
    whole = resolve("Marieke Verbruggen", sight, label="PER")
    assert whole.actor == new_person("Marieke Verbruggen")
    sight.note(whole.actor)
    assert resolve("Verbruggen", sight).actor == whole.actor
    assert resolve("Verbruggens", sight).actor == whole.actor


@pytest.mark.parametrize(("label", "type_"), [("ORG", "organisation"), ("PER", "person")])
def test_an_unknown_name_is_what_the_engine_calls_it(sight: Sight, label: str, type_: str) -> None:
    resolved = resolve("Zonnebloem", sight, label=label)
    assert resolved.actor is not None
    assert resolved.actor.type == type_
    assert resolved.actor.id == "x-zonnebloem"


def test_an_unknown_place_is_a_place_and_a_bare_word_nothing(sight: Sight) -> None:
    place = resolve("Zonnebloemdorp", sight, label="LOC")
    assert place.actor is None
    assert place.place is not None
    assert place.place.name == "Zonnebloemdorp"
    assert msgspec.structs.asdict(resolve("Zonnebloem", sight)) == msgspec.structs.asdict(Resolved())
