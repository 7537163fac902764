from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.corridor.ask import diary
from dragoman.ledger.derived import Span
from dragoman.ledger.lookup import read_spans
from dragoman.ledger.store import Ledger


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


def faces(ledger: Ledger, day: date) -> list[Span]:
    with ledger.reading() as connection:
        return read_spans(connection, day=day.isoformat())


@settings(deadline=None, max_examples=60)
@given(day=st.dates(date(2018, 5, 1), date(2018, 12, 31)))
def test_the_contents_agree_with_the_diary_of_every_day(ledger: Ledger, day: date) -> None:
    shown = {(each.status, each.when.edtf) for each in diary(ledger, as_of=day, everything=True).events}
    assert {(face.status, face.when) for face in faces(ledger, day)} == shown


def test_an_event_has_no_more_than_one_face_on_any_day(ledger: Ledger) -> None:
    for number in range(250):
        events = [face.event for face in faces(ledger, date(2018, 5, 1) + timedelta(days=number))]
        assert len(events) == len(set(events))


def test_the_face_after_the_last_day_is_there_before_anybody_speaks_of_it(ledger: Ledger) -> None:
    [face] = [face for face in faces(ledger, date(2018, 6, 13)) if face.latest == "2018-06-12"]
    assert (face.from_, face.to, face.status) == ("2018-06-13", None, "unknown-after-date")


def test_an_undated_event_may_be_on_any_day(hand: SimpleNamespace) -> None:
    told = hand.Telling(words="top", claims=(("planned", None, None),))
    [face] = faces(hand.in_memory(hand.write("De top.", told, published="2018-05-10")), date(2018, 5, 10))
    assert (face.earliest, face.latest, face.when) == ("0001-01-01", "9999-12-31", None)
