"""The shapes of speech: what a word of saying takes, what credits an agency, quote marks in pairs."""

import re
from typing import Any

import msgspec
import pytest

from dragoman.packs.load import languages, load_language
from dragoman.packs.shapes.common import Rule
from dragoman.packs.shapes.speech import (
    Construction,
    Credit,
    QuoteMarks,
    SourceClass,
    SourceFile,
    SpeechFile,
    SpeechNoun,
    SpeechVerb,
    Spokesperson,
)

LEAST: dict[type[Rule[str]], dict[str, Any]] = {
    SpeechVerb: {"lemma": "zeggen", "type": "say"},
    SpeechNoun: {"lemmas": ["belofte"], "type": "promise"},
    Construction: {"how": "colon"},
    Credit: {"pattern": "^(?P<name>ANP)", "place": "head"},
    SourceClass: {"lemmas": ["diplomaat"], "name": "diplomats"},
    Spokesperson: {"lemmas": ["woordvoerder"], "name": "spokesperson"},
}
"""What each rule must say beside its id and examples."""


@pytest.fixture(params=languages())
def speech(request: pytest.FixtureRequest) -> SpeechFile:
    return load_language(request.param).speech


@pytest.fixture(params=languages())
def sources(request: pytest.FixtureRequest) -> SourceFile:
    return load_language(request.param).sources


def made(kind: type[Rule[str]], changed: dict[str, Any]) -> Any:
    return msgspec.convert(
        {"id": "nl.hand.1", "examples": ["Zij zegt dat de top doorgaat."]} | LEAST[kind] | changed, kind
    )


def test_a_verb_of_saying_takes_a_clause_an_infinitive_or_a_quote_unless_told() -> None:
    verb = made(SpeechVerb, {})
    assert (verb.takes, verb.speaker, verb.stance, verb.negated) == (
        ("clause", "infinitive", "quote"),
        True,
        None,
        None,
    )


def test_a_class_of_sources_is_unnamed_unless_told() -> None:
    assert made(SourceClass, {}).type == "unnamed"


@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        (SpeechVerb, {"type": "utter"}, r"\$\.type"),
        (SpeechVerb, {"takes": []}, r"length >= 1 - at `\$\.takes"),
        (SpeechVerb, {"takes": ["question"]}, r"\$\.takes\[0\]"),
        (SpeechVerb, {"stance": "affirms"}, r"\$\.stance"),
        (SpeechVerb, {"particle": ""}, r"length >= 1 - at `\$\.particle"),
        (SpeechVerb, {"lemmas": ["zeggen"]}, "unknown field `lemmas`"),
        (SpeechNoun, {"lemmas": []}, r"length >= 1 - at `\$\.lemmas"),
        (Construction, {"how": "dash"}, r"\$\.how"),
        (Credit, {"place": "middle"}, r"\$\.place"),
        (SourceClass, {"type": "group"}, r"\$\.type"),
        (SourceClass, {"lemmas": [""]}, r"length >= 1 - at `\$\.lemmas\[0\]"),
        (Spokesperson, {"name": ""}, r"length >= 1 - at `\$\.name"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_field(kind: type[Rule[str]], changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        made(kind, changed)


@pytest.mark.parametrize("pair", [["“"], ["“", "”", "„"], ["“", ""]], ids=str)
def test_quote_marks_come_in_pairs(pair: list[str]) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.pairs\[0\]"):
        msgspec.convert({"pairs": [pair]}, QuoteMarks)


def test_a_word_of_python_has_its_own_name_in_the_file() -> None:
    assert msgspec.convert({"as": ["zoals"]}, SpeechFile).as_ == ("zoals",)


def test_no_pair_of_marks_and_no_elision_is_listed_twice(speech: SpeechFile) -> None:
    assert len(set(speech.marks.pairs)) == len(speech.marks.pairs) > 0
    assert [elision for elision in speech.marks.elisions if "'" in elision or "’" in elision] == []


def test_a_credit_names_its_agency(speech: SpeechFile) -> None:
    assert speech.credits
    assert [credit.id for credit in speech.credits if set(re.compile(credit.pattern).groupindex) != {"name"}] == []


def test_every_construction_is_told_once(speech: SpeechFile) -> None:
    assert sorted(each.how for each in speech.constructions) == ["alone", "carried", "colon", "tag", "words"]


def test_hearsay_is_a_phrase_or_an_auxiliary_with_what_hangs_on_it(speech: SpeechFile) -> None:
    assert [each.id for each in speech.hearsay if bool(each.phrase) == bool(each.auxiliary)] == []
    assert [each.id for each in speech.hearsay if each.auxiliary and not each.perfect] == []


def test_no_noun_is_two_classes_of_source(sources: SourceFile) -> None:
    lemmas = [lemma for each in sources.classes for lemma in each.lemmas]
    lemmas += [lemma for each in sources.spokespersons for lemma in each.lemmas]
    assert sorted(lemma for lemma in set(lemmas) if lemmas.count(lemma) > 1) == []


def test_what_is_never_a_source_is_no_class_of_one(sources: SourceFile) -> None:
    assert set(sources.never) & {lemma for each in sources.classes for lemma in each.lemmas} == set()
