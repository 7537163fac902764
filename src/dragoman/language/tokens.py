"""Tokens: cuts a paragraph into words and marks, the way the treebank writes them.

A word keeps the full stop of an abbreviation (``dr.``), its hyphens, an apostrophe inside it or before a clitic
(``'s``), and the brackets of a part of it (``(ex-)leider``). Addresses of pages and people stay whole.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.spans import Span
from dragoman.packs.load import load_language

QUOTES = "\"'`“”„‟‘’‚‛«»‹›"
APOSTROPHES = "'’‘`"

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_RUN = re.compile(r"\.{2,}|-{2,}|!{2,}|\?{2,}|''|,,|``")
_FRONT = frozenset(QUOTES + "([{<¿¡€$£•*·–—-+=…,.:;!?/")
_BACK = frozenset(QUOTES + ")]}>.,:;!?…–—*•")
_CLOSE = {")": "(", "]": "[", "}": "{"}
_OPEN = {left: right for right, left in _CLOSE.items()}
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.){2,}|[^\W\d_]{1,2}\.(?:-?[^\W\d_]{1,2}\.)+")
_INITIAL = re.compile(r"[A-ZÀ-Þ][a-z]?\.|IJ\.")
_NUMBERED = re.compile(r"\d{1,2}\.")
_RUN_ON = re.compile(r"(?<=[a-zß-ÿ]{2})[.?!](?=[A-ZÀ-Þ][a-zß-ÿ]|['\"‘“][A-ZÀ-Þ])")
_SURNAME_PARTICLE = 3
_HYPHENATED = re.compile(r"[\"'‘“][^\W\d_]+[\"'’”]-\w")
_WORD = re.compile(r"\w")
_FOLLOWING = re.compile(r"[^\S\n]*(\S*)")
_SIGNED = re.compile(r"\+\d|-\w")


class Habits(NamedTuple):
    """What a language's pack tells of its abbreviations, in lower case."""

    never_last: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    clitics: frozenset[str]


@cache
def habits(language: str) -> Habits:
    """Load a language's abbreviations once."""
    told = load_language(language).abbreviations
    lists = (told.never_last, told.may_end, told.openers, told.clitics)
    return Habits(*(frozenset(word.lower() for word in words) for words in lists))


def find_tokens(text: str, paragraph: Span, language: str = "nl") -> list[Span]:
    """Find the tokens of one paragraph, in order; their offsets count from the start of `text`.

    For example ``dr. Jansen (VS) zegt: 'Nee.'`` has the tokens ``dr.``, ``Jansen``, ``(``, ``VS``, ``)``,
    ``zegt``, ``:``, ``'``, ``Nee``, ``.`` and ``'``.
    """
    rules = habits(language)
    found: list[Span] = []
    for chunk in _CHUNK.finditer(text, paragraph.start, paragraph.end):
        for start, end in _runs_on(text, chunk.start(), chunk.end()):
            found += _peel(text, Span(start, end), rules, first=not found, next_at=chunk.end())
    return found


def _runs_on(text: str, start: int, end: int) -> list[Span]:
    """Part a chunk where a blank was forgotten after a sentence (``afgelast.De``)."""
    if _ADDRESS.search(text, start, end):
        return [Span(start, end)]
    cuts = [start, *(found.end() for found in _RUN_ON.finditer(text, start, end)), end]
    return [Span(left, right) for left, right in pairwise(cuts) if left < right]


def _peel(text: str, chunk: Span, rules: Habits, *, first: bool, next_at: int) -> list[Span]:
    """Take marks off the front and the back of a chunk, until a word is left."""
    front: list[Span] = []
    back: list[Span] = []
    start, end = chunk
    while start < end:
        size = _front_mark(text, start, end, rules)
        if size == 0:
            break
        front.append(Span(start, start + size))
        start += size
    while start < end:
        size = _back_mark(text, start, end, rules, begins=first and not front, next_at=next_at)
        if size == 0:
            break
        back.append(Span(end - size, end))
        end -= size
    word = [Span(start, end)] if start < end else []
    return [*front, *word, *reversed(back)]


def _front_mark(text: str, start: int, end: int, rules: Habits) -> int:
    """Give the length of the mark that a chunk begins with, 0 if it begins with a word."""
    if text[start] not in _FRONT or _keeps_front(text, start, end, rules):
        return 0
    run = _RUN.match(text, start, end)
    return run.end() - start if run else 1


def _keeps_front(text: str, start: int, end: int, rules: Habits) -> bool:
    sign = text[start]
    if _HYPHENATED.match(text, start, end):
        return True
    if sign in APOSTROPHES:
        return _is_clitic(text, start, end, rules)
    if sign in _OPEN:
        close = text.find(_OPEN[sign], start, end)
        return close != -1 and bool(re.match(r"-?\w", text[close + 1 : end]))
    if sign in "-+":
        return _SIGNED.match(text, start, end) is not None
    return False


def _is_clitic(text: str, start: int, end: int, rules: Habits) -> bool:
    found = re.match(r"[^\W\d_]+|\d\d(?!\d)", text[start + 1 : end])
    return (
        found is not None
        and (found[0].lower() in rules.clitics or found[0].isdigit())
        and (not _closes(text, start + 1 + found.end(), end))
    )


def _closes(text: str, at: int, end: int) -> bool:
    """Say whether an apostrophe at `at` would close a quotation."""
    return at < end and text[at] in APOSTROPHES


def _back_mark(text: str, start: int, end: int, rules: Habits, *, begins: bool, next_at: int) -> int:
    """Give the length of the mark that a chunk ends with, 0 if it ends with a word."""
    sign = text[end - 1]
    if sign not in _BACK or _keeps_back(text, start, end, begins=begins, rules=rules, next_at=next_at):
        return 0
    for size in range(min(end - start, 6), 1, -1):
        if _RUN.fullmatch(text, end - size, end):
            return size
    return 1


def _keeps_back(text: str, start: int, end: int, *, begins: bool, rules: Habits, next_at: int) -> bool:
    sign = text[end - 1]
    if sign == ".":
        return _keeps_stop(text, start, end, begins=begins, rules=rules, next_at=next_at)
    if sign in _CLOSE:
        left = text.rfind(_CLOSE[sign], start, end)
        return left > start and bool(_WORD.match(text[left - 1]))
    if sign in ">*•" or (sign == "/" and _ADDRESS.match(text, start, end)):
        return _ADDRESS.fullmatch(text, start, end) is not None
    return False


def _keeps_stop(text: str, start: int, end: int, *, begins: bool, rules: Habits, next_at: int) -> bool:
    """Say whether a full stop belongs to its word."""
    word = text[start:end]
    lower = word.lower()
    if _DOTTED.fullmatch(word) or lower in rules.never_last or lower in rules.may_end:
        return True
    after = _next(text, next_at)
    if _INITIAL.fullmatch(word):
        return after != "" and not _opens(after, rules)
    return _NUMBERED.fullmatch(word) is not None and begins and after != ""


def _opens(word: str, rules: Habits) -> bool:
    """Say whether a word begins a sentence and not a surname, as a short one may (``J. De Smet``)."""
    return word.istitle() and word.lower() in rules.openers and len(word) > _SURNAME_PARTICLE


def _next(text: str, at: int) -> str:
    """Give what follows on the same line after blanks."""
    found = _FOLLOWING.match(text, at)
    return found[1] if found else ""
