import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
from click.testing import Result

from dragoman.views import exports

EXAMPLES = Path(__file__).parents[3] / "src/dragoman/examples"
LETTER = str(EXAMPLES / "2018-05-24-brief-van-trump.txt")
SINGAPORE = str(EXAMPLES / "2018-05-10-singapore-12-juni.txt")
SCHEMAS = Path(exports.__file__).parent
Call = Callable[..., Result]


def check(document: str, schema: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(document)
    jsonschema.validate(told, json.loads((SCHEMAS / schema).read_text(encoding="utf-8")))
    return told


def test_read_gives_a_line_of_json_for_each_report(call: Call) -> None:
    told = call("read", LETTER, SINGAPORE, "--json")
    lines = [check(line, "read.schema.json") for line in told.stdout.splitlines()]
    assert [line["id"] for line in lines] == [Path(LETTER).stem, Path(SINGAPORE).stem]


def test_read_shows_claims_in_their_sentence(call: Call) -> None:
    told = call("read", LETTER)
    assert told.exit_code == 0
    assert "MELDINGEN" in told.stdout
    assert "«" in told.stdout
