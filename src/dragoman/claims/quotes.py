"""Quoted words: which quote marks open and close, and which marks are only apostrophes."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.packs.shapes.speech import QuoteMarks

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n")
_OPENING_BEFORE = " \t\n\u00a0([{/–—-:;,.…>"
_CLOSING_AFTER = " \t\n\u00a0)]},.;:!?–—-…/<"
_SINGLES = frozenset({"'", "’", "‘", "\u201a"})
_GENITIVE = "sxzSXZ"
_FAR = 4000
"""No speech quoted in news is longer than this many characters; a mark open for longer was none."""


class QuotedSpan(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between two quote marks, the marks left out.

    ``depth`` is 0 outside any other quote. ``outer_start`` and ``outer_end`` take the marks in. ``continues``
    says that the quote goes on in the next paragraph, which opens with a mark of its own.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    continues: bool = False


class _Open(msgspec.Struct):
    mark: str
    at: int
    again: bool = False
    """Whether a quote with the same mark was opened and closed inside: then this one most likely closed unseen."""


def find_quoted(text: str, *, marks: QuoteMarks) -> tuple[QuotedSpan, ...]:
    """Finds what stands between quote marks, over sentences and paragraphs, in order of start.

    A mark without its other half is none, unless it opens a paragraph or follows a colon: then it closes with
    the paragraph. A comma that a printer put before the closing mark is left out.

    >>> marks = QuoteMarks(pairs=(("'", "'"),), elisions=("s",))
    >>> text = "Korea's leider zei 's avonds: 'Het gaat door.'"
    >>> [text[found.start:found.end] for found in find_quoted(text, marks=marks)]
    ['Het gaat door.']
    """
    found = sorted(_Scan(text, marks).run(), key=lambda each: (each.start, -each.end))
    return tuple(msgspec.structs.replace(each, depth=_depth(each, found)) for each in found)


def _depth(span: QuotedSpan, among: Sequence[QuotedSpan]) -> int:
    return sum(other.start <= span.outer_start and span.outer_end <= other.end for other in among)


class _Scan:
    """One pass over a text with the marks that are open."""

    def __init__(self, text: str, marks: QuoteMarks) -> None:
        self.text = text
        self.marks = marks
        self.closers: dict[str, set[str]] = {}
        for opener, closer in marks.pairs:
            self.closers.setdefault(opener, set()).add(closer)
        self.any_closer = {closer for _, closer in marks.pairs}
        every = sorted(self.any_closer | set(self.closers), key=len, reverse=True)
        self.pattern = re.compile("|".join([_PARAGRAPH.pattern, *map(re.escape, every)]))
        self.open: list[_Open] = []

    def run(self) -> Iterator[QuotedSpan]:
        for found in self.pattern.finditer(self.text):
            mark, at = found.group(), found.start()
            if "\n" in mark:
                yield from self.end_paragraph(at, found.end())
            elif not self.is_apostrophe(mark, at):
                yield from self.meet(mark, at)
        yield from self.end_paragraph(len(self.text), len(self.text))

    def meet(self, mark: str, at: int) -> Iterator[QuotedSpan]:
        """Closes the innermost quote that the mark can close, or opens one."""
        closes = [i for i, held in enumerate(self.open) if mark in self.closers[held.mark]]
        if closes and not (self.must_open(mark, at) and mark != self.open[closes[-1]].mark):
            held = self.open[closes[-1]]
            del self.open[closes[-1] :]
            for outer in self.open:
                outer.again = outer.again or outer.mark == held.mark
            yield from self.close(held, at, at + len(mark))
        elif mark in self.closers and self.may_open(mark, at):
            self.open.append(_Open(mark=mark, at=at))

    def close(self, held: _Open, at: int, outer_end: int, *, continues: bool = False) -> Iterator[QuotedSpan]:
        start, end = held.at + len(held.mark), at
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and (self.text[end - 1].isspace() or self.text[end - 1] == ","):
            end -= 1
        if start < end:
            yield QuotedSpan(
                start=start,
                end=end,
                outer_start=held.at,
                outer_end=outer_end,
                continues=continues,
            )

    def end_paragraph(self, at: int, following: int) -> Iterator[QuotedSpan]:
        """Settles what is open at a paragraph's end: it goes on, starts anew, closes here, or was no quote."""
        if not self.open:
            return
        held = self.open[0]
        anew = following < len(self.text) and self.text.startswith(held.mark, following)
        if anew and (held.mark not in self.closers[held.mark] or self.may_open(held.mark, following)):
            self.open.clear()
            yield from self.close(held, at, at, continues=True)
        elif not self.closes_later(held, following):
            self.open.clear()
            if self.introduced(held.at) and not held.again:
                yield from self.close(held, at, at)

    def closes_later(self, held: _Open, following: int) -> bool:
        """Tells whether a closing mark comes before another opening one, not too far on."""
        if held.mark in _SINGLES and held.mark in self.closers[held.mark]:
            return False
        for found in self.pattern.finditer(self.text, following, min(len(self.text), held.at + _FAR)):
            mark, at = found.group(), found.start()
            if "\n" in mark or self.is_apostrophe(mark, at):
                continue
            if mark in self.closers[held.mark] and not self.must_open(mark, at):
                return True
            if mark == held.mark:
                return False
        return False

    def introduced(self, at: int) -> bool:
        """Tells whether a mark opens its paragraph or follows a colon."""
        before = self.text[:at].rstrip(" \t\u00a0")
        return not before or before[-1] in ":\n"

    def is_apostrophe(self, mark: str, at: int) -> bool:
        if len(mark) > 1 or mark not in _SINGLES:
            return False
        before, after = self.around(at, at + 1)
        if before.isalnum():
            if after.isalnum():
                return True
            return self.is_genitive(mark, at, before, after)
        rest = re.match(r"\w+", self.text[at + 1 :])
        word = "" if rest is None else rest.group()
        if word.lower() in self.marks.elisions and word[:1].islower():
            return True
        return re.fullmatch(r"\d\d", word) is not None and not self.text.startswith(mark, at + 3)

    def is_genitive(self, mark: str, at: int, before: str, after: str) -> bool:
        """Tells an apostrophe after a name (Harris' partij) from a closing mark."""
        if not any(mark in self.closers[held.mark] for held in self.open):
            return True
        if before not in _GENITIVE or after != " " or not self.text[at + 2 : at + 3].isalpha():
            return False
        line = self.text[at + 1 :].split("\n", 1)[0]
        for found in re.finditer(re.escape(mark), line):
            left, right = self.around(at + 1 + found.start(), at + 2 + found.start())
            if left.isalnum() and right.isalnum():
                continue
            return not (left in _OPENING_BEFORE and right.isalnum())
        return False

    def around(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[start - 1] if start > 0 else "\n"
        after = self.text[end] if end < len(self.text) else "\n"
        return before, after

    def may_open(self, mark: str, at: int) -> bool:
        before, after = self.around(at, at + len(mark))
        if mark not in self.any_closer:
            return True
        if mark == '"':
            return before in _OPENING_BEFORE or before in self.closers
        return (before in _OPENING_BEFORE or before in self.closers) and not after.isspace()

    def must_open(self, mark: str, at: int) -> bool:
        """Tells whether a mark stands as only an opening one can: after a space and before a letter."""
        before, after = self.around(at, at + len(mark))
        return (before.isspace() or before in "([") and not after.isspace() and after not in _CLOSING_AFTER
