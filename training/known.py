"""Known lemmas: the lemmas that the treebank gives to each form, for the package to keep to."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dragoman.language.known import form_key
from training.joints import find_joints
from training.lemma_scripts import plain_lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.corpus import Sentence


def gather_lemmas(sentences: Iterable[Sentence]) -> dict[str, dict[str, list[str]]]:
    """Gather lemmas by part of speech and form, the most frequent first; marks and odd signs are left out."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for words in sentences:
        for word in words:
            if word.lemma is not None and word.upos is not None and word.upos not in {"PUNCT", "SYM", "X"}:
                seen[word.upos, form_key(word.form, word.upos)][plain_lemma(word.form, word.lemma, word.upos)] += 1
    known: dict[str, dict[str, list[str]]] = {}
    for (upos, form), lemmas in sorted(seen.items()):
        known.setdefault(upos, {})[form] = [
            lemma for lemma, count in lemmas.most_common(3) if count * 10 >= lemmas.total()
        ]
    return known


def gather_parts(sentences: Iterable[Sentence]) -> dict[str, object]:
    """Gather what the treebank tells of compounds, in the form of `dragoman.language.compounds.Parts`."""
    fronts: dict[str, Counter[str]] = defaultdict(Counter)
    lemmas: dict[str, Counter[str]] = defaultdict(Counter)
    for word in (word for words in sentences for word in words):
        if word.lemma is None or word.upos in {None, "VERB", "PUNCT", "SYM", "X"}:
            continue
        joints = find_joints(word.form, word.lemma)
        lemmas[plain_lemma(word.form, word.lemma, word.upos or "")][word.lemma] += 1
        for left, right, part in zip((0, *joints), joints, word.lemma.split("_"), strict=False):
            front = word.form[left:right].rstrip("-")
            fronts[front if part[:1].isupper() else front.lower()][part] += 1
    usual = {plain: seen.most_common(1)[0][0] for plain, seen in sorted(lemmas.items())}
    return {
        "fronts": {front: seen.most_common(1)[0][0] for front, seen in sorted(fronts.items())},
        "joined": {plain: lemma for plain, lemma in usual.items() if lemma != plain},
    }
