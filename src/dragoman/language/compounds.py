"""Compounds: sets the parts of a compound apart in its lemma, as the treebank does."""

from collections.abc import Mapping, Sequence

import msgspec

from dragoman.language.endings import Endings

_JOINT = "_"
_LINK = "-"


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What the treebank tells of compounds.

    ``fronts`` gives the lemma of what stands before a joint (``staats``: ``staat``), ``joined`` the lemma with its
    parts set apart (``staatshoofd``: ``staat_hoofd``).
    """

    fronts: Mapping[str, str]
    joined: Mapping[str, str]


class Compounds:
    """Sets parts apart, by what is known of a lemma and else by the joints that the model finds."""

    def __init__(self, parts: Parts, *, whole: frozenset[str] = frozenset()) -> None:
        """Learn from known compounds how the front of one becomes a lemma; `whole` are all known lemmas.

        Of those the ones that have no joint stay as they are.
        """
        self._parts = parts
        self._whole = whole
        self._endings = Endings(parts.fronts.items())
        self._lemmas = frozenset(parts.fronts.values())

    def part(self, lemma: str, joints: Sequence[int]) -> str:
        """Give a lemma with its parts set apart; one without joints stays as it is.

        `joints` are the characters of the word at which a part begins. For example the lemma ``vredestop`` of a word
        with a joint at 6 becomes ``vrede_top``.
        """
        known = self._parts.joined.get(lemma)
        if known is not None or lemma in self._whole:
            return known or lemma
        ends = [joint for joint in joints if 1 < joint < len(lemma) - 1]
        if not ends:
            return lemma
        starts = [0, *ends]
        fronts = [self._front(lemma[left:right]) for left, right in zip(starts, ends, strict=False)]
        last = lemma[ends[-1] :]
        return _JOINT.join([*fronts, self._parts.joined.get(last, last)])

    def _front(self, written: str) -> str:
        """Give the lemma of what stands before a joint: the known one, or that which like fronts lead to."""
        bare = written.rstrip(_LINK) or written
        known = self._parts.fronts.get(bare) or self._parts.fronts.get(bare.lower())
        if known is not None:
            return known
        offered = [bare, *self._endings.offer(bare)]
        return max(offered, key=lambda lemma: self._endings.share(bare, lemma) + (lemma in self._lemmas))
