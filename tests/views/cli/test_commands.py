"""What holds for every command, from end to end on example reports of ours."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from dragoman.views.cli import main
from dragoman.views.cli.options import Command

EXAMPLES = Path(__file__).parents[3] / "src/dragoman/examples"
LETTER = str(EXAMPLES / "2018-05-24-brief-van-trump.txt")
Call = Callable[..., Result]


def test_a_bare_call_says_what_to_type(call: Call) -> None:
    told = call()
    assert told.exit_code == 0
    assert "dragoman diary bericht.txt" in told.stdout
    assert "dragoman diary report.txt" in call("--language", "en").stdout


@pytest.mark.parametrize("name", ["add", "diary", "event", "read"])
def test_each_command_has_help(call: Call, name: str) -> None:
    told = call(name, "--help")
    assert (told.exit_code, "--language nl|en" in told.stdout) == (0, True)


def test_language_before_or_after_the_command_counts(call: Call) -> None:
    for arguments in (("--language", "en", "diary", LETTER), ("diary", LETTER, "--language", "en")):
        assert call(*arguments).stdout.startswith("Diary: is it on, and who says so?")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("diary", "nergens.txt"), 2, "nergens.txt: hier staat niets dat gelezen kan worden"),
        (("diary", "--as-of", "2018-13"), 2, "--as-of is '2018-13'"),
        (("diary", "--language", "xx"), 2, "does not speak 'xx'"),
        (("--language", "xx"), 2, "does not speak 'xx'"),
        (("event", "nergens", "--in", LETTER), 2, "geen gebeurtenis heet zo"),
        (("event", "x", "--format", "pdf"), 2, "--format is 'pdf'"),
        (("diary", "--ledger", "redis://x"), 2, "redis"),
    ],
)
def test_an_error_is_told_without_a_traceback(call: Call, arguments: tuple[str, ...], code: int, told: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout, told in result.stderr) == (code, "", True)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["add", "diary", "read"])
def test_a_report_that_cannot_be_read_is_named_and_the_rest_goes_on(call: Call, name: str, tmp_path: Path) -> None:
    bad = tmp_path / "leeg.txt"
    bad.write_text("", encoding="utf-8")
    told = call(name, str(bad), LETTER)
    assert told.exit_code == 3
    assert f"overgeslagen: {bad}: er blijft geen tekst over" in told.stderr
    assert told.stdout != ""
    strict = call(name, str(bad), LETTER, "--strict")
    assert (strict.exit_code, strict.stdout) == (3, "")
    assert strict.stderr.count("er blijft geen tekst over") == 1


def test_a_wrong_setting_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_THREADS", "two")
    told = call("diary")
    assert (told.exit_code, "DRAGOMAN_THREADS" in told.stderr) == (2, True)


def test_every_command_is_a_command_of_ours() -> None:
    groups = [each for each in main.commands.values() if isinstance(each, click.Group)]
    leaves = [each for each in main.commands.values() if each not in groups]
    leaves += [each for group in groups for each in group.commands.values()]
    assert {type(leaf) for leaf in leaves} == {Command}
    assert isinstance(main, click.Group)
