"""The figures: over all sets together, each with its interval, and over each set by itself."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from dragoman.corridor.evaluate.gold import GoldSet, read_gold
from dragoman.corridor.evaluate.score import find_reports, hash_of, macro_f1, score_sets
from dragoman.errors import BadGold
from tests.corridor.evaluate.scoring import gold, gold_event


def write_set(folder: Path) -> GoldSet:
    """Writes a set of one report of one sentence, with its timeline, and reads it."""
    reports = folder / "reports"
    reports.mkdir(parents=True)
    text = "date 2018-05-24\nPresident Trump heeft de top met Kim Jong-un van 12 juni in Singapore afgezegd.\n"
    (reports / "one.txt").write_text(text, encoding="utf-8")
    body = text.split("\n", 1)[1]
    quote = body.strip().rstrip(".")
    event = gold_event(history=[gold_event()["history"][0] | {"quote": quote, "start": 0, "end": len(quote)}])
    made = msgspec.to_builtins(gold(event)) | {"text_sha256": hashlib.sha256(body.encode()).hexdigest(), "quotes": []}
    (folder / "one.json").write_bytes(msgspec.json.encode({"format": "dragoman-gold/1"} | made))
    standing = {"key": "summit", "as_of": "2018-05-24", "status": "cancelled", "also": [], "certainty": "certain"}
    empty = dict.fromkeys(("when", "place", "by", "rule"))
    (folder / "_timeline.json").write_bytes(msgspec.json.encode({"standings": [standing | empty]}))
    return read_gold(folder)


@pytest.mark.slow
def test_a_set_is_scored_alone_and_in_its_timeline(tmp_path: Path) -> None:
    score = score_sets([write_set(tmp_path / "one")])
    assert score.reports == 1
    assert score.figures["event recall"].of == 1
    assert score.figures["timeline status"].of == 1
    assert score.figures["status"].right == 1
    assert score.sets == {}


@pytest.mark.slow
def test_several_sets_count_together_and_each_by_itself(tmp_path: Path) -> None:
    sets = [write_set(tmp_path / "one"), write_set(tmp_path / "two")]
    score = score_sets(sets)
    assert score.reports == 2
    assert score.figures["event recall"].of == 2
    assert set(score.sets) == {"one", "two"}
    assert score.sets["one"]["event recall"] == score.figures["event recall"].value
    assert score.gold == hash_of(sets) != hash_of(sets[:1])


def test_a_report_that_is_not_there_is_named(tmp_path: Path) -> None:
    one, empty = write_set(tmp_path / "one"), tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(BadGold, match=r"no such report in .*: one"):
        find_reports(one, texts=empty)


def test_macro_f1_weighs_every_status_of_the_gold_alike() -> None:
    assert macro_f1([("held", "held")] * 9 + [("planned", "held")]) == pytest.approx((18 / 19) / 2)
    assert macro_f1([]) == 0.0
