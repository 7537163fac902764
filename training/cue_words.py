"""Cue words: lays annotated sentences out as words with the labels that the cue heads learn.

A sentence is kept apart to measure on by its own text, so that the same ones are apart however many are written later.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, get_args

from dragoman.language.sentences import find_sentences
from dragoman.model.vocabulary import KINDS, Stance
from training.corpus import Word
from training.cues import CUE_STATUSES, ZOU_READINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.language.spans import Span
    from training.corpus import Sentence
    from training.cues import CueSentence

NO_CUE = "O"
NO_STATUS = "-"
CUE_LABELS: dict[str, list[str]] = {
    "trigger": [NO_CUE, *KINDS],
    "status": [NO_STATUS, *CUE_STATUSES],
    "stance": list(get_args(Stance)),
    "zou": list(ZOU_READINGS),
    "speech": [NO_CUE, "B", "I"],
}
APART = 0.15


def is_apart(sentence: CueSentence, share: float = APART) -> bool:
    """Say whether a sentence is one of those that are only measured on."""
    digest = hashlib.sha256(sentence.text.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def lay_out(sentences: Iterable[CueSentence]) -> list[Sentence]:
    """Cut annotated sentences into words, each with its labels."""
    return [_words(sentence) for sentence in sentences]


def _words(sentence: CueSentence) -> Sentence:
    text = sentence.text
    spans = [span for stretch in find_sentences(text) for span in stretch.tokens]
    words = [Word(span.of(text), name=NO_CUE, trigger=NO_CUE, speech=NO_CUE) for span in spans]
    for name in sentence.names:
        for n, i in enumerate(_inside(spans, name.start, name.end)):
            words[i] = words[i].but(name=f"{'I' if n else 'B'}-{name.label}")
    for speech in sorted(sentence.speech, key=lambda found: found.start - found.end):  # what lies within comes later
        for n, i in enumerate(_inside(spans, speech.start, speech.end)):
            words[i] = words[i].but(speech="I" if n or words[i].speech != NO_CUE else "B")
    for trigger in sentence.triggers:
        for i in _inside(spans, trigger.start, trigger.end)[:1]:
            told = {"trigger": trigger.kind, "status": trigger.status or NO_STATUS}
            words[i] = words[i].but(**told, stance=None if trigger.status is None else trigger.stance)
    for zou in sentence.zou:
        for i in _inside(spans, zou.start, zou.end)[:1]:
            words[i] = words[i].but(zou=zou.reading)
    return words


def _inside(spans: list[Span], start: int, end: int) -> list[int]:
    """Number the tokens that begin within some characters."""
    return [i for i, span in enumerate(spans) if start <= span.start < end]
