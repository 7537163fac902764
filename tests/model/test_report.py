"""A report's key: what is published makes it, and what it is called does not."""

import unicodedata

import pytest

from dragoman.model.report import report_key

FIELDS = {"text": "Café: de top gaat door.", "title": "Top", "outlet": "Het Avondblad", "published": "2018-05"}


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({}, True),
        ({"text": unicodedata.normalize("NFD", FIELDS["text"])}, True),
        ({"text": "De top gaat niet door."}, False),
        ({"title": None}, False),
        ({"outlet": "Scheldepost"}, False),
        ({"published": "2018-05-26"}, False),
        ({"title": FIELDS["title"] + FIELDS["outlet"], "outlet": ""}, False),
    ],
)
def test_which_field_changes_the_key(changed: dict[str, str], same: bool) -> None:
    assert (report_key(**FIELDS | changed) == report_key(**FIELDS)) is same


def test_nothing_and_an_empty_field_are_one() -> None:
    assert report_key(text="De top gaat door.", title="") == report_key(text="De top gaat door.")
