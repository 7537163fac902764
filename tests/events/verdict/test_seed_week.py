"""The week of May 2018 in which a summit was called off, reopened and hung on a condition."""

from datetime import date

import msgspec
import pytest

from dragoman.events.verdict import give_verdict, voices
from dragoman.model.actor import Actor, Link, Office
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import Certainty, Stance, Status
from dragoman.model.when import When

US = Actor(id="Q30", name="United States", type="state", state="US")
NORTH_KOREA = Actor(id="Q423", name="North Korea", type="state", state="KP")
TRUMP = Actor(
    id="Q22686", name="Donald Trump", type="person", state="US", offices=(Office(role="head-of-state", of="US"),)
)
KIM = Actor(id="Q56226", name="Kim Jong-un", type="person", state="KP", offices=(Office(role="leader", of="KP"),))
PARTIES = (Party(actor=TRUMP), Party(actor=KIM))

BY_TRUMP = (Link(name="Donald Trump", id="Q22686", type="person", state="US", evidentiality="reported"),)
BY_MOON = (Link(name="Moon Jae-in", id="Q21001", type="person", state="KR", evidentiality="reported"),)
BY_SANDERS = (
    Link(
        name="Sarah Sanders",
        id="Q7422888",
        type="person",
        state="US",
        speaks_for="White House",
        evidentiality="quoted",
    ),
)
OWN: tuple[Link, ...] = ()

THURSDAY = When.parse("[2018-05-03,2018-05-10,2018-05-17,2018-05-24]")
FRIDAY = When.parse("[2018-05-04,2018-05-11,2018-05-18,2018-05-25]")
SATURDAY = When.parse("[2018-05-05,2018-05-12,2018-05-19,2018-05-26]")


def claim(
    name: str,
    status: Status,
    chain: tuple[Link, ...],
    said: When | None = None,
    certainty: Certainty = "certain",
    stance: Stance = "asserts",
) -> Claim:
    return Claim(
        id=f"cl_{name}",
        report="seed",
        status=status,
        stance=stance,
        certainty=certainty,
        chain=chain,
        start=0,
        end=1,
        quote="x",
        rule="nl.status",
        said=said,
        published=SATURDAY,
    )


CLAIMS = (
    claim("own", "cancelled", OWN),
    claim("moon", "conditional", BY_MOON),
    claim("not-dead", "mooted", BY_TRUMP, certainty="possible"),
    claim("still-looking", "planned", BY_TRUMP),
    claim("called-off", "cancelled", BY_TRUMP, THURSDAY),
    claim("floated", "mooted", BY_TRUMP, FRIDAY, "possible"),
    claim("sanders", "conditional", BY_SANDERS),
)


def verdict(
    as_of: str = "2018-05-26", claims: tuple[Claim, ...] = CLAIMS, according_to: Actor | None = None
) -> Verdict:
    given = give_verdict(
        claims,
        parties=PARTIES,
        as_of=date.fromisoformat(as_of),
        when=When.parse("2018-06-12"),
        kind="summit",
        according_to=according_to,
    )
    assert given is not None
    return given


def test_a_summit_called_off_and_opened_again_is_in_doubt() -> None:
    given = verdict()
    assert (given.status, given.rule, given.previous) == ("doubtful", "verdict.reopened", "cancelled")
    assert given.by == ("Donald Trump",)
    assert given.since == FRIDAY
    assert not given.contested


def test_the_verdict_names_what_carries_it_and_what_speaks_against_it() -> None:
    given = verdict()
    assert given.because[0] == "cl_called-off"
    # Saturday's words of the same holder stand for Friday's "perhaps": a later claim outweighs an earlier one
    assert set(given.because[1:]) == {"cl_not-dead", "cl_still-looking", "cl_sanders"}
    assert set(given.dissents) == {"cl_own", "cl_moon"}


def test_nothing_is_said_before_the_report_was_certainly_out() -> None:
    assert give_verdict(CLAIMS, parties=PARTIES, as_of=date(2018, 5, 25), when=None, kind="summit") is None


def test_a_party_can_confirm_what_was_reopened() -> None:
    later = When.parse("2018-06-01")
    again = msgspec.structs.replace(claim("on", "confirmed", BY_TRUMP), report="later", published=later)
    given = verdict("2018-06-01", (*CLAIMS, again))
    assert (given.status, given.previous, given.by) == ("confirmed", "doubtful", ("Donald Trump",))
    assert given.since == later


def test_a_day_that_passed_without_word_leaves_the_outcome_unknown() -> None:
    given = verdict("2018-06-13")
    assert (given.status, given.rule, given.previous) == ("unknown-after-date", "verdict.passed", "doubtful")
    assert given.since == When.parse("2018-06-13")


@pytest.mark.parametrize(
    ("actor", "status"),
    [
        (TRUMP, "planned"),
        (US, "planned"),
        (Actor(id="x-wh", name="White House", type="organisation", state="US"), "conditional"),
        (Actor(id="Q21001", name="Moon Jae-in", type="person", state="KR"), "conditional"),
        (Actor(id="Q884", name="South Korea", type="state", state="KR"), "conditional"),
    ],
    ids=["Trump", "United States", "White House", "Moon", "South Korea"],
)
def test_each_actor_has_a_story_of_its_own(actor: Actor, status: Status) -> None:
    assert verdict(according_to=actor).status == status


def test_an_actor_who_said_nothing_has_no_verdict() -> None:
    assert (
        give_verdict(
            CLAIMS,
            parties=PARTIES,
            as_of=date(2018, 5, 26),
            when=None,
            kind="summit",
            according_to=NORTH_KOREA,
        )
        is None
    )


def test_voices_count_holders() -> None:
    assert voices(CLAIMS) == 4
