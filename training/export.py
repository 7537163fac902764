"""Export: writes a checkpoint as the files that the package ships, in int8 for ONNX Runtime.

    python -m training.export --run FOLDER --data FOLDER --out src/dragoman/language/weights

Each file is written beside its place and then moved there, so that a reader never sees half of one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
import tomllib
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.backbone import Shape
from training.batches import Pieces, assemble
from training.corpus import read_treebank
from training.known import gather_lemmas
from training.network import Encoder, Parser
from training.smooth import smooth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.backbone import Floats
    from training.corpus import Sentence

_SMOOTHED_BY = 320  # sentences
_BATCH = 16


class Words(nn.Module):
    """Word embeddings in int8 with a scale for each piece."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("small", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Look up pieces (batch, piece)."""
        return self.small[ids].to(torch.float32) * self.scale[ids]  # type: ignore[index]


class Reading(nn.Module):
    """The network as the package runs it: the best label of most heads, and scores where rules ask how sure."""

    def __init__(self, net: Parser) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Give UPOS, features and lemma scripts by number, name probabilities, arc scores and relation states."""
        scores = self.net(ids, first)
        best = [scores.tags[name].argmax(-1) for name in ("upos", "feats", "lemma")]
        return (*best, scores.tags["name"].softmax(-1), scores.arcs, scores.heads, scores.words)


class Relations(nn.Module):
    """The relation of each word to a head already chosen."""

    def __init__(self, net: Parser) -> None:
        super().__init__()
        self.net = net

    def forward(self, heads: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Give the best relation (word) and its probability, from states (word, rel)."""
        best = self.net.relations(heads, words).softmax(-1).max(-1)
        return best.indices, best.values


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="the folder that training wrote")
    parser.add_argument("--data", type=Path, required=True, help="for the known lemmas")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=Path("training/parser.toml"))
    parser.add_argument("--name", default="dragoman-nl-1")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    labels = json.loads((args.run / "labels.json").read_text(encoding="utf-8"))
    settings = tomllib.loads(args.settings.read_text(encoding="utf-8"))
    net = _load(args.run, settings, labels)
    with tempfile.TemporaryDirectory(dir=args.out.parent) as folder:
        made = Path(folder)
        treebank = read_treebank(args.data / path for path in settings["data"]["train"])
        smooth(net, _usual(treebank, args.run / "tokenizer.json"))
        _write_graphs(net, made)
        _shrink_tokenizer(args.run / "tokenizer.json", made / "tokenizer.json")
        _write_json(made / "labels.json", labels)
        _write_json(made / "lemmas.json", gather_lemmas(treebank))
        files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(made.iterdir())}
        told = {"name": args.name, "language": "nl", "files": files}
        (made / "model.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
        for path in sorted(made.iterdir()):
            os.replace(path, args.out / path.name)  # noqa: PTH105


def _load(run: Path, settings: dict[str, Any], labels: dict[str, list[str]]) -> Parser:
    path = run / "final.pt"
    state = (
        torch.load(path, weights_only=True)
        if path.exists()
        else torch.load(run / "checkpoint.pt", weights_only=True)["net"]
    )
    width = state["root"].shape[0]
    inner = state["encoder.layers.0.widen.weight"].shape[0]
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    shape = Shape(width, layers, 12, inner, 1e-12)
    encoder = Encoder(shape, _blank(state), list(range(len(state["encoder.word.weight"]))), layers, 0.0)
    sizes = {head: len(names) for head, names in labels.items()}
    net = Parser(encoder, width, sizes, arc=settings["arc"], rel=settings["rel"], dropout=0.0)
    net.load_state_dict(state)
    net.encoder.word = Words(net.encoder.word.weight)  # type: ignore[assignment]
    return net.eval()


def _blank(state: dict[str, Tensor]) -> dict[str, Floats]:
    """Give tensors of the right shapes; `load_state_dict` fills them."""
    blank = {"word": state["encoder.word.weight"].numpy(), "position": state["encoder.position"].numpy()}
    blank["type"] = np.zeros_like(blank["position"][:1])
    for name, tensor in state.items():
        if name.startswith(("encoder.layers.", "encoder.norm.")):
            blank[name.removeprefix("encoder.").removeprefix("layers.")] = tensor.numpy()
    return blank


def _usual(treebank: list[Sentence], tokenizer: Path) -> Iterator[tuple[Tensor, Tensor]]:
    """Give batches of some sentences, to smooth by."""
    pieces = Pieces(Tokenizer.from_file(str(tokenizer)))
    for at in range(0, _SMOOTHED_BY, _BATCH):
        batch = assemble(treebank[at : at + _BATCH], pieces, {})
        yield batch.ids, batch.first


def _write_graphs(net: Parser, folder: Path) -> None:
    ids, first = torch.tensor([[0, 7, 8, 2], [0, 9, 2, 1]]), torch.tensor([[1, 2], [1, 0]])
    outputs = dict.fromkeys(("upos", "feats", "lemma", "name", "arcs", "heads", "words"), ("batch", "word"))
    axes = {"ids": ("batch", "piece"), "first": ("batch", "word"), **outputs}
    _graph(Reading(net), (ids, first), folder / "parser.onnx", ["ids", "first"], list(outputs), axes)
    rel = net.rel.shape[1] - 1
    states = (torch.zeros(3, rel), torch.zeros(3, rel))
    axes = dict.fromkeys(("heads", "words", "deprel", "score"), ("word",))
    _graph(Relations(net), states, folder / "relations.onnx", ["heads", "words"], ["deprel", "score"], axes)


def _graph(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    axes: dict[str, tuple[str, ...]],
) -> None:
    whole = path.with_suffix(".whole")
    dynamic = {name: dict(enumerate(names)) for name, names in axes.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            example,
            str(whole),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=dynamic,
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(whole, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"])
    whole.unlink()
    _strip(path)


def _strip(path: Path) -> None:
    """Leave out what tells of the machine that made the graph."""
    graph = onnx.load(str(path))
    for node in graph.graph.node:
        node.doc_string = ""
    onnx.save(graph, str(path))


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _shrink_tokenizer(source: Path, target: Path) -> None:
    told = json.loads(source.read_text(encoding="utf-8"))
    told["model"]["vocab"] = [[piece, round(score, 4)] for piece, score in told["model"]["vocab"]]
    _write_json(target, told)


if __name__ == "__main__":
    main()
