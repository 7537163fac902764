"""Which reader reads which format, and readers from elsewhere."""

from importlib.metadata import EntryPoint
from typing import Any

import pytest

from dragoman.errors import UnknownFormat
from dragoman.readers import reader
from dragoman.readers.reader import BUILT_IN, SUFFIXES, reader_of


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_every_format_has_a_reader(name: str) -> None:
    assert callable(reader_of(name))


def test_every_ending_has_a_format() -> None:
    assert set(SUFFIXES.values()) == set(BUILT_IN)


def test_a_format_nobody_reads_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownFormat) as raised:
        reader_of("fax")
    assert raised.value.hint is not None
    assert "jsonl" in raised.value.hint


def test_another_package_may_bring_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = EntryPoint(name="fax", value="dragoman.readers.text:read_reports", group=reader.GROUP)

    def entry_points(**asked: Any) -> list[EntryPoint]:
        assert asked["group"] == reader.GROUP
        return [offered] if asked.get("name", "fax") == "fax" else []

    monkeypatch.setattr(reader, "entry_points", entry_points)
    assert reader_of("fax") is reader_of("text")
    assert "fax" in reader.formats()
