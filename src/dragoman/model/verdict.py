"""The verdict: where an event stands as of a day, and why."""

import msgspec

from dragoman.model.vocabulary import Certainty, Status
from dragoman.model.when import When


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event stands, derived from claims by a rule that a user can read.

    ``because`` and ``dissents`` are claim ids; ``rule`` is the id of the verdict rule (``verdict.reopened``);
    ``contested`` says that claims of equal weight disagree; ``by`` names whose claims made it so. For example a summit
    that a party called off and later left open again is ``doubtful``, ``previous`` being ``cancelled``.
    """

    status: Status
    rule: str
    since: When | None = None
    previous: Status | None = None
    because: tuple[str, ...] = ()
    dissents: tuple[str, ...] = ()
    contested: bool = False
    certainty: Certainty = "certain"
    by: tuple[str, ...] = ()
