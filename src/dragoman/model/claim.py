"""The claim: what one report lets one chain of sources say about one event."""

import hashlib

import msgspec

from dragoman.model.actor import Link
from dragoman.model.vocabulary import Certainty, Stance, Status
from dragoman.model.when import When


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """In this report, this chain takes this stance on this status of this event, this surely, in these words.

    ``id`` hangs on content (``claim_id``). ``said`` is when it was said, ``published`` when the report was,
    both as narrow as the ledger knows. ``chain`` runs from the outlet inwards. ``start`` and ``end`` count
    characters of the report's text and ``quote`` is exactly what stands there. ``retold`` claims lie before their
    report's own news on a day that is not named.
    """

    id: str
    report: str
    status: Status
    stance: Stance
    certainty: Certainty
    chain: tuple[Link, ...]
    start: int
    end: int
    quote: str
    rule: str
    said: When | None = None
    published: When | None = None
    when: When | None = None
    moved_from: When | None = None
    reason: str | None = None
    retold: bool = False
    score: float = 1.0

    @property
    def holder(self) -> Link | None:
        """Is the innermost link, who stands behind the claim; ``None`` for an outlet that is not known."""
        return self.chain[-1] if self.chain else None


def claim_id(
    *, report: str, start: int, end: int, status: str, stance: str, certainty: str, chain: tuple[Link, ...], anchor: str
) -> str:
    """Returns the id that content gives: what is read, where, and of which event anchor (``start-end`` of a mention).

    Of each link it is the name, type, evidentiality and whom it speaks for, not where the text names it. Reading a
    report twice with the same packs and model gives the same ids.

    >>> claim_id(
    ...     report="sha256:6cdd7", start=0, end=16, status="confirmed", stance="asserts", certainty="certain",
    ...     chain=(), anchor="3-6",
    ... )
    'cl_7916510cf8e5980b'
    """
    links = ";".join(f"{link.name}|{link.type}|{link.evidentiality}|{link.speaks_for or ''}" for link in chain)
    joined = "\x1f".join((report, str(start), str(end), status, stance, certainty, links, anchor))
    return "cl_" + hashlib.sha256(joined.encode()).hexdigest()[:16]
