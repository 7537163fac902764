"""The fields of the packs: each is explained, with its shape or among those that mean the same everywhere."""

import importlib
import pkgutil
import re
from pathlib import Path

import msgspec
import pytest

from dragoman.packs import shapes

ROOT = Path(__file__).parents[2]
COMMON = (ROOT / "docs/reference/packs.md").read_text(encoding="utf-8").partition("## Files and shapes")[0]


def structs() -> list[type[msgspec.Struct]]:
    names = [f"{shapes.__name__}.{module.name}" for module in pkgutil.iter_modules(shapes.__path__)]
    modules = {name: importlib.import_module(name) for name in sorted(names)}
    things = [(thing, name) for name, module in modules.items() for thing in vars(module).values()]
    return [
        thing
        for thing, name in things
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct) and thing.__module__ == name
    ]


def holds_lists(field: msgspec.structs.FieldInfo) -> bool:
    """Tells whether a field's default is a shape or empty list: the file or list of that name, which says enough."""
    return isinstance(field.default, msgspec.Struct) or field.default == ()


def explained(kind: type[msgspec.Struct]) -> set[str]:
    """Gives the names in code marks of a shape's docstring and of those that it derives from."""
    told = "\n".join(each.__doc__ or "" for each in kind.__mro__ if issubclass(each, msgspec.Struct))
    codes = [*re.findall(r"``(.+?)``", told), *re.findall(r"`(.+?)`", COMMON)]
    return {word for code in codes for word in re.findall(r"\w+", code)}


@pytest.mark.parametrize("kind", structs(), ids=lambda kind: kind.__name__)
def test_a_pack_field_is_explained(kind: type[msgspec.Struct]) -> None:
    whole_file = kind.__name__.endswith(("File", "Pack"))
    fields = [field for field in msgspec.structs.fields(kind) if not (whole_file and holds_lists(field))]
    assert [field.encode_name for field in fields if field.encode_name not in explained(kind)] == []
