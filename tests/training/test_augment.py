import random

import pytest

from training.augment import vary
from training.corpus import Word


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a seed is for repeating


SENTENCE = [
    Word('"', '"', "PUNCT", "_", 2, "punct"),
    Word("Één", "één", "NUM", "_", 0, "root"),
    Word('"', '"', "PUNCT", "_", 2, "punct"),
    Word(".", ".", "PUNCT", "_", 2, "punct"),
]


@pytest.mark.parametrize("seed", range(60))
def test_only_the_writing_changes(seed: int) -> None:
    varied = vary(SENTENCE, chance(seed))
    assert len(varied) in {len(SENTENCE), len(SENTENCE) - 1}
    for before, after in zip(SENTENCE, varied, strict=False):
        assert (after.upos, after.head, after.deprel) == (before.upos, before.head, before.deprel)
        assert after.form
        assert after.lemma in {None, before.lemma, after.form}


def test_all_changes_come_up() -> None:
    forms = {w.form for seed in range(2000) for w in vary(SENTENCE, chance(seed))}
    assert {"één", "ÉÉN", "Een", "“", "”", "‘", "„", "'"} <= forms
