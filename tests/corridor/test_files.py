import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.corridor.files import read_reports
from dragoman.errors import NoPack, NoSuchFile, NotText, SkipReport
from dragoman.model.report import Report

DUTCH = "De president zei gisteren dat de top met de leider van het land in juni niet doorgaat."

GERMAN = "Der Präsident sagte gestern, dass der Gipfel mit dem Staatschef im Juni ausfällt."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"date 2018-05 {DUTCH}", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 40)
    (tmp_path / "c.jsonl").write_text(
        f'{{"id": "een", "text": "{DUTCH}", "published": "2018-05-26"}}\n', encoding="utf-8"
    )
    (tmp_path / "d.txt").write_text(
        "date 2018-05 Der Präsident sagte gestern, dass der Gipfel ausfällt.", encoding="utf-8"
    )
    return tmp_path


def test_good_reports_and_bad_ones_come_in_order(folder: Path) -> None:
    found = list(read_reports([folder]))
    assert [type(each) for each in found] == [Report, NotText, Report, NoPack]


def test_a_report_has_the_day_and_label_of_its_file(folder: Path) -> None:
    found = [each for each in read_reports([folder]) if isinstance(each, Report)]
    assert [(each.id, each.published, each.language) for each in found] == [
        ("a", "2018-05", "nl"),
        ("een", "2018-05-26", "nl"),
    ]
    assert found[0].text == DUTCH


def test_an_error_names_the_file(folder: Path) -> None:
    errors = [each for each in read_reports([folder]) if isinstance(each, SkipReport)]
    assert [Path(error.file or "").name for error in errors] == ["b.txt", "d.txt"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(f"date 2018-05 {DUTCH}".encode())))
    [found] = read_reports(["-"])
    assert isinstance(found, Report)
    assert found.text == DUTCH


def test_a_path_with_nothing_there_is_told_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(NoSuchFile):
        read_reports([folder / "a.txt", folder / "nowhere.txt"])
