"""Reads a gold set: the shapes of its JSON (FORMAT.md beside the sets tells what each field means), and its hash."""

import hashlib
from pathlib import Path

import msgspec

from dragoman.model.vocabulary import Certainty, Evidentiality, Kind, Stance, Status


class GoldActor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part."""

    id: str | None
    name: str
    type: str
    state: str | None


class GoldLink(GoldActor, frozen=True, kw_only=True):
    """A link of a source chain."""

    evidentiality: Evidentiality


class GoldWhen(msgspec.Struct, frozen=True, kw_only=True):
    """When an event is; `start` and `end` are empty where no one expression of the report says it."""

    edtf: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None


class GoldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of an event's history."""

    status: Status
    stance: Stance
    certainty: Certainty
    chain: tuple[GoldLink, ...]
    start: int
    end: int
    quote: str


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as one report tells it."""

    key: str
    kind: Kind
    also_kinds: tuple[Kind, ...]
    label: str
    parties: tuple[GoldActor, ...]
    place: str | None
    alternatives: tuple[str, ...]
    when: GoldWhen | None
    status: Status
    also: tuple[Status, ...]
    optional: bool
    history: tuple[GoldClaim, ...]


class GoldQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's words."""

    speaker: str | None
    direct: bool
    start: int
    end: int
    quote: str


class GoldDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression; `edtf_alone` is what it comes to where the report by itself leaves several days open."""

    start: int
    end: int
    text: str
    edtf: str | None
    edtf_alone: str | None = None


class GoldReport(msgspec.Struct, frozen=True, kw_only=True):
    """What one report should be read as."""

    id: str
    text_sha256: str
    published_true: str
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...]
    dates: tuple[GoldDate, ...]


class GoldStanding(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event stands as of a day, all reports of the set read together; what is empty is not asked."""

    key: str
    as_of: str
    status: Status
    also: tuple[Status, ...]
    when: str | None
    place: str | None
    certainty: Certainty
    by: str | None
    rule: str | None


class GoldTimeline(msgspec.Struct, frozen=True, kw_only=True):
    """The standings of a set, in the order of the days."""

    standings: tuple[GoldStanding, ...] = ()


class GoldSet(msgspec.Struct, frozen=True, kw_only=True):
    """A whole set: reports by id, the timeline, and the SHA-256 of all its JSON files."""

    reports: dict[str, GoldReport]
    timeline: GoldTimeline
    sha256: str


def read_gold(folder: Path) -> GoldSet:
    """Reads a gold set; raises `FileNotFoundError` for a folder without gold and `msgspec.DecodeError` for bad JSON."""
    paths = sorted(folder.glob("*.json"))
    if not any(path.name[0] != "_" for path in paths):
        raise FileNotFoundError(f"{folder} holds no gold")
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    told = [msgspec.json.decode(path.read_bytes(), type=GoldReport) for path in paths if path.name[0] != "_"]
    timeline = folder / "_timeline.json"
    return GoldSet(
        reports={each.id: each for each in told},
        timeline=msgspec.json.decode(timeline.read_bytes(), type=GoldTimeline) if timeline.exists() else GoldTimeline(),
        sha256=digest.hexdigest(),
    )
