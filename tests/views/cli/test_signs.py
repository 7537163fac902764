import msgspec
import pytest

from dragoman.model.diary import PlaceEntry
from dragoman.model.vocabulary import STATUSES
from dragoman.views.cli.signs import ASCII, Signs, can_write, signs_for, spell, spell_all

SKETCHED = {
    "mooted": "?",
    "planned": "●",
    "confirmed": "●",
    "doubtful": "?",
    "conditional": "?",
    "postponed": "→",
    "cancelled": "✕",
    "refused": "?",
    "ongoing": "●",
    "suspended": "→",
    "held": "✓",
    "not-held": "✕",
    "denied": "?",
    "unknown-after-date": "○",
}


def test_each_status_has_the_sign_of_the_sketches() -> None:
    assert {status: Signs().of(status) for status in STATUSES} == SKETCHED


def test_ascii_signs_are_those_of_the_sketches() -> None:
    assert [ASCII.on, ASCII.open, ASCII.moved, ASCII.off, ASCII.over, ASCII.unknown] == list("+?>xvo")
    assert "".join(msgspec.structs.astuple(ASCII)).isascii()


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", "●"), ("UTF-16", "●"), ("ascii", "+"), ("latin-1", "+"), ("cp1252", "+"), ("no-such-encoding", "+")],
)
def test_signs_are_those_that_the_encoding_has(encoding: str, expected: str) -> None:
    assert signs_for(encoding).on == expected


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Poetin – Erdoğan…", "ascii", "Poetin - Erdogan..."),
        ("Poetin – Erdoğan", "cp1252", "Poetin – Erdogan"),
        ("Erdoğan", "utf-8", "Erdoğan"),
        ("“ja”", "ascii", "'ja'"),
        ("首脑", "ascii", "??"),
    ],
)
def test_what_an_encoding_lacks_is_spelled(text: str, encoding: str, expected: str) -> None:
    assert spell(text, encoding) == expected
    assert can_write(spell(text, encoding), encoding)


def test_a_whole_document_is_spelled() -> None:
    place = PlaceEntry(name="Malmö", labels={"nl": 'Malmö, "stad"'})
    assert spell_all(place, "ascii") == PlaceEntry(name="Malmo", labels={"nl": 'Malmo, "stad"'})
    assert spell_all(place, "utf-8") == place
