"""Known lemmas: those that the treebank gives to forms, so that the lemma of a word once seen is never a guess."""

from collections.abc import Mapping
from itertools import takewhile

Lemmas = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Lemmas by part of speech and form, the most frequent first."""

_NAME, _NOUN, _VERB = "PROPN", "NOUN", "VERB"
_SHORTEST_TAIL = 4
_SHORTEST_FRONT = 3
_LONGEST_SIGN = 5


def form_key(form: str, upos: str) -> str:
    """Give the form that a word is looked up by: names as they are written, others in lower case."""
    return form if upos == _NAME else form.lower()


class KnownLemmas:
    """Lemmas by part of speech and form, and the particles that verbs among them part with."""

    def __init__(self, lemmas: Lemmas) -> None:
        """Keep lemmas by part of speech and form, the most frequent of a form first."""
        self._lemmas = lemmas
        verbs = lemmas.get(_VERB, {}).values()
        self._particles = {lemma.partition("_")[0].lower() for found in verbs for lemma in found if "_" in lemma[1:]}

    def correct(self, form: str, upos: str, guess: str) -> str:
        """Keep a guess that is among the known lemmas of its form, and else give the first of these.

        Where there are none the guess stays; but first a noun is looked up by its last part, so that ``vredestoppen``
        follows ``toppen``, and a verb without its particle, so that ``afgeblazen`` follows ``geblazen``. Capitals
        inside a word stay as they are.

        >>> KnownLemmas({"NOUN": {"steden": ("stad",)}}).correct("Wereldsteden", "NOUN", "wereldsted")
        'wereldstad'
        """
        known = self._lemmas.get(upos, {})
        key = form_key(form, upos)
        lemmas = known.get(key)
        if lemmas is not None:
            return guess if guess in lemmas else lemmas[0]
        if upos == _NAME and guess.lower() == form.lower():
            return form
        if upos == _NOUN:
            return _compound(key, guess, known) or _with_capitals(form, guess)
        if upos == _VERB:
            return self._separable(key, known) or guess
        return _with_capitals(form, guess)

    def _separable(self, key: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
        for at in range(len(key) - _SHORTEST_TAIL, 1, -1):
            lemmas = known.get(key[at:]) if key[:at] in self._particles else None
            if lemmas is not None and "_" not in lemmas[0]:
                return f"{key[:at]}_{lemmas[0]}"
        return None


def _compound(key: str, guess: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    for at in range(_SHORTEST_FRONT, len(key) - _SHORTEST_TAIL + 1):
        lemmas = known.get(key[at:])
        if lemmas is not None:
            front = guess[:at] if guess[:at].lower() == key[:at] else key[:at]
            return front + lemmas[0]
    return None


def _with_capitals(form: str, guess: str) -> str:
    """Give a guess with a capital the other capitals of its form, unless all of a long form is in capitals."""
    if not guess[:1].isupper() or (form.isupper() and len(form) > _LONGEST_SIGN):
        return guess
    pairs = zip(form, guess, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0].lower() == pair[1].lower(), pairs))
    return form[:shared] + guess[shared:]
