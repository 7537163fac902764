import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from dragoman.views import exports

EXAMPLES = str(Path(__file__).parents[3] / "src/dragoman/examples")
SCHEMA = Path(exports.__file__).parent / "check.schema.json"
Call = Callable[..., Result]


@pytest.fixture
def desk(tmp_path: Path) -> str:
    path = tmp_path / "desk.ics"
    lines = ["UID:2018-0612-14", "SUMMARY:Top Trump – Kim", "DTSTART;VALUE=DATE:20180612", "LOCATION:Singapore"]
    event = ["BEGIN:VEVENT", *lines, "END:VEVENT"]
    path.write_text("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""]), encoding="utf-8")
    return str(path)


def test_differences_are_shown_with_the_words_and_who_says_so(call: Call, desk: str) -> None:
    asked = ("check", desk, "--in", EXAMPLES, "--as-of", "2018-05-24")
    dutch, english = call(*asked), call(*asked, "--language", "en")
    assert dutch.exit_code == 0
    assert dutch.stdout.startswith("Uw agenda naast de berichten")
    told = " ".join(dutch.stdout.split())
    assert 'afgelast · uw regel 2018-0612-14 zegt "Top Trump – Kim", di 12 juni 2018, zeker' in told
    assert "Trump:" in told
    assert "your line 2018-0612-14 says" in " ".join(english.stdout.split())


def test_a_check_as_json_keeps_to_its_schema(call: Call, desk: str) -> None:
    told = json.loads(call("check", desk, "--in", EXAMPLES, "--as-of", "2018-05-24", "--json").stdout)
    jsonschema.validate(told, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert told["differences"][0]["entry"]["id"] == "2018-0612-14"


def test_a_file_that_is_no_calendar_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("De top gaat door, zei de minister, en wij gaan erheen.", encoding="utf-8")
    told = call("check", str(tmp_path / "a.txt"))
    assert (told.exit_code, told.stdout) == (2, "")
