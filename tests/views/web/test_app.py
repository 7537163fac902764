"""Whatever a report says, it is only text: hostile reports through every page; nothing runs, nothing is lost."""

import random
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dragoman.ledger.store import open_ledger
from dragoman.views.web.app import make_app

MEAN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</bdi></blockquote><iframe src='//evil.example'></iframe>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "\u202egnirts desrever\u202c",
    "\u2066\u2067\u2068",
    "&lt;b&gt;&amp;",
    "x" * 5000,
    "🇰🇵" * 300,
    "a\u0300" * 500,
    "]]>--><!--",
    "\u0085\u2028\u2029",
    "%0d%0aSet-Cookie:a=b",
)
COUNT = 200
KNOWN = frozenset({"script", "link", "meta", "svg", "rect"})


class Seen(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value for name, value in attrs if name in {"src", "href", "action"} and value is not None}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, hand: SimpleNamespace) -> Iterator[TestClient]:
    place = str(tmp_path_factory.mktemp("hostile") / "ledger")
    draw = random.Random(1)  # noqa: S311 - the same reports every time
    pairs = []
    for number in range(COUNT):
        before, after, name = (draw.choice(MEAN) for _ in range(3))
        actor = hand.Actor(id=f"x-{number % 7}{name[:40]}", name=name[:80], type="person", state="US")
        telling = hand.Telling(
            words="top",
            when="12 juni",
            parties=(hand.KIM, actor),
            claims=(("planned", actor, None), ("cancelled", None, None)),
        )
        text = f"{before} De top is op 12 juni, zegt bericht {number}. {after}"
        pairs.append(
            hand.write(
                text, telling, published="2018-05-10", outlet=draw.choice(MEAN)[:60], label=f"{number} {name[:50]}"
            )
        )
    hand.fill(open_ledger(place), pairs).close()
    with TestClient(make_app(place, language="nl"), base_url="http://localhost") as client:
        yield client


def addresses(client: TestClient) -> list[str]:
    told = client.get("/api/diary?limit=500").json()
    events = [f"/events/{each['id']}" for each in told["events"]]
    reports = [f"/reports/{each['key']}" for each in told["reports"]]
    actors = [f"/actors/{quote(party['id'], safe='')}" for each in told["events"] for party in each["parties"]]
    actors = [each for each in actors if "%25" not in each]  # the client decodes a path twice, a server once
    return [
        *dict.fromkeys([*events[:20], *reports[:60], *actors[:15]]),
        "/",
        "/?all=1&view=month&day=2018-06-12",
        "/contradictions",
    ]


def test_nothing_is_lost(hostile: TestClient) -> None:
    assert len(hostile.get("/api/reports?limit=500").json()["reports"]) == COUNT


def test_no_page_breaks_and_none_has_what_we_did_not_put_there(hostile: TestClient) -> None:
    ours = Seen(hostile.get("/add").text).tags | Seen(hostile.get("/docs").text).tags
    for address in addresses(hostile):
        answer = hostile.get(address)
        assert answer.status_code == 200, address
        seen = Seen(answer.text)
        assert not seen.tags & {"iframe", "img", "object", "embed", "style"}, address
        assert not [name for name in seen.attributes if name.startswith("on")], address
        assert not [each for each in seen.addresses if each.lower().startswith(("javascript:", "data:", "//"))], address
        assert answer.text.count("<script") == 2, address
    assert ours


def test_the_text_is_there_word_for_word(hostile: TestClient) -> None:
    for each in hostile.get("/api/reports?limit=20").json()["reports"]:
        told = hostile.get(f"/api/reports/{each['key']}").json()["text"]
        shown = unescape(hostile.get(f"/reports/{each['key']}").text)
        assert all(word in shown for word in told.split() if "<" not in word)


@pytest.mark.parametrize("words", MEAN)
def test_what_is_searched_and_asked_for_is_text_too(hostile: TestClient, words: str) -> None:
    for name in ("q", "actor", "place", "outlet", "state", "according-to", "kind", "language", "as-of", "view"):
        answer = hostile.get("/", params={name: words[:150]})
        assert answer.status_code in {200, 400}
        assert answer.text.count("<script") == 2
    for room in ("events", "reports", "actors"):
        assert hostile.get(f"/{room}/{quote(words[:300], safe='')}").status_code in {200, 400, 404}


def test_a_new_ledger_is_made_where_there_is_none(tmp_path: Path) -> None:
    with TestClient(make_app(str(tmp_path / "deep" / "ledger")), base_url="http://localhost") as client:
        assert client.get("/", follow_redirects=False).headers["location"] == "/add"
        assert client.get("/api/diary").json()["events"] == []


def test_the_front_end_is_small(hostile: TestClient) -> None:
    """All that a page loads, packed, is under a third of the 300 kB that it may be."""
    import gzip

    paths = ("/static/dragoman.css", "/static/dragoman.js", "/static/vendor/htmx.min.js", "/static/icon.svg")
    assert sum(len(gzip.compress(hostile.get(path).content)) for path in paths) < 100_000
