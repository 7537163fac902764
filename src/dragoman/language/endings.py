"""Endings: what words that end alike do to become their lemmas, learnt from known forms."""

from collections import Counter, defaultdict
from collections.abc import Iterable

Rule = tuple[int, str]
"""How many characters a form loses at its end, and what its lemma has in their place."""

_LONGEST = 7
_WIDEST = 5
_OFFERED = 3
_UNHEARD = 1e-5


class Endings:
    """Rules of endings, by the last characters of the forms that were seen to follow them.

    >>> Endings([("luisterde", "luisteren"), ("tuimelde", "tuimelen")]).offer("koesterde")
    ['koesteren']
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn from forms and their lemmas; those that share no beginning tell nothing of endings."""
        self._seen: dict[str, Counter[Rule]] = defaultdict(Counter)
        for form, lemma in pairs:
            rule = _rule(form, lemma)
            if rule is not None:
                for size in range(min(_LONGEST, len(form)) + 1):
                    self._seen[form[len(form) - size :]][rule] += 1
        self._totals = {ending: seen.total() for ending, seen in self._seen.items()}

    def share(self, form: str, lemma: str) -> float:
        """Give the share of like forms that become their lemma as `form` becomes `lemma` (0 to 1).

        Longer endings count first and shorter ones for what they leave open.
        """
        rule = _rule(form, lemma)
        share = _UNHEARD
        if rule is None:
            return share
        for size in range(min(_LONGEST, len(form)) + 1):
            ending = form[len(form) - size :]
            seen = self._seen.get(ending)
            if seen is None:
                break
            share = (seen[rule] + len(seen) * share) / (self._totals[ending] + len(seen))
        return share

    def offer(self, form: str) -> list[str]:
        """Give the lemmas that the rules of like forms lead to, those of the longest endings first."""
        found: dict[str, None] = {}
        for size in range(min(_LONGEST, len(form)), 0, -1):
            seen = self._seen.get(form[len(form) - size :])
            if seen is not None:
                for (lost, added), _ in seen.most_common(_OFFERED):
                    if lost < len(form):
                        found.setdefault(form[: len(form) - lost] + added)
        return list(found)


def _rule(form: str, lemma: str) -> Rule | None:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return (len(form) - shared, lemma[shared:]) if shared and len(form) - shared <= _WIDEST else None
