"""The words that tell a language: in lower case, each once, and scripts by names that letters have."""

import sys
import unicodedata

import pytest

from dragoman.packs.load import languages, load_identify
from dragoman.packs.shapes.identify import IdentifyPack

WORDS = load_identify().words


@pytest.mark.parametrize("code", WORDS.languages)
def test_small_words_are_in_lower_case_and_each_there_once(code: str) -> None:
    words = WORDS.languages[code]
    assert [word for word in words if word != word.lower()] == []
    assert len(set(words)) == len(words) >= 20


def test_every_language_with_a_pack_is_among_them() -> None:
    assert set(languages()) <= set(WORDS.languages)


def test_no_two_languages_have_the_same_words() -> None:
    assert len({frozenset(words) for words in WORDS.languages.values()}) == len(WORDS.languages)


def test_scripts_go_by_the_first_word_of_their_letters_names() -> None:
    letters = (chr(code) for code in range(sys.maxunicode + 1))
    assert set(WORDS.scripts) <= {unicodedata.name(letter, "").split(" ")[0] for letter in letters if letter.isalpha()}


def test_a_language_told_by_its_script_is_not_told_by_words_too() -> None:
    assert set(WORDS.scripts.values()) & set(WORDS.languages) == set()


def test_without_its_file_nothing_is_told() -> None:
    assert (IdentifyPack().words.languages, IdentifyPack().words.scripts) == ({}, {})
