"""How a status reads in IPTC's ``eventoccurstatus`` codes."""

from dragoman.model.verdict import Verdict
from dragoman.model.vocabulary import Status

IPTC: dict[Status, str] = {
    "mooted": "eos3",
    "planned": "eos1",
    "confirmed": "eos4",
    "doubtful": "eos3",
    "conditional": "eos3",
    "postponed": "eos3",
    "cancelled": "eos6",
    "refused": "eos2",
    "ongoing": "eos5",
    "suspended": "eos3",
    "held": "eos5",
    "not-held": "eos2",
    "denied": "eos2",
}
"""IPTC has no code for put off, held or denied: those take the nearest."""


def iptc_code(verdict: Verdict, *, own_words: bool = False, organised: bool = False, unplanned: bool = False) -> str:
    """Gives the code of an event's status, for example ``eos6`` for a cancelled one.

    ``own_words`` tells that a party said so in its own words, or a person accepted the reading: only then is
    ``confirmed`` certain (eos5). ``organised`` tells that a planned event is being organised, ``unplanned``
    that one took place without a plan. An event whose day passed without word keeps its last code.
    """
    status = verdict.status
    if status == "unknown-after-date":
        status = verdict.previous if verdict.previous in IPTC else "planned"
    if status == "confirmed" and own_words:
        return "eos5"
    if status == "planned" and organised:
        return "eos4"
    if status == "held" and unplanned:
        return "eos0"
    return IPTC[status]
