"""No measure falls below its floor, and no floor falls."""

import subprocess
from pathlib import Path

import msgspec
import pytest

from dragoman.corridor.evaluate.gold import read_sets
from dragoman.corridor.evaluate.score import Figure, hash_of, score_sets
from evaluation.gate import (
    FLOORS,
    GOLD,
    Floors,
    GateError,
    check_gold,
    check_history,
    check_values,
    main,
    raise_floors,
    read_floors,
    read_history,
    values_of,
)

HELD = Floors(gold="a" * 64, floors={"place": 0.8, "extra events per report": 0.5})


SPLITS = [split for split, path in FLOORS.items() if path.exists()]


@pytest.mark.slow
@pytest.mark.parametrize("split", SPLITS)
def test_no_measure_is_below_its_floor(split: str) -> None:
    floors, sets = read_floors(FLOORS[split]), read_sets(GOLD / split)
    check_gold(floors, hash_of(sets))
    assert floors.floors
    check_values(floors, values_of(score_sets(sets).figures))


def test_another_gold_is_refused() -> None:
    check_gold(HELD, "a" * 64)
    with pytest.raises(GateError, match="gold has changed"):
        check_gold(HELD, "b" * 64)


def test_a_split_is_told_by_name_when_its_gold_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.json"
    path.write_bytes(msgspec.json.encode(HELD))
    monkeypatch.setitem(FLOORS, "dev/korea-2018", path)
    assert main(["dev/korea-2018"]) == 1
    assert "dev/korea-2018: the gold has changed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"place": 0.79, "extra events per report": 0.5}, "place is 0.790, its floor 0.800"),
        ({"place": 0.8, "extra events per report": 0.6}, "extra events per report is 0.600"),
        ({"place": 0.8}, "extra events per report is no longer measured"),
    ],
)
def test_a_fall_is_refused_and_named(values: dict[str, float], told: str) -> None:
    with pytest.raises(GateError, match=told):
        check_values(HELD, values)


def test_what_stands_on_its_floor_or_above_passes() -> None:
    check_values(HELD, {"place": 0.8, "extra events per report": 0.4, "kind": 0.1})


def measured(**values: float) -> dict[str, Figure]:
    return {
        name.replace("_", " "): Figure(value=value, low=0.0, high=1.0, right=0, of=100)
        for name, value in values.items()
    }


def test_floors_rise_and_never_fall() -> None:
    raised = raise_floors(HELD, measured(place=0.95, extra_events_per_report=0.2, event_f1=0.6), gold="b" * 64)
    assert raised == Floors(gold="b" * 64, floors={"place": 0.9, "extra events per report": 0.3, "event f1": 0.58})
    worse = measured(place=0.1, extra_events_per_report=2.0, event_f1=0.0)
    assert raise_floors(raised, worse, gold="b" * 64) == raised


def test_of_few_cases_one_may_go_wrong() -> None:
    few = {"timeline rule": Figure(value=0.75, low=0.0, high=1.0, right=3, of=4)}
    assert raise_floors(Floors(gold="", floors={}), few, gold="").floors == {"timeline rule": 0.5}


@pytest.mark.parametrize("split", SPLITS)
def test_no_floor_was_ever_higher(split: str) -> None:
    check_history(read_floors(FLOORS[split]), read_history(FLOORS[split]))


@pytest.mark.parametrize(
    ("name", "once", "told"),
    [("place", 0.85, "place had a floor of 0.850"), ("extra events per report", 0.4, "extra"), ("kind", 0.1, "kind")],
)
def test_a_floor_lowered_by_hand_is_refused(name: str, once: float, told: str) -> None:
    with pytest.raises(GateError, match=told):
        check_history(HELD, [HELD, Floors(gold="", floors={name: once})])


def test_history_is_read_from_the_commits(tmp_path: Path) -> None:
    assert list(read_history(tmp_path / "floors.json")) == []
    for command in (["init", "-q"], ["config", "user.email", "a@example.org"], ["config", "user.name", "A"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    for floor in (0.5, 0.6):
        made = Floors(gold="", floors={"place": floor})
        (tmp_path / "floors.json").write_bytes(msgspec.json.encode(made))
        subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
        subprocess.run(["git", "commit", "-q", "-m", "floor"], cwd=tmp_path, check=True)
    assert [each.floors["place"] for each in read_history(tmp_path / "floors.json")] == [0.6, 0.5]


def test_gold_that_is_accepted_keeps_the_floors() -> None:
    assert raise_floors(HELD, {}, gold="b" * 64).floors == HELD.floors


@pytest.mark.parametrize("split", SPLITS)
def test_the_floors_are_written_as_they_are_read(split: str) -> None:
    path = FLOORS[split]
    assert path.read_bytes() == msgspec.json.format(msgspec.json.encode(read_floors(path))) + b"\n"
