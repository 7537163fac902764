"""The shapes of dates: what an example says, and that rules fill fields which a date's form has."""

import re
from typing import Any

import msgspec
import pytest

from dragoman.model.edtf import read_edtf
from dragoman.model.mention import DateForm
from dragoman.packs.load import languages, load_language
from dragoman.packs.shapes.dates import DateExample, DateFile, DateJoin, DateRule, WordClass

MADE_OF = {"hour", "minute", "minutes_before", "short_year", "short_decade", "century_number", "sign"}
"""Fields that a form's own are made of."""
ROLE = re.compile("^(until|or|and|more)_")
"""What a field is put before by to set it on the end of a stretch, an alternative or a further count."""
RULE: dict[str, Any] = {
    "id": "nl.date.tomorrow",
    "pattern": "morgen",
    "set": {"offset_days": 1},
    "examples": [["De top is morgen.", "2018-05-26", "2018-05-27"]],
}


@pytest.fixture(params=languages())
def dates(request: pytest.FixtureRequest) -> DateFile:
    return load_language(request.param).dates


@pytest.mark.parametrize(
    ("example", "told"),
    [
        (["De top is morgen.", "2018-05", "2018-05-27"], r"matching regex.* - at `\$\[1\]"),
        (["De top is morgen.", "26-05-2018", "2018-05-27"], r"matching regex.* - at `\$\[1\]"),
        (["De top is morgen.", "2018-05-26"], "at least length 3, got 2"),
        (["", "2018-05-26", "2018-05-27"], r"length >= 1 - at `\$\[0\]"),
        (["De top is morgen.", "2018-05-26", "2018-05-27", "ahead"], r"\$\[3\]"),
        (["De top is morgen.", "2018-05-26", None], r"\$\[2\]"),
    ],
)
def test_a_faulty_example_is_refused_with_its_place(example: list[Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(example, DateExample)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pattern": ""}, r"length >= 1 - at `\$\.pattern"),
        ({"set": {"offset_days": 1.5}}, r"\$\.set\[\.\.\.\]"),
        ({"fields": {"offset_days": 1}}, "unknown field `fields`"),
        ({"direction": "forwards"}, r"\$\.direction"),
        ({"skip": "one"}, r"\$\.skip"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_field(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert(RULE | changed, DateRule)


@pytest.mark.parametrize("field", ["after_date", "alone", "ignore"])
def test_what_stands_beside_its_words_is_a_matter_of_rules_and_not_of_joins(field: str) -> None:
    assert getattr(msgspec.convert(RULE | {field: True}, DateRule), field) is True
    with pytest.raises(msgspec.ValidationError, match=f"unknown field `{field}`"):
        msgspec.convert(RULE | {field: True}, DateJoin)


def test_what_a_rule_sets_is_called_so_in_the_file() -> None:
    rule = msgspec.convert(RULE, DateRule)
    assert rule.fields == {"offset_days": 1}
    assert msgspec.json.decode(msgspec.json.encode(rule))["set"] == {"offset_days": 1}


def test_rules_fill_fields_that_a_form_has(dates: DateFile) -> None:
    known = set(DateForm.__struct_fields__) | MADE_OF
    set_by = {rule.id: set(rule.fields) for rule in (*dates.rules, *dates.joins)}
    for name, words in dates.classes.items():
        set_by[name] = {
            *filter(None, [words.field]),
            *(key for value in words.words.values() if isinstance(value, dict) for key in value),
        }
    unknown = {(by, field) for by, fields in set_by.items() for field in fields if ROLE.sub("", field) not in known}
    assert unknown == set()


def test_patterns_and_compounds_name_classes_that_there_are(dates: DateFile) -> None:
    named = {rule.id: re.findall(r"\{([^}:]+)", rule.pattern) for rule in dates.rules}
    named |= {name: list(words.compound) for name, words in dates.classes.items()}
    assert {by: names for by, names in named.items() if set(names) - set(dates.classes)} == {}


def test_a_class_has_words_or_numbers_or_is_put_together(dates: DateFile) -> None:
    empty = [
        name
        for name, words in dates.classes.items()
        if not words.words and not words.compound and (words.low is None or words.high is None)
    ]
    assert empty == []
    assert [
        name for name, c in dates.classes.items() if c.low is not None and c.high is not None and c.low > c.high
    ] == []


def test_what_is_expected_is_edtf_or_nothing(dates: DateFile) -> None:
    for rule in (*dates.rules, *dates.joins):
        for example in rule.examples:
            for edtf in (example.expected, example.previous):
                assert not edtf or read_edtf(edtf).spans


def test_numbers_of_a_class_have_one_or_two_figures_unless_told() -> None:
    assert WordClass(field="day", low=1, high=31).digits == (1, 2)
