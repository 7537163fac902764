"""The respects in which events are compared, one by one."""

from typing import Any

import pytest

from dragoman.events.alike import (
    LOOKS,
    Pair,
    compare_dates,
    compare_ordinals,
    compare_parties,
    compare_persons,
    compare_places,
    compare_roles,
    compare_words,
)
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

OSLO = Place(name="Oslo", country="NO", id="Q585")
BERGEN = Place(name="Bergen", country="NO")
LIMA = Place(name="Lima", country="PE")


def party(code: str, person: str | None = None) -> Party:
    if person is None:
        return Party(actor=Actor(id=f"Q{code}", name=code, type="state", state=code))
    return Party(actor=Actor(id=person, name=person, type="person", state=code))


def event(when: str | None = None, **more: Any) -> Event:
    date = None if when is None else When.parse(when)
    fields: dict[str, Any] = {"anchor": Anchor(report="r", start=0, end=1), "kind": "meeting", "when": date, **more}
    return Event(**fields)


def pair(a: Event, b: Event, **more: bool) -> Pair:
    return Pair(a=a, b=b, kinds=load_kinds(), **more)


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("2018-06-12", "2018-06-12", "when.same"),
        ("2018-06-12", "2018-06", "when.compatible"),
        ("2018-06-12", "2018-06-19", "when.different"),
        ("2018-04-01~", "2018-04-03", "when.compatible"),
        ("2018-04-01~", "2018-04-08", "when.different"),
        ("2018-06-12", "2018-09-19", "when.two-occasions"),
    ],
)
def test_dates(a: str, b: str, code: str) -> None:
    assert [reason.code for reason in compare_dates(pair(event(a), event(b)))] == [code]


def test_a_date_that_is_not_known_says_nothing() -> None:
    assert compare_dates(pair(event(), event("2018"))) == []
    assert compare_dates(pair(event(), event())) == []


def test_a_narrower_date_says_more() -> None:
    close = compare_dates(pair(event("2018-06-12"), event("[2018-06-12,2018-06-19]")))[0]
    wide = compare_dates(pair(event("2018-06-12"), event("2018")))[0]
    assert close.weight > wide.weight > 0


@pytest.mark.parametrize(
    ("a", "b", "held", "code"),
    [
        (OSLO, OSLO, False, "place.same"),
        (OSLO, BERGEN, True, "place.near"),
        (OSLO, LIMA, False, "place.different"),
        (OSLO, LIMA, True, "place.different"),
    ],
)
def test_places(a: Place, b: Place, code: str, *, held: bool) -> None:
    (reason,) = compare_places(pair(event(place=a), event(place=b), a_held=held, b_held=held))
    assert reason.code == code
    assert reason.rules_out == (held and code == "place.different")


def test_alternatives_may_be_the_place() -> None:
    (reason,) = compare_places(pair(event(place=OSLO), event(alternatives=(OSLO, LIMA))))
    assert reason.code == "place.possible"


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("NO CL", "CL NO", "parties.same"),
        ("NO", "NO CL", "parties.some"),
        ("NO CL", "NO PE", "parties.different"),
        ("NO CL PE AR", "NO CL PE BR", "parties.many"),
        ("NO CL", "", "parties.unknown"),
    ],
)
def test_parties(a: str, b: str, code: str) -> None:
    told = [event(parties=tuple(party(name) for name in names.split())) for names in (a, b)]
    assert [reason.code for reason in compare_parties(pair(*told))] == [code]


@pytest.mark.parametrize(
    ("a", "b", "codes"),
    [
        ("Berg", "Berg", ["persons.same"]),
        ("Berg", "Dahl", ["persons.different"]),
        ("Berg", None, []),
    ],
)
def test_persons(a: str, b: str | None, codes: list[str]) -> None:
    told = pair(event(parties=(party("NO", a),)), event(parties=(party("NO", b),)))
    assert [reason.code for reason in compare_persons(told)] == codes


def test_guests_tell_visits_apart() -> None:
    def visit(guest: str) -> Event:
        return event(parties=(Party(actor=party(guest).actor, role="guest"), party("NO")))

    assert [reason.code for reason in compare_roles(pair(visit("CL"), visit("PE")))] == ["roles.different"]
    assert compare_roles(pair(visit("CL"), visit("CL"))) == []
    assert compare_roles(pair(visit("CL"), event())) == []


def test_numbers_and_words() -> None:
    assert compare_ordinals(pair(event(ordinal=2), event(ordinal=2)))[0].code == "ordinal.same"
    assert compare_ordinals(pair(event(ordinal=2), event())) == []
    assert compare_words(pair(event(words="top over klimaat"), event(words="Top over klimaat")))[0].code == "words.same"


def test_each_reason_is_found_under_its_respect() -> None:
    told = pair(
        event("2018-06-12", place=OSLO, ordinal=1, words="a"), event("2018-06-12", place=OSLO, ordinal=1, words="a")
    )
    for respect, look in LOOKS.items():
        assert all(reason.code.startswith(f"{respect}.") for reason in look(told))
