"""An event's status over time as a strip: which sign it had from which day to which, in shares of a hundred."""

from collections.abc import Sequence
from datetime import date

import msgspec

from dragoman.corridor.browse import Face
from dragoman.views.cli.days import write_day
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import name_of
from dragoman.views.cli.standing import write_status

WIDTH = 1000
NARROWEST = 34
"""A stretch is never narrower, so that its sign can be seen."""


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the strip, ``x`` and ``width`` in thousandths of it."""

    x: int
    width: int
    sign: str
    tone: str
    told: str


def make_strip(faces: Sequence[Face], page: Page) -> tuple[Stretch, ...]:
    """Makes the strip from an event's first day to the day that it is as of; empty for one that always stood alike."""
    merged = [face for place, face in enumerate(faces) if place == 0 or face.status != faces[place - 1].status]
    if not merged or page.day is None:
        return ()
    days = [date.fromisoformat(face.day) for face in merged]
    ends = [*days[1:], page.day]
    lengths = [
        max((end - start).days, 0) + (place == len(days) - 1)
        for place, (start, end) in enumerate(zip(days, ends, strict=True))
    ]
    widths = _shares(lengths)
    return tuple(
        Stretch(
            x=sum(widths[:place]),
            width=widths[place],
            sign=page.signs.of(face.status),
            tone=name_of(face.status),
            told=f"{write_day(days[place], page)}: {write_status(face.status, page)}",
        )
        for place, face in enumerate(merged)
    )


def _shares(lengths: Sequence[int]) -> list[int]:
    """Gives each its share of the width, none narrower than can be seen."""
    spare = max(WIDTH - NARROWEST * len(lengths), 0)
    whole = max(sum(lengths), 1)
    floor = NARROWEST if spare else WIDTH // len(lengths)
    widths = [floor + spare * length // whole for length in lengths]
    widths[-1] += WIDTH - sum(widths)
    return widths
