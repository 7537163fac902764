"""The diary as data: the JSON contract of ``diary --json`` (fields may be added, never renamed)."""

import msgspec

from dragoman.model.vocabulary import (
    ActorType,
    Attendance,
    Certainty,
    Evidentiality,
    Kind,
    LinkType,
    Nature,
    Role,
    SourceType,
    Stance,
    Status,
)


class WhenEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A date as shown: ``edtf`` is empty when no day is known, and ``reason`` then says why."""

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    text: str | None = None
    time: str | None = None
    zone: str | None = None
    reason: str | None = None


class PlaceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A place: canonical English name and ISO country code."""

    name: str
    country: str | None = None
    id: str | None = None
    labels: dict[str, str] = {}


class PartyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A party to an event."""

    id: str
    name: str
    type: ActorType
    state: str | None
    role: Role
    attendance: Attendance
    labels: dict[str, str] = {}


class ChainEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A link of a source chain, outermost first; the span is where the report names it."""

    name: str
    type: SourceType
    state: str | None
    evidentiality: Evidentiality
    start: int | None
    end: int | None
    id: str | None = None
    speaks_for: str | None = None
    cue: str | None = None
    labels: dict[str, str] = {}


class ClaimEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in an event's history; ``retold`` ones lie before their report's news on a day that is not named."""

    id: str
    said: WhenEntry | None
    published: WhenEntry | None
    status: Status
    stance: Stance
    certainty: Certainty
    chain: tuple[ChainEntry, ...]
    when: WhenEntry | None
    reason: str | None
    report: str
    start: int
    end: int
    quote: str
    rule: str
    moved_from: WhenEntry | None = None
    score: float = 1.0
    sentence_start: int | None = None
    sentence: str | None = None
    report_key: str | None = None
    retold: bool = False


class LinkEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A link to another event of the diary, and the claim that gives it."""

    type: LinkType
    event: str
    claim: str | None


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the diary as of a day."""

    id: str
    kind: Kind
    nature: Nature
    label: str
    labels: dict[str, str]
    parties: tuple[PartyEntry, ...]
    place: PlaceEntry | None
    when: WhenEntry
    moved_from: tuple[WhenEntry, ...]
    status: Status
    since: WhenEntry | None
    previous: Status | None
    rule: str
    because: tuple[str, ...]
    dissents: tuple[str, ...]
    contested: bool
    certainty: Certainty
    iptc: str
    background: bool
    outcome: str | None
    alternatives: tuple[PlaceEntry, ...]
    links: tuple[LinkEntry, ...]
    history: tuple[ClaimEntry, ...]
    reports: int
    voices: int
    ordinal: int | None = None
    by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class ReportEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A report that the diary rests on; ``id`` is its label, ``key`` its content."""

    id: str
    key: str
    outlet: str | None
    language: str | None
    published: WhenEntry | None
    title: str | None = None
    added: str | None = None


class ActEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An act between actors, in PLOVER's types."""

    kind: str
    actor: tuple[PartyEntry, ...]
    recipient: tuple[PartyEntry, ...]
    chain: tuple[ChainEntry, ...]
    certainty: Certainty
    report: str
    start: int
    end: int
    quote: str
    rule: str = ""
    report_key: str | None = None


class QuoteEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Words given as somebody's; ``speaker`` is ``None`` when the report does not say whose."""

    speaker: str | None
    via: tuple[str, ...]
    direct: bool
    report: str
    start: int
    end: int
    quote: str
    report_key: str | None = None


class Diary(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document of ``diary --json``."""

    as_of: str | None
    according_to: str | None
    reports: tuple[ReportEntry, ...]
    events: tuple[EventEntry, ...]
    acts: tuple[ActEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    hidden: dict[str, int] = {}
