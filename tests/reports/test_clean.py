"""The text as it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reports.clean import clean_text


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\x0bc\x0cd", "a\nb\nc\nd"),
        ("a \n\n\n\n b  \n", "a\n\n b"),
        ("Pan\u00admun\u00adjom", "Panmunjom"),
        ("12\u00a0juni\u202f2018\tom", "12 juni 2018 om"),
        ("\ufeff\u200bDe\x00 top\x1b", "De top"),
        ("Cafe\u0301", "Café"),
        ("‘Ja’, “nee” – «misschien» …", "‘Ja’, “nee” – «misschien» …"),
        ("김정은 en 👩\u200d🚀", "김정은 en 👩\u200d🚀"),
        (" \n\t ", ""),
    ],
)
def test_a_text_is_put_right(told: str, kept: str) -> None:
    assert clean_text(told) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert "\r" not in once
