"""The verdict: where an event stands as of a day, by rules that a reader can follow. Pure.

``holders`` says who stands behind a claim and who speaks for a party, ``days`` when a claim was said and
which of two is later, ``weigh`` what a claim amounts to and how heavy it is, ``story`` walks through the
claims in order, ``passed`` looks at days gone by, and ``give`` puts the verdict together.
"""

from dragoman.events.verdict.give import give_verdict
from dragoman.events.verdict.holders import ITSELF, Holder, takes_in, voices

__all__ = ["ITSELF", "Holder", "give_verdict", "takes_in", "voices"]
