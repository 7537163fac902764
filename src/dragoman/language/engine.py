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

from dragoman.language.cue_heads import Heads, find_cues, join_cues
from dragoman.language.decode import arc_probabilities, decode_tree
from dragoman.language.lemmas import apply_script, join_particle
from dragoman.language.names import NameSpan, find_names
from dragoman.language.weights import (
    open_compounds,
    open_graph,
    open_labels,
    open_lemmas,
    open_tokenizer,
    read_card,
)
from dragoman.model.parse import Cues

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float32]

_START, _PAD, _END, _UNKNOWN = 0, 1, 2, 3
_BATCH_PIECES = 1500
_SENTENCE_PIECES = 400
_WORD_PIECES = 24
_REMEMBERED = 200_000
_STITCH = "parataxis"
_PARTICLE = "compound:prt"
_NEVER_COMPOUND = frozenset({"VERB", "PUNCT", "SYM"})


class Pieces(NamedTuple):
    """The pieces of one word, and the characters of it that they begin at."""

    ids: list[int]
    starts: list[int]


class Reading(NamedTuple):
    """What the engine says of one sentence: a label for each word, the names, and cues where there are heads for them.

    ``heads`` are 0 for the root and *i* for word *i* - 1; ``arc_scores`` are their probabilities. ``parts`` are the
    lemmas of compounds with their parts set apart, empty for other words; ``starts`` the probabilities that a sentence
    begins at a word.
    """

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    arc_scores: list[float]
    parts: list[str]
    starts: list[float]
    names: list[NameSpan]
    cues: Cues | None = None


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
        self._compounds = open_compounds(card, self._lemmas)
        self._tokenizer = open_tokenizer(card)
        self._parser = open_graph(card, "parser.onnx", threads=threads or 0)
        self._relations = open_graph(card, "relations.onnx", threads=threads or 0)
        self._inputs = {given.name for given in self._parser.get_inputs()}
        self._outputs = [found.name for found in self._parser.get_outputs()]
        self._known: dict[str, Pieces] = {}

    def read(self, sentences: list[list[str]]) -> list[Reading]:
        """Read the sentences of one report, in order; a sentence of any length is read.

        One that is longer than the model can take is read in parts, and the roots of the later parts hang below
        the first's.
        """
        rows = self._pieces(sentences)
        parts = [
            (number, start, end) for number, row in enumerate(rows) for start, end in _parts(row, sentences[number])
        ]
        lengths = [sum(len(pieces.ids) for pieces in rows[number][start:end]) for number, start, end in parts]
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

    def _pieces(self, sentences: list[list[str]]) -> list[list[Pieces]]:
        """Cut each word into its pieces, at least one."""
        known = self._known
        new = list({word for words in sentences for word in words if word not in known})
        if len(known) + len(new) > _REMEMBERED:
            self._known = known = {}
            new = list({word for words in sentences for word in words})
        cut = self._tokenizer.encode_batch(new, add_special_tokens=False)
        known.update((word, _cut(found)) for word, found in zip(new, cut, strict=True))
        return [[known[word] for word in words] for words in sentences]

    def _run(self, sentences: list[list[str]], rows: list[list[Pieces]]) -> list[Reading]:
        ids, first, last = _pad(rows)
        given = {"ids": ids, "first": first, "last": last}
        run = self._parser.run(None, {name: given[name] for name in self._inputs})
        found = dict(zip(self._outputs, run, strict=True))
        trees, scores = [], []
        for i, row in enumerate(rows):
            size = len(row)
            shares = arc_probabilities(found["arcs"][i, :size, : size + 1])
            tree = decode_tree(np.log(shares + 1e-9))
            trees.append(tree)
            scores.append(shares[np.arange(size), tree])
        deprels = self._relate(found["heads"], found["words"], trees)
        readings = [
            self._label(sentence, rows[i], {name: values[i] for name, values in found.items()})._replace(
                heads=trees[i].tolist(), deprels=deprels[i], arc_scores=scores[i].tolist()
            )
            for i, sentence in enumerate(sentences)
        ]
        for sentence, reading in zip(sentences, readings, strict=True):
            self._join_particles(sentence, reading)
        return readings

    def _join_particles(self, words: list[str], reading: Reading) -> None:
        """Set a verb's particle that stands apart before its lemma."""
        for i, label in enumerate(reading.deprels):
            verb = reading.heads[i] - 1
            if label == _PARTICLE and reading.upos[verb] == "VERB" and self._lemmas.is_particle(words[i]):
                reading.lemmas[verb] = join_particle(words[i], reading.lemmas[verb])

    def _label(self, words: list[str], row: list[Pieces], found: dict[str, Any]) -> Reading:
        """Turn the numbers of one sentence's labels into labels, without its tree."""
        size, labels = len(words), self._labels
        tags = [labels.upos[n] for n in found["upos"][:size].tolist()]
        lemmas = self._lemmatise(words, tags, found)
        return Reading(
            upos=tags,
            feats=[labels.feats[n] for n in found["feats"][:size].tolist()],
            lemmas=lemmas,
            heads=[],
            deprels=[],
            arc_scores=[],
            parts=self._parts(row, tags, lemmas, found),
            starts=found["start"][:size].tolist() if "start" in found else [0.0] * size,
            names=find_names(found["name"][:size], labels.name),
            cues=self._cues(words, found),
        )

    def _lemmatise(self, words: list[str], tags: list[str], found: dict[str, Any]) -> list[str]:
        """Choose each word's lemma, from the scripts that the model holds possible where it is not settled."""
        scripts = self._labels.lemma
        lemmas = []
        for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
            lemma = self._lemmas.settled(word, tag)
            if lemma is None:
                ways = zip(found["lemma"][i].tolist(), found["lemma_share"][i].tolist(), strict=True)
                guesses = [(apply_script(word, scripts[n]), share) for n, share in ways]
                lemma = self._lemmas.choose(word, tag, guesses)
            lemmas.append(lemma)
        return lemmas

    def _parts(self, row: list[Pieces], tags: list[str], lemmas: list[str], found: dict[str, Any]) -> list[str]:
        """Set the parts of compounds apart; a word that is none gets an empty string."""
        if self._compounds is None:
            return [""] * len(row)
        joints = iter(found["joint"][1:].tolist())
        parts = []
        for pieces, tag, lemma in zip(row, tags, lemmas, strict=True):
            offsets = [next(joints) for _ in pieces.ids]
            places = [start + n - 1 for start, n in zip(pieces.starts, offsets, strict=True) if n]
            whole = lemma if tag in _NEVER_COMPOUND else self._compounds.part(lemma, places)
            parts.append("" if whole == lemma else whole)
        return parts

    def _cues(self, words: list[str], found: dict[str, Any]) -> Cues | None:
        labels = self._labels.cues
        if labels is None:
            return None
        return find_cues(words, Heads(*(found[name][: len(words)] for name in Heads._fields)), labels)

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


def _parts(row: list[Pieces], words: list[str]) -> list[tuple[int, int]]:
    """Part a sentence that is too long, after a comma or the like where there is one.

    Give the first word of each part, and the first after it.
    """
    parts, start, size, cut = [], 0, 0, 0
    for i, pieces in enumerate(row):
        if size + len(pieces.ids) > _SENTENCE_PIECES:
            end = cut if cut > start else i
            parts.append((start, end))
            size = sum(len(before.ids) for before in row[end:i])
            start = end
        size += len(pieces.ids)
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


def _cut(found: Any) -> Pieces:  # noqa: ANN401 - tokenizers ships no types
    """Take the pieces of one word off its encoding; a word that has none is one unknown piece."""
    ids = found.ids[:_WORD_PIECES]
    return Pieces(ids, [start for start, _ in found.offsets[:_WORD_PIECES]]) if ids else Pieces([_UNKNOWN], [0])


def _pad(rows: list[list[Pieces]]) -> tuple[Numbers, Numbers, Numbers]:
    """Lay out pieces as (sentence, piece), and the places of each word's first and last one as (sentence, word)."""
    sizes = [[len(pieces.ids) for pieces in row] for row in rows]
    ids = np.full((len(rows), 2 + max(map(sum, sizes))), _PAD, dtype=np.int64)
    first = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    last = np.zeros_like(first)
    for i, (row, size) in enumerate(zip(rows, sizes, strict=True)):
        flat = [_START, *(piece for pieces in row for piece in pieces.ids), _END]
        ids[i, : len(flat)] = flat
        last[i, : len(row)] = np.cumsum(size)
        first[i, : len(row)] = last[i, : len(row)] - size + 1
    return ids, first, last


def _stitch(readings: list[Reading]) -> Reading:
    """Join the parts of one sentence."""
    if len(readings) == 1:
        return readings[0]
    joined = Reading([], [], [], [], [], [], [], [], [])
    root = readings[0].heads.index(0) + 1
    shifts = []
    for number, reading in enumerate(readings):
        shift = len(joined.heads)
        shifts.append(shift)
        stitched = [head == 0 and number > 0 for head in reading.heads]
        joined.heads.extend(
            root if s else head + shift * (head > 0) for s, head in zip(stitched, reading.heads, strict=True)
        )
        joined.deprels.extend(_STITCH if s else label for s, label in zip(stitched, reading.deprels, strict=True))
        joined.arc_scores.extend(0.0 if s else score for s, score in zip(stitched, reading.arc_scores, strict=True))
        for column in ("upos", "feats", "lemmas", "parts", "starts"):
            getattr(joined, column).extend(getattr(reading, column))
        joined.names.extend(n._replace(first=n.first + shift, last=n.last + shift) for n in reading.names)
    cues = [reading.cues for reading in readings if reading.cues is not None]
    return joined._replace(cues=join_cues(cues, shifts)) if cues else joined
