"""Matching: which part of a reading answers which part of the gold."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.corridor.evaluate.gold import GoldLink
from dragoman.corridor.evaluate.match import (
    assign,
    fold,
    is_credit,
    overlap,
    pair,
    same_holder,
    same_link,
    same_name,
    same_place,
    same_words,
)
from dragoman.corridor.evaluate.report import is_named
from dragoman.model.actor import Link
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention
from tests.corridor.evaluate.scoring import gold_link, via


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_assign_is_as_cheap_as_the_cheapest_way_of_all(cost: list[list[float]]) -> None:
    rows = range(len(cost))
    best = min(sum(cost[row][column] for row, column in zip(rows, way, strict=True)) for way in permutations(rows))
    found = assign(cost)
    assert sorted(found) == list(rows)
    assert sum(cost[row][column] for row, column in zip(rows, found, strict=True)) == best


def test_pair_leaves_out_what_is_not_alike() -> None:
    assert pair(["a", "b"], ["b"], lambda one, other: float(one == other)) == {1: 0}
    assert pair([], ["b"], lambda one, other: float(one != other)) == {}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 10), (5, 20), 0.5), ((0, 10), (2, 4), 1.0), ((0, 4), (4, 8), 0.0), ((3, 3), (3, 9), 0)],
)
def test_overlap_is_of_the_shorter_span(one: tuple[int, int], other: tuple[int, int], shared: float) -> None:
    spans = [EventMention(start=start, end=end, text="", rule="") for start, end in (one, other)]
    assert overlap(*spans) == shared


@pytest.mark.parametrize(
    ("wanted", "read", "same"),
    [
        (gold_link("Shinzo Abe"), Link(name="Shinzō Abe", type="person", evidentiality="quoted"), True),
        (gold_link("spokesperson of the Blue House"), via("spokesperson of Blue House"), True),
        (gold_link("Kim Jong-un"), via("Kim Yong-chol"), False),
        (
            gold_link("officials", "unnamed"),
            Link(name="officials", type="unnamed", evidentiality="reported", state="US"),
            True,
        ),
        (gold_link("officials", "unnamed"), Link(name="officials", type="unnamed", evidentiality="reported"), False),
        (gold_link("officials", "unnamed"), via("officials"), False),
    ],
)
def test_links_are_the_same_by_name_and_the_unnamed_by_class_and_state(
    wanted: GoldLink, read: Link, same: bool
) -> None:
    assert same_link(wanted, read) is same


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("Kim Jong-un", "kim jong un", True),
        ("APEC", "Asia-Pacific Economic Cooperation", True),
        ("spokesperson of the Blue House", "spokesperson of Blue House", True),
        ("United States", "United Kingdom", False),
        ("Somebody Else", "Nobody Else", False),
    ],
)
def test_two_names_that_the_packs_know_one_by_are_the_same(gold: str, read: str, same: bool) -> None:
    assert same_words(gold, read) is same


def test_speakers_without_a_name_are_told_by_class() -> None:
    diplomats = Link(name="diplomats", type="unnamed", evidentiality="reported")
    assert same_name("diplomats@-", diplomats)
    assert not same_name("diplomats@FR", diplomats)
    assert fold("Kim Jong-un") == fold("kim jong un")


def test_two_empty_chains_are_both_the_outlets_own_voice() -> None:
    assert same_holder((), ())
    assert not same_holder((), (via("TASS"),))


@pytest.mark.parametrize(
    ("text", "credit"),
    [("De top gaat door.\n\nBron: ANP", True), ("(ANP) De top.\n\nMeer.", True), ("Kop\nDat meldt ANP.\nMeer.", False)],
)
def test_a_credit_stands_in_the_first_or_last_line(text: str, credit: bool) -> None:
    start = text.index("ANP")
    link = Link(name="ANP", type="agency", evidentiality="reported", start=start, end=start + 3)
    assert is_credit(link, text) is credit
    assert not is_credit(msgspec.structs.replace(link, cue="meldt"), text)


def test_places_and_persons_go_by_the_names_that_the_packs_know() -> None:
    assert same_place("Washington", Place(name="Washington, D.C."))
    assert not same_place("Washington", None)
    assert is_named("Vladimir Putin", "Daar was Poetin bij.")
    assert not is_named("Vladimir Putin", "Daar was niemand bij.")
