"""A toy: an encoder of a few random numbers and labels for every head, to test the training with in seconds."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

from training.backbone import HUB
from training.cue_words import CUE_LABELS
from training.joints import JOINTS
from training.vocabulary import SPECIAL, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.backbone import Floats, Shape

HEADS = {
    **dict(
        zip(
            ("upos", "feats", "lemma", "name", "start", "deprel", "joint"),
            (4, 3, 9, 11, 2, 5, len(JOINTS)),
            strict=True,
        )
    ),
    **{head: len(labels) for head, labels in CUE_LABELS.items()},
}


def toy_tensors(shape: Shape, pieces: int, seed: int = 1) -> dict[str, Floats]:
    """Make up the tensors of a backbone by chance."""
    chance = np.random.default_rng(seed)

    def drawn(*size: int) -> Floats:
        return (chance.standard_normal(size) * 0.2).astype(np.float32)

    tensors = {
        "word": drawn(pieces, shape.width),
        "position": drawn(64, shape.width),
        "type": drawn(1, shape.width),
        "norm.weight": np.ones(shape.width, np.float32),
        "norm.bias": np.zeros(shape.width, np.float32),
    }
    for i in range(shape.layers):
        for name in ("query", "key", "value", "attention", "widen", "narrow"):
            rows = shape.inner if name == "widen" else shape.width
            columns = shape.inner if name == "narrow" else shape.width
            tensors[f"{i}.{name}.weight"] = drawn(rows, columns)
            tensors[f"{i}.{name}.bias"] = drawn(rows)
        for name in ("attention_norm", "output_norm"):
            tensors[f"{i}.{name}.weight"] = np.ones(shape.width, np.float32)
            tensors[f"{i}.{name}.bias"] = np.zeros(shape.width, np.float32)
    return tensors


def write_backbone(folder: Path, shape: Shape, words: Iterable[str]) -> None:
    """Write a toy backbone as a hub checkout: its shape, its tensors and a tokenizer that knows some words."""
    pieces = [*SPECIAL, *dict.fromkeys(f"▁{word}" for word in words), *dict.fromkeys("▁" + "".join(words)), "<mask>"]
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "hidden_size": shape.width,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "layer_norm_eps": shape.epsilon,
    }
    (folder / "config.json").write_text(json.dumps(told), encoding="utf-8")
    tokenizer = Tokenizer(Unigram([(piece, -1.0 - len(piece) ** -1.0) for piece in pieces], unk_id=UNKNOWN))
    tokenizer.pre_tokenizer = Metaspace()
    tokenizer.save(str(folder / "tokenizer.json"))
    _write_tensors(folder / "model.safetensors", toy_tensors(shape, len(pieces)))


def _write_tensors(path: Path, tensors: dict[str, Floats]) -> None:
    embeddings = {"word": "word_embeddings", "position": "position_embeddings", "type": "token_type_embeddings"}
    names = {short: f"embeddings.{long}.weight" for short, long in embeddings.items()}
    names |= {f"norm.{part}": f"embeddings.LayerNorm.{part}" for part in ("weight", "bias")}
    for name in tensors:
        number, _, rest = name.partition(".")
        if number.isdigit():
            short, _, part = rest.partition(".")
            names[name] = f"encoder.layer.{number}.{HUB[short]}.{part}"
    header: dict[str, object] = {}
    blob = b""
    for name, tensor in tensors.items():
        raw = tensor.astype("<f4").tobytes()
        header[names[name]] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(blob), len(blob) + len(raw)],
        }
        blob += raw
    head = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(head)) + head + blob)
