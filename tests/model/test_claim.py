"""A claim's id hangs on what is read and where; its holder is the innermost of its chain."""

from typing import Any

import pytest

from dragoman.model.actor import Link
from dragoman.model.claim import claim_id

OUTLET = Link(name="Het Avondblad", type="outlet", evidentiality="own")
MINISTER = Link(name="the minister", type="office", evidentiality="quoted")
FIELDS: dict[str, Any] = {
    "report": "sha256:aa",
    "start": 3,
    "end": 21,
    "status": "planned",
    "stance": "asserts",
    "certainty": "certain",
    "chain": (OUTLET, MINISTER),
    "anchor": "3-6",
}


def test_the_same_reading_has_the_same_id() -> None:
    assert claim_id(**FIELDS) == claim_id(**FIELDS)
    assert claim_id(**FIELDS).startswith("cl_")


@pytest.mark.parametrize(
    "changed",
    [
        {"report": "sha256:bb"},
        {"start": 4},
        {"end": 22},
        {"status": "mooted"},
        {"stance": "denies"},
        {"certainty": "possible"},
        {"chain": (OUTLET,)},
        {"chain": (MINISTER, OUTLET)},
        {"anchor": "3-7"},
    ],
    ids=str,
)
def test_each_field_changes_the_id(changed: dict[str, Any]) -> None:
    assert claim_id(**FIELDS | changed) != claim_id(**FIELDS)
