"""The diary's JSON: a document with the fields of the contract and no more is one, and none of them is renamed."""

import json
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import ActEntry, ClaimEntry, Diary, EventEntry, PlaceEntry, WhenEntry

REPORT = {
    "id": "avond-17", "key": "sha256:aa", "outlet": "Het Avondblad", "language": "nl",
    "published": {"edtf": "[2018-05-05,2018-05-12]", "earliest": "2018-05-05", "latest": "2018-05-12"},
}  # fmt: skip
CHAIN = {
    "name": "the minister", "type": "office", "state": "BE", "evidentiality": "performed", "start": 0, "end": 11,
}  # fmt: skip
CLAIM = {
    "id": "cl_1", "said": {"edtf": "2018-05-11"}, "published": None, "status": "cancelled", "stance": "asserts",
    "certainty": "certain", "chain": [CHAIN], "when": None, "reason": None, "report": "avond-17", "start": 0, "end": 34,
    "quote": "De minister blaast het overleg af.", "rule": "nl.status.cancelled.3",
}  # fmt: skip
PARTY = {
    "id": "Q31", "name": "Belgium", "type": "state", "state": "BE", "role": "principal", "attendance": "expected",
}  # fmt: skip
EVENT = {
    "id": "9e02", "kind": "talks", "nature": "single", "label": "Talks Belgium", "labels": {"nl": "Gesprekken België"},
    "parties": [PARTY], "place": {"name": "Singapore", "country": "SG"},
    "when": {"edtf": "2018-06-12", "earliest": "2018-06-12", "latest": "2018-06-12", "text": "12 juni", "time": None,
             "zone": None},
    "moved_from": [], "status": "cancelled", "since": {"edtf": "2018-05-11"}, "previous": "planned",
    "rule": "verdict.latest-of-holder", "because": ["cl_1"], "dissents": [], "contested": False, "certainty": "certain",
    "iptc": "eos3", "background": False, "outcome": None, "alternatives": [],
    "links": [{"type": "condition", "event": "6b30", "claim": "cl_1"}], "history": [CLAIM], "reports": 1, "voices": 1,
}  # fmt: skip
ACT = {
    "kind": "appeal", "actor": [PARTY], "recipient": [], "chain": [], "certainty": "certain", "report": "avond-17",
    "start": 0, "end": 2, "quote": "De",
}  # fmt: skip
QUOTE = {
    "speaker": "the minister",
    "via": [],
    "direct": True,
    "report": "avond-17",
    "start": 0,
    "end": 2,
    "quote": "De",
}
DIARY = {
    "as_of": "2018-05-26", "according_to": None, "reports": [REPORT], "events": [EVENT], "acts": [ACT],
    "quotes": [QUOTE],
}  # fmt: skip


def lost(given: Any, told: Any, place: str = "$") -> list[str]:
    """Lists where a document lacks what another holds."""
    if isinstance(given, dict):
        missing = [f"{place}.{key}" for key in given if key not in told]
        return missing + [p for key in given if key in told for p in lost(given[key], told[key], f"{place}.{key}")]
    if isinstance(given, list) and len(given) == len(told):
        return [p for i, pair in enumerate(zip(given, told, strict=True)) for p in lost(*pair, f"{place}[{i}]")]
    return [] if given == told else [place]


def test_a_document_of_the_contract_is_a_diary_and_loses_nothing() -> None:
    diary = msgspec.json.decode(json.dumps(DIARY), type=Diary)
    assert lost(DIARY, json.loads(msgspec.json.encode(diary))) == []


def test_fields_stand_in_the_order_of_the_contract_and_later_ones_after_them() -> None:
    told = list(json.loads(msgspec.json.encode(msgspec.convert(EVENT, EventEntry))))
    assert [name for name in told if name in EVENT] == list(EVENT)
    assert told[: len(EVENT)] == list(EVENT)


def test_a_report_that_nothing_was_read_in_makes_an_empty_diary() -> None:
    empty: dict[str, Any] = {"as_of": None, "according_to": None, "reports": [], "events": []}
    diary = msgspec.convert(empty, Diary)
    assert (diary.acts, diary.quotes, diary.hidden) == ((), (), {})


@pytest.mark.parametrize(
    ("noun", "given", "field"),
    [
        (EventEntry, EVENT | {"status": "moved"}, "status"),
        (EventEntry, EVENT | {"previous": "none"}, "previous"),
        (EventEntry, EVENT | {"kind": "top"}, "kind"),
        (EventEntry, EVENT | {"when": None}, "when"),
        (ClaimEntry, CLAIM | {"stance": "affirms"}, "stance"),
        (ClaimEntry, CLAIM | {"certainty": 0.9}, "certainty"),
        (ActEntry, ACT | {"recipient": None}, "recipient"),
        (WhenEntry, {"earliest": 20180505}, "earliest"),
    ],
)
def test_what_is_no_entry_is_refused_with_its_field(
    noun: type[msgspec.Struct], given: dict[str, Any], field: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=rf"\$\.{field}"):
        msgspec.convert(given, noun)


@pytest.mark.parametrize("field", [field for field in EVENT if field != "labels"])
def test_an_event_without_a_field_of_the_contract_is_none(field: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"missing required field `{field}`"):
        msgspec.convert({name: value for name, value in EVENT.items() if name != field}, EventEntry)


def test_no_two_entries_share_their_labels() -> None:
    one, other = PlaceEntry(name="Zenda"), PlaceEntry(name="Zenda")
    one.labels["nl"] = "Zenda"
    assert other.labels == {}
