"""Statuses in IPTC's codes."""

import pytest

from dragoman.events.crosswalk import iptc_code
from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import STATUSES, Status


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("mooted", "eos3"),
        ("planned", "eos1"),
        ("confirmed", "eos4"),
        ("doubtful", "eos3"),
        ("conditional", "eos3"),
        ("postponed", "eos3"),
        ("cancelled", "eos6"),
        ("refused", "eos2"),
        ("ongoing", "eos5"),
        ("suspended", "eos3"),
        ("held", "eos5"),
        ("not-held", "eos2"),
        ("denied", "eos2"),
    ],
)
def test_a_status_has_a_code(status: Status, code: str) -> None:
    assert iptc_code(Verdict(status=status, rule="verdict.x")) == code


def test_every_status_has_a_code() -> None:
    assert all(iptc_code(Verdict(status=status, rule="verdict.x")) for status in STATUSES)


def test_only_a_partys_own_words_make_it_certain() -> None:
    assert iptc_code(Verdict(status="confirmed", rule="verdict.x"), own_words=True) == "eos5"


def test_what_is_known_of_the_plan_refines_the_code() -> None:
    assert iptc_code(Verdict(status="planned", rule="verdict.x"), organised=True) == "eos4"
    assert iptc_code(Verdict(status="held", rule="verdict.x"), unplanned=True) == "eos0"


def test_a_day_without_word_keeps_the_last_code() -> None:
    assert iptc_code(Verdict(status="unknown-after-date", rule="verdict.passed", previous="cancelled")) == "eos6"
