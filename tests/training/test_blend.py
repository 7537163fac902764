"""Blending on a toy; skipped where torch is not installed."""

from typing import Any

import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

from training.backbone import Shape
from training.cue_words import CUE_LABELS, lay_out
from training.cues import read_line
from training.toy import HEADS, toy_tensors

REASON = "needs torch: pip install -r requirements/training.txt"
torch = pytest.importorskip("torch", reason=REASON)
blend = pytest.importorskip("training.blend", reason=REASON)
network = pytest.importorskip("training.network", reason=REASON)
batches = pytest.importorskip("training.batches", reason=REASON)

SHAPE = Shape(width=24, layers=2, heads=12, inner=48, epsilon=1e-12)
WORDS = ["<s>", "<pad>", "</s>", "<unk>", "▁De", "▁top", "▁reis", "▁stil"]
INDEX = {head: {label: i for i, label in enumerate(labels)} for head, labels in CUE_LABELS.items()}


def test_weights_lie_between_and_what_one_lacks_stays() -> None:
    blended = blend.blend({"a": torch.zeros(2), "b": torch.ones(1)}, {"a": torch.ones(2)}, share=0.25)
    assert (blended["a"].tolist(), blended["b"].tolist()) == ([0.25, 0.25], [1.0])


def test_only_the_cue_heads_learn() -> None:
    torch.manual_seed(1)
    encoder = network.Encoder(SHAPE, toy_tensors(SHAPE, len(WORDS)), list(range(len(WORDS))), 2, 0.0)
    net: Any = network.Parser(encoder, SHAPE.width, HEADS, arc=8, rel=4, dropout=0.0).eval()
    tokenizer = Tokenizer(Unigram([(word, -1.0) for word in WORDS], unk_id=3))
    tokenizer.pre_tokenizer = Metaspace()
    sentences = lay_out([read_line("De {top|summit/held} stil"), read_line("De {reis|visit/planned} stil")] * 4)
    before = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    blend.fit_heads(net, sentences, batches.Pieces(tokenizer), INDEX, tuple(CUE_LABELS))
    changed = {name for name, tensor in net.state_dict().items() if not torch.equal(before[name], tensor)}
    assert "tags.trigger.weight" in changed
    assert all(name.split(".")[1] in CUE_LABELS for name in changed)
