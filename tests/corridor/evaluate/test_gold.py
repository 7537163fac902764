"""Reading gold sets: one folder or all below it, each with its reports; what is no gold is named."""

import json
from pathlib import Path

import pytest

from dragoman.corridor.evaluate.gold import EXAMPLES, read_gold, read_sets
from dragoman.errors import BadGold


def test_a_set_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="holds no gold"):
        read_sets(tmp_path)


def write_report(folder: Path, **changes: object) -> None:
    """Writes the gold of an empty report."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "format": "dragoman-gold/1",
        "id": "one",
        "text_sha256": "0",
        "published_true": "2018-05-24",
        "events": [],
        "quotes": [],
        "dates": [],
    }
    (folder / "one.json").write_text(json.dumps(made | changes), encoding="utf-8")


def test_every_set_below_a_folder_is_read_by_path(tmp_path: Path) -> None:
    write_report(tmp_path / "b" / "deep")
    write_report(tmp_path / "a")
    (tmp_path / "a" / "reports").mkdir()
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    first, second = read_sets(tmp_path)
    assert (first.name, second.name) == ("a", "deep")
    assert first.texts == tmp_path / "a" / "reports"
    assert second.texts == EXAMPLES
    assert first.sha256 == second.sha256


def test_a_change_of_the_gold_changes_its_hash(tmp_path: Path) -> None:
    write_report(tmp_path)
    before = read_gold(tmp_path).sha256
    write_report(tmp_path, published_true="2018-05-25")
    assert read_gold(tmp_path).sha256 != before


def test_gold_of_another_shape_is_named(tmp_path: Path) -> None:
    write_report(tmp_path, events="none")
    with pytest.raises(BadGold, match=r"one\.json.*events"):
        read_sets(tmp_path)
