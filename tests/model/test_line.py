"""The JSON of one report read: its fields, and that its claims are those of the diary with their event."""

import json
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import ClaimEntry
from dragoman.model.line import Line, ToldClaimEntry

WHEN = {
    "edtf": "2018-06-12", "earliest": "2018-06-12", "latest": "2018-06-12", "text": "12 juni", "time": None,
    "zone": None, "reason": None,
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "id": "cl_1", "said": None, "published": None, "status": "planned", "stance": "asserts", "certainty": "certain",
    "chain": [], "when": WHEN, "reason": None, "report": "avond-17", "start": 0, "end": 21,
    "quote": "De top is op 12 juni.", "rule": "nl.status.planned.1",
    "event": 0, "kind": "summit", "label": "Summit", "parties": [], "place": None,
}  # fmt: skip
ENTRIES: dict[str, list[dict[str, Any]]] = {
    "dates": [
        {"start": 13, "end": 20, "text": "12 juni", "edtf": "2018-06-12"},
        {"start": 30, "end": 40, "text": "binnenkort", "edtf": None, "reason": "vague"},
    ],
    "actors": [
        {"start": 0, "end": 6, "text": "Belgen", "name": "Belgium", "id": "Q31", "type": "state", "state": "BE"}
    ],
    "claims": [CLAIM],
    "acts": [],
    "quotes": [{"speaker": None, "via": [], "direct": True, "report": "avond-17", "start": 0, "end": 2, "quote": "De"}],
}
LINE = {"id": "avond-17", "key": "sha256:aa", "outlet": None, "language": "nl", "published": WHEN, **ENTRIES}


def test_a_line_of_the_contract_is_read_and_loses_nothing() -> None:
    told = json.loads(msgspec.json.encode(msgspec.convert(LINE, Line)))
    assert {name: told[name] for name in LINE if name not in ENTRIES} == {
        name: value for name, value in LINE.items() if name not in ENTRIES
    }
    for name, given in ENTRIES.items():
        assert len(told[name]) == len(given)
        assert all(mine.items() <= theirs.items() for mine, theirs in zip(given, told[name], strict=True))


def test_a_line_is_one_line() -> None:
    line = msgspec.convert(LINE | {"title": "Een top\nin twee regels"}, Line)
    assert b"\n" not in msgspec.json.encode(line)


def test_a_claim_of_a_line_has_all_that_one_of_the_diary_has() -> None:
    assert ToldClaimEntry.__struct_fields__[: len(ClaimEntry.__struct_fields__)] == ClaimEntry.__struct_fields__
    claim = msgspec.convert(CLAIM, ToldClaimEntry)
    assert msgspec.json.decode(msgspec.json.encode(claim), type=ClaimEntry).quote == claim.quote


@pytest.mark.parametrize("field", ["id", "key", "outlet", "language", "published", "dates", "actors", "claims", "acts"])
def test_a_line_without_a_field_of_the_contract_is_none(field: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"missing required field `{field}`"):
        msgspec.convert({name: value for name, value in LINE.items() if name != field}, Line)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"claims": [CLAIM | {"kind": "top"}]}, r"\$\.claims\[0\]\.kind"),
        ({"claims": [CLAIM | {"event": "9e02"}]}, r"\$\.claims\[0\]\.event"),
        ({"dates": [{"start": 0, "end": 1, "text": "x"}]}, r"missing required field `edtf` - at `\$\.dates\[0\]"),
    ],
)
def test_what_is_no_line_is_refused_with_its_place(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(LINE | changed, Line)
