"""Spans: a place in a report's text, as the tokens and sentences hold it."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` (included) to ``end`` (excluded) of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Gives the characters of the span.

        >>> Span(3, 6).of("De top")
        'top'
        """
        return text[self.start : self.end]
