"""Decoding: the best tree with one root for a sentence, from the scores of its arcs."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating]
Heads = npt.NDArray[np.intp]

_NEVER = -1e9


def arc_probabilities(scores: Scores) -> npt.NDArray[np.float32]:
    """Turn arc scores (word, head) into probabilities of each word's heads; rows add up to 1."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: npt.NDArray[np.float32] = (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)
    return shares


def decode_tree(scores: Scores) -> Heads:
    """Find the heads of a sentence's words that make the best tree with exactly one root.

    `scores` is (word, head): column 0 stands for the root and column *i* for word *i* - 1; higher is better,
    and scores of a tree's arcs are added. The result uses the same numbers: 0 for the root.

    >>> decode_tree(np.array([[0.0, -9.0, 2.0], [1.0, 3.0, -9.0]]))
    array([2, 0])
    """
    count = len(scores)
    heads: Heads = scores.argmax(axis=1)
    if np.count_nonzero(heads == 0) == 1 and not _cycle(np.concatenate([[0], heads])):
        return heads
    # A tree must leave the root at least once; at this price it never does so twice.
    price = 2 * (count + 1) * (float(scores.max()) - float(scores.min()) + 1)
    square = np.full((count + 1, count + 1), _NEVER - price * (count + 1))
    square[1:] = scores
    square[1:, 0] -= price
    np.fill_diagonal(square, _NEVER - price * (count + 1))
    best: Heads = _arborescence(square)[1:]
    return best


def _arborescence(scores: Scores) -> Heads:
    """Chu-Liu/Edmonds on (node, head) scores, node 0 the root: contract each cycle of best heads, solve, expand."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    loss = scores[inside] - scores[inside, heads[inside]][:, None]  # what breaking the cycle at each node costs
    members = np.flatnonzero(inside)
    size = len(outside)
    small = np.empty((size + 1, size + 1))
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[:size, size] = scores[np.ix_(outside, members)].max(axis=1)
    small[size, :size] = loss[:, outside].max(axis=0)
    small[size, size] = scores.min() - 1
    solved = _arborescence(small)
    entered = outside[solved[size]]
    heads = heads.copy()
    for i, node in enumerate(outside[1:], 1):
        head = solved[i]
        heads[node] = outside[head] if head < size else members[scores[node, members].argmax()]
    heads[members[loss[:, entered].argmax()]] = entered
    return heads


def _cycle(heads: Heads) -> list[int]:
    """Give the nodes of one cycle, or none; node 0 is the root and heads no cycle."""
    settled = np.zeros(len(heads), dtype=bool)
    settled[0] = True
    walk = heads.tolist()
    for start in range(1, len(walk)):
        path: dict[int, int] = {}
        node = start
        while not settled[node]:
            if node in path:
                return list(path)[path[node] :]
            path[node] = len(path)
            node = walk[node]
        settled[list(path)] = True
    return []
