"""Questions asked of trees that are written by hand, so that no parser's mistake enters."""

import pytest

from dragoman.model.parse import Sentence, Token
from dragoman.rules.tree import Tree


def tree_of(rows: str) -> Tree:
    """Makes a tree of lines ``text lemma upos head relation``, heads counted from 0 and -1 for the root."""
    tokens, at = [], 0
    for row in rows.strip().splitlines():
        text, lemma, upos, head, relation = row.split()
        tokens.append(
            Token(start=at, end=at + len(text), text=text, lemma=lemma, upos=upos, head=int(head), deprel=relation)
        )
        at += len(text) + 1
    return Tree(Sentence(start=0, end=at - 1, tokens=tuple(tokens)))


# De burgemeester blies de kermis af , zei de woordvoerder .
SPLIT = tree_of("""
De de DET 1 det
burgemeester burgemeester NOUN 2 nsubj
blies blazen VERB -1 root
de de DET 4 det
kermis kermis NOUN 2 obj
af af ADP 2 compound:prt
, , PUNCT 7 punct
zei zeggen VERB 2 parataxis
de de DET 9 det
woordvoerder woordvoerder NOUN 7 nsubj
. . PUNCT 2 punct
""")

# Piet zegt dat de optocht met Jan en Els begon en eindigde
NESTED = tree_of("""
Piet Piet PROPN 1 nsubj
zegt zeggen VERB -1 root
dat dat SCONJ 8 mark
de de DET 4 det
optocht op_tocht NOUN 8 nsubj
met met ADP 6 case
Jan Jan PROPN 4 nmod
Els Els PROPN 6 conj
begon beginnen VERB 1 ccomp
eindigde eindigen VERB 8 conj
""")


def test_verb_takes_its_particle_back() -> None:
    assert (SPLIT.lemma(2), SPLIT.verb(2), SPLIT.verb(7)) == ("blazen", "afblazen", "zeggen")


def test_particle_that_the_lemma_has_is_not_added_twice() -> None:
    tree = tree_of("""
stelt uit_stellen VERB -1 root
uit uit ADP 0 compound:prt
""")
    assert tree.verb(0) == "uitstellen"


def test_relation_takes_in_its_subtypes() -> None:
    assert SPLIT.dependents(2, "compound") == [5]
    assert SPLIT.dependents(2, "nsubj", "obj") == [1, 4]
    assert SPLIT.dependents(2, "comp") == []


@pytest.mark.parametrize(("token", "head"), [(1, 2), (5, 2), (9, 7), (7, 7)])
def test_clause_is_that_of_the_nearest_clause_head(token: int, head: int) -> None:
    assert SPLIT.clause(token) == head


def test_clause_leaves_embedded_clauses_out() -> None:
    assert SPLIT.clause_tokens(2) == [0, 1, 2, 3, 4, 5, 10]
    assert NESTED.clause_tokens(1) == [0, 1]
    assert NESTED.clause_tokens(8) == [2, 3, 4, 5, 6, 7, 8]


def test_coordinated_verbs_open_clauses_and_coordinated_names_do_not() -> None:
    assert NESTED.opens_clause(9)
    assert not NESTED.opens_clause(7)


def test_ancestors_run_to_the_root_and_survive_a_circle() -> None:
    assert list(NESTED.ancestors(7)) == [6, 4, 8, 1]
    circle = tree_of("""
a a X 1 dep
b b X 0 dep
""")
    assert list(circle.ancestors(0)) == [1]


def test_span_leaves_outer_punctuation_out() -> None:
    start, end = SPLIT.span([6, 7, 8, 9, 10])
    assert "De burgemeester blies de kermis af , zei de woordvoerder ."[start:end] == "zei de woordvoerder"


def test_tokens_are_found_by_characters_and_the_governing_one_is_on_top() -> None:
    inside = NESTED.at(NESTED.tokens[4].start, NESTED.tokens[7].end)
    assert inside == [4, 5, 6, 7]
    assert NESTED.top(inside) == 4


def test_case_is_the_preposition_and_conjuncts_go_together() -> None:
    assert NESTED.case(6) == "met"
    assert NESTED.case(4) is None
    assert NESTED.conjuncts(6) == [6, 7]
    assert NESTED.subtree(4, without=[7]) == [3, 4, 5, 6]


def test_what_hangs_on_a_helping_word_is_lifted_to_what_it_helps() -> None:
    tree = tree_of("""
kermis kermis NOUN 1 nsubj
is zijn AUX 4 cop
van van ADP 4 case
de de DET 4 det
baan baan NOUN -1 root
""")
    assert tree.dependents(4, "nsubj", "cop") == [0, 1]
    assert tree.children[1] == []


def test_an_idiom_taken_for_a_particle_is_a_phrase_beside_the_verb() -> None:
    tree = tree_of("""
De de DET 1 det
kermis kermis NOUN 2 nsubj
staat op_staan VERB -1 root
op op ADP 2 compound:prt
losse los ADJ 3 fixed
schroeven schroef NOUN 3 fixed
""")
    assert tree.verb(2) == "staan"
    assert (tree.rel(5), tree.tokens[5].head, tree.case(5)) == ("obl", 2, "op")
    assert tree.dependents(5, "amod") == [4]


def test_what_has_an_article_is_a_noun_and_heads_its_adjective() -> None:
    tree = tree_of("""
het het DET 1 det
bezoek bezoeken VERB 2 obj
plannen plannen VERB -1 root
""")
    assert (tree.tokens[1].upos, tree.lemma(1)) == ("NOUN", "bezoek")
    tree = tree_of("""
De de DET 1 det
Franse Frans ADJ 3 nsubj
Senaat Senaat PROPN 1 flat
stemt stemmen VERB -1 root
""")
    assert (tree.rel(2), tree.rel(1)) == ("nsubj", "amod")
    assert tree.dependents(2, "det", "amod") == [0, 1]
