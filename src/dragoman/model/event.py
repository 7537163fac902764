"""An event as one report tells it or as several do together, with its dates resolved."""

import msgspec

from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Kind, LinkType, Nature
from dragoman.model.when import When


class Anchor(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """The span of a report that an event's id hangs on; it outlives every re-reading.

    Anchors sort by report, then by place in it.

    >>> Anchor(report="sha256:6cdd7", start=3, end=6) < Anchor(report="sha256:6cdd7", start=20, end=24)
    True
    """

    report: str
    start: int
    end: int


class EventLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link from one event to another, named by anchor, and the claim that gives it.

    For example a round of talks is ``part_of`` the negotiations.
    """

    type: LinkType
    to: Anchor
    claim: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion with its own time or place, or a plan for one.

    ``when`` is ``None`` where nothing was said of its day; ``text`` and ``reason`` of a ``When`` without
    EDTF say what was ("in de toekomst"). ``moved_from`` lists former dates, oldest first.
    """

    anchor: Anchor
    kind: Kind
    nature: Nature = "single"
    parties: tuple[Party, ...] = ()
    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    when: When | None = None
    moved_from: tuple[When, ...] = ()
    ordinal: int | None = None
    background: bool = False
    outcome: str | None = None
    words: str = ""
    links: tuple[EventLink, ...] = ()
