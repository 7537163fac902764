from datetime import date
from typing import Any

import pytest

from dragoman.dates.places import Asked, place_of
from dragoman.model.mention import DateForm
from dragoman.model.vocabulary import Direction

FRIDAY = date(2018, 5, 25)


@pytest.mark.parametrize(
    ("form", "direction", "expected"),
    [
        ({"weekday": 5}, "past", "2018-05-25"),
        ({"weekday": 5}, "future", "2018-05-25"),
        ({"weekday": 5}, None, "2018-05-25"),
        ({"weekday": 5, "which": "coming"}, None, "2018-06-01"),
        ({"weekday": 5, "which": "last"}, None, "2018-05-18"),
        ({"weekday": 1, "which": "next"}, None, "2018-05-28"),
        ({"weekday": 1, "which": "previous"}, None, "2018-05-14"),
        ({"weekday": 2, "unit": "week", "which": "next"}, None, "2018-05-29"),
        ({"unit": "week", "which": "next"}, None, "2018-05-28/2018-06-03"),
        ({"unit": "weekend", "which": "this"}, "future", "2018-05-26/2018-05-27"),
        ({"unit": "weekend", "which": "this"}, "past", "2018-05-19/2018-05-20"),
        ({"unit": "weekend", "which": "last"}, None, "2018-05-19/2018-05-20"),
        ({"unit": "month", "which": "previous"}, None, "2018-04-01/2018-04-30"),
        ({"unit": "month", "which": "next", "day": 20}, None, "2018-06-20"),
        ({"unit": "month", "which": "next", "day": 31}, None, None),
        ({"unit": "quarter", "which": "next"}, None, "2018-07-01/2018-09-30"),
        ({"unit": "year", "which": "next", "month": 3}, None, "2019-03-01/2019-03-31"),
        ({"unit": "decade", "which": "previous"}, None, "2000-01-01/2009-12-31"),
        ({"month": 11}, "past", "2017-11-01/2017-11-30"),
        ({"month": 5}, "future", "2018-05-01/2018-05-31"),
        ({"month": 5}, "past", "2018-05-01/2018-05-31"),
        ({"day": 27}, "past", "2018-04-27"),
        ({"day": 27, "weekday": 3}, None, "2018-06-27"),
        ({"month": 2, "day": 30}, None, None),
        ({"month": 2, "day": 29}, "future", None),
        ({"month": 6, "day": 12, "weekday": 2}, "past", "2018-06-12"),
        ({"month": 7, "weekday": 5, "nth": 1}, "future", "2018-07-06"),
        ({"week": 31}, None, "2018-07-30/2018-08-05"),
        ({"season": 22, "which": "this"}, None, "2018-06-01/2018-08-31"),
        ({"easter": 49}, "past", "2018-05-20"),
        ({"year": 2018, "part": "late"}, None, "2018-09-01/2018-12-31"),
        ({"unit": "year", "which": "this", "part": "rest"}, None, "2018-05-25/2018-12-31"),
        ({"unit": "month", "which": "this", "part": "so-far"}, None, "2018-05-01/2018-05-25"),
        ({"month": 4, "day": 10, "unit": "week"}, "past", "2018-04-09/2018-04-15"),
        ({"century": 1800}, None, "1800-01-01/1899-12-31"),
    ],
)
def test_place_in_the_calendar(form: dict[str, Any], direction: Direction | None, expected: str | None) -> None:
    span = place_of(DateForm(**form), Asked(FRIDAY, direction))
    first, _, last = (expected or "").partition("/")
    assert span == (None if expected is None else (date.fromisoformat(first), date.fromisoformat(last or first)))
