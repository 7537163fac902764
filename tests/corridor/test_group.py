"""An event as a sweep knows it."""

from datetime import date

import pytest

from dragoman.corridor.group import Group, Part, is_held
from dragoman.model.actor import Link
from dragoman.model.claim import Claim

MAY, JUNE = date(2018, 5, 10), date(2018, 6, 10)


def group(founder: str, day: date) -> Group:
    made = Group(founder, born=(day, founder, 0))
    made.parts.append(Part(day=day, report=founder, place=0))
    made.index(["meeting|KP+US"], day)
    return made


def test_the_elder_takes_in_all_that_the_younger_was() -> None:
    elder, younger = group("a", MAY), group("b", JUNE)
    younger.held = True
    elder.take_in(younger)
    assert (elder.family, elder.reports, elder.held) == ({"a", "b"}, {"a", "b"}, True)
    assert elder.keys == {"meeting|KP+US": JUNE}


def test_a_key_keeps_the_last_day_that_was_told_of_under_it() -> None:
    made = group("a", JUNE)
    made.index(["meeting|KP+US", "meeting|KP"], MAY)
    assert made.keys == {"meeting|KP+US": JUNE, "meeting|KP": MAY}


def test_parts_sort_by_day_and_then_by_report_and_place() -> None:
    parts = [
        Part(day=JUNE, report="a", place=0),
        Part(day=MAY, report="b", place=1),
        Part(day=MAY, report="b", place=0),
    ]
    assert [(part.day, part.place) for part in sorted(parts)] == [(MAY, 0), (MAY, 1), (JUNE, 0)]


def claim(status: str, stance: str, evidentiality: str) -> Claim:
    link = Link(name="De Proef", type="outlet", evidentiality=evidentiality)  # type: ignore[arg-type]
    return Claim(
        id="cl_1",
        report="sha256:1",
        status=status,  # type: ignore[arg-type]
        stance=stance,  # type: ignore[arg-type]
        certainty="certain",
        chain=(link,),
        start=0,
        end=1,
        quote="x",
        rule="hand",
    )


@pytest.mark.parametrize(
    ("status", "stance", "evidentiality", "held"),
    [
        ("held", "asserts", "own", True),
        ("held", "asserts", "hearsay", False),
        ("held", "denies", "own", False),
        ("planned", "asserts", "own", False),
    ],
)
def test_only_what_somebody_stands_behind_was_held(status: str, stance: str, evidentiality: str, held: bool) -> None:
    assert is_held([claim(status, stance, evidentiality)]) is held
