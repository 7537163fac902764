"""Cues: turns what the small heads say of words into cues of a sentence."""

from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.model.parse import Cue, Cues, Speech

Shares = npt.NDArray[np.float32]
"""Probabilities (token, label)."""

_LEAST = 0.2  # of a trigger; a reader that wants to be surer looks at the score
_CLAIMS = ("status", "stance")


class CueLabels(msgspec.Struct, frozen=True, kw_only=True):
    """The labels of each cue head, in the order of their numbers.

    The first of ``trigger`` and ``speech`` says that there is none. ``modals`` are the forms, in lower case, that
    ``modal`` tells the reading of.
    """

    trigger: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    modals: frozenset[str] = frozenset()


class Heads(NamedTuple):
    """Probabilities (token, label) of each cue head for one sentence."""

    trigger: Shares
    status: Shares
    stance: Shares
    modal: Shares
    speech: Shares


def find_cues(words: list[str], heads: Heads, labels: CueLabels) -> Cues:
    """Find a sentence's cues; status and stance are told of triggers only, a modal's reading of modals only."""
    events = 1 - heads.trigger[:, 0]
    triggers = [i for i in range(len(words)) if events[i] >= _LEAST]
    kinds = {i: labels.trigger[1 + int(heads.trigger[i, 1:].argmax())] for i in triggers}
    modals = [i for i, word in enumerate(words) if word.lower() in labels.modals]
    return Cues(
        trigger={i: Cue(label=kinds[i], score=float(events[i])) for i in triggers},
        status=_best(heads.status, labels.status, triggers),
        stance=_best(heads.stance, labels.stance, triggers),
        modal=_best(heads.modal, labels.modal, modals),
        speech=_speech(heads.speech, labels.speech),
    )


def join_cues(parts: list[Cues], starts: list[int]) -> Cues:
    """Join the cues of a sentence's parts, which begin at the tokens `starts`."""
    pairs = list(zip(parts, starts, strict=True))

    def shifted(name: str) -> dict[int, Cue]:
        return {i + start: cue for part, start in pairs for i, cue in getattr(part, name).items()}

    return Cues(
        trigger=shifted("trigger"),
        status=shifted("status"),
        stance=shifted("stance"),
        modal=shifted("modal"),
        speech=tuple(
            msgspec.structs.replace(found, first=found.first + start, last=found.last + start)
            for part, start in pairs
            for found in part.speech
        ),
    )


def _best(shares: Shares, labels: tuple[str, ...], tokens: list[int]) -> dict[int, Cue]:
    best = {i: int(shares[i].argmax()) for i in tokens}
    return {i: Cue(label=labels[number], score=float(shares[i, number])) for i, number in best.items()}


def _speech(shares: Shares, labels: tuple[str, ...]) -> tuple[Speech, ...]:
    """Join the tokens of reported speech; one that begins anew parts two stretches."""
    inside = 1 - shares[:, 0]
    marks = [labels[number] for number in shares.argmax(axis=1).tolist()]
    found: list[Speech] = []
    first = -1
    for i, mark in enumerate([*marks, labels[0]]):
        if first >= 0 and mark != labels[2]:
            found.append(Speech(first=first, last=i - 1, score=float(inside[first:i].mean())))
            first = -1
        if first < 0 and mark != labels[0]:
            first = i
    return tuple(found)
