"""Who stands behind a claim, and who speaks for whom."""

import pytest

from dragoman.events.verdict.holders import (
    ITSELF,
    Holder,
    holder_of,
    is_own_voice,
    is_party,
    names_by_id,
    speaks_for_state,
    takes_in,
)
from dragoman.model.actor import Actor, Link, Office
from dragoman.model.claim import Claim
from dragoman.model.reading import Party

BERG = Actor(id="Q1", name="Anna Berg", type="person", state="NO", offices=(Office(role="leader", of="NO"),))
NORWAY = Actor(id="Q20", name="Norway", type="state", state="NO")
RUNNER = Actor(id="Q5", name="Per Lund", type="person", state="NO")

BY_BERG = Link(name="Anna Berg", id="Q1", type="person", state="NO", evidentiality="quoted")
BY_SPEAKER = Link(name="Ole Vik", type="person", state="NO", speaks_for="Q1", evidentiality="quoted")
BY_PRESIDENT = Link(name="Donald Trump", type="person", speaks_for="United States", evidentiality="quoted")
BY_STRANGER = Link(name="Kari Moe", type="person", speaks_for="Q999999999", evidentiality="quoted")
BY_MINISTRY = Link(name="ministry", type="organisation", state="NO", speaks_for="NO", evidentiality="reported")
BY_COMPANY = Link(name="Fjord Oil", type="organisation", state="NO", evidentiality="reported")
BY_STATE = Link(name="Norway", type="state", state="NO", evidentiality="reported")
BY_OFFICIALS = Link(name="officials", type="unnamed", state="NO", evidentiality="reported")
BY_AGENCY = Link(name="Nordnytt", type="agency", evidentiality="reported")
BY_PAPER = Link(name="De Gids", type="outlet", evidentiality="own")


def claim(*chain: Link) -> Claim:
    return Claim(
        id="cl_1",
        report="r",
        status="planned",
        stance="asserts",
        certainty="certain",
        chain=chain,
        start=0,
        end=1,
        quote="x",
        rule="nl.x",
    )


@pytest.mark.parametrize(
    ("chain", "holder"),
    [
        ((BY_PAPER, BY_BERG), Holder(key="anna berg", name="Anna Berg")),
        ((BY_PAPER, BY_SPEAKER), Holder(key="anna berg", name="Anna Berg")),
        ((BY_MINISTRY,), Holder(key="ministry", name="ministry")),
        ((BY_PRESIDENT,), Holder(key="donald trump", name="Donald Trump")),
        ((BY_STRANGER,), Holder(key="q999999999", name="Kari Moe")),
        ((BY_PAPER, BY_AGENCY), Holder(key="nordnytt", name="Nordnytt")),
        ((), Holder(key="report:r", name=ITSELF)),
    ],
)
def test_the_holder_is_the_innermost_or_whom_it_speaks_for(chain: tuple[Link, ...], holder: Holder) -> None:
    names = names_by_id([claim(BY_BERG)])
    assert holder_of(claim(*chain), names=names) == holder


@pytest.mark.parametrize(
    ("link", "party"),
    [
        (BY_BERG, True),
        (BY_SPEAKER, True),
        (BY_MINISTRY, True),
        (BY_STATE, True),
        (BY_COMPANY, False),
        (BY_OFFICIALS, False),
        (BY_AGENCY, False),
        (None, False),
    ],
)
def test_a_party_is_who_takes_part_or_speaks_for_it(link: Link | None, *, party: bool) -> None:
    assert is_party(link, [Party(actor=BERG)]) == party


def test_nobody_speaks_for_the_state_at_a_runners_race() -> None:
    assert not is_party(BY_STATE, [Party(actor=RUNNER)])


@pytest.mark.parametrize(
    ("actor", "link", "loosely", "exactly"),
    [
        (BERG, BY_BERG, True, True),
        (BERG, BY_SPEAKER, True, False),
        (BERG, BY_STATE, False, False),
        (NORWAY, BY_BERG, True, False),
        (NORWAY, BY_MINISTRY, True, False),
        (NORWAY, BY_STATE, True, True),
        (NORWAY, BY_COMPANY, False, False),
    ],
)
def test_a_state_takes_in_all_who_speak_for_it(actor: Actor, link: Link, *, loosely: bool, exactly: bool) -> None:
    assert takes_in(actor, claim(link)) == loosely
    assert takes_in(actor, claim(link), exactly=True) == exactly


def test_a_report_without_a_known_source_is_nobodys() -> None:
    assert not takes_in(BERG, claim())


def test_a_papers_own_voice_takes_in_its_agency() -> None:
    assert [is_own_voice(claim(*chain)) for chain in ((), (BY_PAPER,), (BY_PAPER, BY_AGENCY), (BY_PAPER, BY_BERG))] == [
        True,
        True,
        True,
        False,
    ]


def test_only_some_speak_for_their_state() -> None:
    assert [speaks_for_state(link) for link in (BY_BERG, BY_MINISTRY, BY_COMPANY, BY_PAPER)] == [
        True,
        True,
        False,
        False,
    ]
