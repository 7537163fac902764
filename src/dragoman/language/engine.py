"""The engine: runs the model over a report's sentences.

The scales of int8 arithmetic are taken over a whole batch, so that a sentence's scores depend a little on its
neighbours. Therefore a batch never holds sentences of two calls, and the same sentences always make the same
batches.
"""

from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.language.decode import arc_probabilities, decode_tree
from dragoman.language.lemmas import apply_script
from dragoman.language.names import NameSpan, find_names
from dragoman.language.weights import open_graph, open_labels, open_lemmas, open_tokenizer, read_card

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float32]

_START, _PAD, _END, _UNKNOWN = 0, 1, 2, 3
_BATCH_PIECES = 1500
_SENTENCE_PIECES = 400
_WORD_PIECES = 24
_REMEMBERED = 200_000
_STITCH = "parataxis"


class Reading(NamedTuple):
    """What the engine says of one sentence: a label for each word, and the names.

    ``heads`` are 0 for the root and *i* for word *i* - 1; ``arc_scores`` are their probabilities. ``lemmas``
    know nothing yet of a particle that stands apart from its verb.
    """

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    arc_scores: list[float]
    names: list[NameSpan]


class Engine:
    """One model, opened once; a call to `read` may come from any thread.

    For example ``load_engine("nl").read([["De", "top", "gaat", "door", "."]])`` gives one `Reading`.
    """

    def __init__(self, language: str, *, threads: int | None = None) -> None:
        """Open the model of a language for so many threads; None leaves the number to the machine."""
        card = read_card(language)
        self.name = f"{card.name}@{card.files['parser.onnx'][:12]}"
        self._labels = open_labels(card)
        self._lemmas = open_lemmas(card)
        self._tokenizer = open_tokenizer(card)
        self._parser = open_graph(card, "parser.onnx", threads=threads or 0)
        self._relations = open_graph(card, "relations.onnx", threads=threads or 0)
        self._known: dict[str, list[int]] = {}

    def read(self, sentences: list[list[str]]) -> list[Reading]:
        """Read the sentences of one report, in order; a sentence of any length is read.

        One that is longer than the model can take is read in parts, and the roots of the later parts hang below
        the first's.
        """
        rows = self._pieces(sentences)
        parts = [
            (number, start, end) for number, row in enumerate(rows) for start, end in _parts(row, sentences[number])
        ]
        lengths = [sum(map(len, rows[number][start:end])) for number, start, end in parts]
        found: dict[int, Reading] = {}
        for batch in _batches(lengths):
            places = [parts[i] for i in batch]
            chosen = [rows[number][start:end] for number, start, end in places]
            words = [sentences[number][start:end] for number, start, end in places]
            found.update(zip(batch, self._run(words, chosen), strict=True))
        gathered: list[list[Reading]] = [[] for _ in sentences]
        for i, (number, _, _) in enumerate(parts):
            gathered[number].append(found[i])
        return [_stitch(readings) for readings in gathered]

    def _pieces(self, sentences: list[list[str]]) -> list[list[list[int]]]:
        """Cut each word into its pieces, at least one."""
        known = self._known
        new = list({word for words in sentences for word in words if word not in known})
        if len(known) + len(new) > _REMEMBERED:
            self._known = known = {}
            new = list({word for words in sentences for word in words})
        cut = self._tokenizer.encode_batch(new, add_special_tokens=False)
        known.update((word, found.ids[:_WORD_PIECES] or [_UNKNOWN]) for word, found in zip(new, cut, strict=True))
        return [[known[word] for word in words] for words in sentences]

    def _run(self, sentences: list[list[str]], rows: list[list[list[int]]]) -> list[Reading]:
        ids, first = _pad(rows)
        upos, feats, scripts, names, arcs, heads, words = self._parser.run(None, {"ids": ids, "first": first})
        trees, scores = [], []
        for i, row in enumerate(rows):
            size = len(row)
            shares = arc_probabilities(arcs[i, :size, : size + 1])
            tree = decode_tree(np.log(shares + 1e-9))
            trees.append(tree)
            scores.append(shares[np.arange(size), tree])
        deprels = self._relate(heads, words, trees)
        return [
            self._label(sentence, upos[i], feats[i], scripts[i], names[i])._replace(
                heads=trees[i].tolist(), deprels=deprels[i], arc_scores=scores[i].tolist()
            )
            for i, sentence in enumerate(sentences)
        ]

    def _label(self, words: list[str], upos: Numbers, feats: Numbers, scripts: Numbers, names: Shares) -> Reading:
        """Turn the numbers of one sentence's labels into labels, without its tree."""
        size, labels = len(words), self._labels
        tags = [labels.upos[n] for n in upos[:size].tolist()]
        guesses = [apply_script(word, labels.lemma[n]) for word, n in zip(words, scripts[:size].tolist(), strict=True)]
        return Reading(
            upos=tags,
            feats=[labels.feats[n] for n in feats[:size].tolist()],
            lemmas=[self._lemmas.correct(*known) for known in zip(words, tags, guesses, strict=True)],
            heads=[],
            deprels=[],
            arc_scores=[],
            names=find_names(names[:size], labels.name),
        )

    def _relate(self, heads: Any, words: Any, trees: list[npt.NDArray[np.intp]]) -> list[list[str]]:  # noqa: ANN401 - onnxruntime ships no types
        """Label the arcs of some trees, all at once."""
        above = np.concatenate([heads[i, tree] for i, tree in enumerate(trees)])
        below = np.concatenate([words[i, : len(tree)] for i, tree in enumerate(trees)])
        best, _ = self._relations.run(None, {"heads": above, "words": below})
        labels = [self._labels.deprel[n] for n in best.tolist()]
        ends = np.cumsum([0, *map(len, trees)]).tolist()
        return [_rooted(labels[left:right], tree) for (left, right), tree in zip(pairwise(ends), trees, strict=True)]


@cache
def load_engine(language: str = "nl", *, threads: int | None = None) -> Engine:
    """Open the engine of a language, once; raises `ModelMissing` or `ModelDamaged`."""
    return Engine(language, threads=threads)


def _rooted(labels: list[str], tree: npt.NDArray[np.intp]) -> list[str]:
    """Make sure that the root, and nothing else, is called so."""
    wrong = {False: "dep", True: "root"}
    return [
        label if (label == "root") == (head == 0) else wrong[head == 0]
        for label, head in zip(labels, tree.tolist(), strict=True)
    ]


def _parts(row: list[list[int]], words: list[str]) -> list[tuple[int, int]]:
    """Part a sentence that is too long, after a comma or the like where there is one.

    Give the first word of each part, and the first after it.
    """
    parts, start, size, cut = [], 0, 0, 0
    for i, pieces in enumerate(row):
        if size + len(pieces) > _SENTENCE_PIECES:
            end = cut if cut > start else i
            parts.append((start, end))
            size = sum(map(len, row[end:i]))
            start = end
        size += len(pieces)
        if words[i] in {",", ";", ":", ".", "–"}:
            cut = i + 1
    return [*parts, (start, len(row))]


def _batches(lengths: list[int]) -> list[list[int]]:
    """Group sentences of like length, the longest first, by padded pieces."""
    batches: list[list[int]] = []
    room = 0
    for i in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if room < 1:
            batches.append([])
            room = max(1, _BATCH_PIECES // (lengths[i] + 2))
        batches[-1].append(i)
        room -= 1
    return batches


def _pad(rows: list[list[list[int]]]) -> tuple[Numbers, Numbers]:
    """Lay pieces and the places of words' first pieces out as (sentence, piece) and (sentence, word)."""
    ids = np.full((len(rows), 2 + max(sum(map(len, row)) for row in rows)), _PAD, dtype=np.int64)
    first = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        flat = [_START, *(piece for pieces in row for piece in pieces), _END]
        ids[i, : len(flat)] = flat
        first[i, : len(row)] = 1 + np.cumsum([0, *map(len, row[:-1])])
    return ids, first


def _stitch(readings: list[Reading]) -> Reading:
    """Join the parts of one sentence."""
    if len(readings) == 1:
        return readings[0]
    joined = Reading([], [], [], [], [], [], [])
    root = readings[0].heads.index(0) + 1
    for number, reading in enumerate(readings):
        shift = len(joined.heads)
        stitched = [head == 0 and number > 0 for head in reading.heads]
        joined.heads.extend(
            root if s else head + shift * (head > 0) for s, head in zip(stitched, reading.heads, strict=True)
        )
        joined.deprels.extend(_STITCH if s else label for s, label in zip(stitched, reading.deprels, strict=True))
        joined.arc_scores.extend(0.0 if s else score for s, score in zip(stitched, reading.arc_scores, strict=True))
        joined.upos.extend(reading.upos)
        joined.feats.extend(reading.feats)
        joined.lemmas.extend(reading.lemmas)
        joined.names.extend(n._replace(first=n.first + shift, last=n.last + shift) for n in reading.names)
    return joined
