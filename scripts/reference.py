"""Writes the parts of the pages that follow from the code: the reference, and what commands print.

``python scripts/reference.py`` writes them anew, ``--check`` only tells which pages are stale. A page says where, with
markers around what is generated, or with one before a block that shows a command, on 80 columns:

    <!-- generated: commands -->
    …
    <!-- end -->

    <!-- run -->
    ```console
    $ dragoman diary src/dragoman/examples
    …
    ```
"""

import inspect
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import click
import msgspec

import dragoman
from dragoman.model import changes, check, diary
from dragoman.model.report import DeskEntry
from dragoman.packs import shape
from dragoman.packs.shapes.common import PackFile
from dragoman.packs.shapes.language import LanguagePack
from dragoman.views.cli import main as cli

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
RUN = re.compile(r"(<!-- run -->\n```console\n\$ dragoman ([^\n]*)\n).*?(```)", re.DOTALL)


def commands() -> Iterator[str]:
    """Gives each command with its help as a terminal of 80 columns shows it."""
    found: list[tuple[str, click.Command]] = [("dragoman", cli)]
    while found:
        path, command = found.pop(0)
        context = click.Context(command, info_name=path, terminal_width=80, max_content_width=80)
        yield f"## `{path}`\n\n```text\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            found += [(f"{path} {name}", inner) for name, inner in sorted(command.commands.items()) if not inner.hidden]


EXAMPLE = re.compile(r"^>>> .*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)


NAMES = {str: "text", int: "whole number", float: "number", bool: "true or false", type(None): "nothing"}


def type_name(hint: object) -> str:
    """Gives a type as a reader of YAML or JSON would call it, the same on every Python."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    names = [type_name(each) for each in inner if each is not Ellipsis]
    if origin in {Union, UnionType}:
        return " or ".join(names)
    if origin is tuple:
        return f"list of {', '.join(names)}"
    if origin is dict:
        return f"map of {names[0]} to {names[1]}"
    if isinstance(hint, TypeVar):
        return "what the rule is about"
    assert isinstance(hint, type), hint  # noqa: S101 - a type that has no words yet stops the writing
    return NAMES.get(hint, hint.__name__)


def prose(thing: object) -> str:
    """Gives a docstring as Markdown, its ``>>>`` examples in blocks of code."""
    told = inspect.cleandoc(inspect.getdoc(thing) or "").replace("``", "`")
    return EXAMPLE.sub(lambda found: f"```pycon\n{found.group()}\n```", told)


def structs(module: ModuleType) -> list[type[msgspec.Struct]]:
    """Gives the Structs that a module defines, in its order."""
    found = [thing for thing in vars(module).values() if inspect.isclass(thing) and issubclass(thing, msgspec.Struct)]
    return [kind for kind in found if kind.__module__ == module.__name__]


def table(kind: type[msgspec.Struct], *, own_only: bool = False) -> str:
    """Gives a Struct as its docstring and a table of its fields."""
    hints = get_type_hints(kind)
    bases = [base for base in kind.__mro__[1:] if own_only and issubclass(base, msgspec.Struct)]
    inherited = {field.name for base in bases if base is not msgspec.Struct for field in msgspec.structs.fields(base)}
    rows = [
        f"| `{field.encode_name}` | {type_name(hints[field.name])} | {'yes' if field.required else ''} |"
        for field in msgspec.structs.fields(kind)
        if field.name not in inherited
    ]
    return "\n".join(
        [f"### {kind.__name__}\n", prose(kind), "", "| field | type | required |", "|---|---|---|", *rows, ""]
    )


def json_fields() -> Iterator[str]:
    """Gives the shapes of the JSON that commands print."""
    kinds: list[type[msgspec.Struct]] = [*structs(diary), *structs(changes), *structs(check), DeskEntry]
    return (table(kind) for kind in kinds)


def pack_fields() -> Iterator[str]:
    """Gives the shapes of the pack files, each module of shapes once."""
    packs = {"languages/<code>": LanguagePack, **shape.FOLDERS}
    yield "| file | shape |\n|---|---|"
    for folder, pack in packs.items():
        yield from (f"| `{folder}/{name}.yaml` | {kind.__name__} |" for name, kind in shape.file_shapes(pack).items())
    yield f"| `{shape.WORDING}/<code>.yaml` | Wording |\n"
    modules = {name: module for name, module in sys.modules.items() if name.startswith("dragoman.packs.shapes.")}
    for _, module in sorted(modules.items()):
        yield from (table(kind, own_only=kind is not PackFile) for kind in structs(module))


def public_names() -> Iterator[str]:
    """Gives what `dragoman` makes public, with signature and docstring."""
    for name in dragoman.__all__:
        thing: Any = getattr(dragoman, name)
        signature = str(inspect.signature(thing)) if inspect.isfunction(thing) else ""
        yield f"### `{name}{signature}`\n\n{prose(thing)}\n"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "json": json_fields,
    "packs": pack_fields,
    "public": public_names,
}


def printed(arguments: str) -> str:
    """Gives what the program prints, away from the settings and the ledger of whoever runs this."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DRAGOMAN_", "LC_", "XDG_"))}
        environ = kept | {"HOME": home, "LANG": "C.UTF-8", "COLUMNS": "80", "PYTHONUTF8": "1"}
        program = [sys.executable, "-c", "from dragoman.views.cli import main; main(prog_name='dragoman')"]
        told = subprocess.run(
            [*program, *shlex.split(arguments)],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return told.stdout


def renew(text: str) -> str:
    """Gives a page with every generated part made anew."""

    def filled(found: re.Match[str]) -> str:
        made = "\n".join(PARTS[found[2]]()).rstrip()
        return f"{found[1]}\n{made}\n\n{found[3]}"

    def shown(found: re.Match[str]) -> str:
        return f"{found[1]}{printed(found[2])}{found[3]}"

    return RUN.sub(shown, BLOCK.sub(filled, text))


def main() -> int:
    """Writes the stale pages, or with ``--check`` names them and returns 1."""
    pages = {page: page.read_text(encoding="utf-8") for page in PAGES}
    stale = {page: renewed for page, text in pages.items() if (renewed := renew(text)) != text}
    for page, renewed in stale.items():
        if "--check" in sys.argv:
            print(f"{page.relative_to(ROOT)} is stale: scripts/docs writes it anew", file=sys.stderr)
        else:
            page.write_text(renewed, encoding="utf-8")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
