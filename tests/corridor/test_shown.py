from datetime import date

import pytest

from dragoman.corridor.shown import Asked, hidden_because, hidden_by_face, in_stretch, may_be_in_stretch, sort_key
from dragoman.corridor.spans import make_span
from dragoman.corridor.standing import Standing
from dragoman.corridor.view import Gathered
from dragoman.model.claim import Claim
from dragoman.model.event import Anchor, Event
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

DAY = date(2018, 5, 26)


def standing(
    status: Status, edtf: str | None, *, background: bool = False, moved: str | None = None, told: str = "2018-05-20"
) -> Standing:
    event = Event(
        anchor=Anchor(report="sha256:1", start=0, end=3),
        kind="summit",
        when=None if edtf is None else When(edtf=edtf),
        moved_from=() if moved is None else (When(edtf=moved),),
        background=background,
    )
    claim = Claim(
        id="cl_1",
        report="sha256:1",
        status="planned",
        stance="asserts",
        certainty="certain",
        chain=(),
        start=0,
        end=3,
        quote="top",
        rule="hand",
        published=When(edtf=told),
    )
    gathered = Gathered(key=f"k{edtf}", event=event, claims=(claim,), reports=frozenset({"sha256:1"}))
    return Standing(gathered=gathered, claims=(claim,), verdict=Verdict(status=status, rule="hand"))


CASES = [
    (standing("planned", "2018-06-12"), None),
    (standing("held", "2018-05-26"), None),
    (standing("held", "2018-05-19"), None),
    (standing("held", "2018-05-18"), "held"),
    (standing("cancelled", "2018-05-01"), "cancelled"),
    (standing("cancelled", "2018-05-01", moved="2018-05-25"), None),
    (standing("planned", "[2018-05-05,2018-05-26]"), None),
    (standing("planned", None), None),
    (standing("held", None), None),
    (standing("held", None, told="2018-05-10"), "held"),
    (standing("planned", None, told="2018-05-10"), None),
    (standing("planned", "2018-06-12", background=True), "background"),
]


@pytest.mark.parametrize(("case", "reason"), CASES)
def test_what_is_past_or_background_is_hidden_for_a_reason(case: Standing, reason: str | None) -> None:
    assert hidden_because(case, Asked(day=DAY)) == reason
    assert hidden_because(case, Asked(day=DAY, everything=True)) is None


@pytest.mark.parametrize(("case", "reason"), CASES)
def test_the_contents_hide_nothing_that_the_diary_shows(case: Standing, reason: str | None) -> None:
    face = make_span("k", case.event, case.verdict, day=DAY)
    assert hidden_by_face(face, Asked(day=DAY)) in {None, reason}
    assert hidden_by_face(face, Asked(day=DAY, everything=True)) is None


@pytest.mark.parametrize(
    ("edtf", "moved", "inside"),
    [
        ("2018-06-12", None, True),
        ("2018-06-10/2018-06-14", None, True),
        ("2018-06-14", None, False),
        ("[2018-06-01,2018-06-30]", None, False),
        ("2018-06", None, True),
        ("2018-07-01", "2018-06-12", True),
        (None, None, False),
    ],
)
def test_an_event_is_within_days_if_one_of_its_days_may_be(edtf: str | None, moved: str | None, inside: bool) -> None:
    asked = Asked(day=DAY, first=date(2018, 6, 11), last=date(2018, 6, 13))
    case = standing("planned", edtf, moved=moved)
    assert in_stretch(case, asked) is inside
    assert may_be_in_stretch(make_span("k", case.event, case.verdict, day=DAY), asked) or not inside


def test_days_that_are_asked_for_are_shown_though_past() -> None:
    asked = Asked(day=DAY, first=date(2017, 1, 1))
    assert hidden_because(standing("held", "2018-04-27"), asked) is None
    assert hidden_because(standing("held", "2018-04-27", background=True), asked) == "background"


def test_events_come_by_day_and_the_undated_last() -> None:
    cases = [standing("planned", each) for each in (None, "2018-07", "2018-06-12", "2018-06-01/..", "2018-06")]
    assert [case.event.when and case.event.when.edtf for case in sorted(cases, key=sort_key)] == [
        "2018-06",
        "2018-06-01/..",
        "2018-06-12",
        "2018-07",
        None,
    ]
