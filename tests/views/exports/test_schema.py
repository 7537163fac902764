import json
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from dragoman.corridor.ask import diary, event
from dragoman.corridor.line import tell_report
from dragoman.views.exports.schema import HERE, SCHEMAS, make_schema, stale_schemas

IN_DESIGN = {
    "Diary": "as_of according_to reports events acts quotes",
    "ReportEntry": "id key outlet language published",
    "EventEntry": """id kind nature label labels parties place when moved_from status since previous rule because
        dissents contested certainty iptc background outcome alternatives links history reports voices""",
    "ClaimEntry": "id said published status stance certainty chain when reason report start end quote rule",
    "ChainEntry": "name type state evidentiality start end",
    "PartyEntry": "id name type state role attendance",
    "PlaceEntry": "name country",
    "WhenEntry": "edtf earliest latest text time zone",
    "LinkEntry": "type event claim",
    "ActEntry": "kind actor recipient chain certainty report start end quote",
    "QuoteEntry": "speaker via direct report start end quote",
}
"""The contract: fields may be added, never renamed."""


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((HERE / name).read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(noun: msgspec.Struct) -> Any:
    return json.loads(msgspec.json.encode(noun))


def test_the_schemas_are_as_the_nouns_make_them() -> None:
    assert stale_schemas() == ()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_laid_out_for_reading(name: str) -> None:
    assert make_schema(SCHEMAS[name]).count(b"\n") > 500


@pytest.mark.parametrize(("noun", "fields"), IN_DESIGN.items())
def test_no_field_of_the_contract_is_gone(noun: str, fields: str) -> None:
    shapes = json.loads((HERE / "diary.schema.json").read_bytes())["$defs"]
    assert set(fields.split()) - set(shapes[noun]["properties"]) == set()


def test_the_diary_is_as_its_schema_says(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    for everything in (True, False):
        validator("diary.schema.json").validate(plain(diary(ledger, everything=everything)))


def test_an_event_is_as_its_schema_says(hand: SimpleNamespace) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    validator("event.schema.json").validate(plain(event(ledger, "top trump kim")))


def test_a_report_told_is_as_its_schema_says(hand: SimpleNamespace) -> None:
    for report, reading in hand.summit_story():
        validator("read.schema.json").validate(plain(tell_report(report, reading)))


@pytest.mark.parametrize(
    ("field", "value"), [("status", "happening"), ("because", "cl_1"), ("when", "2018-06-12"), ("background", "no")]
)
def test_what_is_not_so_is_refused(hand: SimpleNamespace, field: str, value: object) -> None:
    ledger = hand.in_memory(*hand.summit_story())
    document = plain(diary(ledger))
    document["events"][0][field] = value
    with pytest.raises(ValidationError):
        validator("diary.schema.json").validate(document)
