import re
from importlib.resources import files
from pathlib import Path

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


def told_boundaries() -> dict[str, list[str]]:
    """Read the opening words of each example report's sentences, in order, as they were checked by hand."""
    told: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "boundaries.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            told[line[3:]] = []
        elif line and not line.startswith("#"):
            list(told.values())[-1].append(line)
    return told


def body(stem: str) -> str:
    raw = (files("dragoman.examples") / f"{stem}.txt").read_text(encoding="utf-8")
    return raw.split("---", 2)[2] if raw.startswith("---") else re.sub(r"^date [\d-]+", "", raw)


def test_sentences_of_news_begin_where_a_reader_begins_them() -> None:
    told = right = found = 0
    for stem, openings in told_boundaries().items():
        text = body(stem)
        places, at = [], 0
        for opening in openings:
            words = re.compile(r"\s+".join(map(re.escape, opening.split())))
            found_at = words.search(text, at)
            assert found_at is not None, f"{stem}: {opening}"
            at = found_at.start()
            places.append(at)
            at += 1
        starts = [sentence.start for sentence in parse_text(text, threads=1).sentences]
        told, found, right = told + len(places), found + len(starts), right + len(set(places) & set(starts))
    assert told > 350
    assert 2 * right / (told + found) >= 0.99


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_offsets_point_into_the_text(text: str) -> None:
    for sentence in parse_text(text, threads=1).sentences:
        assert [text[t.start : t.end] for t in sentence.tokens] == [t.text for t in sentence.tokens]
        assert [t.head for t in sentence.tokens].count(-1) == 1


def test_no_text_gives_no_sentences() -> None:
    assert parse_text(" \n", threads=1).sentences == ()
