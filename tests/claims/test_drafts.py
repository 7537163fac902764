from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.claims.drafts import merged, runs
from dragoman.model.parse import Sentence, Token
from dragoman.rules.tree import Tree

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(SPANS)
def test_merged_spans_hold_the_same_characters_and_do_not_touch(spans: list[tuple[int, int]]) -> None:
    joined = merged(spans)
    assert {i for a, b in joined for i in range(a, b)} == {i for a, b in spans for i in range(a, b)}
    assert all(before[1] < after[0] for before, after in pairwise(joined))


def tree(text: str) -> Tree:
    tokens, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        upos = "NOUN" if word[0].isalnum() else "PUNCT"
        tokens.append(Token(start=start, end=at, text=word, lemma=word, upos=upos, head=-1, deprel="root"))
    return Tree(Sentence(start=0, end=len(text), tokens=tuple(tokens)))


def test_runs_bridge_punctuation_and_leave_it_out_at_the_edges() -> None:
    text = "de top , zei hij , gaat door ."
    found = runs(tree(text), [0, 1, 2, 6, 7, 8])
    assert [text[a:b] for a, b in found] == ["de top", "gaat door"]
    assert [text[a:b] for a, b in runs(tree(text), [0, 1, 2, 3])] == ["de top , zei"]
