"""A report as a row of fields."""

from typing import Any

import pytest

from dragoman.errors import EmptyReport
from dragoman.model.report import RawReport
from dragoman.readers.record import Record, raw_report


def made(**fields: Any) -> RawReport:
    return raw_report(Record(**{"text": "Tekst", **fields}), origin="r.csv", line=4, stem="r")


@pytest.mark.parametrize(("given", "id_"), [("a1", "a1"), (7, "7"), (None, "r-4"), (" ", "r-4")])
def test_a_report_has_a_label(given: str | int | None, id_: str) -> None:
    assert made(id=given).id == id_


def test_fields_that_are_empty_are_not_there() -> None:
    assert made(title=" ", outlet="", source="De Gids").title is None
    assert made(title=" ", outlet="", source="De Gids").outlet == "De Gids"


def test_an_outlet_goes_before_a_source() -> None:
    assert made(outlet="De Bode", source="De Gids").outlet == "De Bode"


def test_the_place_is_told() -> None:
    assert made().origin == "r.csv:4"


def test_a_text_of_spaces_is_empty() -> None:
    with pytest.raises(EmptyReport) as raised:
        made(text=" \n")
    assert (raised.value.file, raised.value.line) == ("r.csv", 4)
