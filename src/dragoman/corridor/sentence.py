"""The sentence that a claim stands in, for showing its words in their place."""

import re
from typing import NamedTuple

_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+(?=["'“‘„‚«(\[]*[^\W_a-z])""")
"""A sentence ends where a stop is followed by something that does not go on in lower case."""


class Stretch(NamedTuple):
    """A stretch of a text and where it starts."""

    start: int
    text: str


def sentence_around(text: str, start: int, end: int) -> Stretch:
    """Gives the sentence, or the sentences, that a span lies in, never more than their paragraph.

    >>> sentence_around("It rained. The summit is off. So it goes.", 15, 28).text
    'The summit is off.'
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph_end = len(text) if last < 0 else last
    for match in _END.finditer(text, first, paragraph_end):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            paragraph_end = match.end()
            break
    words = text[first:paragraph_end]
    return Stretch(first + len(words) - len(words.lstrip()), words.strip())
