"""The reference: generated parts are fresh, and nothing that a reader can use lacks words."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import dragoman
from dragoman.views.cli import main as cli

ROOT = Path(__file__).parents[2]


def walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from walk(f"{path} {name}", inner)


COMMANDS = list(walk("dragoman", cli))


def test_the_generated_parts_are_fresh() -> None:
    told = subprocess.run(
        [sys.executable, "scripts/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (told.stderr, told.returncode) == ("", 0)


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_a_command_and_each_of_its_options_says_what_it_does(path: str, command: click.Command) -> None:
    assert command.help
    assert command.hidden is False
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
    assert f"## `{path}`" in (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", dragoman.__all__)
def test_a_public_name_is_documented(name: str) -> None:
    assert (getattr(dragoman, name).__doc__ or "").strip()
    assert f"### `{name}" in (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
