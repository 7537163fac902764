"""The changes as Atom: an entry for each turn, which never changes after."""

from datetime import date
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.corridor.feed import FedEvent, Feed, feed
from dragoman.ledger.store import open_ledger
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.exports.to_atom import ATOM, MOST_ENTRIES, render_atom

PAGE = Page(wording=load_wording("nl"), language="nl")
HOSTILE = st.text(st.sampled_from("ab\r\n\x00\u202e\u200f\ud800\"'<&>"), max_size=60)


def texts(raw: bytes, path: str) -> list[str]:
    found = etree.fromstring(raw).xpath(path, namespaces={"a": ATOM})
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_each_turn_is_an_entry_the_newest_first_and_stays(hand: SimpleNamespace) -> None:
    ledger = open_ledger(":memory:")
    seen = []
    for pair in hand.summit_story()[:2]:
        hand.fill(ledger, [pair])
        seen.append(render_atom(feed(ledger), PAGE))
    ids = [texts(raw, "//a:entry/a:id/text()") for raw in seen]
    assert [len(each) for each in ids] == [1, 2]
    assert ids[1][1] == ids[0][0]
    assert [title.partition(":")[0] for title in texts(seen[1], "//a:entry/a:title/text()")] == ["afgelast", "gepland"]
    assert texts(seen[1], "//a:category/@term") == ["cancelled", "planned"]
    assert texts(seen[1], "/a:feed/a:updated/text()") == texts(seen[1], "//a:entry[1]/a:updated/text()")
    assert texts(seen[0], "/a:feed/a:id/text()") == texts(seen[1], "/a:feed/a:id/text()")


def test_what_atom_requires_is_there(hand: SimpleNamespace) -> None:
    raw = render_atom(feed(hand.in_memory(*hand.summit_story()), everything=True), PAGE, site="https://agenda.example")
    for path in ("/a:feed/a:id", "/a:feed/a:title", "/a:feed/a:updated", "/a:feed/a:author/a:name"):
        assert len(texts(raw, path + "/text()")) == 1
    entries = len(texts(raw, "//a:entry/a:id/text()"))
    for part in ("title", "updated", "content"):
        assert len(texts(raw, f"//a:entry/a:{part}/text()")) == entries
    assert all(url.startswith("https://agenda.example/events/") for url in texts(raw, "//a:entry/a:link/@href"))


def test_the_newest_entry_tells_who_says_so(hand: SimpleNamespace) -> None:
    raw = render_atom(feed(hand.in_memory(*hand.summit_story()[:2])), PAGE)
    told = texts(raw, "//a:entry[1]/a:content/text()")[0]
    assert "afgelast door Trump" in told
    assert PAGE.say("unverified") in told


def test_an_empty_diary_is_a_feed_too() -> None:
    raw = render_atom(feed(open_ledger(":memory:"), as_of=date(2018, 5, 26)), PAGE)
    assert texts(raw, "/a:feed/a:updated/text()") == ["2018-05-26T00:00:00+00:00"]


def one(hand: SimpleNamespace) -> FedEvent:
    (fed,) = feed(hand.in_memory(*hand.summit_story()[:1])).events
    return fed


def test_no_more_than_a_reader_needs(hand: SimpleNamespace) -> None:
    fed = one(hand)
    many = msgspec.structs.replace(fed, turns=fed.turns * (MOST_ENTRIES + 1))
    raw = render_atom(Feed(as_of=date(2018, 5, 26), according_to=None, events=(many,)), PAGE)
    assert len(texts(raw, "//a:entry/a:id/text()")) == MOST_ENTRIES


@pytest.fixture(scope="module")
def planned(hand: SimpleNamespace) -> FedEvent:
    return one(hand)


@given(label=HOSTILE)
def test_hostile_text_stays_text(planned: FedEvent, label: str) -> None:
    event = msgspec.structs.replace(planned.event, kind="talks", labels={"nl": f"{label}</title><script>"})
    fed = msgspec.structs.replace(planned, event=event)
    raw = render_atom(Feed(as_of=date(2018, 5, 26), according_to=None, events=(fed,)), PAGE)
    assert "</title><script>" in texts(raw, "//a:entry/a:title/text()")[0]
