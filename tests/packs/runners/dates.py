"""Runs the examples of dates.yaml: words only, so that the rule and not the parse is tested."""

from datetime import date
from functools import cache
from typing import Any

import msgspec

from dragoman.dates.find import _atoms, _joined, find_dates
from dragoman.dates.resolve import resolve_date
from dragoman.dates.words import grammar_of
from dragoman.model.mention import DateMention
from dragoman.model.parse import Parse, Sentence
from dragoman.model.when import When
from dragoman.packs.check import check_file
from dragoman.packs.shapes.dates import DateFile, DateRule


def run(code: str, rule: Any, example: Any) -> None:
    if isinstance(rule, DateRule) and rule.ignore:
        assert fired(code, rule, example.text) == []
        return
    assert fired(code, rule, example.text), mentions_of(code, example.text)
    mentions = mentions_of(code, example.text)
    mention = next((each for each in mentions if each.rule == rule.id), mentions[0])
    if mention.direction is None:
        mention = msgspec.structs.replace(mention, direction=example.direction)
    previous = None if example.previous is None else When.parse(example.previous)
    when = resolve_date(mention, published=date.fromisoformat(example.published), previous=previous)
    assert (when.edtf or "") == example.expected


def refuse(code: str, rule: Any, text: str) -> None:
    assert fired(code, rule, text) == []


def fired(code: str, rule: Any, text: str) -> list[str]:
    """Gives the words that the rule made a date of, also where a join took them up."""
    grammar = grammar_of(pack_of(code))
    words = grammar.vocabulary.words(text)
    atoms = list(_atoms(words, grammar=grammar, pack=pack_of(code)))
    found = [*atoms, *_joined(atoms, words, grammar=grammar, pack=pack_of(code))]
    return [text[words[each.first].start : words[each.end - 1].end] for each in found if each.rule == rule.id]


def mentions_of(code: str, text: str) -> tuple[DateMention, ...]:
    parse = Parse(sentences=(Sentence(start=0, end=len(text), tokens=()),))
    return find_dates(parse, pack_of(code), text=text)


@cache
def pack_of(code: str) -> DateFile:
    pack = check_file(f"languages/{code}/dates.yaml")
    assert isinstance(pack, DateFile)
    return pack
