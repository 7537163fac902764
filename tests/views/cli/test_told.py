from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import ChainEntry, ClaimEntry, Diary
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.cli.told import mark_words, write_chain, write_claim, write_sentence

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
CLAIM = next(event for event in HAND.events if event.id == "9e02").history[3]
NL = Page(wording=load_wording("nl"), language="nl", day=date(2018, 5, 26))


def claim(**changed: Any) -> ClaimEntry:
    return msgspec.structs.replace(CLAIM, **changed)


def link(name: str, **more: Any) -> ChainEntry:
    fields = {"type": "outlet", "state": None, "evidentiality": "own", "start": None, "end": None} | more
    return ChainEntry(name=name, **fields)


CHAIN = (
    link("De Proef"),
    link("TASS", type="agency", evidentiality="quoted"),
    link("Vladimir Putin", type="person", evidentiality="reported"),
)


def test_a_claim_is_told_with_its_sentence_report_and_rule() -> None:
    assert list(write_claim(CLAIM, NL, at=10)) == [
        "za        Donald Trump · geciteerd · ● gepland · noemt di 12 juni 2018",
        '          "«Wij mikken nog steeds op 12 juni in Singapore»", zei Trump zaterdag.',
        "          bericht hand · regel nl.status.planned.1",
    ]


def test_a_longer_chain_has_a_line_of_its_own() -> None:
    assert write_chain(claim(chain=CHAIN), NL) == "De Proef → TASS → Vladimir Poetin"
    assert write_chain(claim(chain=CHAIN[:1]), NL) == ""
    assert "          De Proef → TASS → Vladimir Poetin" in list(write_claim(claim(chain=CHAIN), NL, at=10))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"stance": "denies", "status": "postponed"}, "· niet uitgesteld"),
        ({"stance": "unconfirmed"}, "· niet bevestigd: gepland"),
        ({"certainty": "possible"}, "· mogelijk"),
        ({"chain": (*CHAIN[:1], link("TASS", type="agency", evidentiality="hearsay"))}, "TASS · van horen zeggen"),
        ({"chain": ()}, "het bericht zelf · ●"),
    ],
)
def test_stance_certainty_and_hearsay_are_told(changed: dict[str, Any], expected: str) -> None:
    lines = write_claim(claim(**{"when": None} | changed), NL, at=10)
    assert expected in " ".join(line.strip() for line in lines)


def test_the_event_that_it_hangs_on_is_named() -> None:
    assert "hangt af van 6b30" in next(write_claim(claim(status="conditional"), NL, at=10, event="6b30"))


@pytest.mark.parametrize(
    ("sentence", "quote", "room", "expected"),
    [
        ("De top gaat door.", "gaat door", 60, "De top «gaat door»."),
        ("een twee drie vier vijf zes zeven acht", "vier", 26, "… drie «vier» vijf …"),
        ("de top\n gaat  door", "top\n gaat", 60, "de «top gaat» door"),
        (None, "gaat door", 60, "«gaat door»"),
        ("Iets anders.", "gaat door", 60, "«gaat door»"),
    ],
)
def test_words_are_marked_in_their_sentence(sentence: str | None, quote: str, room: int, expected: str) -> None:
    assert mark_words(claim(sentence=sentence, quote=quote), NL, room=room) == expected


def test_marked_words_are_bold_on_a_terminal_over_lines() -> None:
    page = msgspec.structs.replace(NL, columns=24, colour=True)
    lines = list(
        write_sentence(claim(sentence="De top gaat volgende week door.", quote="gaat volgende week"), page, at=2)
    )
    assert [line.replace("\x1b[1m", "<").replace("\x1b[0m", ">") for line in lines] == [
        "  De top <«><gaat volgende>",
        "<  week»> door.",
    ]
