"""Names measured: prints, as JSON, how well the shipped model finds the names that a marked file tells.

    python -m training.measure_names names-apart.txt

A name counts as found when its place and its label are right; names that touch a word without a label are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.language import load_engine
from training.corpus import read_marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.corpus import Sentence

Found = tuple[int, int, str]


def main() -> None:
    """Run the program."""
    sentences = read_marked(Path(sys.argv[1]))
    readings = [load_engine("nl").read([[w.form for w in words]])[0] for words in sentences]
    pairs = [
        (marked_names(words), clear_names(words, [(n.first, n.last, n.label) for n in reading.names]))
        for words, reading in zip(sentences, readings, strict=True)
    ]
    print(json.dumps({"sentences": len(sentences), **score_names(pairs)}, indent=2))


def marked_names(words: Sentence) -> set[Found]:
    """Give the names that a sentence's labels tell, by first and last word."""
    names: set[Found] = set()
    for i, word in enumerate(words):
        if word.name is not None and word.name.startswith("B-"):
            last = i
            while last + 1 < len(words) and words[last + 1].name == f"I-{word.name[2:]}":
                last += 1
            names.add((i, last, word.name[2:]))
    return names


def clear_names(words: Sentence, names: Iterable[Found]) -> set[Found]:
    """Leave out names that touch a word without a label."""
    return {n for n in names if all(word.name is not None for word in words[n[0] : n[1] + 1])}


def score_names(pairs: Iterable[tuple[set[Found], set[Found]]]) -> dict[str, dict[str, float]]:
    """Give precision, recall and F1 in percent, of each label and of all, from pairs of told and found names."""
    told, found, right = Counter[str](), Counter[str](), Counter[str]()
    for gold, guessed in pairs:
        for counter, names in ((told, gold), (found, guessed), (right, gold & guessed)):
            counter.update(label for name in names for label in (name[2], "all"))
    return {
        label: {
            "told": told[label],
            "precision": round(100 * right[label] / max(1, found[label]), 1),
            "recall": round(100 * right[label] / max(1, told[label]), 1),
            "f1": round(200 * right[label] / max(1, found[label] + told[label]), 1),
        }
        for label in sorted(told | found)
    }


if __name__ == "__main__":
    main()
