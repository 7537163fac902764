"""Which reports are copies of one text: agency copy that several papers carry, cut or touched up."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model.report import Report

if TYPE_CHECKING:
    from rensa import RMinHash

WORDS_IN_ROW = 4
"""Words in a row that are compared; four in a row seldom come about twice by chance."""

HASHES = 256
"""How many hashes stand for a text: what two texts share is told to within some three hundredths."""

SEED = 1
"""The same for all texts, or their hashes could not be compared."""

LEAST_ROWS = 30
"""A text with fewer rows is too short to tell."""

CONTAINED = 0.5
"""From this share of the shorter text's rows on it is a copy; two papers that quote one speech stay below."""

AT_HAND = 4096
"""Of how many texts the hashes are kept."""

WORD = re.compile(r"\w+")


class Sketch(NamedTuple):
    """What stands for a text: the least hashes of its rows of words, and how many different rows there are."""

    hashes: "RMinHash"
    rows: int


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Gives for the key of each copy the key of the report that it copies, the one published first of several.

    A text cut short is a copy of the long one as much as the other way round. Who had it from whom is not told:
    where an agency's own text is not among ``reports``, the first paper stands in its stead. Reports published
    later never change what the earlier ones copy.
    """
    told = sorted(reports, key=lambda report: (report.published or "9999", report.key))
    if len(told) == 1:
        return {}
    former: dict[str, Sketch] = {}
    first: dict[str, str] = {}
    for report in told:
        sketch = sketch_of(report.text)
        if sketch.rows < LEAST_ROWS:
            continue
        shared = {key: contained(sketch, other) for key, other in former.items()}
        nearest = max(shared, key=lambda key: shared[key], default=None)
        if nearest is not None and shared[nearest] >= CONTAINED:
            first[report.key] = first.get(nearest, nearest)
        former[report.key] = sketch
    return first


@lru_cache(maxsize=AT_HAND)
def sketch_of(text: str) -> Sketch:
    """Gives what stands for a text; case and punctuation do not count."""
    from rensa import RMinHash  # noqa: PLC0415 - a single report has nothing to be compared with

    words = WORD.findall(text.casefold())
    rows = {" ".join(words[start : start + WORDS_IN_ROW]) for start in range(len(words) - WORDS_IN_ROW + 1)}
    hashes = RMinHash(num_perm=HASHES, seed=SEED)
    hashes.update(sorted(rows))
    return Sketch(hashes, len(rows))


def contained(one: Sketch, other: Sketch) -> float:
    """Gives what share of the shorter text's rows the other has too, 0.0 to 1.0, as far as the hashes tell."""
    if not one.rows or not other.rows:
        return 0.0
    alike: float = one.hashes.jaccard(other.hashes)
    shared = alike * (one.rows + other.rows) / (1 + alike)
    return min(shared / min(one.rows, other.rows), 1.0)
