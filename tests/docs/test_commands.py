"""Commands in the pages: each one exists, with the options it is given."""

import re
import shlex
from pathlib import Path

import click
import pytest

from dragoman.views.cli import main as cli

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(?:console|sh|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ELLIPSIS = {"…", "..."}


def shell_lines(page: Path) -> list[str]:
    """Gives the commands in a page's shell blocks; in a console block they are the lines that begin with ``$``."""
    lines = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8").replace("\\\n", " ")):
        typed = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        lines += typed or [line for line in block.splitlines() if line and not line.startswith("#")]
    return lines


def dragoman_calls(page: Path) -> list[list[str]]:
    """Gives the arguments of each call of the program in a page."""
    calls = []
    for line in shell_lines(page):
        for part in re.split(r"\s*(?:\||&&|;|>)\s*", line):
            words = shlex.split(part, comments=True)
            if words and words[0].rsplit("/", 1)[-1] == "dragoman":
                calls.append(words[1:])
    return calls


def unknown_in(call: list[str]) -> list[str]:
    """Gives the words of a call that name a command or option which the program does not have."""
    command: click.Command = cli
    unknown: list[str] = []
    for word in call:
        if isinstance(command, click.Group) and not word.startswith("-"):
            if word not in command.commands:
                return [*unknown, word]
            command = command.commands[word]
        elif word.startswith("-") and word != "-":
            names = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
            unknown += [word] if word.partition("=")[0] not in names | {"--help"} else []
    return unknown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_the_pages_exist(page: Path) -> None:
    assert [call for call in dragoman_calls(page) if unknown_in(call)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_scripts_in_the_pages_exist(page: Path) -> None:
    named = set(re.findall(r"(?<![\w/.])scripts/[\w.-]+", page.read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not (ROOT / name.rstrip(".")).exists()] == []
