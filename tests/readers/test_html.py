"""Pages: the text without what stands around it, what a page says of itself, and hostile pages."""

import io
from io import BufferedReader

import pytest

from dragoman.errors import EmptyReport, NotText, SkipReport, TooLarge
from dragoman.model.report import RawReport
from dragoman.readers.html import read_reports

LONG = "De top tussen beide landen gaat gewoon door, zegt het ministerie. " * 4

PAGE = f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Top - De Gids</title>
<meta property="og:title" content="Top gaat door"><meta property="og:site_name" content="De Gids">
<meta property="article:published_time" content="2018-05-26T10:00:00+02:00">
<style>p {{ color: red }}</style><script>var a = "De top is afgelast";</script></head>
<body><nav>Voorpagina <a href="/sport">Sport</a></nav>
<article><h1>Top gaat door</h1><p>{LONG}</p><p>Na de   <b>top</b>&nbsp;volgt<br>een diner.</p>
<figure><img><figcaption>foto: archief</figcaption></figure><aside>Lees ook</aside>Losse woorden.</article>
<footer>Contact</footer></body></html>"""


def read(told: str | bytes) -> RawReport | SkipReport:
    data = told.encode() if isinstance(told, str) else told
    (found,) = read_reports(BufferedReader(io.BytesIO(data)), origin="p.html", stem="p")
    return found


def report(told: str | bytes) -> RawReport:
    found = read(told)
    assert isinstance(found, RawReport), found
    return found


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    assert report(PAGE) == RawReport(
        id="p",
        text=f"Top gaat door\n\n{LONG.strip()}\n\nNa de top volgt\neen diner.\n\nLosse woorden.",
        origin="p.html",
        title="Top gaat door",
        outlet="De Gids",
        language="nl",
        published="2018-05-26T10:00:00+02:00",
    )


@pytest.mark.parametrize(
    "told",
    [
        '{"headline": "Top", "datePublished": "2018-05-26", "publisher": {"name": "De Gids"}}',
        '[{"@type": "WebSite"}, {"headline": ["Top"], "datePublished": "2018-05-26", "publisher": "De Gids"}]',
        '{"@graph": [{"headline": "Top", "datePublished": "2018-05-26", "publisher": [{"name": "De Gids"}]}]}',
    ],
)
def test_what_a_page_tells_search_engines(told: str) -> None:
    found = report(f'<script type="application/ld+json">{told}</script><p>{LONG}</p>')
    assert (found.title, found.published, found.outlet) == ("Top", "2018-05-26", "De Gids")


@pytest.mark.parametrize("told", ["{", "[" * 5000, '"top"', '{"headline": 5}'])
def test_what_is_no_json_says_nothing(told: str) -> None:
    found = report(f'<script type="application/ld+json">{told}</script><p>{LONG}</p>')
    assert (found.title, found.text) == (None, LONG.strip())


def test_a_time_is_the_date_where_nothing_else_is() -> None:
    assert report(f'<time datetime="2018-05-26">gisteren</time><p>{LONG}</p>').published == "2018-05-26"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-15", "koi8-r", "utf-8"])
def test_a_page_names_its_encoding(charset: str) -> None:
    words = "Путин" if charset == "koi8-r" else "België"
    page = f'<meta charset="{charset}"><p>{words}</p>'
    assert report(page.encode(charset)).text == words


@pytest.mark.parametrize(
    ("told", "error"),
    [
        pytest.param("", EmptyReport, id="nothing"),
        pytest.param("<!-- -->", EmptyReport, id="a comment"),
        pytest.param("<script>alert(1)</script>", EmptyReport, id="a script"),
        pytest.param("<div>" * 50_000 + "bom", TooLarge, id="depth"),
        pytest.param("<p>" + "x" * 11_000_000, TooLarge, id="one paragraph"),
        pytest.param("<p>" + "x y " * 300_000, TooLarge, id="a long text"),
        pytest.param(b"<p>" + b" " * 17_000_000, TooLarge, id="a large file"),
        pytest.param(b"\x89PNG\r\n", NotText, id="a picture"),
    ],
)
def test_a_hostile_page_is_named(told: str | bytes, error: type[SkipReport]) -> None:
    found = read(told)
    assert isinstance(found, error), found
    assert found.file == "p.html"


def test_entities_do_not_unfold() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;&b; tekst</p>'
    assert "haha" not in report(bomb).text


def test_no_file_is_fetched() -> None:
    page = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f; tekst</p>'
    assert "root:" not in report(page).text


def test_tags_that_never_close_are_read_all_the_same() -> None:
    assert report("<p>een<p>twee<li>drie</b></div>").text == "een\n\ntwee\n\ndrie"
