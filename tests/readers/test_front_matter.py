"""Front matter: fields between two lines of dashes."""

import subprocess
import sys

import pytest

from dragoman.errors import MalformedRecord
from dragoman.readers.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("told", "fields", "text"),
    [
        ("---\na: b\n---\nTekst", {"a": "b"}, "Tekst"),
        ("---\r\na: b c\r\n---\r\nTekst", {"a": "b c"}, "Tekst"),
        ("---\na: 2018-05\nb: 010\n---\n", {"a": "2018-05", "b": "010"}, ""),
        ("---\na: yes\n---\nTekst", {"a": "yes"}, "Tekst"),
        ("---\na: 'b: c'\n---\nTekst", {"a": "b: c"}, "Tekst"),
        ("---\na: http://x.example/y\n---\nTekst", {"a": "http://x.example/y"}, "Tekst"),
        ("---\na: [1, 2]\nb: c\n---\nTekst", {"b": "c"}, "Tekst"),
        ("---\na: 't Nieuws\nb: c\n---\nTekst", {"a": "'t Nieuws", "b": "c"}, "Tekst"),
        ("Tekst\n---\na: b\n---\n", {}, "Tekst\n---\na: b\n---\n"),
        ("---\nzonder einde", {}, "---\nzonder einde"),
    ],
)
def test_fields_are_split_off(told: str, fields: dict[str, str], text: str) -> None:
    assert split_front_matter(told, origin="a.txt") == (fields, text)


@pytest.mark.parametrize("told", ["---\n- a\n---\n", "---\na: [\n---\n", "---\nwoorden\n---\n"])
def test_front_matter_that_is_none_is_named(told: str) -> None:
    with pytest.raises(MalformedRecord) as raised:
        split_front_matter(told, origin="a.txt")
    assert raised.value.file == "a.txt"


def test_plain_fields_need_no_yaml_parser() -> None:
    program = (
        "import sys; from dragoman.readers.front_matter import split_front_matter; "
        "split_front_matter('---\\noutlet: De Gids\\ntitle: \"Top: af\"\\n---\\nx', origin='a'); "
        "sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
