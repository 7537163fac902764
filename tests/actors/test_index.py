import pytest

from dragoman.actors.index import fold, forms, index_for, split_words


@pytest.mark.parametrize(
    ("words", "kind", "names"),
    [
        ("Noord-Korea", "state", "North Korea"),
        ("Zuid-Koreaanse", "adjective", "South Korea"),
        ("Fransen", "inhabitant", "France"),
        ("Angela Merkel", "person", "Angela Merkel"),
        ("Merkel", "family", "Angela Merkel"),
        ("Merkels", "family", "Angela Merkel"),
        ("Kim Jong-uns", "person", "Kim Jong-un"),
        ("Witte Huis", "organisation", "White House"),
    ],
)
def test_known_names_are_found_in_their_language(words: str, kind: str, names: str) -> None:
    known = index_for("nl").find(split_words(words), 0)
    assert [(each.kind, each.actor and each.actor.name) for each in known] == [(kind, names)]


def test_cities_stand_for_those_who_speak_from_them() -> None:
    known = index_for("nl").find(["Washington"], 0)
    assert [(each.kind, each.place and each.place.country, each.stands_for) for each in known] == [
        ("place", "US", ("US",))
    ]


def test_the_longest_name_wins() -> None:
    words = split_words("Kim Jong-il sprak")
    known = index_for("nl").find(words, 0)
    assert [each.words for each in known] == [("kim", "jong-il")]


def test_a_shared_family_name_gives_all_who_have_it() -> None:
    assert len({each.actor.id for each in index_for("nl").find(["Park"], 0) if each.actor is not None}) > 1


@pytest.mark.parametrize(("word", "found"), [("VS", True), ("vs", False), ("Vs", False)])
def test_short_capitals_count_only_in_capitals(word: str, found: bool) -> None:
    assert bool(index_for("nl").find([word], 0)) is found


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Vučić", "vucic"),
        ("Erdoğan", "erdogan"),
        ("Noord-Korea", "noord-korea"),
        ("Poetin’s", "poetins"),
        ("JUNCKER", "juncker"),
    ],
)
def test_spellings_compare_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "expected"), [("Merkels", ("merkels", "merkel")), ("Xis", ("xis",)), ("Macron", ("macron",))]
)
def test_a_genitive_is_taken_off_longer_words(word: str, expected: tuple[str, ...]) -> None:
    assert forms(word) == expected


def test_every_person_is_an_actor_by_id() -> None:
    index = index_for("nl")
    assert index.people
    assert all(index.actors[actor.id] is actor for _, actor in index.people)


def test_the_index_is_made_once() -> None:
    assert index_for("nl") is index_for("nl")
