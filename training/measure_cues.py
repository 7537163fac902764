"""Cues measured: prints, as JSON, how well the shipped heads find what annotated sentences tell.

    python -m training.measure_cues training/cues/*.txt

Sentences of files whose name begins with ``test-`` are all measured, for names alone; of the others only those that
training keeps apart (`training.cue_words.is_apart`). Figures are precision, recall and F1 in percent.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.language import load_engine
from training.cue_words import NO_CUE, is_apart, lay_out
from training.cues import read_cues
from training.measure_names import marked_names, score_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.language import Reading
    from training.corpus import Sentence

_SURE = 0.5


@dataclass
class Count:
    """How many were told, found and right, by label; ``all`` counts them together."""

    told: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, told: str | None, found: str | None) -> None:
        """Count one place, where a label is told, found, or both."""
        for counter, label in ((self.told, told), (self.found, found), (self.right, told if told == found else None)):
            if label is not None:
                counter.update((label, "all"))

    def figures(self, label: str = "all") -> dict[str, float]:
        """Give the figures of one label."""
        right, found, told = self.right[label], self.found[label], self.told[label]
        return {
            "told": told,
            "precision": round(100 * right / max(1, found), 1),
            "recall": round(100 * right / max(1, told), 1),
            "f1": round(200 * right / max(1, found + told), 1),
        }

    def table(self) -> dict[str, dict[str, float]]:
        """Give the figures of every label that was told."""
        return {label: self.figures(label) for label in sorted(self.told)}


def main() -> None:
    """Run the program."""
    paths = [Path(name) for name in sys.argv[1:]]
    tests = [path for path in paths if path.name.startswith("test-")]
    apart = lay_out(s for s in read_cues(path for path in paths if path not in tests) if is_apart(s))
    told = {"cues": score_cues(pairs_of(apart)), "names_apart": names_of(apart)}
    print(json.dumps({**told, "names_of_tests": names_of(lay_out(read_cues(tests)))}, indent=2))


def pairs_of(sentences: Sequence[Sentence]) -> list[tuple[Sentence, Reading]]:
    """Read each sentence by itself."""
    engine = load_engine("nl")
    return [(words, engine.read([[word.form for word in words]])[0]) for words in sentences]


def names_of(sentences: Sequence[Sentence]) -> dict[str, object]:
    """Score the names of sentences."""
    pairs = [
        (marked_names(words), {(n.first, n.last, n.label) for n in reading.names})
        for words, reading in pairs_of(sentences)
    ]
    return {"sentences": len(sentences), **score_names(pairs)}


def score_cues(pairs: Iterable[tuple[Sentence, Reading]]) -> dict[str, object]:
    """Score every head: a status or stance is right only on a trigger that was found."""
    counts = {name: Count() for name in ("trigger", "kind", "status", "stance", "zou", "speech words", "speech")}
    sentences = 0
    for words, reading in pairs:
        if reading.cues is None:
            continue
        sentences += 1
        _count(counts, words, reading)
    tables = {name: counts[name].table() for name in ("status", "stance", "zou")}
    return {"sentences": sentences, **{name: count.figures() for name, count in counts.items()}, "labels": tables}


def _count(counts: dict[str, Count], words: Sentence, reading: Reading) -> None:
    cues = reading.cues
    assert cues is not None  # noqa: S101 - whoever calls has looked
    for i, word in enumerate(words):
        kind = word.trigger if word.trigger != NO_CUE else None
        cue = cues.trigger.get(i)
        found = cue.label if cue is not None and cue.score >= _SURE else None
        counts["trigger"].add(kind and "event", found and "event")
        counts["kind"].add(kind, found)
        counts["status"].add(word.status, cues.status[i].label if found else None)
        stance = cues.stance[i].label if found else None
        counts["stance"].add(word.stance, stance if word.stance is not None or word.status is None else None)
        counts["zou"].add(word.zou, cues.modal[i].label if i in cues.modal else None)
        inside = any(speech.first <= i <= speech.last for speech in cues.speech)
        counts["speech words"].add("in" if word.speech != NO_CUE else None, "in" if inside else None)
    told = _stretches(words)
    found_stretches = {(speech.first, speech.last) for speech in cues.speech}
    for place in told | found_stretches:
        counts["speech"].add("in" if place in told else None, "in" if place in found_stretches else None)


def _stretches(words: Sentence) -> set[tuple[int, int]]:
    """Give the first and last word of each stretch of speech that is told."""
    starts = [i for i, word in enumerate(words) if word.speech == "B"]
    ends = [next((j for j in range(i + 1, len(words)) if words[j].speech != "I"), len(words)) - 1 for i in starts]
    return set(zip(starts, ends, strict=True))


if __name__ == "__main__":
    main()
