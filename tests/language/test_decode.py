from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.decode import arc_probabilities, decode_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node:
            node, steps = heads[node - 1], steps + 1
            if steps > len(heads):
                return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-50, 50), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_the_tree_is_the_best_of_all_with_one_root(flat: list[int]) -> None:
    size = int((np.sqrt(1 + 4 * len(flat)) - 1) / 2)
    scores = np.array(flat, dtype=float).reshape(size, size + 1)
    found = tuple(decode_tree(scores).tolist())
    best = max(total(scores, heads) for heads in product(range(size + 1), repeat=size) if is_tree(heads))
    assert is_tree(found)
    assert total(scores, found) == best


@pytest.mark.parametrize("size", [1, 2, 30, 300])
def test_long_sentences_get_a_tree(size: int) -> None:
    scores = np.random.default_rng(size).normal(size=(size, size + 1))
    assert is_tree(tuple(decode_tree(scores).tolist()))


def test_probabilities_of_a_word_add_up_to_one() -> None:
    shares = arc_probabilities(np.array([[1.0, -1e4, 3.0]], dtype=np.float32))
    assert shares.sum() == pytest.approx(1)
    assert shares[0, 1] == 0
