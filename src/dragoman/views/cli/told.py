"""A claim on a screen: who says what, through whom, in which words of which sentence, and by which rule it was read."""

from collections.abc import Iterator

import click

from dragoman.model.diary import ClaimEntry
from dragoman.views.cli.days import write_near, write_when
from dragoman.views.cli.fit import width, wrap
from dragoman.views.cli.names import call_link, call_name, holder_name
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import said_on, write_claimed

SENTENCE_LINES = 3
"""A sentence of more lines is shown around the words that count."""


def write_claim(claim: ClaimEntry, page: Page, *, at: int, event: str | None = None) -> Iterator[str]:
    """Gives a claim's lines: the day at the left, all else from column ``at`` on.

    ``event`` is the event that it makes its own hang on.
    """
    indent = " " * at
    sign = page.signs.of(claim.status)
    day = write_near(said_on(claim), page, dated=True)
    head = page.join(write_holder(claim, page), *write_manner(claim, page), *write_stand(claim, page, event))
    lines = wrap(head, page.columns, first=indent, rest=indent)
    yield day + " " * max(at - width(day), 1) + page.tint(lines[0].lstrip(), sign)
    yield from lines[1:]
    yield from write_sentence(claim, page, at=at)
    chain = write_chain(claim, page)
    source = page.join(page.say("report", report=claim.report), page.say("rule_short", rule=claim.rule))
    for told in (chain, source):
        if told:
            yield from (page.faint(line) for line in wrap(told, page.columns, first=indent, rest=indent))


def write_holder(claim: ClaimEntry, page: Page) -> str:
    """Gives who stands behind a claim."""
    name = holder_name(claim)
    return page.say("itself_long") if name is None else call_link(claim.chain[-1], page)


def write_chain(claim: ClaimEntry, page: Page) -> str:
    """Gives the chain of sources from the outlet inwards, empty for one that has a single link.

    For example ``De Proef → TASS → Vladimir Poetin``.
    """
    names = [call_name(link.name, page) for link in claim.chain]
    return f" {page.signs.arrow} ".join(names) if len(names) > 1 else ""


def write_sentence(claim: ClaimEntry, page: Page, *, at: int) -> Iterator[str]:
    """Gives the sentence of a claim, its own words between ``«`` and ``»``, on a terminal in bold too."""
    indent = " " * at
    marked = mark_words(claim, page, room=(page.columns - at) * SENTENCE_LINES)
    bold = False
    for line in wrap(marked, page.columns, first=indent, rest=indent):
        told = line
        if page.colour:
            told, bold = _embolden(line, page, bold=bold)
        yield told


def mark_words(claim: ClaimEntry, page: Page, *, room: int) -> str:
    """Gives a claim's sentence with its words marked, cut on both sides to about ``room`` columns."""
    quote = " ".join(claim.quote.split())
    sentence = " ".join((claim.sentence or claim.quote).split())
    before, found, after = sentence.partition(quote)
    if not found:
        before, after = "", ""
    left = max(room - width(quote) - 2 * width(page.signs.more) - 4, 0)
    tail = _start_of(after, max(left // 2, left - width(before)), page)
    head = _end_of(before, left - width(tail), page)
    return f"{head}{page.signs.start}{quote}{page.signs.end}{tail}"


def _start_of(text: str, room: int, page: Page) -> str:
    if width(text) <= room:
        return text
    kept = text[:room].rsplit(" ", 1)[0]
    return f"{kept} {page.signs.more}"


def _end_of(text: str, room: int, page: Page) -> str:
    if width(text) <= room:
        return text
    kept = text[len(text) - max(room, 0) :].partition(" ")[2]
    return f"{page.signs.more} {kept}"


def _embolden(line: str, page: Page, *, bold: bool) -> tuple[str, bool]:
    """Puts what stands between the marks in bold; tells whether the next line goes on in bold."""
    signs = page.signs
    told = ""
    left = line
    while left:
        mark = signs.end if bold else signs.start
        part, found, left = left.partition(mark)
        whole = part + found if bold else part
        told += click.style(whole, bold=True) if bold and whole else whole
        if not found:
            break
        told += "" if bold else click.style(mark, bold=True)
        bold = not bold
    return told, bold


def write_manner(claim: ClaimEntry, page: Page) -> Iterator[str]:
    """Gives how the words came from whoever stands behind them, none for a report's own."""
    if claim.chain:
        hearsay = any(link.evidentiality == "hearsay" for link in claim.chain)
        yield page.wording.evidentialities["hearsay" if hearsay else claim.chain[-1].evidentiality]


def write_stand(claim: ClaimEntry, page: Page, event: str | None) -> Iterator[str]:
    """Gives what a claim says, how surely, and which day it names."""
    yield write_claimed(claim, page, event=event)
    if claim.certainty != "certain":
        yield page.wording.certainties[claim.certainty]
    if claim.when is not None and claim.when.edtf is not None:
        yield page.say("says_when", day=write_when(claim.when, page))
