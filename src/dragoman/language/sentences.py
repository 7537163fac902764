"""Sentences: cuts a report's text into paragraphs, and these into sentences of tokens.

Rules of marks and capitals come first; where a sentence ends without a mark, the model tells (`part_stretch`).

A blank line ends a paragraph. A single line break does too, unless the lines were only broken to fit a width;
so a heading without a full stop is a sentence of its own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.spans import Span
from dragoman.language.tokens import APOSTROPHES, QUOTES, Habits, find_tokens, habits

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_ENDS = re.compile(r"[.!?…]+")
_CLOSE_ONLY = frozenset({"''", "”", "»", ")", "]", "}"})
_EITHER = frozenset({'"', "'", "’", "‘", "“", "`"})
_SKIPPED = frozenset(QUOTES + "([{¿¡") | {"''", ",,", "``", "...", "…"}
_SIGNS = "€$£@#"
_DASHES = frozenset({"-", "–", "—", "•", "*"})
_SURE = 0.5
_WRAPPED_LINES = 3
_WRAPPED_WIDTH = 120


class Stretch(NamedTuple):
    """A sentence before it is parsed: its tokens, and the number of its paragraph from 0."""

    tokens: tuple[Span, ...]
    paragraph: int


def find_sentences(text: str, language: str = "nl") -> list[Stretch]:
    """Find the sentences of a text, in order; every character that is not a blank lies in exactly one token.

    For example ``Top afgelast`` on a line of its own above ``De top gaat niet door.`` gives two sentences.
    """
    rules = habits(language)
    found: list[Stretch] = []
    for number, paragraph in enumerate(find_paragraphs(text)):
        tokens = find_tokens(text, paragraph, language)
        found += [Stretch(tuple(sentence), number) for sentence in _split(text, tokens, rules)]
    return found


def part_stretch(text: str, stretch: Stretch, starts: Sequence[float]) -> list[Stretch]:
    """Part a sentence where the model is sure that another one begins, as it does after a heading without a full stop.

    `starts` are the probabilities of a start at each token. The marks that open a quotation or bracket go with what
    they open.
    """
    sure = [i for i in range(1, len(starts)) if starts[i] >= _SURE]
    if not sure:
        return [stretch]
    closing = _closing(text, list(stretch.tokens))
    moved = {_with_openers(text, stretch, i, closing) for i in sure if i not in closing}
    cuts = [0, *sorted(moved - {0}), len(stretch.tokens)]
    return [Stretch(stretch.tokens[left:right], stretch.paragraph) for left, right in pairwise(cuts)]


def _with_openers(text: str, stretch: Stretch, i: int, closing: set[int]) -> int:
    """Give the first of the marks right before a token that open what it begins, or the token itself."""
    while i > 0 and i - 1 not in closing and stretch.tokens[i - 1].of(text) in _SKIPPED:
        i -= 1
    return i


def find_paragraphs(text: str) -> list[Span]:
    """Find the paragraphs of a text, without the blanks around them."""
    found: list[Span] = []
    block: list[Span] = []
    for line in (Span(*match.span()) for match in _LINE.finditer(text)):
        if block and text.count("\n", block[-1].end, line.start) > 1:
            found += _join_wrapped(text, block)
            block = []
        block.append(line)
    return found + _join_wrapped(text, block) if block else found


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines that were broken to fit a width."""
    width = max(line.end - line.start for line in lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if len(lines) >= _WRAPPED_LINES and width <= _WRAPPED_WIDTH and _is_wrapped(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _is_wrapped(text: str, before: Span, line: Span, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on the line before."""
    word = line.of(text).split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(word) > width and word[0] not in _DASHES


def _split(text: str, tokens: list[Span], rules: Habits) -> list[list[Span]]:
    closing = _closing(text, tokens)
    starts = [0, *(i for i in range(1, len(tokens)) if _begins(text, tokens, i, closing, rules)), len(tokens)]
    return [tokens[left:right] for left, right in pairwise(starts) if left < right]


def _begins(text: str, tokens: list[Span], i: int, closing: set[int], rules: Habits) -> bool:
    """Say whether a sentence begins at token `i`."""
    if i in closing:
        return False
    last = i - 1
    while last > 0 and last in closing:
        last -= 1
    opener = _opener(text, tokens, i, rules)
    word = tokens[last].of(text)
    if _ENDS.fullmatch(word):
        return opener != "" and (opener[0].isupper() or opener[0].isdigit() or opener[0] in _SIGNS)
    return word.lower() in rules.may_end and opener[:1].isupper() and opener.lower() in rules.openers


def _closing(text: str, tokens: list[Span]) -> set[int]:
    """Find the tokens that close a quotation or bracket; one that could do either closes every second time."""
    found: set[int] = set()
    is_open = False
    for i, token in enumerate(tokens):
        word = token.of(text)
        if word in _CLOSE_ONLY:
            found.add(i)
        elif word in _EITHER:
            left = i > 0 and tokens[i - 1].end == token.start
            right = i + 1 < len(tokens) and tokens[i + 1].start == token.end
            closes = is_open if left == right else left
            if closes:
                found.add(i)
            is_open = not closes
    return found


def _opener(text: str, tokens: list[Span], i: int, rules: Habits) -> str:
    """Give the first word from token `i` on, past the marks that may stand before it."""
    for token in tokens[i : i + 4]:
        word = token.of(text)
        clitic = word[0] in APOSTROPHES and word[1:].lower() in rules.clitics
        if not (clitic or word in _SKIPPED or word in _DASHES):
            return word
    return ""
