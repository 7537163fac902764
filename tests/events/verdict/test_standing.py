"""Which statuses oppose each other, and which is gravest."""

import pytest

from dragoman.events.verdict.standing import GRAVITY, OFF, opposite
from dragoman.model.vocabulary import STATUSES, Status


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("planned", "cancelled", True),
        ("confirmed", "postponed", True),
        ("held", "not-held", True),
        ("planned", "doubtful", False),
        ("cancelled", "postponed", False),
    ],
)
def test_on_and_off_are_opposite(one: Status, other: Status, *, opposed: bool) -> None:
    assert opposite(one, other) == opposite(other, one) == opposed


def test_every_status_has_a_gravity() -> None:
    assert sorted(GRAVITY) == sorted(STATUSES)
    assert set(STATUSES) >= OFF
