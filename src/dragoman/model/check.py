"""How a desk's own calendar differs from the diary, as data: the JSON contract of ``check --json``."""

from typing import Literal

import msgspec

from dragoman.model.diary import EventEntry
from dragoman.model.report import DeskEntry

DifferenceKind = Literal["called-off", "moved", "doubted", "on-again", "missing"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports say of an event that the calendar has otherwise, or not at all (``entry`` is None)."""

    kinds: tuple[DifferenceKind, ...]
    entry: DeskEntry | None
    event: EventEntry


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document of ``check --json``.

    Of the calendar's ``entries`` so many are ``same`` as in the reports, told of in none (``untold``), and ``past``:
    over for more than a week, and not looked at.
    """

    as_of: str
    according_to: str | None
    entries: int
    same: int
    untold: int
    past: int
    differences: tuple[Difference, ...]
