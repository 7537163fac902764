"""Batches; skipped where torch is not installed."""

import random

import pytest
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.pre_tokenizers import Metaspace

from training.corpus import Word, tell_start

REASON = "needs torch: pip install -r requirements/training.txt"
pytest.importorskip("torch", reason=REASON)
batches = pytest.importorskip("training.batches", reason=REASON)

VOCABULARY = ["<s>", "<pad>", "</s>", "<unk>", "▁De", "▁staats", "hoofd", "en", "▁gaan"]
INDEX = {"upos": {"DET": 0, "NOUN": 1}, "joint": {str(n): n for n in range(13)}, "start": {"O": 0, "B": 1}}
SENTENCE = tell_start([Word("De", "de", "DET", head=2), Word("staatshoofden", "staat_hoofd", "NOUN", head=0)])


def pieces() -> object:
    tokenizer = Tokenizer(Unigram([(piece, -1.0) for piece in VOCABULARY], unk_id=3))
    tokenizer.pre_tokenizer = Metaspace()
    return batches.Pieces(tokenizer)


def test_words_have_their_first_and_last_piece() -> None:
    batch = batches.assemble([SENTENCE, SENTENCE[:1]], pieces(), INDEX)
    assert batch.ids.tolist() == [[0, 4, 5, 6, 7, 2], [0, 4, 2, 1, 1, 1]]
    assert batch.first.tolist() == [[1, 2], [1, 0]]
    assert batch.last.tolist() == [[1, 4], [1, 0]]


def test_labels_are_numbers_and_what_is_not_told_is_ignored() -> None:
    labels = batches.assemble([SENTENCE, SENTENCE[:1]], pieces(), INDEX).labels
    assert labels["upos"].tolist() == [[0, 1], [0, -100]]
    assert labels["arc"].tolist() == [[2, 0], [2, -100]]
    assert labels["start"].tolist() == [[1, 0], [1, -100]]
    assert labels["name"].tolist() == [[-100, -100], [-100, -100]]


def test_joints_are_told_of_pieces() -> None:
    labels = batches.assemble([SENTENCE], pieces(), INDEX).labels
    assert labels["joint"].tolist() == [[-100, 0, 0, 1, 0, -100]]


def test_a_hidden_word_keeps_its_length_and_loses_what_its_letters_told() -> None:
    batch = batches.assemble([SENTENCE], pieces(), INDEX, hidden=1.0, chance=random.Random(1))  # noqa: S311 - a seed is for repeating
    assert batch.ids.tolist() == [[0, 3, 3, 3, 3, 2]]
    assert batch.labels["upos"].tolist() == [[0, 1]]
    assert set(batch.labels["joint"].flatten().tolist()) == {-100}


@pytest.mark.parametrize("limit", [6, 12, 40])
def test_groups_hold_like_lengths_up_to_a_limit(limit: int) -> None:
    sizes = [5, 2, 6, 2, 3, 1]
    groups = batches.group(sizes, limit, None)
    assert sorted(i for chosen in groups for i in chosen) == list(range(6))
    assert all(max(sizes[i] for i in chosen) * len(chosen) <= max(limit, 6) for chosen in groups)
