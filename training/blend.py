"""Blend: averages the weights of two trainings, and fits the cue heads anew to what the blend makes of words.

    python -m training.blend --run run-2 --other run-1 --share 0.6 --data FOLDER --cues training/cues/*.txt --out blend

The second training began where the first ended, so that between the two lie weights that do better than either. The
heads that the first one lacks, those of cues, starts and joints, are linear and are fitted in a minute while all else
stays as it is.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F  # noqa: N812
from tokenizers import Tokenizer
from torch import Tensor

from training.augment import join, vary
from training.batches import Pieces, assemble, group
from training.corpus import read_treebank
from training.cue_words import is_apart, lay_out
from training.cues import read_cues
from training.export import load_network, read_labels
from training.network import CUE_HEADS, PIECE_HEADS, taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.corpus import Sentence
    from training.network import Parser

_EPOCHS = 25
_WORDS = 1500
_RATE = 1e-3
_DECAY = 0.05
_DROPOUT = 0.33
_SENTENCES = 3500  # of the treebank, for starts and joints
_JOINED = 0.3


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--other", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.6, help="of the other training's weights")
    parser.add_argument("--data", type=Path, required=True, help="as for training.learn")
    parser.add_argument("--cues", type=Path, nargs="+", required=True)
    parser.add_argument("--settings", type=Path, default=Path("training/parser.toml"))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name in ("labels.json", "tokenizer.json"):
        shutil.copyfile(args.run / name, args.out / name)
    states = [torch.load(folder / "final.pt", weights_only=True) for folder in (args.run, args.other)]
    torch.save(blend(*states, share=args.share), args.out / "final.pt")
    labels = read_labels(args.out)
    settings = tomllib.loads(args.settings.read_text(encoding="utf-8"))
    net = load_network(args.out, settings, labels)
    index = {head: {label: i for i, label in enumerate(names)} for head, names in labels.items()}
    pieces = Pieces(Tokenizer.from_file(str(args.out / "tokenizer.json")))
    chance = random.Random(settings["seed"])
    treebank = read_treebank(args.data / path for path in settings["data"]["train"])
    chosen = chance.sample([words for words in treebank if len(words) <= settings["longest"]], _SENTENCES)
    varied = [vary(words, chance) for words in chosen]
    fit_heads(net, join(varied, chance, longest=settings["longest"], share=_JOINED), pieces, index, ("start", "joint"))
    fit_heads(net, lay_out(s for s in read_cues(args.cues) if not is_apart(s)), pieces, index, CUE_HEADS)
    torch.save(net.state_dict(), args.out / "final.pt")


def blend(state: dict[str, Tensor], other: dict[str, Tensor], *, share: float) -> dict[str, Tensor]:
    """Average two trainings' weights, `share` of the other's; what the other lacks stays."""
    return {
        name: tensor if name not in other else torch.lerp(tensor, other[name], share) for name, tensor in state.items()
    }


def fit_heads(
    net: Parser, sentences: list[Sentence], pieces: Pieces, index: dict[str, dict[str, int]], heads: Sequence[str]
) -> None:
    """Fit some linear heads to sentences; nothing else of the network changes."""
    found = [(head, *_states(net, sentences, pieces, index, head)) for head in heads]
    for head, states, told in found:
        torch.manual_seed(1)
        optimiser = torch.optim.AdamW(net.tags[head].parameters(), lr=_RATE, weight_decay=_DECAY)
        for epoch in range(_EPOCHS):
            order = torch.randperm(len(states))
            for at in range(0, len(states), _WORDS):
                optimiser.param_groups[0]["lr"] = _RATE * (1 - (epoch + at / len(states)) / _EPOCHS)
                chosen = order[at : at + _WORDS]
                optimiser.zero_grad()
                _loss(net, head, F.dropout(states[chosen], _DROPOUT), told[chosen]).backward()
                optimiser.step()


@torch.no_grad()
def _states(
    net: Parser, sentences: list[Sentence], pieces: Pieces, index: dict[str, dict[str, int]], head: str
) -> tuple[Tensor, Tensor]:
    """Give the states of all words or pieces that a head is told of (row, width), and their labels (row)."""
    states: list[Tensor] = []
    told: list[Tensor] = []
    for chosen in group([len(sentence) for sentence in sentences], _WORDS, None):
        batch = assemble([sentences[i] for i in chosen], pieces, index)
        state = net.encoder(batch.ids)
        if head not in PIECE_HEADS:
            state = taken(state, batch.first) + net.last(taken(state, batch.last))
        known = batch.labels[head] >= 0
        states.append(state[known])
        told.append(batch.labels[head][known])
    return torch.cat(states), torch.cat(told)


def _loss(net: Parser, head: str, states: Tensor, told: Tensor) -> Tensor:
    loss = F.cross_entropy(net.tags[head](states), told)
    events = told > 0
    if head == "trigger" and events.any():
        loss = loss + F.cross_entropy(net.tags[head](states[events])[:, 1:], told[events] - 1)
    return loss


if __name__ == "__main__":
    main()
