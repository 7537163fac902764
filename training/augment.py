"""Robustness: now and then changes how a training sentence is written, never what it says."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from training.corpus import Word, tell_start

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

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

_ARTICLES = frozenset({"de", "het", "een", "'t", "'n"})
_PLACES = (
    "Amsterdam",
    "Ankara",
    "Athene",
    "Bagdad",
    "Beiroet",
    "Berlijn",
    "Brussel",
    "Caïro",
    "Damascus",
    "Genève",
    "Jakarta",
    "Kabul",
    "Kiev",
    "Lagos",
    "Londen",
    "Madrid",
    "Moskou",
    "Nairobi",
    "Parijs",
    "Peking",
    "Rome",
    "Seoul",
    "Teheran",
    "Tokio",
    "Warschau",
    "Washington",
    "Wenen",
)
_LONG = 5
_WITHOUT_STOP = 0.65


def vary(words: Sentence, chance: random.Random) -> Sentence:
    """Give the sentence, sometimes written otherwise: quotes, case, accents, or without its last full stop."""
    words = _requote(words, chance)
    for share, change in _CHANGES:
        if chance.random() < share:
            words = change(words)
    for share, drawn in _DRAWN:
        if chance.random() < share:
            words = drawn(words, chance)
    return words


def join(sentences: Iterable[Sentence], chance: random.Random, *, longest: int, share: float = 0.1) -> list[Sentence]:
    """Run some sentences into the next one, each keeping its own tree, so that the start of a sentence is learnt.

    Mostly the first of the two loses its full stop, as a heading has none.
    """
    out: list[Sentence] = []
    open_ended = False
    for words in sentences:
        if open_ended and len(out[-1]) + len(words) <= longest:
            shift = len(out[-1])
            out[-1] = out[-1] + [w.but(head=w.head + shift if w.head else w.head) for w in words]
            open_ended = False
        else:
            open_ended = chance.random() < share
            out.append(_headline(words) if open_ended and chance.random() < _WITHOUT_STOP else words)
    return out


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


def _clipped(words: Sentence) -> Sentence:
    """Leave out the articles, as headlines do; never one that something hangs on."""
    heads = {w.head for w in words}
    gone = {i for i, w in enumerate(words, 1) if w.deprel == "det" and w.form.lower() in _ARTICLES and i not in heads}
    return _headline(_without(words, gone)) if len(words) - len(gone) > 1 else words


def _without(words: Sentence, gone: set[int]) -> Sentence:
    """Leave out words by number, and number the heads anew; the first word that stays gets a capital."""
    kept = [i for i in range(1, len(words) + 1) if i not in gone]
    places = {0: 0, **{old: new for new, old in enumerate(kept, 1)}}
    left = [w.but(head=None if w.head is None else places[w.head], start=None) for w in (words[i - 1] for i in kept)]
    if words[0].form[:1].isupper():
        left[0] = left[0].but(form=left[0].form[:1].upper() + left[0].form[1:])
    return tell_start(left)


def _dated(words: Sentence, chance: random.Random) -> Sentence:
    """Set a place in capitals before a sentence, as agencies do: ``BRUSSEL - ``."""
    root = next((i for i, w in enumerate(words, 1) if w.head == 0), None)
    if root is None:
        return words
    place = Word(chance.choice(_PLACES).upper(), None, "PROPN", None, root + 2, "parataxis", "B-LOC")
    mark = Word(chance.choice("-–—"), None, "PUNCT", None, 1, "punct", "O")
    return tell_start([place, mark, *(w.but(head=w.head + 2 if w.head else w.head) for w in words)])


def _listed(words: Sentence, chance: random.Random) -> Sentence:
    """Set the mark of a list before a sentence."""
    root = next((i for i, w in enumerate(words, 1) if w.head == 0), None)
    if root is None:
        return words
    mark = Word(chance.choice("-–•*"), None, "PUNCT", None, root + 1, "punct", "O")
    return tell_start([mark, *(w.but(head=w.head + 1 if w.head else w.head) for w in words)])


def _misspelt(words: Sentence, chance: random.Random) -> Sentence:
    """Misspell one longer word: two letters change places, one is lost or doubled."""
    long = [i for i, w in enumerate(words) if len(w.form) >= _LONG and w.form.isalpha()]
    if not long:
        return words
    i = chance.choice(long)
    form = words[i].form
    at = chance.randrange(1, len(form) - 2)
    wrong = chance.choice(
        (
            form[:at] + form[at + 1] + form[at] + form[at + 2 :],
            form[:at] + form[at + 1 :],
            form[:at] + form[at] + form[at:],
        )
    )
    return [w.but(form=wrong, lemma=None) if n == i else w for n, w in enumerate(words)]


_CHANGES: tuple[tuple[float, Callable[[Sentence], Sentence]], ...] = (
    (0.08, _headline),
    (0.03, _clipped),
    (0.04, _lower),
    (0.01, _shout),
    (0.02, _shout_start),
    (0.03, _bare),
)
_DRAWN: tuple[tuple[float, Callable[[Sentence, random.Random], Sentence]], ...] = (
    (0.05, _misspelt),
    (0.02, _dated),
    (0.015, _listed),
)
