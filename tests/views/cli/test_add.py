import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

EXAMPLES = Path(__file__).parents[3] / "src/dragoman/examples"
LETTER = str(EXAMPLES / "2018-05-24-brief-van-trump.txt")
Call = Callable[..., Result]


def test_add_twice_adds_once_and_the_diary_shows_it(call: Call) -> None:
    first, second = call("add", LETTER), call("add", LETTER)
    assert first.stdout.startswith("1 toegevoegd, 0 al bekend, 0 overgeslagen")
    assert second.stdout.startswith("0 toegevoegd, 1 al bekend, 0 overgeslagen")
    assert "toegevoegd: 2018-05-24-brief-van-trump" in first.stderr
    assert "di 12 juni 2018" in call("diary").stdout


def test_what_was_left_out_is_in_the_json_of_add(call: Call, tmp_path: Path) -> None:
    bad = tmp_path / "leeg.txt"
    bad.write_text("", encoding="utf-8")
    told = json.loads(call("add", str(bad), LETTER, "--json").stdout)
    assert (told["added"], told["known"], [each["code"] for each in told["skipped"]]) == (1, 0, ["empty-report"])
