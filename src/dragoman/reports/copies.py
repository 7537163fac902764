"""Which reports are copies of one text: agency copy that several papers carry, cut or touched up."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.model.report import Report

WORDS_IN_ROW = 4
"""Words in a row that are compared; four in a row seldom come about twice by chance."""

ONE_IN = 4
"""Of all rows the one in so many is kept whose hash divides by it, the same ones in every text."""

LEAST_ROWS = 8
"""A text with fewer kept rows, of some thirty words, is too short to tell."""

CONTAINED = 0.5
"""From this share of the shorter text's rows on it is a copy; two papers that quote one speech stay below."""

WORD = re.compile(r"\w+")


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Gives for the key of each copy the key of the report that it copies, the one published first of several.

    A text cut short is a copy of the long one as much as the other way round. Who had it from whom is not told:
    where an agency's own text is not among ``reports``, the first paper stands in its stead. Reports published
    later never change what the earlier ones copy.
    """
    index: defaultdict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    first: dict[str, str] = {}
    for report in sorted(reports, key=lambda report: (report.published or "9999", report.key)):
        rows = sketch(report.text)
        shared = Counter(key for row in rows for key in index[row])
        size = len(rows)
        former = max(shared, key=lambda key: shared[key] / min(size, sizes[key]), default=None)
        if former is not None and shared[former] >= CONTAINED * min(size, sizes[former]) and size >= LEAST_ROWS:
            first[report.key] = first.get(former, former)
        if size >= LEAST_ROWS:
            sizes[report.key] = size
            for row in rows:
                index[row].append(report.key)
    return first


def sketch(text: str) -> frozenset[int]:
    """Gives the hashes that stand for a text: of every row of four words the same one in four, in any text.

    Case and punctuation do not count, so that other quote marks or a capital make no other text.
    """
    words = WORD.findall(text.casefold())
    rows = (" ".join(words[start : start + WORDS_IN_ROW]) for start in range(len(words) - WORDS_IN_ROW + 1))
    hashes = (int.from_bytes(hashlib.blake2b(row.encode(), digest_size=8).digest()) for row in rows)
    return frozenset(one for one in hashes if one % ONE_IN == 0)
