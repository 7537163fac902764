"""Known lemmas: the lemmas that the treebank gives to each form, for the package to keep to."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dragoman.language.known import form_key
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
