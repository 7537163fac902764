"""The JSON Schemas of what `dragoman … --json` prints, made from the nouns and shipped beside this file.

``python -m dragoman.views.exports.schema`` writes them anew; a test fails while they are stale.
"""

from pathlib import Path

import msgspec

from dragoman.model.changes import Changes
from dragoman.model.check import Check
from dragoman.model.diary import Diary, EventEntry
from dragoman.model.line import Line

HERE = Path(__file__).parent
SCHEMAS: dict[str, type[msgspec.Struct]] = {
    "changes.schema.json": Changes,
    "check.schema.json": Check,
    "diary.schema.json": Diary,
    "event.schema.json": EventEntry,
    "read.schema.json": Line,
}
"""The file of each document: ``changes``, ``check``, ``diary`` and ``event --json``, and a line of ``read --json``."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(shape: type[msgspec.Struct]) -> bytes:
    """Makes the JSON Schema of a document, laid out for reading.

    Fields may be added to a document with any version, so that a reader must not mind more than it knows.
    """
    return (
        msgspec.json.format(msgspec.json.encode({"$schema": DIALECT, **msgspec.json.schema(shape)}), indent=2) + b"\n"
    )


def stale_schemas() -> tuple[str, ...]:
    """Gives the files that differ from what the nouns make."""
    return tuple(
        name
        for name, shape in SCHEMAS.items()
        if not (HERE / name).exists() or (HERE / name).read_bytes() != make_schema(shape)
    )


def write_schemas() -> None:
    """Writes the files that are stale."""
    for name in stale_schemas():
        (HERE / name).write_bytes(make_schema(SCHEMAS[name]))


if __name__ == "__main__":
    write_schemas()
