"""Batches: turns sentences into padded tensors of pieces and labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from training.joints import find_joints, joint_labels
from training.lemma_scripts import learn_script, plain_lemma
from training.network import WORD_HEADS
from training.vocabulary import END, PAD, START, UNKNOWN

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from training.corpus import Sentence, Word

IGNORED = -100
NAMES = ["O", *(f"{side}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC", "ADJ") for side in "BI")]


@dataclass(frozen=True)
class Batch:
    """Pieces (batch, piece), each word's first and last piece (batch, word; 0 is padding), and labels by head.

    Labels are (batch, word), those of ``joint`` (batch, piece). A label of -100 is ignored.
    """

    ids: Tensor
    first: Tensor
    last: Tensor
    labels: dict[str, Tensor]


class Pieces:
    """Cuts words into pieces and remembers them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    def __call__(self, form: str) -> list[int]:
        """Give the pieces of one word, at least one."""
        return self.places(form)[0]

    def places(self, form: str) -> tuple[list[int], list[int]]:
        """Give the pieces of one word, and the characters that they begin at."""
        if form not in self._known:
            cut = self.tokenizer.encode(form, add_special_tokens=False)
            self._known[form] = (cut.ids, [left for left, _ in cut.offsets]) if cut.ids else ([UNKNOWN], [0])
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


def assemble(
    sentences: Sequence[Sentence],
    pieces: Pieces,
    index: dict[str, dict[str, int]],
    *,
    hidden: float = 0.0,
    chance: random.Random | None = None,
) -> Batch:
    """Pad sentences to one batch; `index` gives each head's labels their numbers.

    With `chance` a share of words, `hidden`, is shown as unknown pieces, without labels for lemma and joints.
    """
    veils = [[chance is not None and chance.random() < hidden for _ in words] for words in sentences]
    rows, firsts, lasts = zip(*(_row(*pair, pieces) for pair in zip(sentences, veils, strict=True)), strict=True)
    shown = [
        [w.but(lemma=None) if veil else w for w, veil in zip(*pair, strict=True)]
        for pair in zip(sentences, veils, strict=True)
    ]
    found = {
        head: _padded([[_number(index, head, label_of(w, head)) for w in words] for words in shown], IGNORED)
        for head in (*WORD_HEADS, "deprel")
    }
    found["arc"] = _padded([[IGNORED if w.head is None else w.head for w in words] for words in shown], IGNORED)
    found["joint"] = _padded([_joints(words, pieces, index) for words in shown], IGNORED)
    return Batch(_padded(rows, PAD), _padded(firsts, 0), _padded(lasts, 0), found)


def _number(index: dict[str, dict[str, int]], head: str, label: str | None) -> int:
    return index.get(head, {}).get(label or "", IGNORED)


def _row(words: Sentence, veils: Sequence[bool], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    row, firsts, lasts = [START], [], []
    for word, veil in zip(words, veils, strict=True):
        firsts.append(len(row))
        row += [UNKNOWN for _ in pieces(word.form)] if veil else pieces(word.form)
        lasts.append(len(row) - 1)
    return [*row, END], firsts, lasts


def _joints(words: Sentence, pieces: Pieces, index: dict[str, dict[str, int]]) -> list[int]:
    """Number the labels of joints of a sentence's pieces, those at its ends included."""
    row = [IGNORED]
    for word in words:
        ids, starts = pieces.places(word.form)
        if word.lemma is None or word.upos == "VERB":  # its particle is the lemma script's
            row += [IGNORED for _ in ids]
        else:
            labels = joint_labels(find_joints(word.form, word.lemma), starts, len(word.form))
            row += [_number(index, "joint", label) for label in labels]
    return [*row, IGNORED]


def _padded(rows: Sequence[list[int]], filler: int) -> Tensor:
    length = max(map(len, rows))
    return torch.tensor([row + [filler] * (length - len(row)) for row in rows])
