"""Sentences read by the real model and packs, up to the room of claims."""

from collections.abc import Callable

import pytest

from dragoman.actors.find import find_actors
from dragoman.claims.attribute import find_speech
from dragoman.claims.find import Tale, find_claims
from dragoman.claims.scene import Found, Scene
from dragoman.claims.speech import Speech
from dragoman.dates.find import find_dates
from dragoman.language import parse_text
from dragoman.packs.load import load_language

DAY = "2018-05-23"


def found_in(text: str) -> Found:
    pack, parse = load_language("nl"), parse_text(text, language="nl")
    dates = find_dates(parse, pack.dates, text=text)
    cast = find_actors(parse, text, pack=pack, day=DAY, dates=dates)
    return Found(parse=parse, text=text, actors=cast.actors, places=cast.places, dates=dates)


def speech_in(found: Found) -> Speech:
    return find_speech(found.parse, found.text, found.actors, load_language("nl"))


@pytest.fixture(scope="session")
def scene_of() -> Callable[[str], Scene]:
    """Lays a text's first sentence out with its actors, places and dates."""
    return lambda text: Scene(found_in(text), 0, pack=load_language("nl"))


@pytest.fixture(scope="session")
def read_found() -> Callable[[str], tuple[Found, Speech]]:
    """Gives what is found in a text before its claims, and who speaks in it."""

    def read(text: str) -> tuple[Found, Speech]:
        found = found_in(text)
        return found, speech_in(found)

    return read


@pytest.fixture(scope="session")
def tale_of() -> Callable[[str], Tale]:
    """Finds the tellings and claims of a text."""

    def read(text: str) -> Tale:
        found = found_in(text)
        return find_claims(found, speech=speech_in(found), pack=load_language("nl"))

    return read


@pytest.fixture(scope="session")
def token_of() -> Callable[[Scene, str], int]:
    """Gives the place of a word in a scene."""
    return lambda scene, word: next(i for i, token in enumerate(scene.tree.tokens) if token.text == word)
