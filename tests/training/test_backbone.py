import json
import struct
from pathlib import Path

import numpy as np
import pytest

from training.backbone import read_backbone

WIDTH, INNER = 32, 64
DENSE = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH),
         "fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}  # fmt: skip
SQUARE = (WIDTH, WIDTH)
HUB = {
    "attention.self.query": SQUARE,
    "attention.self.key": SQUARE,
    "attention.self.value": SQUARE,
    "attention.output.dense": SQUARE,
    "intermediate.dense": (INNER, WIDTH),
    "output.dense": (WIDTH, INNER),
    "attention.output.LayerNorm": (WIDTH,),
    "output.LayerNorm": (WIDTH,),
}


def four_bit(shape: tuple[int, int]) -> bytes:
    """Every block holds 0 … 15 in its low halves less 8, twice itself in its high, at scale 0.5."""
    block = struct.pack("<e", 0.5) + bytes(i | (i << 4) for i in range(16))
    return block * (shape[0] * shape[1] // 32)


def small_file() -> bytes:
    tensors: dict[str, bytes] = {"emb.word": four_bit((4, WIDTH))}
    floats = {"emb.pos": 8 * WIDTH, "emb.type": 2 * WIDTH, "emb.ln.w": WIDTH, "emb.ln.b": WIDTH}
    for short, shape in DENSE.items():
        tensors[f"l0.{short}.w"] = four_bit(shape)
        floats[f"l0.{short}.b"] = shape[0]
    for short in ("aln", "oln"):
        floats |= {f"l0.{short}.w": WIDTH, f"l0.{short}.b": WIDTH}
    tensors |= {name: np.arange(count, dtype="<f4").tobytes() for name, count in floats.items()}
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, 1, 2, INNER, 4, 8, 2, 1e-12, 32)
    head += (
        struct.pack("<5iQ", 4, 0, 2, 1, 3, 5) + b"\0" * (5 * 4 + 4 * 4) + b"abcde" + struct.pack("<iI", 0, 3) + b"xyz"
    )
    size = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 16 for name in tensors)
    directory, at = struct.pack("<i", len(tensors)), size
    for name, raw in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode() + b"\0" + struct.pack("<IQQ", 0, at, len(raw))
        at += len(raw)
    return head + directory + b"".join(tensors.values())


def test_the_four_bit_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "small.bin"
    path.write_bytes(small_file())
    shape, tensors = read_backbone(path)
    assert (shape.width, shape.layers, shape.heads, shape.inner) == (WIDTH, 1, 2, INNER)
    assert tensors["word"].shape == (4, WIDTH)
    assert tensors["word"][0].tolist() == [(i - 8) * 0.5 for i in range(16)] * 2
    assert tensors["0.narrow.weight"].shape == (WIDTH, INNER)
    assert tensors["norm.bias"].tolist() == list(range(WIDTH))


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"nothing of ours")
    with pytest.raises(ValueError, match="not an E5S1 file"):
        read_backbone(path)


def test_a_hub_checkout_is_read(tmp_path: Path) -> None:
    told = {"hidden_size": WIDTH, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": INNER}
    (tmp_path / "config.json").write_text(json.dumps({**told, "layer_norm_eps": 1e-12}), encoding="utf-8")
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (4, WIDTH),
        "embeddings.position_embeddings.weight": (8, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
        "embeddings.LayerNorm.weight": (WIDTH,),
        "embeddings.LayerNorm.bias": (WIDTH,),
    }
    for name, size in HUB.items():
        shapes |= {f"encoder.layer.0.{name}.weight": size, f"encoder.layer.0.{name}.bias": size[:1]}
    header, body = {}, b""
    for name, size in shapes.items():
        raw = np.full(size, len(name), dtype="<f2").tobytes()
        header[name] = {"dtype": "F16", "shape": size, "data_offsets": [len(body), len(body) + len(raw)]}
        body += raw
    encoded = json.dumps(header).encode()
    (tmp_path / "model.safetensors").write_bytes(struct.pack("<Q", len(encoded)) + encoded + body)
    shape, tensors = read_backbone(tmp_path)
    assert shape.inner == INNER
    assert tensors["0.widen.weight"].shape == (INNER, WIDTH)
