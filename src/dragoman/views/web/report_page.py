"""A report as a page: its text with what was read in it marked, and its claims event by event."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from dragoman.corridor.browse import Text
from dragoman.model.diary import WhenEntry
from dragoman.model.line import Line, ToldClaimEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.names import call_name, call_party
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import clean_quote
from dragoman.views.web.shown_claim import ShownClaim, show_claim


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of the text: ``kind`` is ``actor``, ``date``, ``claim`` or empty, ``told`` what it was read as.

    ``anchor`` is where it begins, for one that a claim begins at; ``inside`` tells that it lies in a claim's words.
    """

    text: str
    kind: str = ""
    told: str = ""
    actor: str | None = None
    anchor: int | None = None
    inside: bool = False


class ToldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the report tells it, with the claims about it."""

    id: str | None
    label: str
    when: str
    place: str
    claims: tuple[ShownClaim, ...]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, and the words that it was read from."""

    name: str
    words: str
    actor: str | None = None


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report's page shows."""

    id: str
    key: str
    title: str | None
    outlet: str | None
    published: str
    added: str | None
    url: str | None
    language: str | None
    paragraphs: tuple[tuple[Piece, ...], ...]
    events: tuple[ToldEvent, ...]
    dates: tuple[Listed, ...]
    actors: tuple[Listed, ...]
    quotes: tuple[Listed, ...]
    version: str


def make_report_page(text: Text, page: Page) -> ReportPage:
    """Makes the page of a report, its days written as of its own."""
    line, report = text.line, text.report
    shown = page if page.day is not None else page.on_day(_latest(report.published))
    return ReportPage(
        id=report.id,
        key=report.key,
        title=report.title,
        outlet=report.outlet,
        published=shown.say("no_published") if report.published is None else write_when(report.published, shown),
        added=report.added,
        url=text.url if text.url is not None and text.url.startswith(("https://", "http://")) else None,
        language=report.language,
        paragraphs=tuple(_paragraphs(cut_text(text.text, line, shown))),
        events=tuple(_events(text, shown)),
        dates=tuple(_dates(line, shown)),
        actors=tuple(_actors(line, shown)),
        quotes=tuple(_quotes(line, shown)),
        version=line.version,
    )


def cut_text(text: str, line: Line, page: Page) -> list[Piece]:
    """Cuts a text where mentions, dates and claims begin and end; joined again the pieces are the text."""
    spans = sorted(_spans(line, page), key=lambda span: (span[0], -span[1]))
    claims = [(claim.start, claim.end) for claim in line.claims]
    edges = sorted({0, len(text), *(at for pair in claims for at in pair), *(at for span in spans for at in span[:2])})
    pieces = []
    for start, end in pairwise(edges):
        over = next((span for span in spans if span[0] <= start and end <= span[1]), None)
        pieces.append(
            Piece(
                text=text[start:end],
                kind="" if over is None else over[2],
                told="" if over is None or over[0] != start else over[3],
                actor=None if over is None else over[4],
                anchor=start if any(start == first for first, _ in claims) else None,
                inside=any(first <= start and end <= last for first, last in claims),
            )
        )
    return pieces


def _spans(line: Line, page: Page) -> Iterator[tuple[int, int, str, str, str | None]]:
    for each in line.actors:
        yield each.start, each.end, "actor", call_name(each.name, page), each.id
    for day in line.dates:
        yield day.start, day.end, "date", write_when(WhenEntry(edtf=day.edtf, reason=day.reason), page), None


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Parts the pieces at empty lines; a piece that holds one is cut there."""
    paragraph: list[Piece] = []
    for piece in pieces:
        parts = piece.text.split("\n\n")
        for place, part in enumerate(parts):
            if place and paragraph:
                yield tuple(paragraph)
                paragraph = []
            if part:
                first = {} if place == 0 else {"anchor": None, "told": ""}
                paragraph.append(msgspec.structs.replace(piece, text=part, **first))
    if paragraph:
        yield tuple(paragraph)


def _events(text: Text, page: Page) -> Iterator[ToldEvent]:
    by_place: dict[int, list[ToldClaimEntry]] = {}
    for claim in text.line.claims:
        by_place.setdefault(claim.event, []).append(claim)
    for place, claims in by_place.items():
        first = claims[0]
        yield ToldEvent(
            id=text.events[place] if place < len(text.events) else None,
            label=first.labels.get(page.language, first.label),
            when=write_when(first.when, page),
            place=page.say("no_place") if first.place is None else call_party(first.place, page),
            claims=tuple(show_claim(claim, page) for claim in claims),
        )


def _dates(line: Line, page: Page) -> Iterator[Listed]:
    for each in dict.fromkeys(
        (day.text, write_when(WhenEntry(edtf=day.edtf, reason=day.reason), page)) for day in line.dates
    ):
        yield Listed(name=each[1], words=each[0])


def _actors(line: Line, page: Page) -> Iterator[Listed]:
    words: dict[tuple[str, str], dict[str, None]] = {}
    for each in line.actors:
        words.setdefault((each.id, call_name(each.name, page)), {})[each.text] = None
    for (key, name), said in words.items():
        yield Listed(name=name, words=", ".join(said), actor=key)


def _quotes(line: Line, page: Page) -> Iterator[Listed]:
    for quote in line.quotes:
        who = page.say("nobody") if quote.speaker is None else call_name(quote.speaker, page)
        via = ", ".join(call_name(name, page) for name in quote.via)
        yield Listed(name=page.say("via", who=who, via=via) if via else who, words=clean_quote(quote.quote))


def _latest(when: WhenEntry | None) -> date | None:
    return None if when is None or when.latest is None else date.fromisoformat(when.latest)
