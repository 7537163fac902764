"""Export of a toy: the graphs say what the network says; skipped where torch is not installed."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.backbone import Shape
from training.toy import HEADS, toy_tensors

REASON = "needs torch: pip install -r requirements/training.txt"
torch = pytest.importorskip("torch", reason=REASON)
export = pytest.importorskip("training.export", reason=REASON)
network = pytest.importorskip("training.network", reason=REASON)
smooth = pytest.importorskip("training.smooth", reason=REASON)
cues = pytest.importorskip("training.cues")

SHAPE = Shape(width=24, layers=2, heads=12, inner=48, epsilon=1e-12)
IDS, FIRST, LAST = [[0, 5, 6, 7, 2], [0, 8, 2, 1, 1]], [[1, 2], [1, 0]], [[1, 3], [1, 0]]
BATCH = (torch.tensor(IDS), torch.tensor(FIRST), torch.tensor(LAST))


@pytest.fixture(autouse=True)
def without_gradients() -> Iterator[None]:
    with torch.no_grad():
        yield


@pytest.fixture
def net() -> Any:
    torch.manual_seed(2)
    encoder = network.Encoder(SHAPE, toy_tensors(SHAPE, 10), list(range(10)), 2, 0.0)
    made = network.Parser(encoder, SHAPE.width, HEADS, arc=8, rel=4, dropout=0.0).eval()
    torch.nn.init.normal_(made.last.weight, std=0.1)
    return made


def test_smoothing_changes_nothing_that_is_computed(net: Any) -> None:
    before = net(*BATCH)
    smooth.smooth(net, [BATCH])
    after = net(*BATCH)
    assert torch.allclose(before.arcs, after.arcs, atol=1e-4)
    assert all(torch.allclose(before.tags[name], after.tags[name], atol=1e-4) for name in before.tags)


def test_smoothing_evens_out_what_goes_into_a_layer(net: Any) -> None:
    net.encoder.layers[0].output_norm.weight[3] = 40.0
    reach = smooth._reach(net, [BATCH])[id(net.encoder.layers[1].read)]
    smooth.smooth(net, [BATCH])
    eased = net.encoder.layers[1].read.ease
    assert (reach * eased).max() / (reach * eased).median() < reach.max() / reach.median()


def test_the_int8_graph_agrees_with_the_network(net: Any, tmp_path: Path) -> None:
    import onnxruntime

    net.encoder.word = export.Words(net.encoder.word.weight)
    export._write_graphs(net, tmp_path)
    parser = onnxruntime.InferenceSession((tmp_path / "parser.onnx").read_bytes())
    given = dict(zip(("ids", "first", "last"), (tensor.numpy() for tensor in BATCH), strict=True))
    found = dict(zip(export.OUTPUTS, parser.run(None, given), strict=True))
    scores = net(*BATCH)
    assert np.abs(found["arcs"][0] - scores.arcs[0].numpy()).max() < 0.15
    assert np.abs(found["name"] - scores.tags["name"].softmax(-1).numpy()).max() < 0.05
    assert found["lemma"].shape == found["lemma_share"].shape == (2, 2, 8)
    assert found["joint"].shape == (2, 5)
    assert found["start"].shape == (2, 2)
    relations = onnxruntime.InferenceSession((tmp_path / "relations.onnx").read_bytes())
    heads, words = scores.heads[0, :2].numpy(), scores.words[0].numpy()
    best, shares = relations.run(None, {"heads": heads, "words": words})
    expected = net.relations(torch.tensor(heads), torch.tensor(words)).softmax(-1).numpy()
    assert np.abs(shares - expected[np.arange(2), best]).max() < 0.05


def test_words_in_int8_are_near_the_ones_they_stand_for() -> None:
    weight = torch.randn(6, 24)
    looked_up = export.Words(weight)(torch.tensor([[0, 5]]))
    assert torch.allclose(looked_up[0], weight[[0, 5]], atol=float(weight.abs().max()) / 127)


def test_the_package_gets_its_labels_and_the_forms_of_modals() -> None:
    labels = {head: ["a", "b"] for head in (*export._PARSE_HEADS, *export.CUE_HEADS, "start")}
    told = export._package_labels(labels, [cues.read_line("{Zou|zou/hearsay} hij {komen|visit/-}?")])
    assert set(told) == {*export._PARSE_HEADS, "cues"}
    assert told["cues"]["modals"] == ["zou"]
    assert told["cues"]["modal"] == ["a", "b"]


def test_the_card_of_the_files_names_their_hashes(tmp_path: Path) -> None:
    export._write_json(tmp_path / "labels.json", {"upos": ["NOUN"]})
    raw = (tmp_path / "labels.json").read_bytes()
    assert json.loads(raw) == {"upos": ["NOUN"]}
    assert hashlib.sha256(raw).hexdigest() == hashlib.sha256(b'{"upos":["NOUN"]}').hexdigest()
