"""The pack of a language: the same files in every one, each from somewhere, and rules by its code."""

import pytest

from dragoman.packs.check import pack_paths
from dragoman.packs.load import languages, load_language
from dragoman.packs.shape import file_shapes, walk
from dragoman.packs.shapes.common import PackFile, Rule
from dragoman.packs.shapes.language import LanguagePack

FILES = file_shapes(LanguagePack)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_a_language_lacks_is_there_as_an_empty_one(name: str) -> None:
    absent = getattr(LanguagePack(code="xx"), name)
    assert isinstance(absent, FILES[name])
    assert [
        field
        for field in absent.__struct_fields__
        if isinstance(getattr(absent, field), tuple | dict) and getattr(absent, field)
    ] == []
    assert absent.origin == ""


@pytest.mark.parametrize("code", languages())
def test_a_language_has_the_same_files_as_every_other(code: str) -> None:
    files = [path.split("/")[2] for path in pack_paths() if path.startswith(f"languages/{code}/")]
    assert files == sorted(f"{name}.yaml" for name in FILES)


@pytest.mark.parametrize("code", languages())
def test_each_file_says_where_its_knowledge_comes_from(code: str) -> None:
    files = [each for each in walk(load_language(code)) if isinstance(each, PackFile)]
    assert len(files) == len(FILES)
    assert [type(file).__name__ for file in files if not file.origin or not file.licence] == []


@pytest.mark.parametrize("code", languages())
def test_rules_go_by_the_code_of_their_language_and_no_two_by_one_name(code: str) -> None:
    rules = [each.id for each in walk(load_language(code)) if isinstance(each, Rule)]
    assert [rule for rule in rules if not rule.startswith(f"{code}.")] == []
    assert len(set(rules)) == len(rules)
