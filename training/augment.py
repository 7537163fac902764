"""Robustness: now and then changes how a training sentence is written, never what it says."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from training.corpus import Sentence

_QUOTES = {",,": "open2", "``": "open2", "''": "close2", "“": "open2", "”": "close2", "„": "open2", '"': "any2"}
_SINGLE = {"‘": "open1", "’": "close1", "'": "any1", "`": "open1"}
_STYLES = (
    {"open2": '"', "close2": '"', "any2": '"', "open1": "'", "close1": "'", "any1": "'"},
    {"open2": "“", "close2": "”", "open1": "‘", "close1": "’"},
    {"open2": "‘", "close2": "’", "open1": "‘", "close1": "’"},
    {"open2": "„", "close2": "”", "open1": "‚", "close1": "’"},
    {"open2": "'", "close2": "'", "any2": "'", "open1": "'", "close1": "'", "any1": "'"},
)


def vary(words: Sentence, chance: random.Random) -> Sentence:
    """Give the sentence, sometimes written otherwise: quotes, case, accents, or without its last full stop."""
    words = _requote(words, chance)
    for share, change in _CHANGES:
        if chance.random() < share:
            words = change(words)
    return words


def _requote(words: Sentence, chance: random.Random) -> Sentence:
    kinds = _QUOTES | _SINGLE
    if not any(w.form in kinds for w in words) or chance.random() < 0.3:
        return words
    style = chance.choice(_STYLES)
    open_now, out = False, []
    for w in words:
        kind = kinds.get(w.form)
        if kind is not None and w.upos in {"PUNCT", "SYM", None}:
            open_now = not open_now
            number = kind[-1]
            kind = (f"open{number}" if open_now else f"close{number}") if kind.startswith("any") else kind
            form = style[kind]
            out.append(w.but(form=form, lemma=None if w.lemma is None else form))
        else:
            out.append(w)
    return out


def _lower(words: Sentence) -> Sentence:
    return [w.but(form=w.form.lower(), lemma=None) for w in words]


def _shout(words: Sentence) -> Sentence:
    return [w.but(form=w.form.upper(), lemma=None) for w in words]


def _shout_start(words: Sentence) -> Sentence:
    return [w.but(form=w.form.upper(), lemma=None if i < 2 else w.lemma) if i < 2 else w for i, w in enumerate(words)]


def _bare(words: Sentence) -> Sentence:
    return [w.but(form=_strip(w.form), lemma=w.lemma if w.form.isascii() else None) for w in words]


def _strip(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return kept or text


def _headline(words: Sentence) -> Sentence:
    last = len(words)
    if last < 3 or words[-1].form not in ".!" or any(w.head == last for w in words):
        return words
    return words[:-1]


_CHANGES: tuple[tuple[float, Callable[[Sentence], Sentence]], ...] = (
    (0.08, _headline),
    (0.02, _lower),
    (0.005, _shout),
    (0.02, _shout_start),
    (0.02, _bare),
)
