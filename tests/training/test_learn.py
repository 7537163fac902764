"""Training on a toy: it runs, stops, goes on, and starts warm; skipped where torch is not installed."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.backbone import Shape
from training.toy import write_backbone

REASON = "needs torch: pip install -r requirements/training.txt"
torch = pytest.importorskip("torch", reason=REASON)
learn = pytest.importorskip("training.learn", reason=REASON)

SHAPE = Shape(width=24, layers=2, heads=12, inner=48, epsilon=1e-12)
ROWS = [
    ("De", "de", "DET", 2, "det"),
    ("staatshoofden", "staat_hoofd", "NOUN", 3, "nsubj"),
    ("spraken", "spreken", "VERB", 0, "root"),
    (".", ".", "PUNCT", 3, "punct"),
]
CUES = "De {top|summit/cancelled} in [LOC Bern] gaat niet door, {zou|zou/hearsay} [PER Kim] <<zelf weten>>.\n"


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    lines = [f"{i}\t{f}\t{lem}\t{u}\t_\t_\t{h}\t{d}\t_\t_" for i, (f, lem, u, h, d) in enumerate(ROWS, 1)]
    (tmp_path / "bank.conllu").write_text(("\n".join(lines) + "\n\n") * 8, encoding="utf-8")
    (tmp_path / "cues.txt").write_text(CUES, encoding="utf-8")
    write_backbone(tmp_path / "backbone", SHAPE, [row[0] for row in ROWS] + ["top", "Bern"])
    sizes = {"arc": 8, "rel": 4, "layers": 2, "pieces": 60, "lemma_count": 1, "longest": 50, "words": 16, "seed": 1}
    rates = {
        "encoder_rate": 1e-3,
        "head_rate": 1e-2,
        "cue_rate": 1e-2,
        "weight_decay": 0.0,
        "warm_up": 1,
        "average": 0.5,
        "hidden": 0.1,
    }
    budget = {"dropout": 0.1, "encoder_dropout": 0.1, "epochs": 2, "budget_minutes": 5, "save_minutes": 5}
    heads = ("arc", "deprel", "upos", "feats", "lemma", "name", "start", "joint", "kind", *learn.CUE_HEADS)
    data = {"train": ["bank.conllu"], "dev": "bank.conllu", "pieces_from": []}
    return {**sizes, **rates, **budget, "weights": dict.fromkeys(heads, 1.0), "data": data}


def trainer(told: dict[str, Any], folder: Path, out: str, **more: Any) -> Any:
    torch.manual_seed(1)
    return learn.Trainer(told, folder / "backbone", folder, folder / out, cues=[folder / "cues.txt"], **more)


def test_an_unbroken_training_ends_with_weights_and_labels(told: dict[str, Any], tmp_path: Path) -> None:
    made = trainer(told, tmp_path, "run")
    made.run(None)
    labels = json.loads((tmp_path / "run" / "labels.json").read_text(encoding="utf-8"))
    assert set(labels["upos"]) == {"DET", "NOUN", "VERB", "PUNCT"}
    assert (tmp_path / "run" / "final.pt").exists()
    assert made.course.epoch == 2
    assert {word.split()[0] for word in made.measure().split("UAS")[1:]} != set()


def test_a_broken_training_goes_on_where_it_was(told: dict[str, Any], tmp_path: Path) -> None:
    first = trainer(told, tmp_path, "run")
    first.run(2)
    first.save()
    again = trainer(told, tmp_path, "run")
    assert (again.course.step, again.course.batch) == (2, 2)
    assert all(
        torch.equal(a, b) for a, b in zip(first.net.state_dict().values(), again.net.state_dict().values(), strict=True)
    )
    assert all(torch.equal(first.mean[name], again.mean[name]) for name in first.mean)


def test_a_warm_start_has_the_weights_of_the_other_training(told: dict[str, Any], tmp_path: Path) -> None:
    trainer(told, tmp_path, "run").run(None)
    warm = trainer(told, tmp_path, "next", warm=tmp_path / "run")
    kept = torch.load(tmp_path / "run" / "final.pt", weights_only=True)
    assert all(torch.equal(kept[name], tensor) for name, tensor in warm.net.state_dict().items())
    assert warm.course.step == 0


def test_what_is_kept_is_the_average_and_training_goes_on_from_its_own(told: dict[str, Any], tmp_path: Path) -> None:
    made = trainer(told, tmp_path, "run")
    made.run(3)
    own = {name: p.clone() for name, p in made.net.named_parameters()}
    with made._averaged():
        assert all(torch.equal(p, made.mean[name]) for name, p in made.net.named_parameters() if name in made.mean)
    assert all(torch.equal(own[name], p) for name, p in made.net.named_parameters())
    assert any(not torch.equal(own[name], made.mean[name]) for name in made.mean)


def test_training_learns(told: dict[str, Any], tmp_path: Path) -> None:
    made = trainer({**told, "epochs": 12, "hidden": 0.0}, tmp_path, "run")
    before = made.measure()
    made.run(None)
    assert "UPOS 100.00" in made.measure() != before


def test_more_heads_and_more_labels_leave_the_known_weights(told: dict[str, Any], tmp_path: Path) -> None:
    net = trainer(told, tmp_path, "run").net
    state = {name: tensor.clone() for name, tensor in net.state_dict().items() if "trigger" not in name}
    state["tags.upos.weight"] = state["tags.upos.weight"][:2] + 1
    last = net.state_dict()["tags.upos.weight"][2:].clone()
    learn.load_known(net, state)
    assert torch.equal(net.state_dict()["tags.upos.weight"][:2], state["tags.upos.weight"])
    assert torch.equal(net.state_dict()["tags.upos.weight"][2:], last)
