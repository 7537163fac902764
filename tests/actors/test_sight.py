import pytest

from dragoman.actors.sight import Sight, holds_at, new_person, with_state
from dragoman.model.actor import Office


@pytest.mark.parametrize(
    ("start", "end", "day", "expected"),
    [
        ("2017-01-20", "2021-01-20", "2018-05-23", True),
        ("2017-01-20", "2021-01-20", "2016-12", False),
        ("2017-01-20", "2021-01-20", "2017-01", True),
        ("2017-01-20", "2021-01-20", "2021", True),
        ("2017-01-20", "2021-01-20", "2022", False),
        ("2017-01-20", None, "2030-01-01", True),
        (None, "2003", "2000", True),
        (None, "2003", "2004-01", False),
        ("2017", "2021", None, False),
        ("2017", None, None, True),
    ],
)
def test_an_office_is_held_from_its_first_to_its_last_day(
    start: str | None, end: str | None, day: str | None, expected: bool
) -> None:
    assert holds_at(Office(role="head-of-state", of="US", start=start, end=end), day) is expected


@pytest.mark.parametrize(
    ("day", "role", "of", "holder"),
    [
        ("2018-05-23", "head-of-state", "KR", "Moon Jae-in"),
        ("2014-05", "head-of-state", "KR", "Park Geun-hye"),
        ("2018-05-23", "head-of-state", "US", "Donald Trump"),
        ("2012", "head-of-state", "US", "Barack Obama"),
    ],
)
def test_the_day_decides_who_holds_an_office(sight: Sight, day: str, role: str, of: str, holder: str) -> None:
    sight.day = day
    found = sight.holder((role,), of)
    assert found is not None
    assert found.name == holder


def test_what_the_report_says_of_an_office_outweighs_the_packs(sight: Sight) -> None:
    jansen = new_person("Els Jansen", state="KR")
    sight.learn(jansen, role="head-of-state", of="KR")
    assert sight.holder(("head-of-state",), "KR") == jansen
    assert sight.holds(jansen, ("head-of-state",), "KR")
    assert not sight.holds(jansen, ("head-of-state",), "JP")


def test_the_last_named_comes_first_and_once(sight: Sight) -> None:
    els, jan = new_person("Els Jansen"), new_person("Jan Peeters")
    for actor in (els, jan, els):
        sight.note(actor)
    assert sight.recent(kind="person") == [els, jan]
    assert sight.recent(kind="state") == []
    assert sight.by_name["peeters"] == jan


def test_a_person_nobody_knows_is_keyed_by_name() -> None:
    assert new_person("Zoë Müller").id == "x-zoe-muller"


def test_a_state_is_filled_in_and_never_overwritten() -> None:
    assert with_state(new_person("Els Jansen"), "BE").state == "BE"
    assert with_state(new_person("Els Jansen", state="NL"), "BE").state == "NL"
    assert with_state(new_person("Els Jansen"), None).state is None
