import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.parse import Name
from dragoman.rules.spans import inside, keep_longest, overlaps


def span(start: int, end: int) -> Name:
    return Name(start=start, end=end, label="LOC")


SPANS = st.builds(lambda start, size: span(start, start + size), st.integers(0, 40), st.integers(1, 12))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((0, 4), (4, 8), False),
        ((0, 5), (4, 8), True),
        ((2, 3), (0, 9), True),
        ((6, 9), (0, 3), False),
    ],
)
def test_spans_overlap_when_they_share_a_character(a: tuple[int, int], b: tuple[int, int], expected: bool) -> None:
    assert overlaps(span(*a), span(*b)) is expected
    assert overlaps(span(*b), span(*a)) is expected


def test_only_whole_spans_are_inside() -> None:
    assert inside([span(0, 3), span(2, 6), span(5, 9)], 1, 9) == [span(2, 6), span(5, 9)]


def test_the_longest_is_kept_and_of_equals_the_first() -> None:
    assert keep_longest([span(3, 6), span(0, 4), span(8, 10), span(9, 11)]) == [span(0, 4), span(8, 10)]


@given(st.lists(SPANS, max_size=12))
def test_what_is_kept_never_overlaps_and_what_is_dropped_always_did(spans: list[Name]) -> None:
    kept = keep_longest(spans)
    assert [each.start for each in kept] == sorted(each.start for each in kept)
    assert not any(overlaps(a, b) for k, a in enumerate(kept) for b in kept[k + 1 :])
    assert all(any(overlaps(dropped, each) for each in kept) for dropped in spans)
