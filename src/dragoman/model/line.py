"""One report as read, as data: the JSON contract of ``read --json``, one line for each report."""

import msgspec

from dragoman.model.diary import ActEntry, ClaimEntry, PartyEntry, PlaceEntry, QuoteEntry, WhenEntry
from dragoman.model.vocabulary import ActorType, Kind


class DateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report read as a date; ``edtf`` is empty where no day can be given, and ``reason`` says why."""

    start: int
    end: int
    text: str
    edtf: str | None
    reason: str | None = None
    rule: str = ""


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report read as an actor."""

    start: int
    end: int
    text: str
    name: str
    id: str
    type: ActorType
    state: str | None


class ToldClaimEntry(ClaimEntry, frozen=True, kw_only=True):
    """A claim with what the report tells of its event; claims of one event have the same number in ``event``.

    ``when`` is the day that the claim gives the event, or else the day that the report gives it.
    """

    event: int
    kind: Kind
    label: str
    parties: tuple[PartyEntry, ...]
    place: PlaceEntry | None
    labels: dict[str, str] = {}


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One report with all that was read in it; ``id`` is its label, ``key`` its content."""

    id: str
    key: str
    outlet: str | None
    language: str | None
    published: WhenEntry | None
    dates: tuple[DateEntry, ...]
    actors: tuple[ActorEntry, ...]
    claims: tuple[ToldClaimEntry, ...]
    acts: tuple[ActEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    title: str | None = None
    version: str = ""
