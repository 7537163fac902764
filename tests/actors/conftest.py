"""Casts of sentences, read with the real model and packs."""

from collections.abc import Callable

import pytest

from dragoman.actors.find import Cast, find_actors
from dragoman.actors.index import index_for
from dragoman.actors.sight import Sight
from dragoman.dates.find import find_dates
from dragoman.language import parse_text
from dragoman.packs.load import load_language


@pytest.fixture(scope="session")
def cast_of() -> Callable[..., Cast]:
    """Finds the actors and places of a text, as of a day."""

    def find(text: str, day: str | None = "2018-05-23") -> Cast:
        pack, parse = load_language("nl"), parse_text(text, language="nl")
        return find_actors(parse, text, pack=pack, day=day, dates=find_dates(parse, pack.dates, text=text))

    return find


@pytest.fixture
def sight() -> Sight:
    """What a report shows before its first word."""
    return Sight(index=index_for("nl"), day="2018-05-23")
