from typing import Any

import pytest

from dragoman.dates.words import Patterns, Vocabulary, grammar_of
from dragoman.packs.load import load_language
from dragoman.packs.shapes.dates import DateFile, DateRule, WordClass


def pack_of(pattern: str, **beside: Any) -> DateFile:
    rule = DateRule(id="xx.date.one", pattern=pattern, examples=(), **beside)
    classes = {
        "day": WordClass(field="day", low=1, high=31, words={"twee": 2}),
        "month": WordClass(field="month", words={"mei": 5, "jan.": 1}),
        "part": WordClass(field="part_of_day", words={"avond": "evening"}),
        "weekday": WordClass(field="weekday", words={"zondag": 7}),
        "weekday_part": WordClass(compound=("weekday", "part")),
    }
    return DateFile(classes=classes, rules=(rule,))


def found(pattern: str, text: str, **beside: Any) -> list[str]:
    pack = pack_of(pattern, **beside)
    vocabulary = Vocabulary(pack)
    words = vocabulary.words(text)
    chars = "".join(vocabulary.char(word.plain) for word in words)
    matches = Patterns(vocabulary, pack.rules).matches(chars, words)
    return [text[words[match.first].start : words[match.end - 1].end] for match in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("{day} {month}", "Op 2 mei en 32 mei en twee mei.", ["2 mei", "twee mei"]),
        ("{day} {month}", "Op 3 jan. komt hij", ["3 jan."]),
        ("(op|tot)? {day} {month}", "OP 2 Mei", ["OP 2 Mei"]),
        ("{weekday_part}", "Zondagavond of zondag", ["Zondagavond"]),
        ("{day} (- {day})+", "1 - 2 - 3", ["1 - 2 - 3"]),
        ("{day} {month}", "zonder dag", []),
    ],
)
def test_patterns_are_over_words(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_large_numbers_are_one_word() -> None:
    vocabulary = grammar_of(load_language("nl").dates).vocabulary
    assert [word.plain for word in vocabulary.words("20.000 op 26.5.2018, de 27ste, ’s avonds")] == [
        "20.000", "op", "26", ".", "5", ".", "2018", ",", "de", "27ste", ",", "'s", "avonds",
    ]  # fmt: skip


def test_a_pack_is_made_ready_once() -> None:
    pack = load_language("nl").dates
    assert grammar_of(pack) is grammar_of(pack)


@pytest.mark.parametrize(
    ("beside", "text", "expected"),
    [
        ({"preceded": "(op|vanaf)"}, "op 2 mei, na 3 mei", ["2 mei"]),
        ({"followed": "(klaar|af)"}, "2 mei klaar, 3 mei begonnen", ["2 mei"]),
        ({"not_followed": "klaar"}, "2 mei klaar, 3 mei begonnen", ["3 mei"]),
        ({"preceded": "{day} {month} en"}, "2 mei en 3 mei", ["3 mei"]),
    ],
)
def test_what_stands_beside_decides(beside: dict[str, str], text: str, expected: list[str]) -> None:
    assert found("{day} {month}", text, **beside) == expected
