"""Writes the parts of docs/reference that follow from the code, between markers in pages written by hand.

``python scripts/reference.py`` writes them anew, ``--check`` only tells which are stale. A page says where:

    <!-- generated: commands -->
    …
    <!-- end -->
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import click
import msgspec

import dragoman
from dragoman.model import diary
from dragoman.packs import shape
from dragoman.packs.shapes.common import PackFile
from dragoman.packs.shapes.language import LanguagePack
from dragoman.views.cli import main as cli

PAGES = Path(__file__).parents[1] / "docs/reference"
BLOCK = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands() -> Iterator[str]:
    """Gives each command with its help as a terminal of 80 columns shows it."""
    found: list[tuple[str, click.Command]] = [("dragoman", cli)]
    while found:
        path, command = found.pop(0)
        context = click.Context(command, info_name=path, terminal_width=80, max_content_width=80)
        yield f"## `{path}`\n\n```text\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            found += [(f"{path} {name}", inner) for name, inner in sorted(command.commands.items()) if not inner.hidden]


def type_name(hint: object) -> str:
    """Gives a type as a reader of YAML or JSON would call it."""
    told = hint.__name__ if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    told = re.sub(r"Annotated\[([\w.]+), msgspec\.Meta\(.*?\)\]", r"\1", told)
    told = re.sub(r"\btuple\[(.+), \.\.\.\]", r"list of \1", told)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=\w)", "", told).replace("NoneType", "None").replace("|", "or")


def structs(module: ModuleType) -> list[type[msgspec.Struct]]:
    """Gives the Structs that a module defines, in its order."""
    found = [thing for thing in vars(module).values() if inspect.isclass(thing) and issubclass(thing, msgspec.Struct)]
    return [kind for kind in found if kind.__module__ == module.__name__]


def table(kind: type[msgspec.Struct], *, own_only: bool = False) -> str:
    """Gives a Struct as its docstring and a table of its fields."""
    hints = get_type_hints(kind)
    inherited = (
        {name for base in kind.__mro__[1:] for name in getattr(base, "__struct_fields__", ())} if own_only else {}
    )
    rows = [
        f"| `{field.encode_name}` | {type_name(hints[field.name])} | {'yes' if field.required else ''} |"
        for field in msgspec.structs.fields(kind)
        if field.name not in inherited
    ]
    told = inspect.cleandoc(kind.__doc__ or "").replace("``", "`")
    return "\n".join([f"### {kind.__name__}\n", told, "", "| field | type | required |", "|---|---|---|", *rows, ""])


def json_fields() -> Iterator[str]:
    """Gives the shapes of the JSON that commands print."""
    return (table(kind) for kind in structs(diary))


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
        told = inspect.cleandoc(inspect.getdoc(thing) or "").replace("``", "`")
        signature = str(inspect.signature(thing)) if inspect.isfunction(thing) else ""
        yield f"### `{name}{signature}`\n\n{told}\n"


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "json": json_fields,
    "packs": pack_fields,
    "public": public_names,
}


def renew(text: str) -> str:
    """Gives a page with every generated part made anew."""

    def filled(found: re.Match[str]) -> str:
        made = "\n".join(PARTS[found[2]]()).rstrip()
        return f"{found[1]}\n{made}\n\n{found[3]}"

    return BLOCK.sub(filled, text)


def main() -> int:
    """Writes the stale pages, or with ``--check`` names them and returns 1."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(PAGES.glob("*.md"))}
    stale = {page: renewed for page, text in pages.items() if (renewed := renew(text)) != text}
    for page, renewed in stale.items():
        if "--check" in sys.argv:
            print(f"docs/reference/{page.name} is stale: scripts/docs writes it anew", file=sys.stderr)
        else:
            page.write_text(renewed, encoding="utf-8")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
