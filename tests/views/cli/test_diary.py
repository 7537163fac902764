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


def test_diary_of_a_report_needs_no_ledger(call: Call, tmp_path: Path) -> None:
    told = call("diary", LETTER)
    assert told.exit_code == 0
    assert told.stdout.startswith("Agenda: wat gaat door, en wie zegt dat?")
    assert "stand op do 24 mei 2018" in told.stdout
    assert "di 12 juni 2018" in told.stdout
    assert not (tmp_path / "ledger").exists()


def test_diary_reads_standard_input(call: Call) -> None:
    told = call("diary", "-", said=Path(LETTER).read_text(encoding="utf-8"))
    assert "di 12 juni 2018" in told.stdout


def test_diary_as_json_keeps_to_its_schema(call: Call) -> None:
    told = check(call("diary", LETTER, SINGAPORE, "--json").stdout, "diary.schema.json")
    assert (told["as_of"], told["according_to"]) == ("2018-05-24", None)
