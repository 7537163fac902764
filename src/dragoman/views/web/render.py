"""Turns what a page shows into HTML, in the language that its reader wants."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.packs.load import load_wording, wordings
from dragoman.views.cli.page import ENGLISH, Page

HERE = Path(__file__).parent
STATIC = HERE / "static"
WIDE = 10_000
"""A page is not cut into columns: the browser does that."""


@cache
def environment() -> Environment:
    """Makes the templates' environment: everything is escaped, and a name that is missing is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def assets_version() -> str:
    """Gives a text that is another one with every change of a file that pages load."""
    digest = sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def make_web_page(language: str) -> Page:
    """Makes the page that words are written on in a language of the interface."""
    return Page(wording=load_wording(language), language=language, columns=WIDE)


def choose_interface(asked: str | None, accepted: str, *, usual: str) -> str:
    """Gives the language of the interface: what was asked for, or else the browser's first that it speaks.

    >>> choose_interface(None, "fr-BE, nl;q=0.8, en;q=0.9", usual="en")
    'en'
    """
    if asked in wordings():
        return str(asked)
    weighed = [_weighed(part, place) for place, part in enumerate(accepted.split(","))]
    known = (code for _, _, code in sorted(weighed) if code in wordings())
    return next(known, usual if usual in wordings() else ENGLISH)


def render(template: str, page: Page, **shown: Any) -> str:  # noqa: ANN401 - what a template shows is of any shape
    """Renders a template with the words of a page."""
    words = {"say": page.say, "count": page.count, "language": page.language, "version": assets_version()}
    return environment().get_template(template).render(**words, **shown)


def _weighed(part: str, place: int) -> tuple[float, int, str]:
    name, _, weight = part.partition(";q=")
    try:
        return -float(weight or 1), place, name.strip().lower()[:2]
    except ValueError:
        return 0.0, place, name.strip().lower()[:2]
