"""Which tellings are of one event, which are not, and that the reasons can be read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.block import block_keys
from dragoman.events.match import Match, match_score
from dragoman.model.actor import Actor
from dragoman.model.event import Anchor, Event, EventLink
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.when import When
from dragoman.packs.load import load_kinds

ACTORS = {
    "NO": Actor(id="Q1", name="Norway", type="state", state="NO"),
    "CL": Actor(id="Q2", name="Chile", type="state", state="CL"),
    "PE": Actor(id="Q3", name="Peru", type="state", state="PE"),
    "Berg": Actor(id="Q11", name="Anna Berg", type="person", state="NO"),
    "Dahl": Actor(id="Q12", name="Nils Dahl", type="person", state="NO"),
    "Soto": Actor(id="Q21", name="Luis Soto", type="person", state="CL"),
}
OSLO = Place(name="Oslo", country="NO")
LIMA = Place(name="Lima", country="PE")


def event(kind: str = "meeting", who: str = "", when: str | None = None, *, at: int = 0, **more: Any) -> Event:
    parties = more.pop("parties", None) or tuple(Party(actor=ACTORS[name]) for name in who.split())
    date = None if when is None else When.parse(when)
    anchor = Anchor(report="r", start=at, end=at + 1)
    moved_from = tuple(When.parse(former) for former in more.pop("moved_from", ()))
    return Event(anchor=anchor, kind=kind, parties=parties, when=date, moved_from=moved_from, **more)  # type: ignore[arg-type]


def match(a: Event, b: Event, **more: bool) -> Match:
    return match_score(a, b, kinds=load_kinds(), **more)


GUEST = Party(actor=ACTORS["NO"], role="guest"), Party(actor=ACTORS["CL"], role="guest")
HOST = Party(actor=ACTORS["NO"], role="host"), Party(actor=ACTORS["CL"], role="host")

BERG_SOTO = event("summit", "Berg Soto", "2018-06-12", place=OSLO)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(BERG_SOTO, event("summit", "Berg Soto", "2018-06-12", place=OSLO), id="all the same"),
        pytest.param(BERG_SOTO, event("meeting", "Soto Berg"), id="a meeting without a day"),
        pytest.param(BERG_SOTO, event("summit", "NO CL"), id="states for persons"),
        pytest.param(BERG_SOTO, event("summit", "NO CL", "2018-06"), id="in June"),
        pytest.param(
            BERG_SOTO, event("summit", "Berg Soto", "2018-06-19", moved_from=["2018-06-12"]), id="moved to a known day"
        ),
        pytest.param(BERG_SOTO, event("summit", "Berg", "2018-06-12", place=OSLO), id="one side told"),
        pytest.param(
            event("summit", "NO CL", "2018-05"), event("summit", "NO CL", "2018-06-12"), id="a summit that slipped"
        ),
        pytest.param(event("closure", "NO"), event("closure", "NO"), id="a state closes one thing"),
        pytest.param(event("visit", "NO", place=LIMA), event("visit", "NO", place=LIMA), id="a delegation there"),
        pytest.param(
            event("summit", "Berg Soto", place=LIMA), event("summit", "Berg Soto", place=OSLO), id="place moved"
        ),
        pytest.param(
            event("vote", when="2018-06-12", words="stemming over de pensioenwet"),
            event("vote", when="2018-06-12", words="de stemming over de pensioenwet"),
            id="no parties, the same words",
        ),
    ],
)
def test_two_tellings_are_one_event(a: Event, b: Event) -> None:
    assert match(a, b).same
    assert block_keys(a, kinds=load_kinds()) & block_keys(b, kinds=load_kinds())


@pytest.mark.parametrize(
    ("a", "b", "held", "code"),
    [
        pytest.param(BERG_SOTO, event("call", "Berg Soto"), "", "kind.different", id="another kind"),
        pytest.param(BERG_SOTO, event("summit", "NO PE", "2018-06-12"), "", "parties.different", id="another state"),
        pytest.param(BERG_SOTO, event("summit", "Dahl Soto"), "", "persons.different", id="another minister"),
        pytest.param(
            event("meeting", "Berg Soto", "2018-04-27"),
            event("meeting", "Berg Soto", "2018-05-26"),
            "ab",
            "when.two-occasions",
            id="both held",
        ),
        pytest.param(
            event("meeting", "Berg Soto", "2018-04-27"),
            event("meeting", "Berg Soto", "2018-05-26"),
            "a",
            "when.two-occasions",
            id="one held before the other's day",
        ),
        pytest.param(
            event("meeting", "Berg Soto", "2018-01-10"),
            event("meeting", "Berg Soto", "2018-06-10"),
            "",
            "when.two-occasions",
            id="far apart",
        ),
        pytest.param(
            event("talks", "NO CL", ordinal=3), event("talks", "NO CL", ordinal=4), "", "ordinal.different", id="rounds"
        ),
        pytest.param(
            event("talks", "NO CL", nature="process"),
            event("talks", "NO CL"),
            "",
            "nature.different",
            id="a round of talks",
        ),
        pytest.param(
            BERG_SOTO,
            event("talks", "NO CL", at=50, links=(EventLink(type="condition", to=BERG_SOTO.anchor),)),
            "",
            "links.apart",
            id="what it hangs on",
        ),
    ],
)
def test_a_conflict_keeps_two_events_apart(a: Event, b: Event, held: str, code: str) -> None:
    answer = match(a, b, a_held="a" in held, b_held="b" in held)
    assert answer.conflict is not None
    assert (answer.conflict.code, answer.score, answer.same) == (code, 0.0, False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(event("talks", "NO CL", "2018-06-01"), event("talks", "NO CL", "2018-06-08"), id="another day"),
        pytest.param(event("talks", "NO CL", "2018-06"), event("talks", "NO CL", "2018-07-02"), id="another month"),
        pytest.param(
            event("summit", "NO CL", "2018-06-01"), event("talks", "NO CL", "2018-06-08"), id="talks on another day"
        ),
        pytest.param(BERG_SOTO, event("visit", "NO", "2018-06-12", place=LIMA), id="a visit elsewhere"),
        pytest.param(
            event("vote", when="2018-06-12", words="pensioenwet"),
            event("vote", when="2018-06-12", words="begroting"),
            id="other words",
        ),
        pytest.param(event("speech", when="2018-06-12"), event("speech", when="2018-06-12"), id="kind and day alone"),
    ],
)
def test_too_little_speaks_for_one_event(a: Event, b: Event) -> None:
    assert not match(a, b).same


def test_what_was_held_is_not_what_is_planned_on_no_day() -> None:
    held, planned = event("talks", "Berg Soto", "2018-06-01"), event("talks", "Berg Soto")
    assert match(held, planned).same
    assert not match(held, planned, a_held=True).same
    assert not match(planned, held, b_held=True).same


def test_the_visit_back_is_another_visit() -> None:
    there, back = event("visit", parties=(GUEST[0], HOST[1])), event("visit", parties=(GUEST[1], HOST[0]))
    answer = match(there, back)
    assert answer.conflict is not None
    assert answer.conflict.code == "parties.different"


def test_the_reasons_can_be_read() -> None:
    answer = match(BERG_SOTO, event("meeting", "NO CL", "2018-06-12"))
    assert [reason.code for reason in answer.reasons] == ["kind.like", "parties.same", "when.same"]
    assert answer.text == "both have CL, NO; both are on 2018-06-12; meeting and summit may be names for one event"


EVENTS = st.builds(
    event,
    st.sampled_from(["summit", "meeting", "talks", "visit", "call", "vote"]),
    st.sampled_from(["", "NO", "NO CL", "Berg Soto", "Dahl CL", "NO CL PE"]),
    st.sampled_from([None, "2018-06-12", "2018-06", "2018-04-27", "[2018-06-05,2018-06-12]"]),
    place=st.sampled_from([None, OSLO, LIMA]),
    ordinal=st.sampled_from([None, 1, 2]),
    words=st.sampled_from(["", "over de begroting"]),
)


@given(EVENTS, EVENTS)
def test_a_match_is_symmetric_and_finds_itself_through_its_keys(a: Event, b: Event) -> None:
    there, back = match(a, b), match(b, a)
    assert (there.score, there.same) == (back.score, back.same)
    if there.same:
        assert block_keys(a, kinds=load_kinds()) & block_keys(b, kinds=load_kinds())


def test_a_family_holds_all_kinds_that_one_event_may_be_called() -> None:
    family = {load_kinds().family(kind) for kind in ("summit", "meeting", "talks", "visit", "call")}
    assert len(family) == 1
    assert load_kinds().family("vote") == load_kinds().family("election")
    assert load_kinds().family("match") not in family
