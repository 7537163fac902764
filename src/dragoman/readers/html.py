"""Reads pages of HTML: the report's text without what stands around it, and what the page says of itself."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedReader
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import EmptyReport, MalformedRecord, SkipReport, TooLarge
from dragoman.model.report import RawReport
from dragoman.readers.decode import decode
from dragoman.readers.limits import MOST_PAGE_BYTES, check_length, read_at_most
from dragoman.readers.reader import Found

if TYPE_CHECKING:
    from lxml.html import HtmlElement

AROUND = "script style noscript template nav aside footer form button select figure iframe svg header dialog"
"""Elements whose words are not the report's."""

BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dt", "dd", "td"}) | frozenset(
    {"div", "section", "article", "main", "ul", "ol", "table"}
)
"""Elements that begin a paragraph."""

BODIES = (".//*[@itemprop='articleBody']", ".//article", ".//main", ".//*[@role='main']")
"""Where pages say their text is, the surest first."""

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)

PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate")
OUTLET = ("og:site_name", "application-name", "dc.publisher")
TITLE = ("og:title", "dc.title", "title")

SPACES = re.compile(r"\s+")

LEAST_TEXT = 200
"""A part of a page with fewer characters is a teaser: then all of the page is looked at."""


class Told(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What a page says of its report as JSON for search engines (schema.org)."""

    headline: Any = None
    date_published: Any = None
    in_language: Any = None
    publisher: Any = None
    url: Any = None
    graph: Any = msgspec.field(name="@graph", default=None)


def read_reports(stream: BufferedReader, *, origin: str, stem: str) -> Iterator[Found]:
    """Gives the one report of a page.

    Scripts, navigation, captions and the like are left out, and no address is ever followed. A page that
    unfolds without end comes out as `TooLarge`.
    """
    try:
        data = read_at_most(stream, MOST_PAGE_BYTES, origin=origin)
        yield _read(_decode(data, origin=origin), origin=origin, stem=stem)
    except SkipReport as error:
        yield error.at(file=origin)


def _decode(data: bytes, *, origin: str) -> str:
    """Gives a page's text in the encoding that it names, or else by the rules for any text."""
    named = CHARSET.search(data, 0, 4096)
    if named is not None:
        # A page may name an encoding that nobody knows, or another than it is in.
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(named[1].decode("ascii"))
    return decode(data, origin=origin)


def _read(page: str, *, origin: str, stem: str) -> RawReport:
    root = _parse(page, origin=origin)
    told, meta = _told(root), _meta(root)
    for element in list(root.iter(*AROUND.split())):
        element.drop_tree()
    text = _text(root)
    if not text:
        raise EmptyReport("nothing is left once the markup is gone", file=origin)
    return RawReport(
        id=stem,
        text=check_length(text, origin=origin),
        origin=origin,
        title=_word(told.headline) or _first(meta, TITLE) or _words(root.find(".//title")),
        outlet=_word(told.publisher) or _first(meta, OUTLET),
        language=_word(told.in_language) or root.get("lang"),
        published=_word(told.date_published) or _first(meta, PUBLISHED) or _time(root),
        url=_word(told.url) or _first(meta, ("og:url",)),
    )


def _parse(page: str, *, origin: str) -> "HtmlElement":
    """Parses a page. libxml2 stops at 256 levels and at ten million characters in a row; nothing is fetched."""
    from lxml import etree, html  # noqa: PLC0415 - costs 30 ms, and most reports are no pages

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise EmptyReport("a page without anything in it", file=origin) from error
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedRecord(f"no page of HTML: {error}", file=origin) from error
    for problem in parser.error_log:
        if problem.type_name == "ERR_RESOURCE_LIMIT":
            raise TooLarge("a page that unfolds without end", file=origin, line=problem.line)
    return root


def _text(root: "HtmlElement") -> str:
    """Gives the text of the part that holds the report, a blank line between paragraphs."""
    for path in BODIES:
        parts = root.xpath(path)
        text = max((_paragraphs(part) for part in parts), key=len, default="")
        if len(text) >= LEAST_TEXT:
            return text
    body = root.find("body")
    return _paragraphs(root if body is None else body)


def _paragraphs(part: "HtmlElement") -> str:
    """Gives the words under an element, cut where blocks begin and end; it walks, so that no depth is too deep."""
    pieces: list[str] = []
    for step, element in _walk(part):
        if element.tag in BLOCKS:
            pieces.append("\n\n")
        elif element.tag == "br" and step == "start":
            pieces.append("\n")
        told = element.text if step == "start" else None if element is part else element.tail
        pieces.append(SPACES.sub(" ", told or ""))
    blocks = re.split(r" *\n *\n[ \n]*", "".join(pieces))
    return "\n\n".join(told for told in (re.sub(r" *\n *| {2,}", _once, block).strip() for block in blocks) if told)


def _once(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _walk(part: "HtmlElement") -> Iterator[tuple[str, "HtmlElement"]]:
    from lxml import etree  # noqa: PLC0415 - as in `_parse`

    return iter(etree.iterwalk(part, events=("start", "end")))


def _meta(root: "HtmlElement") -> dict[str, str]:
    """Gives what a page's ``meta`` elements say, by name or property in lower case, the first of each."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content)
    return meta


def _told(root: "HtmlElement") -> Told:
    """Gives what the first JSON of a page says that has a headline; what is no JSON says nothing."""
    for element in root.iter("script"):
        if element.get("type") == "application/ld+json" and element.text:
            for told in _things(element.text):
                if told.headline is not None:
                    return told
    return Told()


def _things(text: str) -> Iterable[Told]:
    try:
        found = msgspec.json.decode(text, type=Told | list[Told])
        things = found if isinstance(found, list) else [found]
        inner = [msgspec.convert(thing.graph, type=list[Told]) for thing in things if thing.graph is not None]
    except (msgspec.MsgspecError, RecursionError):
        return []
    return [*things, *(one for several in inner for one in several)]


def _word(value: Any) -> str | None:  # noqa: ANN401 - pages write names as words, lists or objects
    """Gives a name however a page writes it: as words, as an object with a name, as a list of either."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return (value.strip() or None) if isinstance(value, str) else None


def _first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _words(element: "HtmlElement | None") -> str | None:
    return None if element is None else " ".join(str(element.text_content()).split()) or None


def _time(root: "HtmlElement") -> str | None:
    return next((element.get("datetime") for element in root.iter("time") if element.get("datetime")), None)
