"""Reads gold sets: the shapes of their JSON, where their reports lie, and the hash of each.

What each field means is told by `evaluation/gold/FORMAT.md` in the project's repository. Gold of a text that is not
ours holds none of its words: there ``quote`` and ``text`` are empty, and the offsets alone say what is meant.
"""

import hashlib
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.errors import BadGold
from dragoman.model.vocabulary import Certainty, Evidentiality, Kind, Stance, Status

Shape = TypeVar("Shape")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMAT = b'"dragoman-gold/1"'
HEAD = 200
"""Within how many bytes a file of gold names its format."""


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
    """What one report should be read as; ``names`` has for a name the forms of it that are as good in this report."""

    id: str
    text_sha256: str
    published_true: str
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...]
    dates: tuple[GoldDate, ...]
    names: dict[str, tuple[str, ...]] = {}


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
    """A whole set, most often one story: its name, its texts' folder, reports by id, timeline and SHA-256."""

    name: str
    texts: Path
    reports: dict[str, GoldReport]
    timeline: GoldTimeline
    sha256: str


def read_gold(folder: Path) -> GoldSet:
    """Reads one gold set; raises `BadGold` for a folder without gold and for JSON that is not of its shape.

    Its reports lie in its own `reports`, or else are the package's examples.
    """
    paths = sorted(folder.glob("*.json"))
    if not any(_is_report(path) for path in paths):
        raise BadGold(f"{folder} holds no gold", hint="a folder with one JSON file for each report")
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    told = [_decode(path, GoldReport) for path in paths if _is_report(path)]
    timeline, own = folder / "_timeline.json", folder / "reports"
    return GoldSet(
        name=folder.resolve().name,
        texts=own if own.is_dir() else EXAMPLES,
        reports={each.id: each for each in told},
        timeline=_decode(timeline, GoldTimeline) if timeline.exists() else GoldTimeline(),
        sha256=digest.hexdigest(),
    )


def read_sets(folder: Path) -> tuple[GoldSet, ...]:
    """Reads the gold set that a folder is, or every set below it, by path; raises `BadGold` where there is none."""
    folders = {path.parent for path in folder.rglob("*.json") if _is_report(path) and _names_gold(path)}
    if not folders:
        raise BadGold(f"{folder} holds no gold", hint="a folder with one JSON file for each report")
    return tuple(read_gold(each) for each in sorted(folders))


def _is_report(path: Path) -> bool:
    return not path.name.startswith("_")


def _names_gold(path: Path) -> bool:
    return FORMAT in path.read_bytes()[:HEAD]


def _decode(path: Path, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except msgspec.DecodeError as error:
        raise BadGold(f"{path}: {error}") from error
