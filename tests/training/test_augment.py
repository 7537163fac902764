import random

import pytest

from training.augment import join, vary
from training.corpus import Sentence, Word, tell_start


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a seed is for repeating


QUOTED = tell_start(
    [
        Word('"', '"', "PUNCT", "_", 2, "punct"),
        Word("Één", "één", "NUM", "_", 0, "root"),
        Word('"', '"', "PUNCT", "_", 2, "punct"),
        Word(".", ".", "PUNCT", "_", 2, "punct"),
    ]
)
TOLD = tell_start(
    [
        Word("De", "de", "DET", "_", 2, "det"),
        Word("top", "top", "NOUN", "_", 3, "nsubj"),
        Word("mislukte", "mislukken", "VERB", "_", 0, "root"),
        Word("door", "door", "ADP", "_", 6, "case"),
        Word("een", "een", "DET", "_", 6, "det"),
        Word("vergissing", "vergissing", "NOUN", "_", 3, "obl"),
        Word(".", ".", "PUNCT", "_", 3, "punct"),
    ]
)


def arcs(words: Sentence) -> set[tuple[str, str]]:
    """Arcs between the words of `TOLD` by their parts of speech and relations, which no change touches."""
    named = [(w.upos, w.deprel) for w in words]
    heads = [("", "") if not w.head else named[w.head - 1] for w in words]
    return {(str(word), str(head)) for word, head in zip(named, heads, strict=True)}


@pytest.mark.parametrize("seed", range(60))
def test_what_is_said_stays(seed: int) -> None:
    told = arcs(TOLD)
    varied = vary(TOLD, chance(seed))
    kept = [w for w in varied if w.form not in "-–—•*" and w.name is None]
    assert {w.upos for w in kept} >= {"NOUN", "VERB", "ADP"}
    assert {pair for pair in arcs(varied) if "root" in pair[0] or "obl" in pair[0] or "nsubj" in pair[0]} <= told
    assert [w.start for w in varied] == ["B", *["O"] * (len(varied) - 1)]
    assert all(w.lemma is None or w.lemma.islower() or not w.lemma.isalpha() for w in varied)


@pytest.mark.parametrize("seed", range(60))
def test_every_word_hangs_on_a_word_of_the_sentence(seed: int) -> None:
    varied = vary(TOLD, chance(seed))
    assert [w.head for w in varied].count(0) == 1
    assert all(w.head is not None and 0 <= w.head <= len(varied) and w.form for w in varied)


def test_all_changes_come_up() -> None:
    forms = {w.form for seed in range(2000) for w in vary(QUOTED, chance(seed))}
    assert {"één", "ÉÉN", "Een", "“", "”", "‘", "„", "'"} <= forms
    lines = {" ".join(w.form for w in vary(TOLD, chance(seed))) for seed in range(2000)}
    assert "Top mislukte door vergissing" in lines
    assert any(line.startswith("• De top") for line in lines)
    assert any(line.split()[1] in "-–—" and line.split()[0].isupper() for line in lines)
    assert any("vergising" in line or "vergissnig" in line for line in lines)


def test_sentences_that_run_into_each_other_keep_their_trees() -> None:
    (joined,) = join([TOLD, TOLD], chance(1), longest=30, share=1.0)
    assert [i for i, w in enumerate(joined) if w.start == "B"] == [0, len(joined) - len(TOLD)]
    shift = len(joined) - len(TOLD)
    assert [w.head - shift if w.head else w.head for w in joined[shift:]] == [w.head for w in TOLD]


@pytest.mark.parametrize(("longest", "share"), [(10, 1.0), (30, 0.0)])
def test_sentences_are_joined_only_where_there_is_room_and_not_always(longest: int, share: float) -> None:
    assert len(join([TOLD, TOLD], chance(1), longest=longest, share=share)) == 2
