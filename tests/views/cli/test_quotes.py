from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import ChainEntry, ClaimEntry, Diary, EventEntry, WhenEntry
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import best_claim, clean_quote, quoted, write_best_quote

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
EVENTS = {event.id: event for event in HAND.events}
NL = Page(wording=load_wording("nl"), language="nl")


def claim(**changed: Any) -> ClaimEntry:
    return msgspec.structs.replace(EVENTS["9e02"].history[3], **changed)


def with_claims(*claims: ClaimEntry) -> EventEntry:
    because = tuple(each.id for each in claims)
    return msgspec.structs.replace(EVENTS["9e02"], history=claims, because=because, by=())


def link(name: str, **more: Any) -> ChainEntry:
    return ChainEntry(
        **{"type": "outlet", "state": None, "evidentiality": "own", "start": None, "end": None} | more, name=name
    )


@pytest.mark.parametrize(
    ("short_id", "expected"),
    [
        ("9e02", 'Trump: "Wij mikken nog steeds op 12 juni in Singapore"'),
        ("4c1f", 'Sanders (Witte Huis): "dat er hoe dan ook een ploeg naar Singapore vertrekt"'),
        ("6b30", "Moon Jae-in: \"komt er 'praktisch overleg' op gang\""),
        ("a771", "Kim, Moon: \"spraken af elkaar 'in de toekomst vaker op te zoeken'\""),
        ("51d8", 'woordvoerder van Moon: "De twee hebben vrijuit met elkaar gesproken"'),
        ("c3aa", 'het bericht: "toen hij in Moskou de Japanse premier ontving"'),
    ],
)
def test_the_best_words_stand_beside_an_event(short_id: str, expected: str) -> None:
    assert write_best_quote(EVENTS[short_id], NL, room=78) == expected


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"quote": "de top gaat gewoon door"}, {"quote": "gaat door"}),
        ({"said": WhenEntry(edtf="2018-05-26")}, {"said": WhenEntry(edtf="2018-05-24")}),
        ({"quote": "de top gaat door"}, {"quote": "de top van volgende week gaat gewoon door"}),
        ({}, {"chain": ()}),
    ],
)
def test_newest_short_and_own_words_are_best(better: dict[str, Any], worse: dict[str, Any]) -> None:
    good, bad = claim(id="good", **better), claim(id="bad", **worse)
    assert [best_claim(with_claims(*pair), room=78) for pair in ((good, bad), (bad, good))] == [good, good]


def test_an_event_without_claims_has_no_words() -> None:
    assert write_best_quote(with_claims(), NL, room=78) == ""


def test_who_passed_it_on_and_hearsay_are_told() -> None:
    chain = (
        link("De Proef"),
        link("TASS", type="agency", evidentiality="hearsay"),
        link("Vladimir Putin", type="person", evidentiality="quoted"),
    )
    told = write_best_quote(with_claims(claim(chain=chain)), NL, room=78)
    assert told.startswith("Vladimir Poetin, via TASS (van horen zeggen): ")
    assert write_best_quote(with_claims(claim(chain=chain[:1])), NL, room=78).startswith("De Proef: ")


def test_quotes_are_cut_and_marked() -> None:
    assert quoted("de top gaat door", NL, room=12) == '"de top…"'
    assert clean_quote(" “de  top”,\n«ja»,") == "'de top', 'ja'"
