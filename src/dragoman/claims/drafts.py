"""Sayings while they are being put together: a frame with its sentence, its speakers and what it governs so far."""

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.claims.sayings import Frame
from dragoman.claims.speech import Saying, Span
from dragoman.model.actor import Link
from dragoman.rules.tree import Tree


class Draft(msgspec.Struct, kw_only=True):
    """A frame of saying of sentence number ``sentence``, before its quotes are bound to it."""

    frame: Frame
    sentence: int
    cue: Span
    links: tuple[Link, ...] = ()
    content: list[Span] = []
    quoted: list[Span] = []
    words: tuple[Span, ...] = ()
    vague: bool = False
    hearsay: bool = False

    def saying(self) -> Saying:
        """Gives the finished saying."""
        return Saying(
            rule=self.frame.rule,
            type=self.frame.type,
            cue=self.cue,
            links=self.links,
            content=merged([*self.content, *self.quoted]),
            quoted=merged(self.quoted),
            frame=outside(self.words, merged([*self.quoted, *(() if self.frame.how == "object" else self.content)])),
            stance=self.frame.stance,
            hearsay=self.hearsay,
            vague=self.vague,
        )

    def holds(self, start: int, end: int) -> bool:
        """Tells whether a span lies wholly in what is governed so far."""
        spans = merged(self.content)
        return any(a <= start and end <= b for a, b in spans)

    @property
    def size(self) -> int:
        """Counts the characters that are governed so far."""
        return sum(end - start for start, end in merged(self.content))


def runs(tree: Tree, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Gives the stretches that tokens make up in the text, outer punctuation left out.

    Tokens that stand together are one stretch; so are those with nothing but punctuation between them.
    """
    kept = sorted(i for i in set(indexes) if tree.tokens[i].upos != "PUNCT")
    found: list[list[int]] = []
    for index in kept:
        between = range(found[-1][-1] + 1, index) if found else range(0)
        if found and all(tree.tokens[i].upos == "PUNCT" for i in between):
            found[-1].append(index)
        else:
            found.append([index])
    return tuple((tree.tokens[each[0]].start, tree.tokens[each[-1]].end) for each in found)


def outside(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Gives what is left of spans outside others.

    >>> outside([(0, 20)], [(5, 9)])
    ((0, 5), (9, 20))
    """
    left = list(spans)
    for start, end in taken:
        cut = []
        for a, b in left:
            cut += [(a, min(b, start)), (max(a, end), b)] if a < end and start < b else [(a, b)]
        left = [(a, b) for a, b in cut if a < b]
    return tuple(left)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Gives spans in order, those that touch or overlap as one.

    >>> merged([(4, 9), (0, 5), (12, 14)])
    ((0, 9), (12, 14))
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
