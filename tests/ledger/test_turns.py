from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.ledger.turns import read_spoken, read_turns

TOLD = {date(2018, 5, 10), date(2018, 5, 25), date(2018, 5, 29)}


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        ("2018-05-09", "2018-05-31", TOLD),
        ("2018-05-10", "2018-05-28", {date(2018, 5, 25)}),
        ("2018-05-29", "2018-06-01", set()),
    ],
)
def test_turns_lie_after_one_day_and_until_another(
    hand: SimpleNamespace, after: str, until: str, days: set[date]
) -> None:
    with hand.in_memory(*hand.summit_story()).reading() as connection:
        for read in (read_turns, read_spoken):
            found = read(connection, after=after, until=until)
            assert {day for each in found.values() for day in each} == days


def test_a_day_that_passes_is_a_turn_and_nobody_speaks(hand: SimpleNamespace) -> None:
    with hand.in_memory(*hand.summit_story()).reading() as connection:
        bounds = {"after": "2018-06-12", "until": "2018-06-13"}
        assert list(read_turns(connection, **bounds).values()) == [{date(2018, 6, 13)}]
        assert read_spoken(connection, **bounds) == {}
