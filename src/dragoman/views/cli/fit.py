"""Fits text into columns: wide characters take two, colours none."""

import re
from collections.abc import Iterable

from wcwidth import wcswidth, wcwidth

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def width(text: str) -> int:
    """Gives how many columns a text takes on a terminal.

    >>> width("首脑"), width("top")
    (4, 3)
    """
    bare = _COLOUR.sub("", text)
    whole = wcswidth(bare)
    return whole if whole >= 0 else sum(max(wcwidth(letter), 0) for letter in bare)


def pad(text: str, columns: int) -> str:
    """Gives a text with blanks up to ``columns``; a longer one as it is."""
    return text + " " * (columns - width(text))


def flush(left: str, right: str, columns: int) -> str:
    """Gives two texts on one line, the second at its end; two blanks apart at least."""
    gap = max(columns - width(left) - width(right), 2)
    return f"{left}{' ' * gap}{right}"


def cut(text: str, columns: int, *, more: str = "…") -> str:
    """Gives a text cut after a word so that it takes no more than ``columns``, with ``more`` where it was cut.

    >>> cut("in ieder geval een delegatie", 20)
    'in ieder geval een…'
    """
    if width(text) <= columns:
        return text
    room = columns - width(more)
    kept = ""
    for word in re.findall(r"\S+\s*", text):
        if width(kept + word.rstrip()) > room:
            break
        kept += word
    return (kept.rstrip().rstrip(",;:") or _chop(text, room)) + more


def wrap(text: str, columns: int, *, first: str = "", rest: str = "") -> list[str]:
    """Gives a text in lines of at most ``columns``, the first begun with ``first`` and the others with ``rest``.

    A word that is longer than a line is broken.
    """
    lines: list[str] = []
    line, lead = first, first
    for word in _pieces(text.split(), columns - max(width(first), width(rest))):
        glue = "" if line == lead else " "
        if glue and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line, lead, glue = rest, rest, ""
        line += glue + word
    return [*lines, line]


def _pieces(words: Iterable[str], room: int) -> Iterable[str]:
    """Breaks words that no line can hold."""
    for word in words:
        left = word
        while width(left) > room > 0:
            piece = _chop(left, room)
            yield piece
            left = left[len(piece) :]
        yield left


def _chop(text: str, room: int) -> str:
    kept = ""
    for letter in text:
        if kept and width(kept + letter) > room:
            break
        kept += letter
    return kept
