"""Names: turns the name probabilities of tokens into spans."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt


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
