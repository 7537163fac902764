import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import parse_text
from dragoman.model.parse import Parse, Token

TEXT = "De premier spoorde zijn gasten aan tot kalmte. De staatshoofden van Frankrijk en Japan zijn vertrokken."


@pytest.fixture(scope="module")
def parse() -> Parse:
    return parse_text(TEXT, threads=1)


def token(parse: Parse, text: str) -> Token:
    return next(t for s in parse.sentences for t in s.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "upos", "lemma"),
    [("premier", "NOUN", "premier"), ("spoorde", "VERB", "aan_sporen"), ("staatshoofden", "NOUN", "staatshoofd")],
)
def test_words_get_their_lemma(parse: Parse, text: str, upos: str, lemma: str) -> None:
    found = token(parse, text)
    assert (found.upos, found.lemma) == (upos, lemma)


def test_arcs_and_features_are_told(parse: Parse) -> None:
    subject = token(parse, "premier")
    assert parse.sentences[0].tokens[subject.head].text == "spoorde"
    assert subject.deprel == "nsubj"
    assert token(parse, "spoorde").feats["VerbForm"] == "Fin"
    assert 0.5 < subject.arc_score <= 1


def test_names_are_found(parse: Parse) -> None:
    assert [(TEXT[n.start : n.end], n.label) for n in parse.names] == [("Frankrijk", "LOC"), ("Japan", "LOC")]


def test_the_model_is_named(parse: Parse) -> None:
    assert parse.model.startswith("dragoman-nl-")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_offsets_point_into_the_text(text: str) -> None:
    for sentence in parse_text(text, threads=1).sentences:
        assert [text[t.start : t.end] for t in sentence.tokens] == [t.text for t in sentence.tokens]
        assert [t.head for t in sentence.tokens].count(-1) == 1


def test_no_text_gives_no_sentences() -> None:
    assert parse_text(" \n", threads=1).sentences == ()
