"""Export: writes a checkpoint as the files that the package ships, in int8 for ONNX Runtime.

    python -m training.export --run FOLDER --data FOLDER --cues training/cues/*.txt --out src/dragoman/language/weights

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
from training.cues import read_cues
from training.known import gather_lemmas, gather_parts
from training.learn import OWN_LABELS, load_known
from training.network import CUE_HEADS, PIECE_HEADS, Encoder, Parser
from training.smooth import smooth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.backbone import Floats
    from training.corpus import Sentence
    from training.cues import CueSentence

_CUE_NAMES = {"zou": "modal"}  # a head is called after the word in training, and after the kind of word in the package
OUTPUTS = (
    *("upos", "feats", "joint", "lemma", "lemma_share", "start", "name"),
    *(_CUE_NAMES.get(name, name) for name in CUE_HEADS),
    *("arcs", "heads", "words"),
)
_GUESSES = 8  # lemma scripts a word
_SMOOTHED_BY = 320  # sentences
_BATCH = 16
_PARSE_HEADS = ("upos", "feats", "lemma", "deprel", "name")


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
    """The network as the package runs it: the best labels of some heads, probabilities where rules ask how sure."""

    def __init__(self, net: Parser) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Give what `OUTPUTS` names, in its order."""
        scores = self.net(ids, first, last)
        best = [scores.tags[name].argmax(-1) for name in ("upos", "feats", "joint")]
        shares, scripts = scores.tags["lemma"].softmax(-1).topk(_GUESSES)
        start = scores.tags["start"].softmax(-1)[..., 1]
        likely = [scores.tags[name].softmax(-1) for name in ("name", *CUE_HEADS)]
        return (*best, scripts, shares, start, *likely, scores.arcs, scores.heads, scores.words)


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
    parser.add_argument("--cues", type=Path, nargs="*", default=[], help="the annotated sentences, for the modal verbs")
    parser.add_argument("--name", default="dragoman-nl-2")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    labels = read_labels(args.run)
    settings = tomllib.loads(args.settings.read_text(encoding="utf-8"))
    net = load_network(args.run, settings, labels)
    net.encoder.word = Words(net.encoder.word.weight)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory(dir=args.out.parent) as folder:
        made = Path(folder)
        treebank = read_treebank(args.data / path for path in settings["data"]["train"])
        smooth(net, _usual(treebank, args.run / "tokenizer.json"))
        _write_graphs(net, made)
        _shrink_tokenizer(args.run / "tokenizer.json", made / "tokenizer.json")
        _write_json(made / "labels.json", _package_labels(labels, read_cues(args.cues)))
        _write_json(made / "lemmas.json", gather_lemmas(treebank))
        _write_json(made / "compounds.json", gather_parts(treebank))
        files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(made.iterdir())}
        told = {"name": args.name, "language": "nl", "files": files}
        (made / "model.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
        for path in sorted(made.iterdir()):
            os.replace(path, args.out / path.name)  # noqa: PTH105


def read_labels(run: Path) -> dict[str, list[str]]:
    """Read the labels of a training."""
    return {**OWN_LABELS, **json.loads((run / "labels.json").read_text(encoding="utf-8"))}


def load_network(run: Path, settings: dict[str, Any], labels: dict[str, list[str]]) -> Parser:
    """Load the weights that a training ended with, or its last checkpoint while it runs."""
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
    load_known(net, state)
    return net.eval()


def _blank(state: dict[str, Tensor]) -> dict[str, Floats]:
    """Give tensors of the right shapes; `load_state_dict` fills them."""
    blank = {"word": state["encoder.word.weight"].numpy(), "position": state["encoder.position"].numpy()}
    blank["type"] = np.zeros_like(blank["position"][:1])
    for name, tensor in state.items():
        if name.startswith(("encoder.layers.", "encoder.norm.")):
            blank[name.removeprefix("encoder.").removeprefix("layers.")] = tensor.numpy()
    return blank


def _usual(treebank: list[Sentence], tokenizer: Path) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Give batches of some sentences, to smooth by."""
    pieces = Pieces(Tokenizer.from_file(str(tokenizer)))
    for at in range(0, _SMOOTHED_BY, _BATCH):
        batch = assemble(treebank[at : at + _BATCH], pieces, {})
        yield batch.ids, batch.first, batch.last


def _package_labels(labels: dict[str, list[str]], sentences: Iterable[CueSentence]) -> dict[str, object]:
    """Give the labels as the package reads them, with the forms that a reading of *zou* is told of."""
    modals = sorted({s.text[found.start : found.end].lower() for s in sentences for found in s.zou})
    cues = {_CUE_NAMES.get(head, head): labels[head] for head in CUE_HEADS}
    return {**{head: labels[head] for head in _PARSE_HEADS}, "cues": {**cues, "modals": modals}}


def _write_graphs(net: Parser, folder: Path) -> None:
    ids, first = torch.tensor([[0, 7, 8, 2], [0, 9, 2, 1]]), torch.tensor([[1, 2], [1, 0]])
    axes = {"ids": ("batch", "piece"), "first": ("batch", "word"), "last": ("batch", "word")}
    inputs = list(axes)
    axes |= {name: ("batch", "piece" if name in PIECE_HEADS else "word") for name in OUTPUTS}
    _graph(Reading(net), (ids, first, first), folder / "parser.onnx", inputs, list(OUTPUTS), axes)
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
