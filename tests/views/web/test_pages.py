"""The pages as a browser gets them: what stands on them, and that every address of theirs leads somewhere."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

EVENT = re.compile(r'href="/events/(\w+)')
LIVE = ("script", "img", "link", "iframe", "object", "embed")


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> set[str]:
        return {str(attributes["href"]) for tag, attributes in self.found if tag == "a" and "href" in attributes}


def read(site: TestClient, address: str) -> Elements:
    answer = site.get(address)
    assert answer.status_code == 200, answer.text
    return Elements(answer.text)


def words(elements: Elements) -> str:
    return " ".join(elements.text.split())


@pytest.fixture(scope="module")
def summit(site: TestClient) -> str:
    return str(EVENT.findall(site.get("/?kind=summit").text)[0])


def test_the_diary_tells_what_is_coming_and_who_says_so(site: TestClient) -> None:
    told = words(read(site, "/"))
    assert "? onzeker" in told
    assert "Top Verenigde Staten – Noord-Korea" in told
    assert "di 12 juni 2018" in told
    assert "3 berichten" in told
    assert "machinaal gelezen, niet nagetrokken" in told


def test_what_is_hidden_is_counted_and_can_be_shown(site: TestClient) -> None:
    assert "Niet getoond: 1 geweest." in words(read(site, "/"))
    shown = words(read(site, "/?all=1"))
    assert "Niet getoond" not in shown
    assert "Ontmoeting Kim Jong-un – Moon Jae-in" in shown


def test_the_diary_of_a_day_is_as_it_stood(site: TestClient) -> None:
    assert "✕ afgelast door Trump" in words(read(site, "/?as-of=2018-05-25"))
    assert "● gepland" in words(read(site, "/?as-of=2018-05-12"))


@pytest.mark.parametrize(
    ("view", "day", "title", "there"),
    [
        ("day", "2018-06-12", "di 12 juni 2018", True),
        ("day", "2018-06-13", "wo 13 juni 2018", False),
        ("week", "2018-06-12", "week 24: ma 11 juni 2018 – zo 17 juni 2018", True),
        ("month", "2018-06-12", "juni 2018", True),
        ("month", "2018-07-12", "juli 2018", False),
    ],
)
def test_a_period_shows_its_own_days(site: TestClient, view: str, day: str, title: str, *, there: bool) -> None:
    found = read(site, f"/?view={view}&day={day}&as-of=2018-05-20")
    assert title in words(found)
    assert any("/events/" in link for link in found.links()) is there


def test_the_address_goes_along(site: TestClient) -> None:
    links = read(site, "/?as-of=2018-05-25&according-to=Trump&language=en").links()
    events = [link for link in links if link.startswith("/events/")]
    assert events
    assert all(link.endswith("?as-of=2018-05-25&according-to=Trump&language=en") for link in events)


def test_a_form_leaves_a_short_address_behind(site: TestClient) -> None:
    answer = site.get("/?as-of=&basis=published&according-to=&view=coming&q=&kind=&show=on&show=off")
    assert answer.headers["hx-push-url"] == "/?show=on&show=off"


def test_a_form_that_was_left_at_the_newest_day_does_not_pin_it(site: TestClient) -> None:
    newest = site.get("/api/diary").json()["as_of"]
    assert site.get(f"/?as-of={newest}&basis=published&q=top").headers["hx-push-url"] == "/?q=top"
    assert site.get(f"/?as-of={newest}&q=top").headers["hx-push-url"] == f"/?as-of={newest}&q=top"


def test_what_changed_stands_on_top(site: TestClient) -> None:
    told = words(read(site, "/?as-of=2018-05-25"))
    assert "GEWIJZIGD sinds do 24 mei 2018" in told
    assert "afgelast · was ● gepland" in told


def test_an_event_tells_why_and_by_whose_word(site: TestClient, summit: str) -> None:
    told = words(read(site, f"/events/{summit}"))
    for each in (
        "WAAROM",
        "heropend",
        "MELDINGEN",
        "hierop rust de stand",
        "geen uitspraak gelezen",
        "hand.status.mooted",
    ):
        assert each in told
    assert "Trump blies de top van 12 juni op 24 mei af." in told


def test_a_claim_marks_its_words_in_their_sentence(site: TestClient, summit: str) -> None:
    html = site.get(f"/events/{summit}").text
    assert "<bdi>Trump blies de <mark>top</mark> van 12 juni op 24 mei af.</bdi>" in html


def test_an_event_as_of_a_day_stood_otherwise(site: TestClient, summit: str) -> None:
    assert "✕ afgelast door Trump" in words(read(site, f"/events/{summit}?as-of=2018-05-25"))


def test_a_shortened_id_leads_to_the_whole_one(site: TestClient, summit: str) -> None:
    answer = site.get("/events/Top Trump Kim", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/events/{summit}")


def test_a_report_shows_its_text_with_what_was_read_in_it(site: TestClient) -> None:
    found = read(site, "/reports/b")
    assert "Trump blies de top van 12 juni op 24 mei af." in words(found)
    assert ("mark", {"class": "date", "title": "do 24 mei 2018"}) in found.found
    assert "Het Blad" in words(found)


def test_every_claim_leads_into_its_report(site: TestClient, summit: str) -> None:
    links = [link for link in read(site, f"/events/{summit}").links() if link.startswith("/reports/")]
    assert links
    for link in links:
        anchor = link.partition("#")[2]
        assert ("span", {"id": anchor}) in read(site, link).found


def test_an_actor_takes_part_and_speaks(site: TestClient) -> None:
    told = words(read(site, "/actors/Q22686"))
    for each in ("Donald Trump", "DOET MEE AAN", "ZEGT", "Top Verenigde Staten – Noord-Korea"):
        assert each in told


def test_contradictions_show_both_sides(site: TestClient) -> None:
    told = words(read(site, "/contradictions?as-of=2018-05-31"))
    assert "Tegenspraak" in told


@pytest.mark.parametrize("start", ["/", "/?all=1&view=month&day=2018-06-01", "/contradictions"])
def test_no_link_leads_nowhere(site: TestClient, start: str) -> None:
    todo, done = [start], set[str]()
    while todo and len(done) < 60:
        address = todo.pop(0)
        done.add(address)
        for link in sorted(read(site, address).links()):
            whole = urljoin(address, link).partition("#")[0]
            if whole.startswith("/") and whole not in done and whole not in todo and "as-of" not in whole:
                todo.append(whole)
    assert len(done) > 5


def test_every_page_speaks_both_languages(site: TestClient, summit: str) -> None:
    for path in ("/", f"/events/{summit}", "/reports/b", "/actors/Q22686", "/contradictions"):
        assert '<html lang="en">' in site.get(path, headers={"accept-language": "en-GB,en;q=0.8"}).text
        assert '<html lang="nl">' in site.get(f"{path}?language=nl", headers={"accept-language": "en"}).text


def test_a_page_loads_nothing_from_elsewhere_and_runs_nothing_inline(site: TestClient, summit: str) -> None:
    for path in ("/", f"/events/{summit}", "/reports/b", "/actors/Q22686", "/contradictions"):
        for tag, attributes in read(site, path).found:
            source = attributes.get("src") or (attributes.get("href") if tag in LIVE else None)
            assert source is None or source.startswith("/static/"), (path, tag, source)
            assert not any(name.startswith("on") or name == "style" for name in attributes), (path, tag, attributes)
            assert tag != "style"
            assert tag != "script" or attributes.get("src")


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/events/nope-nope", 404, "geen gebeurtenis heet zo"),
        ("/reports/nope", 404, "geen bericht heet zo"),
        ("/actors/nobody", 404, "nobody"),
        ("/?as-of=morgen", 400, "dit is geen dag die gelezen kan worden"),
        ("/?according-to=Niemand Niks", 400, "Niemand Niks"),
        ("/nowhere", 404, "Niet gevonden"),
    ],
)
def test_what_cannot_be_shown_is_told(site: TestClient, path: str, status: int, told: str) -> None:
    answer = site.get(path)
    assert answer.status_code == status
    assert told in unescape(answer.text)
    assert "Traceback" not in answer.text


def test_a_page_that_the_browser_has_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/")
    again = site.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = site.get("/?as-of=2018-05-25", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_every_heading_and_label_has_its_place(site: TestClient, summit: str) -> None:
    for path in ("/", f"/events/{summit}", "/reports/b", "/actors/Q22686", "/contradictions"):
        found = read(site, path).found
        ids: list[Any] = [attributes["id"] for _, attributes in found if "id" in attributes]
        assert len(ids) == len(set(ids)), path
        named: list[Any] = [attributes["aria-labelledby"] for _, attributes in found if "aria-labelledby" in attributes]
        assert set(named) <= set(ids), path
        assert sum(tag == "h1" for tag, _ in found) == 1, path
