"""Files, folders, standard input, and formats told by name or content."""

import io
import os
import sys
from pathlib import Path

import pytest

from dragoman.errors import NoSuchFile, NotText, UnknownFormat
from dragoman.model.report import RawReport
from dragoman.readers import formats, read_paths, read_stream


def ids(*paths: Path | str, **more: str) -> list[str]:
    return [found.id if isinstance(found, RawReport) else found.code for found in read_paths(paths, **more)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("De top gaat door.", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"id": "a1", "text": "x"}\n{', encoding="utf-8")
    (tmp_path / "c.HTML").write_text("<p>Tekst</p>", encoding="utf-8")
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    (tmp_path / ".e.txt").write_text("verborgen", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "f.csv").write_text("id,text\nf1,Tekst\n", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_what_can_be_read_in_it_and_below(folder: Path) -> None:
    assert ids(folder) == ["a1", "malformed-record", "b", "c", "f1"]


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    assert ids(folder / "b.txt", folder / "b.txt") == ["b"]


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    found = list(read_paths([folder / "d.png", folder / "b.txt"]))
    assert isinstance(found[0], NotText)
    assert found[0].file == str(folder / "d.png")
    assert isinstance(found[1], RawReport)


def test_a_path_with_nothing_there_is_told_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(NoSuchFile) as raised:
        read_paths([folder / "b.txt", folder / "geen.txt"])
    assert raised.value.file == str(folder / "geen.txt")


def test_a_format_that_nobody_reads_is_told_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(UnknownFormat):
        read_paths([folder / "b.txt"], format="fax")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom a file can be closed to")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert ids(folder / "b.txt") == ["not-text"]


@pytest.mark.parametrize(
    ("told", "id_"),
    [(b'{"id": "j", "text": "x"}', "j"), (b"<!DOCTYPE html><p>x</p>", "stdin"), (b"date 2018-05 De top.", "stdin")],
)
def test_standard_input_may_be_any_format(told: bytes, id_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told)))
    assert ids("-") == [id_]


def test_a_format_may_be_named(folder: Path) -> None:
    (folder / "reeks").write_text('id;text\n1;"een"\n', encoding="utf-8")
    assert ids(folder / "reeks", format="csv") == ["1"]


def test_a_stream_is_read_by_the_ending_of_its_name() -> None:
    found = list(read_stream(io.BytesIO(b"id,text\n1,een"), origin="x.csv", stem="x"))
    assert [one.id for one in found if isinstance(one, RawReport)] == ["1"]


def test_the_formats_are_listed() -> None:
    assert set(formats()) >= {"text", "jsonl", "csv", "html"}


@pytest.mark.slow
def test_fifty_megabytes_in_one_paragraph_are_refused_by_size(tmp_path: Path) -> None:
    for name in ("een.txt", "een.jsonl", "een.html"):
        path = tmp_path / name
        path.write_bytes(b"x" * 50_000_000)
        assert ids(path) == ["too-large"]
