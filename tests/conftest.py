"""What all tests share: how many examples properties are tried on, and readings made by hand."""

import os
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from dragoman.actors.find import Cast
    from dragoman.actors.sight import Sight
    from dragoman.claims.find import Tale
    from dragoman.claims.scene import Found, Scene
    from dragoman.claims.speech import Speech
    from dragoman.ledger.store import Ledger

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Calls the program as somebody would whose terminal is Dutch, with a ledger of the test's own."""
    from dragoman.views.cli import main

    for name in ("COLUMNS", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "DRAGOMAN_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (
        ("LANG", "nl_NL.UTF-8"),
        ("DRAGOMAN_THREADS", "1"),
        ("DRAGOMAN_LEDGER", str(tmp_path / "ledger")),
    ):
        monkeypatch.setenv(name, value)

    def called(*arguments: str, said: str | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=said)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return called


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """Reports with readings made by hand, for tests of what comes after reading (``tests/corridor/hand.py``)."""
    return _made_by_hand("corridor/hand.py")


@pytest.fixture(scope="session")
def made_rows() -> SimpleNamespace:
    """Derived rows of a small story, for tests of what writes and reads them (``tests/ledger/rows.py``)."""
    return _made_by_hand("ledger/rows.py")


@pytest.fixture(scope="session")
def postgresql() -> "Iterator[Callable[[str], str]]":
    """Makes PostgreSQL databases by name, on a server of the tests' own; skipped aloud where Debian's is missing.

    Where ``CI`` is set a missing server fails.
    """
    server = _made_by_hand("ledger/server.py")
    programs = server.find_programs()
    if programs is None:
        told = "PostgreSQL is not installed (apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    with server.running(programs) as url:
        yield lambda name: str(server.make_database(url, name))


@pytest.fixture(scope="session")
def two_ledgers(postgresql: "Callable[[str], str]") -> "Iterator[tuple[Ledger, ...]]":
    """Two ledgers on PostgreSQL."""
    from dragoman.ledger.store import open_ledger

    ledgers = tuple(open_ledger(postgresql(name)) for name in ("one", "other"))
    yield ledgers
    for ledger in ledgers:
        ledger.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest) -> "Callable[[], Ledger]":
    """Gives empty ledgers of each store, for what must hold on both; on PostgreSQL two take turns."""
    from dragoman.ledger.store import open_ledger

    if request.param == "sqlite":
        return lambda: open_ledger(":memory:")
    turns = cycle(request.getfixturevalue("two_ledgers"))
    return lambda: _emptied(next(turns))


def _emptied(ledger: "Ledger") -> "Ledger":
    from dragoman.ledger.tables import METADATA

    with ledger.engine.begin() as connection:
        names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    return ledger


def _made_by_hand(path: str) -> SimpleNamespace:
    spec = spec_from_file_location(Path(path).stem, Path(__file__).parent / path)
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return SimpleNamespace(**vars(made))


@pytest.fixture(scope="session")
def summit_place(hand: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger on the disk with the summit that was planned, called off and opened again; only to be read."""
    from dragoman.ledger.store import open_ledger

    place = str(tmp_path_factory.mktemp("web") / "summit.sqlite")
    hand.fill(open_ledger(place), hand.summit_story()).close()
    return place


@pytest.fixture(scope="session")
def site(summit_place: str) -> "Iterator[TestClient]":
    """A browser without a screen, at the pages of that ledger, in Dutch."""
    from starlette.testclient import TestClient

    from dragoman.views.web.app import make_app

    with TestClient(make_app(summit_place, language="nl"), base_url="http://localhost") as client:
        client.headers["accept-language"] = "nl"
        yield client


@pytest.fixture(scope="session")
def cast_of() -> "Callable[..., Cast]":
    """Finds the actors and places of a text, as of a day, with the real model and packs."""
    from dragoman.actors.find import find_actors
    from dragoman.dates.find import find_dates
    from dragoman.language import parse_text
    from dragoman.packs.load import load_language

    def find(text: str, day: str | None = "2018-05-23") -> "Cast":
        pack, parse = load_language("nl"), parse_text(text, language="nl")
        return find_actors(parse, text, pack=pack, day=day, dates=find_dates(parse, pack.dates, text=text))

    return find


@pytest.fixture
def sight() -> "Sight":
    """What a report shows before its first word."""
    from dragoman.actors.index import index_for
    from dragoman.actors.sight import Sight

    return Sight(index=index_for("nl"), day="2018-05-23")


def found_in(text: str) -> "Found":
    """Finds what a text holds before its claims, with the real model and packs."""
    from dragoman.actors.find import find_actors
    from dragoman.claims.scene import Found
    from dragoman.dates.find import find_dates
    from dragoman.language import parse_text
    from dragoman.packs.load import load_language

    pack, parse = load_language("nl"), parse_text(text, language="nl")
    dates = find_dates(parse, pack.dates, text=text)
    cast = find_actors(parse, text, pack=pack, day="2018-05-23", dates=dates)
    return Found(parse=parse, text=text, actors=cast.actors, places=cast.places, dates=dates)


def speech_in(found: "Found") -> "Speech":
    """Finds who speaks in a text."""
    from dragoman.claims.attribute import find_speech
    from dragoman.packs.load import load_language

    return find_speech(found.parse, found.text, found.actors, load_language("nl"))


@pytest.fixture(scope="session")
def scene_of() -> "Callable[[str], Scene]":
    """Lays a text's first sentence out with its actors, places and dates."""
    from dragoman.claims.scene import Scene
    from dragoman.packs.load import load_language

    return lambda text: Scene(found_in(text), 0, pack=load_language("nl"))


@pytest.fixture(scope="session")
def read_found() -> "Callable[[str], tuple[Found, Speech]]":
    """Gives what is found in a text before its claims, and who speaks in it."""

    def read(text: str) -> "tuple[Found, Speech]":
        found = found_in(text)
        return found, speech_in(found)

    return read


@pytest.fixture(scope="session")
def tale_of() -> "Callable[[str], Tale]":
    """Finds the tellings and claims of a text."""
    from dragoman.claims.find import find_claims
    from dragoman.packs.load import load_language

    def read(text: str) -> "Tale":
        found = found_in(text)
        return find_claims(found, speech=speech_in(found), pack=load_language("nl"))

    return read


@pytest.fixture(scope="session")
def token_of() -> "Callable[[Scene, str], int]":
    """Gives the place of a word in a scene."""
    return lambda scene, word: next(i for i, token in enumerate(scene.tree.tokens) if token.text == word)
