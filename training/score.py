"""Scores: measures a parse against a treebank by the definitions of the CoNLL 2018 shared task.

Words are aligned by the characters they cover; every figure is the F1 of gold and found words, in percent,
punctuation counted. An arc is right when word and head are; a relation without its subtype, as the shared task
compares them. A sentence is right when it begins and ends where the gold one does.

A lemma is compared by the treebank's own convention, which sets the parts of a compound apart (``staat_hoofd``); the
parse tells it in ``Token.parts``. Beside these, `score_beside` gives ``lemma_as_written``, which compares
``Token.lemma`` with the gold lemma without the joints of compounds (``staatshoofd``), and arcs without punctuation,
relations with their subtypes; `score_relations` gives each relation that rules lean on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.lemma_scripts import plain_lemma

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.model.parse import Parse
    from training.corpus import Sentence

Place = tuple[int, int]
RELATIONS = (
    *("nsubj", "nsubj:pass", "obj", "iobj", "obl", "ccomp", "xcomp", "advcl"),
    *("parataxis", "appos", "conj", "compound:prt", "flat"),
)
"""The relations that the rules lean on."""


@dataclass(frozen=True)
class Node:
    """What is compared of one word; ``head`` is the head's place, None for the root."""

    upos: str
    lemma: str
    plain: str
    head: Place | None
    deprel: str


@dataclass(frozen=True)
class Analysis:
    """Words and sentences of a text by the characters they cover."""

    words: dict[Place, Node]
    sentences: set[Place]


def gold_analysis(
    sentences: Sequence[tuple[str, Sentence]], paragraphs: Sequence[str] = ()
) -> tuple[str, Analysis, list[list[Place]]]:
    """Lay a treebank's sentences out as one running text; give the text, its analysis and the places of its words.

    `paragraphs` names the one of each sentence: a blank line stands between two that differ.
    """
    text, words, spans, places = "", {}, set(), []
    for number, (_, sentence) in enumerate(sentences):
        here: list[Place] = []
        if number and paragraphs and paragraphs[number] != paragraphs[number - 1]:
            text += "\n\n"
        for word in sentence:
            here.append((len(text), len(text) + len(word.form)))
            text += word.form + ("" if word.glued and word is not sentence[-1] else " ")
        for place, word in zip(here, sentence, strict=True):
            head = here[word.head - 1] if word.head else None
            upos, lemma = word.upos or "", word.lemma or ""
            words[place] = Node(upos, lemma, plain_lemma(word.form, lemma, upos), head, word.deprel or "")
        spans.add((here[0][0], here[-1][1]))
        places.append(here)
    return text, Analysis(words, spans), places


def found_analysis(parse: Parse) -> Analysis:
    """Read what is compared off a parse."""
    words = {}
    for sentence in parse.sentences:
        places = [(token.start, token.end) for token in sentence.tokens]
        for place, token in zip(places, sentence.tokens, strict=True):
            head = places[token.head] if token.head >= 0 else None
            words[place] = Node(token.upos, token.parts or token.lemma, token.lemma, head, token.deprel)
    return Analysis(words, {(sentence.start, sentence.end) for sentence in parse.sentences})


def score(gold: Analysis, found: Analysis) -> dict[str, float]:
    """Give F1 in percent of UPOS, UAS, LAS, lemmas and sentences."""
    share = _sharer(gold, found)
    sentences = 200 * len(gold.sentences & found.sentences) / (len(gold.sentences) + len(found.sentences))
    return {
        "upos": share(lambda g, f: g.upos == f.upos),
        "uas": share(lambda g, f: g.head == f.head),
        "las": share(lambda g, f: g.head == f.head and _universal(g) == _universal(f)),
        "lemma": share(lambda g, f: g.lemma == f.lemma),
        "sentences": round(sentences, 2),
    }


def score_beside(gold: Analysis, found: Analysis) -> dict[str, float]:
    """Give F1 in percent of what the shared task does not measure."""
    share = _sharer(gold, found)
    bare = _sharer(_without_punctuation(gold), _without_punctuation(found))
    return {
        "lemma_as_written": share(lambda g, f: f.plain in {g.lemma, g.plain}),
        "uas_without_punctuation": bare(lambda g, f: g.head == f.head),
        "las_without_punctuation": bare(lambda g, f: g.head == f.head and _universal(g) == _universal(f)),
        "las_with_subtypes_without_punctuation": bare(lambda g, f: g.head == f.head and g.deprel == f.deprel),
    }


def score_relations(gold: Analysis, found: Analysis, names: Sequence[str] = RELATIONS) -> dict[str, float]:
    """Give the F1 in percent of each relation, subtype and head right, of `names` that the gold or the parse has."""
    scores = {}
    for name in names:
        told = {place: node.head for place, node in gold.words.items() if node.deprel == name}
        guessed = {place: node.head for place, node in found.words.items() if node.deprel == name}
        right = sum(place in guessed and guessed[place] == head for place, head in told.items())
        if told or guessed:
            scores[name] = round(200 * right / (len(told) + len(guessed)), 2)
    return scores


def _sharer(gold: Analysis, found: Analysis) -> Callable[[Callable[[Node, Node], bool]], float]:
    both = [(gold.words[place], found.words[place]) for place in gold.words.keys() & found.words.keys()]
    total = len(gold.words) + len(found.words)
    return lambda is_right: round(200 * sum(is_right(g, f) for g, f in both) / total, 2)


def _universal(node: Node) -> str:
    return node.deprel.split(":")[0]


def _without_punctuation(analysis: Analysis) -> Analysis:
    words = {place: node for place, node in analysis.words.items() if node.upos != "PUNCT"}
    return Analysis(words, analysis.sentences)
