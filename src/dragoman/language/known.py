"""Known lemmas: those that the treebank gives to forms, so that the lemma of a word once seen is never a guess."""

from collections.abc import Mapping

KnownLemmas = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Lemmas by part of speech and form, the most frequent first."""

_SHORTEST_TAIL = 4
_SHORTEST_FRONT = 3
_COMPOUNDED = frozenset({"NOUN"})


def form_key(form: str, upos: str) -> str:
    """Give the form that a word is looked up by: names as they are written, others in lower case."""
    return form if upos == "PROPN" else form.lower()


def correct_lemma(form: str, upos: str, guess: str, everything: KnownLemmas) -> str:
    """Keep a guess that is among the known lemmas of its form, and else give the first of these.

    Without any the guess stays; a noun that is not there is first looked up by its last part, so that ``vredestoppen`` follows ``toppen``.

    >>> correct_lemma("Steden", "NOUN", "sted", {"NOUN": {"steden": ("stad",)}})
    'stad'
    """
    known = everything.get(upos, {})
    key = form_key(form, upos)
    lemmas = known.get(key)
    if lemmas is not None:
        return guess if guess in lemmas else lemmas[0]
    if upos == "PROPN":
        return form if guess.lower() == form.lower() else guess
    if upos not in _COMPOUNDED:
        return guess
    for at in range(_SHORTEST_FRONT, len(key) - _SHORTEST_TAIL + 1):
        lemmas = known.get(key[at:])
        if lemmas is not None:
            return _in_case(key[:at], guess) + lemmas[0]
    return guess


def _in_case(front: str, guess: str) -> str:
    return guess[: len(front)] if guess[: len(front)].lower() == front else front
