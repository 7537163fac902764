"""What changed in the diary after a day, as data: the JSON contract of ``changes --json``."""

from typing import Literal

import msgspec

from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.model.vocabulary import Status

ChangeKind = Literal[
    "new",
    "planned",
    "confirmed",
    "moved",
    "doubted",
    "called-off",
    "reopened",
    "begun",
    "suspended",
    "held",
    "lapsed",
    "contradicted",
    "changed",
]


class StandEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event stood from a day on; ``kinds`` are what changed on that day, none for where it stood before."""

    day: str
    status: Status
    when: WhenEntry
    contested: bool
    by: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    kinds: tuple[ChangeKind, ...] = ()


class ChangeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An event of which something changed: as it stands now, where it stood before, and each turn since.

    ``kinds`` are those of all ``steps``, each once. ``before`` is None for an event that was not known yet.
    """

    kinds: tuple[ChangeKind, ...]
    before: StandEntry | None
    steps: tuple[StandEntry, ...]
    event: EventEntry


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document of ``changes --json``: what was published after ``since``, by the end of ``as_of``.

    ``hidden`` counts what is left out, by reason.
    """

    since: str
    as_of: str
    according_to: str | None
    changes: tuple[ChangeEntry, ...]
    hidden: dict[str, int] = {}
