"""The vocabulary: cuts a tokenizer of 250,000 pieces down to those that news in Latin script needs."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
START, PAD, END, UNKNOWN = range(4)
_JOINT = "▁"


@dataclass(frozen=True)
class Vocabulary:
    """A cut tokenizer, and for each of its pieces the row of the full embedding."""

    tokenizer: Tokenizer
    rows: list[int]


def cut_vocabulary(path: Path, texts: Iterable[str], size: int) -> Vocabulary:
    """Keep the special pieces, those seen in `texts`, all single characters, and frequent Latin ones up to `size`."""
    told = json.loads(path.read_text(encoding="utf-8"))
    pieces: list[list[Any]] = told["model"]["vocab"]
    full = Tokenizer.from_file(str(path))
    full.no_truncation()
    kept = set(range(len(SPECIAL))) | _seen(full, texts)
    kept |= {i for i, (piece, _) in enumerate(pieces) if len(piece.removeprefix(_JOINT)) <= 1 and _is_latin(piece)}
    for i, (piece, _) in enumerate(pieces):  # the list runs from frequent to rare
        if len(kept) >= size:
            break
        if _is_latin(piece):
            kept.add(i)
    kept.discard(len(pieces) - 1)  # <mask>
    rows = sorted(kept)
    told["model"]["vocab"] = [pieces[i] for i in rows]
    told["added_tokens"] = told["added_tokens"][: len(SPECIAL)]
    told["post_processor"] = told["truncation"] = told["padding"] = None
    return Vocabulary(Tokenizer.from_str(json.dumps(told)), rows)


def _seen(full: Tokenizer, texts: Iterable[str]) -> set[int]:
    seen: set[int] = set()
    for text in texts:
        seen.update(full.encode(text, add_special_tokens=False).ids)
    return seen


def _is_latin(piece: str) -> bool:
    """Say whether all letters of a piece are Latin; digits and punctuation count as Latin."""
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in piece)
