"""Whether two events are one: a score with reasons that can be read, and conflicts that rule it out."""

import msgspec

from dragoman.events.alike import LOOKS, Pair, Reason
from dragoman.model.event import Event
from dragoman.packs.shapes.kinds import KindPack

SAME = 0.6
"""Events that score so much are one: kind and parties with something more; never kind, place and month alone."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """How alike two events are, 0.0 to 1.0, and why; ``conflict`` is what rules out that they are one."""

    score: float
    reasons: tuple[Reason, ...]
    conflict: Reason | None = None

    @property
    def same(self) -> bool:
        """Is whether they are taken for one event."""
        return self.conflict is None and self.score >= SAME

    @property
    def text(self) -> str:
        """Is the reasons in words, the weightiest first."""
        told = (self.conflict,) if self.conflict is not None else sorted(self.reasons, key=lambda one: -one.weight)
        return "; ".join(one.text for one in told)


def match_score(a: Event, b: Event, *, kinds: KindPack, a_held: bool = False, b_held: bool = False) -> Match:
    """Gives how surely two events are one, with a reason for each part of the score; it is symmetric.

    ``a_held`` and ``b_held`` tell which is known to have taken place: two that did on different days are two.
    An event keeps its identity when its date or place moves.

    For example a "meeting of Kim and Trump" without a day scores 0.6 or more with a summit of Donald Trump and
    Kim Jong-un on 12 June.
    """
    pair = Pair(a=a, b=b, kinds=kinds, a_held=a_held, b_held=b_held)
    reasons = tuple(reason for look in LOOKS.values() for reason in look(pair))
    conflict = next((reason for reason in reasons if reason.rules_out), None)
    if conflict is not None:
        return Match(score=0.0, reasons=reasons, conflict=conflict)
    score = sum(reason.weight for reason in reasons)
    return Match(score=round(min(max(score, 0.0), 1.0), 3), reasons=reasons)
