"""The network: one encoder, and on the pieces of each word the heads of a parse.

A word is the state of its first piece plus what a matrix makes of its last one. The heads of `WORD_HEADS` are linear
on words and ``joint`` is linear on pieces; arcs and relations are biaffine (Dozat and Manning 2017), with a learned
vector for the root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

if TYPE_CHECKING:
    from training.backbone import Floats, Shape

CUE_HEADS = ("trigger", "status", "stance", "zou", "speech")
WORD_HEADS = ("upos", "feats", "lemma", "name", "start", *CUE_HEADS)
PIECE_HEADS = ("joint",)
NOWHERE = -1e4  # a score that no softmax gives weight to, and that bfloat16 holds


class Scores(NamedTuple):
    """Scores of a batch: arcs (batch, word, head), node and word states for the relations, and labels by head."""

    arcs: Tensor
    heads: Tensor
    words: Tensor
    tags: dict[str, Tensor]


class Dropout(nn.Module):
    """Drops the same dimensions of a whole sentence, which costs next to nothing on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, state: Tensor) -> Tensor:
        """Drop dimensions of a state (batch, piece, width) while training."""
        if not self.training or self.share == 0:
            return state
        kept = torch.rand(state.shape[0], 1, state.shape[2]) >= self.share
        return state * (kept.to(state.dtype) / (1 - self.share))


class Layer(nn.Module):
    """One layer of a BERT encoder, normalised after each part."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.split = shape.heads
        self.query, self.key, self.value, self.attention = (nn.Linear(width, width) for _ in range(4))
        self.widen, self.narrow = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.attention_norm, self.output_norm = (nn.LayerNorm(width, shape.epsilon) for _ in range(2))
        self.drop = Dropout(dropout)
        self.asked, self.gathered, self.read, self.told = (nn.Identity() for _ in range(4))  # for `training.smooth`

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        """Give the next state (batch, piece, width); `mask` is added to the attention's scores."""
        batch, length, width = state.shape
        asked = self.asked(state)
        parts = (self.query(asked), self.key(asked), self.value(asked))
        query, key, value = (part.view(batch, length, self.split, -1).transpose(1, 2) for part in parts)
        weight = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5 + mask.to(query.dtype)
        seen = weight.softmax(-1).to(value.dtype) @ value  # on a CPU much faster to learn with than the fused operation
        seen = self.attention(self.gathered(seen.transpose(1, 2).reshape(batch, length, width)))
        state = self.attention_norm(state + self.drop(seen))
        return self.output_norm(state + self.drop(self.narrow(self.told(F.gelu(self.widen(self.read(state)))))))


class Encoder(nn.Module):
    """The lowest layers of a backbone; word embeddings stay as they are."""

    def __init__(self, shape: Shape, tensors: dict[str, Floats], rows: list[int], layers: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding.from_pretrained(torch.from_numpy(tensors["word"][rows]))
        self.position = nn.Parameter(torch.from_numpy(tensors["position"] + tensors["type"][:1]))
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(layers))
        self.drop = Dropout(dropout)
        own = self.state_dict()
        for name in ("norm.weight", "norm.bias"):
            own[name].copy_(torch.from_numpy(tensors[name]))
        for name, tensor in own.items():
            if name.startswith("layers."):
                tensor.copy_(torch.from_numpy(tensors[name.removeprefix("layers.")]))

    def forward(self, ids: Tensor) -> Tensor:
        """Encode pieces (batch, piece); piece 1 is padding."""
        state = self.drop(self.norm(self.word(ids) + self.position[: ids.shape[1]]))
        mask = (ids == 1).to(state.dtype)[:, None, None, :] * NOWHERE
        for layer in self.layers:
            state = layer(state, mask)
        return state


class Parser(nn.Module):
    """The encoder with the heads of a parse."""

    def __init__(
        self, encoder: Encoder, width: int, sizes: dict[str, int], *, arc: int, rel: int, dropout: float
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = Dropout(dropout)
        self.root = nn.Parameter(torch.zeros(width))
        self.last = nn.Linear(width, width, bias=False)
        nn.init.zeros_(self.last.weight)
        self.tags = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in (*WORD_HEADS, *PIECE_HEADS)})
        self.arc_head, self.arc_word = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_head, self.rel_word = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(arc + 1, arc)))
        self.rel = nn.Parameter(nn.init.xavier_uniform_(torch.empty(sizes["deprel"], rel + 1, rel + 1)))

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> Scores:
        """Score a batch of pieces (batch, piece), whose words are `first` to `last` (batch, word; 0 is padding)."""
        state = self.encoder(ids)
        words = self.drop(taken(state, first) + self.last(taken(state, last)))
        nodes = torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, -1), words], 1)
        tags = {name: self.tags[name](words) for name in WORD_HEADS}
        tags |= {name: self.tags[name](self.drop(state)) for name in PIECE_HEADS}
        arcs = _biased(self.drop(F.gelu(self.arc_word(words)))) @ self.arc
        arcs = arcs @ self.drop(F.gelu(self.arc_head(nodes))).transpose(1, 2)
        beyond = F.pad((first == 0).to(arcs.dtype), (1, 0))[:, None, :] * NOWHERE
        heads = self.drop(F.gelu(self.rel_head(nodes)))
        return Scores(arcs + beyond, heads, self.drop(F.gelu(self.rel_word(words))), tags)

    def relations(self, heads: Tensor, words: Tensor) -> Tensor:
        """Score relations (row, label) of words with their heads; both are states (row, rel)."""
        count, size, _ = self.rel.shape
        flat = self.rel.permute(1, 0, 2).reshape(size, count * size)  # one product, which int8 has an operation for
        left = (_biased(words) @ flat).view(-1, count, size)
        return (left * _biased(heads)[:, None, :]).sum(-1)


def taken(state: Tensor, places: Tensor) -> Tensor:
    """Take the states of pieces (batch, word, width) at their places (batch, word)."""
    return torch.gather(state, 1, places[:, :, None].expand(-1, -1, state.shape[-1]))


def _biased(state: Tensor) -> Tensor:
    return torch.cat([state, torch.ones_like(state[..., :1])], -1)
