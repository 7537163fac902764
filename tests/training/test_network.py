"""The network, on a toy encoder; skipped where torch is not installed."""

from typing import Any

import pytest

from training.backbone import Shape
from training.toy import HEADS, toy_tensors

REASON = "needs torch: pip install -r requirements/training.txt"
torch = pytest.importorskip("torch", reason=REASON)
network = pytest.importorskip("training.network", reason=REASON)

SHAPE = Shape(width=24, layers=2, heads=12, inner=48, epsilon=1e-12)
IDS = [[0, 5, 6, 7, 2], [0, 8, 2, 1, 1]]
FIRST, LAST = [[1, 2], [1, 0]], [[1, 3], [1, 0]]


@pytest.fixture
def net() -> Any:
    torch.manual_seed(1)
    encoder = network.Encoder(SHAPE, toy_tensors(SHAPE, 10), list(range(10)), 2, 0.0)
    return network.Parser(encoder, SHAPE.width, HEADS, arc=8, rel=4, dropout=0.0).eval()


def scores(net: Any, ids: list[list[int]], first: list[list[int]], last: list[list[int]]) -> Any:
    with torch.no_grad():
        return net(torch.tensor(ids), torch.tensor(first), torch.tensor(last))


def test_every_head_scores_every_word_or_piece(net: Any) -> None:
    found = scores(net, IDS, FIRST, LAST)
    assert found.arcs.shape == (2, 2, 3)
    for head, size in HEADS.items():
        if head != "deprel":
            assert found.tags[head].shape == (2, 5 if head == "joint" else 2, size)
    assert net.relations(found.heads[0, :2], found.words[0]).shape == (2, HEADS["deprel"])


def test_padding_is_no_head_and_changes_nothing(net: Any) -> None:
    both, alone = scores(net, IDS, FIRST, LAST), scores(net, [IDS[1][:3]], [[1]], [[1]])
    assert both.arcs[1, 0, 2] < -1000
    assert torch.allclose(both.arcs[1, :1, :2], alone.arcs[0], atol=1e-5)
    assert torch.allclose(both.tags["upos"][1, 0], alone.tags["upos"][0, 0], atol=1e-5)


def test_the_last_piece_counts_once_it_is_learnt(net: Any) -> None:
    before = scores(net, IDS[:1], FIRST[:1], LAST[:1]).tags["lemma"]
    assert torch.equal(before, scores(net, IDS[:1], FIRST[:1], [[1, 2]]).tags["lemma"])
    torch.nn.init.eye_(net.last.weight)
    moved = scores(net, IDS[:1], FIRST[:1], [[1, 2]]).tags["lemma"]
    assert not torch.allclose(scores(net, IDS[:1], FIRST[:1], LAST[:1]).tags["lemma"], moved)


def test_relations_are_biaffine(net: Any) -> None:
    heads, words = torch.randn(3, 4), torch.randn(3, 4)
    one = torch.ones(3, 1)
    expected = torch.einsum("ni,rij,nj->nr", torch.cat([words, one], 1), net.rel, torch.cat([heads, one], 1))
    assert torch.allclose(net.relations(heads, words), expected, atol=1e-5)


def test_dropout_spares_or_drops_a_dimension_for_a_whole_sentence() -> None:
    drop = network.Dropout(0.5).train()
    dropped = drop(torch.ones(4, 7, 32))
    assert torch.equal(dropped, dropped[:, :1].expand_as(dropped))
    assert set(dropped.unique().tolist()) == {0.0, 2.0}
    assert torch.equal(drop.eval()(torch.ones(2, 3, 4)), torch.ones(2, 3, 4))
