from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.packs.load import load_actors
from dragoman.packs.shapes.actors import made_id

PACK = load_actors()
STATES = {state.code: state for state in PACK.states.states}
KEYS = {entry.key: entry for entry in PACK.organisations.organisations}
PEOPLE = {person.name: person for person in PACK.people.people}
PLACES = {place.name: place for place in PACK.places.places}
MEDIA = {medium.name: medium for medium in PACK.media.media}
TERRITORIES = {"AW", "CW", "GL", "GU", "HK", "MO", "SX"}
"""Codes of places that are no state's capital region, but have a code of their own."""


def known(key: str | None) -> bool:
    return key is None or key in STATES or key in KEYS


def test_all_members_of_the_united_nations_are_there() -> None:
    assert sum(state.member for state in STATES.values()) == 193
    assert {code for code, state in STATES.items() if not state.member} == {"PS", "TW", "VA", "XK"}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_state_has_an_id_names_in_both_languages_and_a_capital_that_is_a_place(state: Any) -> None:
    assert state.id is not None
    assert set(state.names) == {"nl", "en"}
    assert state.capital in PLACES


@pytest.mark.parametrize(
    ("code", "adjectives", "inhabitants"),
    [
        ("NL", ["Nederlands", "Nederlandse"], ["Nederlander", "Nederlanders"]),
        ("US", ["Amerikaans", "Amerikaanse"], ["Amerikaan", "Amerikanen"]),
        ("KP", ["Noord-Koreaans", "Noord-Koreaanse"], ["Noord-Koreaan", "Noord-Koreanen"]),
        ("CN", ["Chinees", "Chinese"], ["Chinees", "Chinezen"]),
        ("FR", ["Frans", "Franse"], ["Fransman", "Fransen", "Française"]),
        ("UA", ["Oekraïens", "Oekraïense"], ["Oekraïner", "Oekraïners"]),
    ],
)
def test_state_has_its_dutch_forms(code: str, adjectives: list[str], inhabitants: list[str]) -> None:
    assert set(adjectives) <= set(STATES[code].adjectives["nl"])
    assert set(inhabitants) <= set(STATES[code].inhabitants["nl"])


def test_names_stand_without_their_article() -> None:
    spellings = [
        *(each.names for each in STATES.values()),
        *(each.names for each in KEYS.values()),
        *(each.names for each in PLACES.values()),
    ]
    starts = ("de ", "het ", "the ")
    assert [name for each in spellings for names in each.values() for name in names if name.startswith(starts)] == []


def test_no_two_actors_share_an_id() -> None:
    assert [made for made, count in Counter(actor.id for actor in PACK.actors()).items() if count > 1] == []


def test_no_two_actors_share_a_full_name() -> None:
    for language in ("nl", "en"):
        names = Counter(name for actor in PACK.actors() for name in set(actor.names.get(language, ())))
        assert [name for name, count in names.items() if count > 1] == []


def test_every_key_that_an_entry_calls_is_there() -> None:
    called = [
        *(actor.speaks_for for actor in PACK.actors() if actor.speaks_for not in PACK.ids().values()),
        *(actor.state for actor in PACK.actors() if actor.state not in TERRITORIES),
        *(each.country for each in PLACES.values() if each.country not in TERRITORIES),
        *(key for place in PLACES.values() for key in place.stands_for),
        *(office.of for person in PEOPLE.values() for office in person.offices),
    ]
    assert [key for key in called if not known(key)] == []


def test_no_office_ends_before_it_starts() -> None:
    offices = [(person.name, office) for person in PEOPLE.values() for office in person.offices]
    assert [(name, o) for name, o in offices if o.start is not None and o.end is not None and o.end < o.start] == []


G20 = ("AR", "AU", "BR", "CA", "CN", "FR", "DE", "IN", "ID", "IT", "JP", "MX", "RU", "SA", "ZA", "KR", "TR", "GB", "US")
OTHERS = ("KP", "BE", "NL", "LU")
WITHOUT = {("KP", "head-of-state")}
"""North Korea is ruled by its leader; who was head of state by law before 2016 is not told."""


@pytest.mark.parametrize("day", ["2011-06-15", "2014-09-29", "2018-05-26", "2021-12-15", "2024-11-15"])
@pytest.mark.parametrize("role", ["head-of-state", "head-of-government", "foreign-minister"])
@pytest.mark.parametrize("code", [*G20, *OTHERS])
def test_somebody_holds_the_office_on_the_day(code: str, role: str, day: str) -> None:
    if (code, role) in WITHOUT:
        role = "leader"
    holders = [
        person.name
        for person in PEOPLE.values()
        for office in person.offices
        if (office.role, office.of) == (role, code)
        and (office.start is None or office.start <= day)
        and (office.end is None or day <= office.end)
    ]
    assert holders != []


@pytest.mark.parametrize(
    ("name", "role", "of", "start", "end"),
    [
        ("Donald Trump", "head-of-state", "US", "2017-01-20", "2021-01-20"),
        ("Mike Pompeo", "foreign-minister", "US", "2018-04-26", "2021-01-20"),
        ("Kim Jong-un", "leader", "KP", "2011-12-17", None),
        ("Moon Jae-in", "head-of-state", "KR", "2017-05-10", "2022-05-10"),
        ("Angela Merkel", "head-of-government", "DE", "2005-11-22", "2021-12-08"),
    ],
)
def test_person_holds_an_office(name: str, role: str, of: str, start: str, end: str | None) -> None:
    assert (role, of, start, end) in [(o.role, o.of, o.start, o.end) for o in PEOPLE[name].offices]


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Vladimir Putin", "Vladimir Poetin"),
        ("Shinzō Abe", "Shinzo Abe"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Alexander Lukashenko", "Alexander Loekasjenko"),
    ],
)
def test_person_has_the_dutch_spelling(name: str, spelling: str) -> None:
    assert spelling in PEOPLE[name].names["nl"]


@pytest.mark.parametrize(
    ("name", "stands_for"),
    [
        ("Pyongyang", ("KP",)),
        ("Washington, D.C.", ("US",)),
        ("Moscow", ("RU",)),
        ("Brussels", ("eu", "BE", "nato")),
        ("The Hague", ("NL", "icc")),
        ("Amsterdam", ()),
        ("Davos", ()),
    ],
)
def test_place_stands_for_whom_its_name_may_speak_of(name: str, stands_for: tuple[str, ...]) -> None:
    assert PLACES[name].stands_for == stands_for


def test_misspelt_village_is_a_spelling_of_panmunjom() -> None:
    assert {"Panmumjeom", "Panmunjeom", "Panmunjom"} <= set(PLACES["Panmunjom"].names["nl"])


def test_every_place_has_a_country_and_a_time_zone() -> None:
    assert [place.name for place in PLACES.values() if place.country is None or place.zone is None] == []


@pytest.mark.parametrize(("name", "state"), [("TASS", "RU"), ("KCNA", "KP"), ("Xinhua", "CN"), ("Yonhap", None)])
def test_state_agency_speaks_for_its_state(name: str, state: str | None) -> None:
    assert MEDIA[name].type == "agency"
    assert MEDIA[name].speaks_for == state


def test_actor_names_whom_it_speaks_for_by_id() -> None:
    actors = {actor.name: actor for actor in PACK.actors()}
    assert actors["Sarah Sanders"].speaks_for == actors["White House"].id
    assert actors["Sarah Sanders"].offices[0].of == actors["White House"].id
    assert actors["White House"].speaks_for == "US"


def test_place_is_given_as_a_place() -> None:
    assert PLACES["Singapore"].place().country == "SG"


@pytest.mark.parametrize(
    ("qid", "name", "made"),
    [("Q22686", "Donald Trump", "Q22686"), (None, "Kim Eui-kyeom", "x-kim-eui-kyeom"), (None, "un", "x-un")],
)
def test_id_is_wikidatas_or_made_from_the_name(qid: str | None, name: str, made: str) -> None:
    assert made_id(qid=qid, name=name) == made


@given(st.text())
def test_made_id_is_the_same_for_the_same_name(name: str) -> None:
    assert made_id(qid=None, name=name) == made_id(qid=None, name=f" {name} ")
    assert made_id(qid=None, name=name).startswith("x-")
