import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.spans import Span


@pytest.mark.parametrize(
    ("span", "text", "words"),
    [
        (Span(3, 6), "De top gaat door.", "top"),
        (Span(0, 0), "De top", ""),
        (Span(0, 10), "Ça fait Zürich", "Ça fait Zü"),
        (Span(2, 3), "a 🇧🇪 b", "\U0001f1e7"),
        (Span(0, 2), "é", "é"),
    ],
)
def test_a_span_counts_characters_and_not_bytes(span: Span, text: str, words: str) -> None:
    assert span.of(text) == words


def test_spans_sort_as_they_stand_in_the_text_the_shorter_first() -> None:
    assert sorted([Span(4, 9), Span(0, 12), Span(4, 6)]) == [Span(0, 12), Span(4, 6), Span(4, 9)]


@given(st.text(), st.text(), st.text())
def test_what_is_put_between_is_what_the_span_gives(before: str, words: str, after: str) -> None:
    assert Span(len(before), len(before) + len(words)).of(before + words + after) == words
