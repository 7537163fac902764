"""What is written after a sweep: the rows that come out otherwise, and no others."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.corridor.outcome import later
from dragoman.corridor.sweep import Sweep, Swept
from dragoman.ledger.fetch import Held
from dragoman.ledger.past import Past

CLAIMS = (("planned", None, None),)


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        (date(2018, 5, 1), 60, date(2018, 6, 30)),
        (date(2018, 5, 1), -60, date(2018, 3, 2)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
    ],
)
def test_a_day_so_much_later_is_never_beyond_the_calendar(day: date, days: int, found: date) -> None:
    assert later(day, timedelta(days=days)) == found


def swept_after(hand: SimpleNamespace, before: list[Any], *new: Any) -> Swept:
    with hand.in_memory(*before).reading() as connection:
        held = [Held(report=report, reading=reading) for report, reading in new]
        return Sweep(held, Past(connection)).run()


def test_only_the_event_that_is_told_of_is_written_from_its_day_on(hand: SimpleNamespace) -> None:
    other = hand.write(
        "Een gesprek.",
        hand.Telling(words="gesprek", parties=(hand.PUTIN, hand.ABE), kind="talks", claims=CLAIMS),
        published="2018-05-11",
    )
    first, second, _ = hand.summit_story()
    [rows] = swept_after(hand, [first, other], second).derived.events
    assert (rows.since, [row.day for row in rows.members]) == ("2018-05-25", ["2018-05-25"])
    assert rows.spans is not None
    assert [span.from_ for span in rows.spans][:2] == ["2018-05-10", "2018-05-25"]


def test_a_report_that_comes_in_late_founds_what_an_earlier_one_had_founded(hand: SimpleNamespace) -> None:
    first, second, _ = hand.summit_story()
    found = swept_after(hand, [second], first).derived.events
    by_event = {rows.event: rows for rows in found}
    elder = next(rows for rows in found if rows.members)
    [gone] = [rows for rows in found if not rows.members]
    assert len(elder.members) == 2
    assert (gone.since, gone.spans, gone.shapes) == ("2018-05-25", (), ())
    assert set(by_event) == {elder.event, gone.event}


def test_an_event_no_longer_told_of_on_a_day_keeps_the_faces_it_had(hand: SimpleNamespace) -> None:
    """The second report, read anew, tells of something else: the summit is again what the first alone says."""
    first, second, _ = hand.summit_story()
    report, _ = second
    anew = hand.read(report, hand.Telling(words="top", parties=(hand.PUTIN, hand.ABE), kind="vote", claims=CLAIMS))
    found = swept_after(hand, [first, second], (report, anew)).derived.events
    summit = next(rows for rows in found if not rows.members)
    alone = Sweep([Held(report=first[0], reading=first[1])]).run().derived.events
    assert summit.spans == alone[0].spans
