"""Abbreviations of every language: with their full stop, and each of one sort."""

import pytest

from dragoman.packs.load import languages, load_language
from dragoman.packs.shapes.abbreviations import AbbreviationFile


@pytest.fixture(params=languages())
def words(request: pytest.FixtureRequest) -> AbbreviationFile:
    return load_language(request.param).abbreviations


def test_an_abbreviation_ends_in_its_full_stop(words: AbbreviationFile) -> None:
    assert [word for word in (*words.never_last, *words.may_end) if not word.endswith(".")] == []


def test_no_abbreviation_both_may_and_may_not_end_a_sentence(words: AbbreviationFile) -> None:
    assert set(words.never_last) & set(words.may_end) == set()


def test_openers_and_clitics_are_words_without_a_capital_or_a_stop(words: AbbreviationFile) -> None:
    assert [word for word in (*words.openers, *words.clitics) if not word.isalpha() or word != word.lower()] == []


@pytest.mark.parametrize("field", ["never_last", "may_end", "openers", "clitics"])
def test_no_word_is_listed_twice(words: AbbreviationFile, field: str) -> None:
    assert sorted(set(getattr(words, field))) == sorted(getattr(words, field))
