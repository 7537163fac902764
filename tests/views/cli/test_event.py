import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
from click.testing import Result

from dragoman.views import exports

EXAMPLES = Path(__file__).parents[3] / "src/dragoman/examples"
LETTER = str(EXAMPLES / "2018-05-24-brief-van-trump.txt")
SCHEMAS = Path(exports.__file__).parent
Call = Callable[..., Result]


def check(document: str, schema: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(document)
    jsonschema.validate(told, json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return told


def test_event_is_told_by_id_and_by_words(call: Call) -> None:
    events = json.loads(call("diary", LETTER, "--json").stdout)["events"]
    short_id = next(event["id"] for event in events if event["when"]["edtf"] == "2018-06-12")
    by_id = call("event", short_id, "--in", LETTER)
    assert by_id.exit_code == 0
    assert "MELDINGEN" in by_id.stdout
    assert call("event", "top", "Trump", "Kim", "--in", LETTER).stdout == by_id.stdout
    assert check(call("event", short_id, "--in", LETTER, "--json").stdout, "event.schema.json")["id"] == short_id
    assert call("event", short_id, "--in", LETTER, "--format", "md").stdout.startswith("# ")
