"""The backbone: reads a small multilingual encoder from the 4-bit file of a wheel, or from a hub checkout.

Both give the same thing, a dictionary of float32 arrays by name: ``word``, ``position``, ``type``,
``norm.weight`` and, for layer
*i*, ``i.query.weight`` and so on.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_DENSE = {"q": "query", "k": "key", "v": "value", "ao": "attention", "fi": "widen", "fo": "narrow"}
_NORMS = {"aln": "attention_norm", "oln": "output_norm"}
HUB = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attention": "attention.output.dense",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "output_norm": "output.LayerNorm",
}


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder, in units (layers, heads) and dimensions (width, inner)."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float


class _Cursor:
    """Reads little-endian numbers one after the other."""

    def __init__(self, blob: bytes, at: int) -> None:
        self.blob = blob
        self.at = at

    def take(self, code: str) -> float:
        """Give the next number and move past it."""
        (value,) = struct.unpack_from("<" + code, self.blob, self.at)
        self.at += struct.calcsize("<" + code)
        return float(value) if code == "f" else int(value)

    def skip(self, size: float) -> None:
        """Move past `size` bytes."""
        self.at += int(size)


def read_backbone(path: Path) -> tuple[Shape, dict[str, Floats]]:
    """Read a backbone from an ``E5S1`` file, or from a folder with ``config.json`` and ``model.safetensors``."""
    return _read_checkout(path) if path.is_dir() else _read_file(path)


def _read_file(path: Path) -> tuple[Shape, dict[str, Floats]]:
    blob = path.read_bytes()
    if blob[:4] != b"E5S1":
        msg = f"{path}: not an E5S1 file"
        raise ValueError(msg)
    cursor = _Cursor(blob, 8)
    width, layers, heads, inner = (int(cursor.take("i")) for _ in range(4))
    cursor.skip(12)
    shape = Shape(width, layers, heads, inner, cursor.take("f"))
    return shape, _tensors(blob, _directory(cursor), shape)


def _directory(cursor: _Cursor) -> dict[str, tuple[int, int]]:
    """Give each tensor's offset and size in bytes, after the header's tokenizer part, which is not used."""
    cursor.skip(4)
    pieces = cursor.take("i")
    cursor.skip(16)
    text = cursor.take("Q")
    cursor.skip((pieces + 1) * 4 + pieces * 4 + text + 4)
    cursor.skip(cursor.take("I"))
    found = {}
    for _ in range(int(cursor.take("i"))):
        size = int(cursor.take("H"))
        name = cursor.blob[cursor.at : cursor.at + size].decode()
        cursor.skip(size + 1 + 4)
        found[name] = (int(cursor.take("Q")), int(cursor.take("Q")))
    return found


def _tensors(blob: bytes, places: dict[str, tuple[int, int]], shape: Shape) -> dict[str, Floats]:
    def floats(name: str) -> Floats:
        offset, size = places[name]
        return np.frombuffer(blob, "<f4", size // 4, offset).copy()

    def nibbles(name: str, columns: int) -> Floats:
        offset, size = places[name]
        blocks = np.frombuffer(blob, _BLOCK, size // _BLOCK.itemsize, offset)
        low = (blocks["nibbles"] & 15).astype("f4") - 8
        high = (blocks["nibbles"] >> 4).astype("f4") - 8
        values: Floats = np.concatenate([low, high], 1) * blocks["scale"].astype("f4")[:, None]
        return values.reshape(-1, columns)

    tensors = {
        "word": nibbles("emb.word", shape.width),
        "position": floats("emb.pos").reshape(-1, shape.width),
        "type": floats("emb.type").reshape(-1, shape.width),
        "norm.weight": floats("emb.ln.w"),
        "norm.bias": floats("emb.ln.b"),
    }
    for i in range(shape.layers):
        for short, name in _DENSE.items():
            tensors[f"{i}.{name}.weight"] = nibbles(f"l{i}.{short}.w", shape.inner if short == "fo" else shape.width)
            tensors[f"{i}.{name}.bias"] = floats(f"l{i}.{short}.b")
        for short, name in _NORMS.items():
            tensors[f"{i}.{name}.weight"] = floats(f"l{i}.{short}.w")
            tensors[f"{i}.{name}.bias"] = floats(f"l{i}.{short}.b")
    return tensors


def _read_checkout(folder: Path) -> tuple[Shape, dict[str, Floats]]:
    told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shape = Shape(
        told["hidden_size"],
        told["num_hidden_layers"],
        told["num_attention_heads"],
        told["intermediate_size"],
        told["layer_norm_eps"],
    )
    blob = (folder / "model.safetensors").read_bytes()
    start = 8 + struct.unpack_from("<Q", blob)[0]
    header = json.loads(blob[8:start])

    def floats(name: str) -> Floats:
        entry = header[name]
        begin, end = entry["data_offsets"]
        kind = {"F32": "<f4", "F16": "<f2"}[entry["dtype"]]
        return np.frombuffer(blob[start + begin : start + end], kind).astype("f4").reshape(entry["shape"])

    tensors = {
        "word": floats("embeddings.word_embeddings.weight"),
        "position": floats("embeddings.position_embeddings.weight"),
        "type": floats("embeddings.token_type_embeddings.weight"),
        "norm.weight": floats("embeddings.LayerNorm.weight"),
        "norm.bias": floats("embeddings.LayerNorm.bias"),
    }
    for i in range(shape.layers):
        for name, hub in HUB.items():
            for part in ("weight", "bias"):
                tensors[f"{i}.{name}.{part}"] = floats(f"encoder.layer.{i}.{hub}.{part}")
    return shape, tensors
