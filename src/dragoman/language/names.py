"""Names: turns the name probabilities of tokens into spans."""

from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.model.parse import Name

_ADJECTIVE = "ADJ"


class NameSpan(NamedTuple):
    """Tokens ``first`` to ``last`` (both included) that are one name.

    ``score`` is the mean probability of their labels.
    """

    first: int
    last: int
    label: str
    score: float


def find_names(probabilities: npt.NDArray[np.float32], labels: tuple[str, ...]) -> list[NameSpan]:
    """Find the names in a sentence from probabilities (token, label).

    `labels` are ``O``, and ``B-…`` for the first token of a name and ``I-…`` for the others. An ``I`` that goes
    on from no name of its label begins one.
    """
    best = probabilities.argmax(axis=1)
    scores = probabilities[np.arange(len(best)), best]
    found: list[NameSpan] = []
    first, current = 0, ""
    for i, number in enumerate([*best.tolist(), 0]):
        side, _, label = labels[number].partition("-") if i < len(best) else ("O", "", "")
        if current and (side != "I" or label != current):
            found.append(NameSpan(first, i - 1, current, float(scores[first:i].mean())))
            current = ""
        if label and not current:
            first, current = i, label
    return found


def agree(names: list[Name], text: str) -> tuple[Name, ...]:
    """Give names that are written alike in one text the same label: the one with most probability behind it.

    A name that is also the first or last word of a longer one counts that one's label too, so that a surname alone
    follows the full name. Adjectives stay what they are.
    """
    votes: dict[str, dict[str, float]] = {}
    for name in names:
        words = text[name.start : name.end].split()
        for part in {" ".join(words), words[0], words[-1]}:
            seen = votes.setdefault(part, {})
            seen[name.label] = seen.get(name.label, 0.0) + name.score
    return tuple(name if name.label == _ADJECTIVE else _follow(name, votes, text) for name in names)


def _follow(name: Name, votes: dict[str, dict[str, float]], text: str) -> Name:
    seen = votes[" ".join(text[name.start : name.end].split())]
    label = max(sorted(seen), key=lambda label: seen[label])
    return name if label == name.label else msgspec.structs.replace(name, label=label)
