from types import SimpleNamespace

import msgspec
import pytest

from dragoman.corridor.entries import (
    act_entries,
    link_entry,
    maybe_when,
    party_entry,
    place_entry,
    quote_entries,
    spoken_languages,
    when_entry,
)
from dragoman.corridor.resolve import own_days, resolve_held
from dragoman.ledger.fetch import Held
from dragoman.model.actor import Actor, Link
from dragoman.model.mention import Place
from dragoman.model.reading import Party, ReadAct, ReadQuote
from dragoman.model.when import When


def test_a_day_is_shown_with_its_bounds_and_words() -> None:
    entry = when_entry(When(edtf="[2018-05-05,2018-05-12]", text="zaterdag", time="15:30", zone="Asia/Seoul"))
    assert (entry.edtf, entry.earliest, entry.latest) == ("[2018-05-05,2018-05-12]", "2018-05-05", "2018-05-12")
    assert (entry.text, entry.time, entry.zone) == ("zaterdag", "15:30", "Asia/Seoul")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"), [("../2018-05-25", None, "2018-05-25"), ("2018-04-24/..", "2018-04-24", None)]
)
def test_an_open_end_is_shown_as_none(edtf: str, earliest: str | None, latest: str | None) -> None:
    entry = when_entry(When(edtf=edtf))
    assert (entry.earliest, entry.latest) == (earliest, latest)


def test_of_no_day_the_reason_is_shown_and_of_nothing_nothing() -> None:
    assert when_entry(When(text="ooit", reason="vague")).reason == "vague"
    assert when_entry(None).edtf is None
    assert maybe_when(None) is None


def test_names_are_english_for_data_and_in_every_language_for_people() -> None:
    party = party_entry(
        Party(actor=Actor(id="Q423", name="North Korea", type="state", state="KP"), attendance="absent")
    )
    assert (party.name, party.labels["nl"], party.attendance) == ("North Korea", "Noord-Korea", "absent")
    assert place_entry(Place(name="Moscow", country="RU")).labels["nl"] == "Moskou"
    assert (
        link_entry(Link(name="North Korea", type="state", evidentiality="own", id="Q423")).labels["nl"] == "Noord-Korea"
    )
    assert spoken_languages() == ("en", "nl")


def test_what_no_pack_knows_keeps_its_name() -> None:
    assert place_entry(Place(name="Ons Dorp")).labels == {}
    assert link_entry(Link(name="De Proef", type="outlet", evidentiality="own")).labels["nl"] == "De Proef"


def test_those_who_speak_together_have_a_quote_each(hand: SimpleNamespace) -> None:
    report, reading = hand.write("Wij zien wel.", published="2018-05-26")
    speakers = tuple(Link(name=name, type="person", evidentiality="quoted") for name in ("Kim Jong-un", "Moon Jae-in"))
    tass = Link(name="TASS", type="agency", evidentiality="reported")
    quotes = (
        ReadQuote(start=0, end=12, direct=True, speakers=speakers, via=(tass,)),
        ReadQuote(start=4, end=8, direct=False, speakers=()),
    )
    act = ReadAct(kind="appeal", actors=(hand.TRUMP,), recipients=(), chain=(tass,), start=0, end=3, rule="hand")
    held = Held(report=report, reading=msgspec.structs.replace(reading, quotes=quotes, acts=(act,)))
    told = resolve_held(held, days=own_days(held).days)
    found = [(each.speaker, each.via, each.quote) for each in quote_entries(told)]
    assert found == [
        ("Kim Jong-un", ("TASS",), "Wij zien wel"),
        ("Moon Jae-in", ("TASS",), "Wij zien wel"),
        (None, (), "zien"),
    ]
    [entry] = act_entries(told)
    assert (entry.kind, entry.quote, [each.name for each in entry.actor]) == ("appeal", "Wij", ["Donald Trump"])
