"""A claim's id hangs on what is read and where; its holder is the innermost of its chain."""

from typing import Any

import msgspec
import pytest

from dragoman.model.actor import Link
from dragoman.model.claim import Claim, claim_id

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


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"name": "the premier"}, False),
        ({"type": "person"}, False),
        ({"evidentiality": "reported"}, False),
        ({"speaks_for": "BE"}, False),
        ({"id": "Q31"}, True),
        ({"state": "BE"}, True),
        ({"start": 0, "end": 11}, True),
        ({"cue": "zegt"}, True),
    ],
    ids=str,
)
def test_of_a_link_it_is_who_speaks_and_how_that_changes_the_id(changed: dict[str, Any], same: bool) -> None:
    chain = (OUTLET, msgspec.structs.replace(MINISTER, **changed))
    assert (claim_id(**FIELDS | {"chain": chain}) == claim_id(**FIELDS)) is same


@pytest.mark.parametrize(
    ("chain", "holder"), [((), None), ((OUTLET,), OUTLET), ((OUTLET, MINISTER), MINISTER), ((MINISTER,), MINISTER)]
)
def test_the_innermost_link_holds_the_claim(chain: tuple[Link, ...], holder: Link | None) -> None:
    given = {name: value for name, value in FIELDS.items() if name != "anchor"} | {"chain": chain}
    claim = Claim(id=claim_id(**FIELDS), quote="De top gaat door.", rule="hand", **given)
    assert claim.holder == holder
