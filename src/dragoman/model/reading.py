"""A reading: all that one version of packs and model reads in one report, dates still unresolved."""

import msgspec

from dragoman.model.actor import Actor, ActorMention, Link
from dragoman.model.mention import DateMention, Place, PlaceMention
from dragoman.model.vocabulary import Attendance, Certainty, Kind, LinkType, Nature, Role, Stance, Status


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that takes part in an event, with its role and whether it is or will be there.

    For example the state that somebody visits is the ``host``.
    """

    actor: Actor
    role: Role = "principal"
    attendance: Attendance = "expected"


class EventMention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report read as an event; ``rule`` names the pack rule that saw it."""

    start: int
    end: int
    text: str
    rule: str


class ReadLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link from one event of a reading to another, ``to`` being its index in the reading."""

    type: LinkType
    to: int
    claim: int | None = None


class ReadEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one report tells it.

    ``dates`` are indexes into the reading's ``dates`` that say when it is; several mean that the report
    says it several times. ``moved_from`` likewise for a former date. ``ordinal`` is the number it is
    said to have ("the fourth meeting"). ``words`` are its own words, for a label.
    """

    kind: Kind
    mentions: tuple[EventMention, ...]
    nature: Nature = "single"
    parties: tuple[Party, ...] = ()
    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    dates: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()
    undated_text: str | None = None
    undated_reason: str | None = None
    ordinal: int | None = None
    background: bool = False
    outcome: str | None = None
    words: str = ""
    links: tuple[ReadLink, ...] = ()


class ReadClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as read: the atom before its dates are resolved.

    ``event`` indexes the reading's events. ``said`` and ``date`` index its dates: when it was said, and
    which day it gives the event. ``start`` and ``end`` span the smallest clause with event and status.
    ``cue`` is the span of the words that carry the status. ``retold`` tells that it lies before the report's own news
    (a pluperfect, "nadat hij de top afblies") though no day is named. ``score`` is the reader's confidence, 0 to 1.
    """

    event: int
    status: Status
    start: int
    end: int
    chain: tuple[Link, ...]
    rule: str
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    said: int | None = None
    date: int | None = None
    moved_from: int | None = None
    reason: str | None = None
    condition: int | None = None
    cue: tuple[int, int] | None = None
    retold: bool = False
    score: float = 1.0


class ReadAct(msgspec.Struct, frozen=True, kw_only=True):
    """Something said or done between actors without being an occasion; ``kind`` is a PLOVER type in lower case."""

    kind: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    chain: tuple[Link, ...]
    start: int
    end: int
    rule: str
    certainty: Certainty = "certain"
    said: int | None = None


class ReadQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Words given as one's own (``direct``) or retold; ``speakers`` are the innermost links, ``via`` those between.

    ``start`` and ``end`` leave the quote marks out. For example what TASS quotes Putin with has Putin as its speaker
    and is ``via`` TASS.
    """

    start: int
    end: int
    direct: bool
    speakers: tuple[Link, ...]
    via: tuple[Link, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one version of packs and model reads in one report: a pure function of the three.

    ``version`` names packs and model. Dates, mentions and events stay unresolved against other reports.
    """

    report: str
    version: str
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[ReadEvent, ...] = ()
    claims: tuple[ReadClaim, ...] = ()
    acts: tuple[ReadAct, ...] = ()
    quotes: tuple[ReadQuote, ...] = ()
