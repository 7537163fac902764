"""Days gone by."""

from datetime import date

import pytest

from dragoman.events.verdict.passed import last_day
from dragoman.model.vocabulary import Status
from dragoman.model.when import When


@pytest.mark.parametrize(
    ("status", "when", "last"),
    [
        ("planned", "2018-06-12", date(2018, 6, 12)),
        ("doubtful", "[2018-06-12,2018-06-19]", date(2018, 6, 19)),
        ("mooted", None, None),
        ("planned", "2018-06-12/..", None),
        ("cancelled", "2018-06-12", None),
        ("postponed", "2018-06-12", None),
        ("held", "2018-06-12", None),
        ("ongoing", None, date(2018, 6, 3)),
        ("ongoing", "2018-06-01/2018-06-10", date(2018, 6, 10)),
    ],
)
def test_the_last_day_on_which_a_status_holds(status: Status, when: str | None, last: date | None) -> None:
    told = None if when is None else When.parse(when)
    assert last_day(status, when=told, since=date(2018, 6, 1), lasts_days=3) == last
