"""The text as it is kept: line ends, spaces and invisible characters put right, and nothing else."""

import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]"
)
"""Control characters, soft hyphens, zero-width marks and marks of direction: they cut words in two unseen."""

SPACES = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f\u3000]")
TRAILING = re.compile(r" +(?=\n|\Z)")
MANY_LINES = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    r"""Gives a text as it is kept; all offsets count its characters, and cleaning it again changes nothing.

    Accents become one character with their letter (NFC), every kind of line end ``\n``, every kind of space a
    plain one; soft hyphens and control characters go. Words, quote marks and case stay as they were.

    >>> clean_text("De top\r\ngaat\u00a0door, in Pan\u00admunjom. ")
    'De top\ngaat door, in Panmunjom.'
    """
    text = INVISIBLE.sub("", LINE_ENDS.sub("\n", text))
    text = unicodedata.normalize("NFC", SPACES.sub(" ", text))
    return MANY_LINES.sub("\n\n", TRAILING.sub("", text)).strip()
