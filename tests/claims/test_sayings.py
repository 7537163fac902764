"""Which rule the words of a sentence fit; tokens are drawn as form|lemma|tag|head|relation."""

import pytest

from dragoman.claims.sayings import Grammar, bearers, inverted, loose_particle
from dragoman.model.parse import Sentence, Token
from dragoman.packs.load import load_language
from dragoman.rules.tree import Tree

GRAMMAR = Grammar(load_language("nl"))


def tree_of(drawn: str) -> Tree:
    tokens = []
    for at, each in enumerate(drawn.split()):
        form, lemma, upos, head, deprel = each.split("|")
        tokens.append(
            Token(start=at * 9, end=at * 9 + 8, text=form, lemma=lemma, upos=upos, head=int(head) - 1, deprel=deprel)
        )
    return Tree(Sentence(start=0, end=9 * len(tokens), tokens=tuple(tokens)))


@pytest.mark.parametrize(
    ("drawn", "rule"),
    [
        ("zei|zeggen|VERB|0|root", "nl.speech.say.zeggen"),
        ("zei|zeien|VERB|0|root", "nl.speech.say.zeggen"),
        ("deelde|mee_delen|VERB|0|root mee|mee|ADP|1|compound:prt", "nl.speech.say.meedelen"),
        ("meegedeeld|mee_delen|VERB|0|root", "nl.speech.say.meedelen"),
        ("deelde|delen|VERB|0|root", None),
        ("zegt|zeggen|VERB|0|root af|af|ADP|1|compound:prt", None),
        ("zegt|zeggen|VERB|0|root toe|toe|ADP|1|compound:prt", "nl.speech.promise.toezeggen"),
        ("liet|laten|VERB|0|root weten|weten|VERB|1|compound:prt", "nl.speech.say.laten-weten"),
        ("liet|laten|VERB|0|root los|los|ADP|1|compound:prt", None),
        ("noemde|noemen|VERB|0|root ‘|‘|PUNCT|3|punct terug|terug|ADV|1|compound:prt", "nl.speech.say.noemen"),
        ("zei|zeggen|NOUN|0|root", None),
    ],
)
def test_verb_fits_by_lemma_form_particle_and_fixed_words(drawn: str, rule: str | None) -> None:
    found = GRAMMAR.rule_at(tree_of(drawn), 0)
    assert (None if found is None else found.id) == rule


def test_particle_that_hangs_on_what_is_said_is_found_where_the_verbs_clause_ends() -> None:
    tree = tree_of(
        "deelde|delen|VERB|0|root mee|mee|ADP|5|case dat|dat|SCONJ|5|mark hij|hij|PRON|5|nsubj komt|komen|VERB|1|ccomp"
    )
    found = GRAMMAR.rule_at(tree, 0)
    assert found is not None
    assert found.id == "nl.speech.say.meedelen"
    assert loose_particle(tree, 0, found) == 1


def test_fixed_words_bear_the_clause_with_the_verb() -> None:
    tree = tree_of("liet|laten|VERB|0|root weten|weten|VERB|1|xcomp hij|hij|PRON|1|nsubj")
    found = GRAMMAR.rule_at(tree, 0)
    assert found is not None
    assert bearers(tree, 0, found) == [0, 1]


@pytest.mark.parametrize(
    ("drawn", "at", "expected"),
    [
        ("zei|zeggen|VERB|0|root Kim|Kim|PROPN|1|nsubj", 0, True),
        ("Kim|Kim|PROPN|2|nsubj zei|zeggen|VERB|0|root", 1, False),
        ("zou|zullen|AUX|3|aux Kim|Kim|PROPN|3|nsubj zeggen|zeggen|VERB|0|root", 2, True),
    ],
)
def test_order_of_subject_and_tensed_verb(drawn: str, at: int, expected: bool) -> None:
    assert inverted(tree_of(drawn), at) is expected
