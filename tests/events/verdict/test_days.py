"""When a claim was said, and which of two was said later."""

from datetime import date

import pytest

from dragoman.events.verdict.days import counts, said_days, said_when, surely_later, undecided
from dragoman.model.claim import Claim
from dragoman.model.when import When


def claim(
    said: str | None = None, published: str | None = None, *, report: str = "r", time: str | None = None
) -> Claim:
    return Claim(
        id="cl_1",
        report=report,
        status="planned",
        stance="asserts",
        certainty="certain",
        chain=(),
        start=0,
        end=1,
        quote="x",
        rule="nl.x",
        said=None if said is None else When.parse(said, time=time),
        published=None if published is None else When.parse(published),
    )


@pytest.mark.parametrize(
    ("published", "day", "there"),
    [
        ("2018-05-26", "2018-05-26", True),
        ("2018-05-26", "2018-05-25", False),
        ("2018-05", "2018-05-30", False),
        ("2018-05", "2018-05-31", True),
        (None, "2018-05-01", True),
    ],
)
def test_a_claim_counts_from_when_it_was_certainly_out(published: str | None, day: str, *, there: bool) -> None:
    assert counts(claim(published=published), as_of=date.fromisoformat(day)) == there


@pytest.mark.parametrize(
    ("said", "published", "when"),
    [
        ("2018-05-24", "2018-05-26", "2018-05-24"),
        (None, "2018-05-26", "2018-05-26"),
        ("2018-05-27", "2018-05-26", "2018-05-26"),
        ("../2018", "2018-05-26", "2018-05-26"),
        ("2018-05-24", None, "2018-05-24"),
    ],
)
def test_it_was_said_no_later_than_it_was_out(said: str | None, published: str | None, when: str) -> None:
    assert said_when(claim(said, published)) == When.parse(when)


def test_a_claim_without_any_day_comes_first() -> None:
    assert said_days(claim()) == (date.min, date.min)


SETS = ("[2018-05-03,2018-05-10,2018-05-17]", "[2018-05-04,2018-05-11,2018-05-18]")


@pytest.mark.parametrize(
    ("earlier", "later", "known"),
    [
        (claim("2018-05-24"), claim("2018-05-25", report="s"), True),
        (claim(SETS[0]), claim(SETS[1]), True),
        (claim(SETS[0]), claim(SETS[1], report="s"), False),
        (claim("2018-05-24"), claim("2018-05-24", report="s"), False),
        (claim("2018-05-24", time="09:00"), claim("2018-05-24", time="15:30", report="s"), True),
        (claim("2018-05-24", time="09:00"), claim("2018-05-24", report="s"), False),
    ],
)
def test_which_of_two_was_said_later(earlier: Claim, later: Claim, *, known: bool) -> None:
    assert surely_later(later, earlier) == known
    assert not surely_later(earlier, later)
    assert undecided(earlier, later) == (not known)
