"""Spans of characters, and which of them hold which."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class HasSpan(Protocol):
    """Anything with a start and an end in characters."""

    @property
    def start(self) -> int:
        """Is the first character."""
        ...

    @property
    def end(self) -> int:
        """Is the character after the last."""
        ...


SpanT = TypeVar("SpanT", bound=HasSpan)


def overlaps(a: HasSpan, b: HasSpan) -> bool:
    """Tells whether two spans share a character.

    >>> from dragoman.model.parse import Name
    >>> overlaps(Name(start=0, end=3, label="PER"), Name(start=2, end=5, label="PER"))
    True
    """
    return a.start < b.end and b.start < a.end


def inside(spans: Iterable[SpanT], start: int, end: int) -> list[SpanT]:
    """Lists the spans that lie wholly within a stretch of characters."""
    return [span for span in spans if start <= span.start and span.end <= end]


def keep_longest(spans: Iterable[SpanT]) -> list[SpanT]:
    """Keeps, of spans that overlap, the longest (the first of equals), in order of start."""
    kept: list[SpanT] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if not any(overlaps(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
