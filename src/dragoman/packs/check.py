"""Checks the YAML of the packs: every fault is told with its file, rule and field."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import msgspec
import yaml

from dragoman.errors import BadPack
from dragoman.packs.shape import FOLDERS, WORDING, shape_of, walk
from dragoman.packs.shapes.common import PackFile, Rule
from dragoman.packs.shapes.kinds import KindEntry

PACKS = Path(__file__).parent
"""The folder of the packs."""

_TAG = "tag:yaml.org,2002:"
_IDENTITIES = ("id", "code", "key", "kind", "name")


class _Loader(yaml.SafeLoader):
    """Reads the core of YAML 1.2, so that ``NO``, ``off`` and ``2018-05-26`` stay words.

    YAML 1.1 would make Norway false and a day a date; a key given twice would silently win.
    """

    yaml_implicit_resolvers = {}  # noqa: RUF012 - declared so by PyYAML

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002 - PyYAML's own signature
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = [str(key) for key, count in Counter(keys).items() if count > 1]
        if twice:
            raise yaml.MarkedYAMLError(problem=f"key {twice[0]!r} stands twice", problem_mark=node.start_mark)
        return super().construct_mapping(node, deep=deep)


for _name, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("null", r"null|~|", "n~"),
):
    _Loader.add_implicit_resolver(f"{_TAG}{_name}", re.compile(rf"^(?:{_pattern})$"), list(_first))
_Loader.add_implicit_resolver(f"{_TAG}null", re.compile(r"^$"), [""])


def pack_paths(root: Path = PACKS) -> list[str]:
    """Gives the path of every YAML file of the packs below their folder, sorted.

    For example ``languages/nl/dates.yaml``.
    """
    folders = ("languages", WORDING, *FOLDERS)
    found = (path for folder in folders for path in (root / folder).rglob("*.yaml"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def check_file(path: str, *, root: Path = PACKS) -> PackFile:
    """Reads one pack file and gives its content when nothing is wrong with it.

    Raises `BadPack` that names file, rule and field for the first fault: not YAML, a key twice, no
    ``origin``, an unknown, missing or ill-formed field, a rule without examples, two entries with one
    id, a pattern that does not compile.
    """
    raw = _read_yaml((root / path).read_bytes(), path=path)
    try:
        content = msgspec.convert(raw, type=shape_of(path))
    except msgspec.ValidationError as error:
        raise _placed(error, raw=raw, path=path) from error
    if not content.origin:
        raise BadPack("field origin: a pack file says where its knowledge comes from", file=path)
    for told, rule in (*_doubles(content), *_bad_patterns(content)):
        raise BadPack(told, file=path, rule=rule)
    return content


def check_packs(root: Path = PACKS) -> list[BadPack]:
    """Checks every pack file and gives one fault for each file that has one; no faults, empty list."""
    return [fault for path in pack_paths(root) if (fault := _fault(path, root=root)) is not None]


def _fault(path: str, *, root: Path) -> BadPack | None:
    try:
        check_file(path, root=root)
    except BadPack as fault:
        return fault
    return None


def _read_yaml(raw: bytes, *, path: str) -> object:
    try:
        return cast("object", yaml.load(raw, Loader=_Loader))  # noqa: S506 - _Loader is a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise BadPack(f"not YAML: {error.problem}", file=path, line=line) from error


def _placed(error: msgspec.ValidationError, *, raw: object, path: str) -> BadPack:
    """Turns ``… - at `$.rules[3].pattern``` into a fault that names the rule and the field."""
    told, _, place = str(error).partition(" - at `$")
    rule, field, at = None, "", raw
    for key, index in re.findall(r"\.([^.\[\]`]+)|\[([0-9]+)\]", place):
        at = _step(at, key=key, index=index)
        rule = _identity(at) or rule
        field = key or field
    missing = re.search(r"field `([^`]+)`", told)
    field = missing[1] if missing is not None else field
    return BadPack(f"field {field}: {told}" if field else told, file=path, rule=rule)


def _step(value: object, *, key: str, index: str) -> object:
    if isinstance(value, dict) and key:
        return cast("dict[object, object]", value).get(key)
    if isinstance(value, list) and index:
        return cast("list[object]", value)[int(index)]
    return None


def _identity(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    found = (cast("dict[object, object]", value).get(name) for name in _IDENTITIES)
    return next((each for each in found if isinstance(each, str)), None)


def _doubles(content: PackFile) -> Iterator[tuple[str, str | None]]:
    """Finds ids, codes, keys and kinds that two entries of one list share."""
    for each in content.__struct_fields__:
        entries = getattr(content, each)
        for name in _identifying(entries) if isinstance(entries, tuple) else ():
            values = [getattr(entry, name, None) for entry in entries]
            twice = [value for value, count in Counter(values).items() if count > 1 and value is not None]
            yield from ((f"field {name}: {value!r} stands twice", str(value)) for value in twice)


def _identifying(entries: tuple[object, ...]) -> tuple[str, ...]:
    """Gives the fields that may not repeat; a trigger's ``kind`` may, that of a kind's own entry may not."""
    return ("kind",) if any(isinstance(entry, KindEntry) for entry in entries) else ("id", "code", "key")


def _bad_patterns(content: PackFile) -> Iterator[tuple[str, str | None]]:
    """Finds regular expressions that do not compile."""
    rule: str | None = None
    for struct in walk(content):
        rule = struct.id if isinstance(struct, Rule) else rule
        for field in struct.__struct_fields__:
            for pattern in _patterns(struct, field):
                try:
                    re.compile(pattern)
                except re.error as error:
                    yield f"field {field}: {pattern!r} is not a regular expression: {error}", rule


def _patterns(struct: msgspec.Struct, field: str) -> tuple[str, ...]:
    value = getattr(struct, field)
    if field == "pattern" or field.endswith("_pattern"):
        return () if value is None else (value,)
    if field == "patterns" or field.endswith("_patterns"):
        return tuple(value)
    return ()
