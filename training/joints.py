"""Joints: where the parts of a compound meet, as the lemmas of the treebank mark it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_JOINT = "0"
LONGEST_OFFSET = 12
JOINTS = [str(n) for n in range(LONGEST_OFFSET + 1)]
_LONGEST_LINK = 4
_SHOWN = 3


def find_joints(form: str, lemma: str) -> list[int]:
    """Give the characters of a form at which a part after the first begins, as its lemma's underscores tell.

    >>> find_joints("staatshoofden", "staat_hoofd")
    [6]
    """
    parts = lemma.lower().strip("_").split("_")
    written, found, at = form.lower(), [], 0
    for part, following in pairwise(parts):
        same = _shared(written[at:], part)
        place = _find(written, following, at + max(1, same), at + max(same, len(part)) + _LONGEST_LINK)
        if place is None:
            return []
        found.append(place)
        at = place
    return found


def joint_labels(joints: Sequence[int], starts: Sequence[int], length: int) -> list[str]:
    """Label the pieces of a word, which begin at the characters `starts`: 1 for a joint at its start, 2 one later."""
    ends = [*starts[1:], length]
    return [
        next((str(j - left + 1) for j in joints if left <= j < right and j - left < LONGEST_OFFSET), NO_JOINT)
        for left, right in zip(starts, ends, strict=True)
    ]


def _shared(text: str, part: str) -> int:
    size = 0
    while size < min(len(text), len(part)) and text[size] == part[size]:
        size += 1
    return size


def _find(text: str, part: str, low: int, high: int) -> int | None:
    """Find where a part begins, by as many of its characters as can be found, at least one."""
    for size in range(min(_SHOWN, len(part)), 0, -1):
        place = text.find(part[:size], low, high + size)
        if place != -1:
            return place
    return None
