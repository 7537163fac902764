"""``dragoman evaluate``: figures against gold, on a screen, as JSON, and with each miss."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

TEXT = "President Trump heeft de top met Kim Jong-un van 12 juni in Singapore afgezegd."
CLAIM = {"stance": "asserts", "certainty": "certain", "chain": [], "start": 0, "end": len(TEXT), "quote": TEXT}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One report whose gold has the summit held, although the report has it called off."""
    folder = tmp_path / "one"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "brief.txt").write_text(f"date 2018-05-24\n{TEXT}", encoding="utf-8")
    trump = {"id": "Q22686", "name": "Donald Trump", "type": "person", "state": "US"}
    event = {
        "key": "summit",
        "kind": "summit",
        "also_kinds": [],
        "label": "Summit",
        "parties": [trump],
        "place": "Singapore",
        "alternatives": [],
        "when": {"edtf": "2018-06-12"},
        "status": "held",
        "also": [],
        "optional": False,
        "history": [CLAIM | {"status": "held"}],
    }
    made = {
        "format": "dragoman-gold/1",
        "id": "brief",
        "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "published_true": "2018-05-24",
        "events": [event],
        "quotes": [],
        "dates": [],
    }
    (folder / "brief.json").write_text(json.dumps(made), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_figures_are_told_with_what_was_confused(gold: Path, call: Callable[..., Result]) -> None:
    told = call("evaluate", str(gold), "--errors", "--language", "nl")
    assert told.exit_code == 0
    assert told.output.startswith("1 bericht, goud ")
    assert "held > cancelled" in told.output
    assert "gelezen: cancelled" in told.output
    assert f"» {TEXT}" in told.output


@pytest.mark.slow
def test_json_holds_every_figure_with_its_interval(gold: Path, call: Callable[..., Result]) -> None:
    score = json.loads(call("evaluate", str(gold), "--json").output)
    assert score["reports"] == 1
    assert score["figures"]["event recall"] == {"value": 1.0, "low": 1.0, "high": 1.0, "right": 1, "of": 1}
    assert score["figures"]["status"]["right"] == 0
    assert score["confusion"] == {"held>cancelled": 1}


def test_a_folder_without_gold_is_refused(tmp_path: Path, call: Callable[..., Result]) -> None:
    refused = call("evaluate", str(tmp_path), "--language", "en")
    assert refused.exit_code == 2
    assert "holds no gold" in refused.output
