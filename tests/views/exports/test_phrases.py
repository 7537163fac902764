"""What other systems are told of an event in words."""

from types import SimpleNamespace

import pytest

from dragoman.corridor.feed import FedEvent, feed
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.phrases import (
    list_urls,
    list_voices,
    name_parties,
    name_places,
    wikidata,
    write_name,
    write_note,
    write_story,
)

PAGES = {code: Page(wording=load_wording(code), language=code) for code in ("nl", "en")}


@pytest.fixture(scope="module")
def fed(hand: SimpleNamespace) -> FedEvent:
    (found,) = feed(hand.in_memory(*hand.summit_story()[:2])).events
    return found


@pytest.mark.parametrize(
    ("code", "standing", "name"), [("nl", "afgelast door Trump", "Top"), ("en", "called off by Trump", "Summit")]
)
def test_a_note_says_where_it_stands_on_which_words_and_who_read_it(
    fed: FedEvent, code: str, standing: str, name: str
) -> None:
    page = PAGES[code]
    note = write_note(fed.event, page)
    assert note.startswith(standing)
    assert note.endswith(page.say("unverified"))
    assert "\n" not in note
    assert write_name(fed.event, page).startswith(name)
    assert write_story(fed.event, page)[0] == standing


def test_parties_places_and_voices_are_named(fed: FedEvent) -> None:
    assert [(each.name, each.uri) for each in name_parties(fed.event, PAGES["nl"])] == [
        ("Donald Trump", "http://www.wikidata.org/entity/Q22686"),
        ("Kim Jong-un", "http://www.wikidata.org/entity/Q56226"),
    ]
    assert [(each.name, each.uri) for each in name_places(fed.event, PAGES["nl"])] == [
        ("Singapore", "http://www.wikidata.org/entity/Q334")
    ]
    assert set(list_voices(fed.event)) == {"De Proef", "Het Blad", "Donald Trump"}
    assert list_urls(fed) == ()


@pytest.mark.parametrize(("key", "uri"), [("Q334", "http://www.wikidata.org/entity/Q334"), ("Qx", None), (None, None)])
def test_only_ids_of_wikidata_have_its_address(key: str | None, uri: str | None) -> None:
    assert wikidata(key) == uri
