"""Front matter: fields between two lines of dashes before a text."""

import re

from dragoman.errors import MalformedRecord

FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
PLAIN = re.compile(
    r"""(?P<name>[A-Za-z_][\w-]*):[ \t]+"""
    r"""(?P<value>[^\s'"\[{>|&*!%@`#-][^#]*?|"[^"\\]*"|'[^']*'|'\w\s[^'#]*?)[ \t]*"""
)
"""A field as nearly all are written; whatever else YAML allows is left to a YAML parser.

A name may begin with an elided article ('t Nieuws), which YAML takes for a quotation that never ends.
"""

COLON = re.compile(r":(\s|$)")


def split_front_matter(text: str, *, origin: str) -> tuple[dict[str, str], str]:
    r"""Gives the fields before a text, and the text after them; no fields where it begins otherwise.

    Values are words: ``published: 2018-05`` is that month and no number. Raises `MalformedRecord` for front
    matter that is no list of fields.

    >>> split_front_matter("---\noutlet: The Daily\n---\nText", origin="a.txt")
    ({'outlet': 'The Daily'}, 'Text')
    """
    found = FENCE.match(text)
    if found is None:
        return {}, text
    return _read_fields(found["fields"], origin=origin), text[found.end() :]


def _read_fields(told: str, *, origin: str) -> dict[str, str]:
    lines = [line for line in told.splitlines() if line.strip()]
    plain = [PLAIN.fullmatch(line) for line in lines]
    if all(found is not None and not COLON.search(_bare(found["value"])) for found in plain):
        return {found["name"]: _unquoted(found["value"]) for found in plain if found is not None}
    return _read_yaml(told, origin=origin)


def _bare(value: str) -> str:
    return "" if _is_quoted(value) else value


def _unquoted(value: str) -> str:
    return value[1:-1] if _is_quoted(value) else value


def _is_quoted(value: str) -> bool:
    return value[0] in "'\"" and value[-1] == value[0] and len(value) > 1


def _read_yaml(told: str, *, origin: str) -> dict[str, str]:
    """Reads fields with a YAML parser, which is imported for those few reports that need one."""
    import yaml  # noqa: PLC0415 - costs 20 ms, and fields are nearly always plain

    try:
        fields = yaml.load(told, Loader=yaml.BaseLoader)  # noqa: S506 - it makes words and nothing else
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = None if mark is None else mark.line + 2
        raise MalformedRecord("front matter that is no YAML", file=origin, line=line) from error
    if not isinstance(fields, dict):
        raise MalformedRecord("front matter without fields", file=origin, line=1)
    return {str(name): value for name, value in fields.items() if isinstance(value, str)}
