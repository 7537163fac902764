"""The page that a screen is written on: whose language, how wide, with which signs and colours, as of which day."""

import os
import sys
from datetime import date
from typing import TextIO

import click
import msgspec

from dragoman.errors import BadOption
from dragoman.model.vocabulary import Status
from dragoman.packs.load import load_wording, wordings
from dragoman.packs.shapes.wording import Wording
from dragoman.settings import Settings
from dragoman.views.cli.signs import Signs, signs_for, spell_all

NARROWEST = 40
WIDEST = 100
"""A line of more columns is hard to read; whoever sets COLUMNS is taken at their word."""
USUAL = 80
ENGLISH = "en"
_COLOURS: dict[str, str] = {
    "on": "green",
    "open": "yellow",
    "moved": "cyan",
    "off": "red",
    "over": "blue",
    "unknown": "magenta",
}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a screen needs to know beside what it shows; ``day`` is the day that it is as of."""

    wording: Wording
    language: str
    columns: int = USUAL
    signs: Signs = Signs()
    colour: bool = False
    day: date | None = None

    def say(self, key: str, **filled: object) -> str:
        """Gives a label of the wording, with its blanks filled in; KeyError for one that no wording has."""
        return self.wording.labels[key].format(**filled)

    def count(self, key: str, number: int) -> str:
        """Gives so many of a thing, for example ``2 reports``."""
        one, many = self.wording.counts[key]
        return (one if number == 1 else many).format(count=number)

    def on_day(self, day: date | None) -> "Page":
        """Gives the page as of a day."""
        return msgspec.structs.replace(self, day=day)

    def join(self, *parts: str) -> str:
        """Gives the parts that are there with a dot between them."""
        return f" {self.signs.dot} ".join(part for part in parts if part)

    def heading(self, text: str) -> str:
        """Gives a heading."""
        return click.style(text, bold=True) if self.colour else text

    def faint(self, text: str) -> str:
        """Gives what matters less."""
        return click.style(text, dim=True) if self.colour else text

    def tint(self, text: str, sign: str) -> str:
        """Gives a text in the colour of a sign, which stands beside it: colour alone tells nothing."""
        names = {getattr(self.signs, name): colour for name, colour in _COLOURS.items()}
        return click.style(text, fg=names[sign]) if self.colour and sign in names else text

    def sign(self, status: Status) -> str:
        """Gives the sign of a status, in its colour."""
        sign = self.signs.of(status)
        return self.tint(sign, sign)


def make_page(settings: Settings, *, language: str | None = None, out: TextIO | None = None) -> Page:
    """Makes the page for a stream, standard output unless another is given.

    Without ``language`` it is the settings', or else the locale's where the interface speaks it, or else English.
    Raises `BadOption` for a language that the interface does not speak.
    """
    stream = sys.stdout if out is None else out
    code = choose_language(settings, language)
    encoding = stream.encoding or "ascii"
    terminal = stream.isatty()
    return Page(
        wording=spell_all(load_wording(code), encoding),
        language=code,
        columns=_columns(settings, stream, terminal=terminal),
        signs=signs_for(encoding),
        colour=terminal and not settings.no_color,
    )


def choose_language(settings: Settings, asked: str | None) -> str:
    """Gives the language of the interface; raises `BadOption` for one that it does not speak."""
    said = asked or settings.language
    if said is None:
        return settings.locale if settings.locale in wordings() else ENGLISH
    if said not in wordings():
        raise BadOption(f"the interface does not speak {said!r}", hint=f"it speaks: {', '.join(wordings())}")
    return said


def _columns(settings: Settings, stream: TextIO, *, terminal: bool) -> int:
    if settings.columns is not None:
        return max(settings.columns, NARROWEST)
    if not terminal:
        return USUAL
    try:
        found = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return USUAL
    return min(max(found, NARROWEST), WIDEST) if found else USUAL
