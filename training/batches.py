"""Batches: turns sentences into padded tensors of pieces and labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from training.lemma_scripts import learn_script, plain_lemma
from training.network import TAGS
from training.vocabulary import END, PAD, START, UNKNOWN

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from tokenizers import Tokenizer

    from training.corpus import Sentence, Word

IGNORED = -100
NAMES = ["O", *(f"{side}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC", "ADJ") for side in "BI")]


@dataclass(frozen=True)
class Batch:
    """Pieces (batch, piece), first pieces (batch, word; 0 is padding), and labels (batch, word) by head.

    A label of -100 is ignored.
    """

    ids: Tensor
    first: Tensor
    labels: dict[str, Tensor]


class Pieces:
    """Cuts words into pieces and remembers them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def __call__(self, form: str) -> list[int]:
        """Give the pieces of one word, at least one."""
        if form not in self._known:
            self._known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids or [UNKNOWN]
        return self._known[form]


def label_of(word: Word, head: str) -> str | None:
    """Give a word's label for one of the heads, or None where it has none."""
    if head != "lemma":
        found: str | None = getattr(word, head)
        return found
    if word.lemma is None or word.upos is None:
        return None
    return learn_script(word.form, plain_lemma(word.form, word.lemma, word.upos))


def group(sizes: Sequence[int], limit: int, chance: random.Random | None) -> list[list[int]]:
    """Group sentences of like length, at most `limit` padded words a group; with `chance` in a new order each time."""
    order = sorted(range(len(sizes)), key=lambda i: sizes[i] + (chance.random() * 4 if chance else 0))
    groups: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, sizes[i])
        if groups[-1] and longest * (len(groups[-1]) + 1) > limit:
            groups.append([])
            longest = sizes[i]
        groups[-1].append(i)
    if chance is not None:
        chance.shuffle(groups)
    return groups


def assemble(sentences: Sequence[Sentence], pieces: Pieces, index: dict[str, dict[str, int]]) -> Batch:
    """Pad sentences to one batch; `index` gives each head's labels their numbers."""
    rows, starts = zip(*(_row(words, pieces) for words in sentences), strict=True)
    length = max(map(len, starts))

    def labels(column: Callable[[Word], int]) -> Tensor:
        return torch.tensor([[column(w) for w in words] + [IGNORED] * (length - len(words)) for words in sentences])

    found = {
        name: labels(lambda w, n=name: index.get(n, {}).get(label_of(w, n) or "", IGNORED))
        for name in (*TAGS, "deprel")
    }  # type: ignore[misc]
    found["arc"] = labels(lambda w: IGNORED if w.head is None else w.head)
    return Batch(_padded(rows, PAD), _padded(starts, 0), found)


def _row(words: Sentence, pieces: Pieces) -> tuple[list[int], list[int]]:
    row, starts = [START], []
    for word in words:
        starts.append(len(row))
        row += pieces(word.form)
    return [*row, END], starts


def _padded(rows: Sequence[list[int]], filler: int) -> Tensor:
    length = max(map(len, rows))
    return torch.tensor([row + [filler] * (length - len(row)) for row in rows])
