import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
from click.testing import Result

from dragoman.views import exports

EXAMPLES = str(Path(__file__).parents[3] / "src/dragoman/examples")
SCHEMA = Path(exports.__file__).parent / "changes.schema.json"
Call = Callable[..., Result]


def test_changes_are_shown_in_the_readers_language(call: Call) -> None:
    asked = ("changes", "--since", "2018-05-23", "--as-of", "2018-05-25", "--in", EXAMPLES)
    dutch, english = call(*asked), call(*asked, "--language", "en")
    assert dutch.stdout.startswith("Gewijzigd sinds wo 23 mei 2018")
    assert "stand op vr 25 mei 2018" in dutch.stdout
    assert "afgelast, heropend" in dutch.stdout
    assert english.stdout.startswith("Changed since")
    assert "called off, reopened" in english.stdout


def test_changes_as_json_keep_to_their_schema(call: Call) -> None:
    told = json.loads(call("changes", "--since", "2018-05-23", "--in", EXAMPLES, "--json").stdout)
    jsonschema.validate(told, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert told["since"] == "2018-05-23"
    assert {"new", "called-off", "reopened"} <= {kind for each in told["changes"] for kind in each["kinds"]}


def test_without_a_day_to_look_back_to_it_says_so(call: Call) -> None:
    told = call("changes")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "--since" in told.stderr


def test_an_empty_ledger_has_no_changes(call: Call) -> None:
    assert "Niets gewijzigd." in call("changes", "--since", "2018-05-23").stdout
