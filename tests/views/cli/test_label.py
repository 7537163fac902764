from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import Diary, EventEntry, LinkEntry, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.label import call_event, told_there, write_label, write_ordinal
from dragoman.views.cli.page import Page

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
EVENTS = {event.id: event for event in HAND.events}
NL, EN = (Page(wording=load_wording(code), language=code) for code in ("nl", "en"))


def changed(short_id: str, **fields: Any) -> EventEntry:
    return msgspec.structs.replace(EVENTS[short_id], **fields)


def test_persons_stand_beside_the_states_that_meet() -> None:
    assert call_event(EVENTS["9e02"], NL) == "Top Verenigde Staten – Noord-Korea (Donald Trump, Kim Jong-un)"
    assert call_event(EVENTS["51d8"], NL) == "Ontmoeting Kim Jong-un – Moon Jae-in"


def test_who_stays_away_is_not_named_beside() -> None:
    away = tuple(msgspec.structs.replace(party, attendance="absent") for party in EVENTS["9e02"].parties)
    assert call_event(changed("9e02", parties=away), EN) == "Summit United States – North Korea"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (EVENTS["51d8"], "Ontmoeting Kim Jong-un – Moon Jae-in, de vierde ooit"),
        (EVENTS["77b0"], "Ontmoeting Kim Jong-un – Moon Jae-in, de eerste"),
        (EVENTS["a771"], "Ontmoetingen Kim Jong-un – Moon Jae-in, geregeld"),
        (EVENTS["4c1f"], "Bezoek: delegatie van de Verenigde Staten, bereidt 9e02 voor"),
        (changed("c3aa", outcome="agreed"), "Ontmoeting Vladimir Poetin – Shinzo Abe, uitkomst: akkoord"),
        (
            changed("d0b7", status="confirmed", moved_from=(WhenEntry(edtf="2018-05-28"),)),
            "Gesprekken Noord-Korea – Zuid-Korea, verplaatst van ma 28 mei 2018",
        ),
        (
            changed("d0b7", status="postponed", when=WhenEntry(), moved_from=(WhenEntry(edtf="2018-05-28"),)),
            "Gesprekken Noord-Korea – Zuid-Korea, stond op ma 28 mei 2018",
        ),
    ],
)
def test_label_tells_what_is_particular(event: EventEntry, expected: str) -> None:
    assert write_label(event, NL) == expected


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [(1, "de eerste", "the first"), (3, "de derde ooit", "the third ever"), (25, "de 25e ooit", "the no. 25 ever")],
)
def test_ordinals_are_written_out(number: int, dutch: str, english: str) -> None:
    assert (write_ordinal(number, NL), write_ordinal(number, EN)) == (dutch, english)


def test_links_are_told_at_their_other_end_unless_told_already() -> None:
    assert told_there(EVENTS["6b30"], HAND.events, NL) == ["over 9e02"]
    assert told_there(EVENTS["9e02"], HAND.events, NL) == []
    back = changed("6b30", links=(LinkEntry(type="prepares", event="9e02", claim=None),))
    assert told_there(back, HAND.events, NL) == []
