"""What all pack files share: rules carry examples, names have a form, nothing unknown is let in."""

from typing import Any

import msgspec
import pytest

from dragoman.packs.shapes.common import PackFile, Rule, RuleId, Text

RULE: dict[str, Any] = {"id": "nl.date.tomorrow", "examples": ["De top is morgen."], "word": "morgen"}


class Word(Rule[str], frozen=True, kw_only=True, forbid_unknown_fields=True):
    word: Text
    sure: bool = True


class WordFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: tuple[Word, ...] = ()


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("nl.date.day-after-tomorrow", True),
        ("nl.status.cancelled.3", True),
        ("nl.date", True),
        ("x1.2", True),
        ("date", False),
        ("NL.date", False),
        ("nl.Date", False),
        ("nl.date.", False),
        ("nl..date", False),
        (".date", False),
        ("nl.date after", False),
        ("1nl.date", False),
        ("", False),
        ("nl.date\nnl.other", False),
    ],
)
def test_a_rules_name_has_its_pack_first(name: str, good: bool) -> None:
    if good:
        assert msgspec.convert(name, RuleId) == name
    else:
        with pytest.raises(msgspec.ValidationError, match="matching regex"):
            msgspec.convert(name, RuleId)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"examples": []}, r"`array` of length >= 1 - at `\$\.words\[0\]\.examples"),
        ({"examples": [["De top is morgen.", "2018-05-26"]]}, r"\$\.words\[0\]\.examples\[0\]"),
        ({"counterexamples": [""]}, r"length >= 1 - at `\$\.words\[0\]\.counterexamples\[0\]"),
        ({"word": ""}, r"length >= 1 - at `\$\.words\[0\]\.word"),
        ({"words": ["morgen"]}, r"unknown field `words` - at `\$\.words\[0\]"),
        ({"sure": "yes"}, r"\$\.words\[0\]\.sure"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_place(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        msgspec.convert({"origin": "ours", "words": [RULE | changed]}, WordFile)


@pytest.mark.parametrize("field", RULE)
def test_a_rule_lacks_nothing(field: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"missing required field `{field}`"):
        msgspec.convert({name: value for name, value in RULE.items() if name != field}, Word)


def test_a_file_that_a_language_leaves_out_is_empty_and_of_our_licence() -> None:
    assert (WordFile().words, WordFile().origin, WordFile().licence) == ((), "", "Apache-2.0")


def test_a_file_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field `source`"):
        msgspec.convert({"source": "ours"}, WordFile)


def test_what_is_as_usual_is_not_written_out() -> None:
    rule = msgspec.convert(RULE, Word)
    assert msgspec.json.decode(msgspec.json.encode(rule)) == RULE
    assert msgspec.json.decode(msgspec.json.encode(rule), type=Word) == rule
