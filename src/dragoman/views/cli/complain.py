"""Tells errors on standard error, in the language of the interface where it has words for them."""

import sys

import click

from dragoman.errors import DragomanError
from dragoman.settings import read_settings
from dragoman.views.cli.page import Page, make_page
from dragoman.views.cli.signs import spell


def complain(error: DragomanError, *, language: str | None = None) -> None:
    """Writes an error to standard error: where, what, and what may help."""
    try:
        page = make_page(read_settings(), language=language, out=sys.stderr)
        told = write_error(error, page)
    except (DragomanError, ValueError):
        # A setting or language that cannot be taken is the error itself: it is told as it is.
        told = str(error)
    click.echo(spell(told, sys.stderr.encoding or "ascii"), err=True)


def write_error(error: DragomanError, page: Page) -> str:
    """Gives an error in one line: the place, what it means, and in brackets what was seen and what helps.

    For example ``dpa.jsonl, regel 3: deze regel of dit record is niet zoals het formaat voorschrijft (…)``.
    """
    meaning = page.wording.errors.get(error.code)
    seen = [error.message if meaning is not None and page.language != "en" else None, error.hint]
    place = _place(error, page)
    told = error.message if meaning is None or page.language == "en" else meaning
    details = "; ".join(each for each in seen if each)
    return f"{place + ': ' if place else ''}{told}{f' ({details})' if details else ''}"


def _place(error: DragomanError, page: Page) -> str:
    values = {
        "file": error.file,
        "line": error.line,
        "report": error.report,
        "offset": error.offset,
        "rule": error.rule,
    }
    return ", ".join(
        page.wording.places[name].format(value=value) for name, value in values.items() if value is not None
    )
