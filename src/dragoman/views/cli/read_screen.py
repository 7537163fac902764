"""What one report tells, on a terminal: its claims event by event, its dates, and who is in it."""

from collections.abc import Iterator
from datetime import date

from dragoman.model.diary import WhenEntry
from dragoman.model.line import Line, ToldClaimEntry
from dragoman.views.cli.days import write_when
from dragoman.views.cli.fit import wrap
from dragoman.views.cli.names import call_name, call_party
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import clean_quote, quoted
from dragoman.views.cli.told import write_claim

INDENT = "  "
CLAIM_AT = 14


def render_line(line: Line, page: Page) -> list[str]:
    """Gives the lines of one report's screen."""
    latest = None if line.published is None else line.published.latest
    shown = page.on_day(None if latest is None else date.fromisoformat(latest))
    parts = (_claims(line, shown), _dates(line, shown), _actors(line, shown), _acts(line, shown), _quotes(line, shown))
    lines = _head(line, shown)
    for part in parts:
        lines += [*([""] if part else []), *part]
    return lines


def _head(line: Line, page: Page) -> list[str]:
    day = page.say("no_published") if line.published is None else write_when(line.published, page)
    told = page.join(page.heading(line.id), line.outlet or page.say("no_outlet"), day, page.say("unverified"))
    title = [] if line.title is None else wrap(line.title, page.columns)
    return [*wrap(told, page.columns), *title]


def _claims(line: Line, page: Page) -> list[str]:
    """Gives the claims, those on one event together in the order in which it is first told of."""
    if not line.claims:
        return [page.say("nothing_read")]
    events: dict[int, list[ToldClaimEntry]] = {}
    for claim in line.claims:
        events.setdefault(claim.event, []).append(claim)
    told = [page.heading(page.say("claims_heading"))]
    for claims in events.values():
        told += [
            *wrap(_event(claims[0], page), page.columns),
            *(each for claim in claims for each in _claim(claim, page)),
        ]
    return told


def _event(claim: ToldClaimEntry, page: Page) -> str:
    place = page.say("no_place") if claim.place is None else call_party(claim.place, page)
    return page.join(claim.labels.get(page.language, claim.label), write_when(claim.when, page), place)


def _claim(claim: ToldClaimEntry, page: Page) -> Iterator[str]:
    return write_claim(claim, page, at=CLAIM_AT)


def _dates(line: Line, page: Page) -> list[str]:
    told = [f'"{each.text}" = {write_when(WhenEntry(edtf=each.edtf, reason=each.reason), page)}' for each in line.dates]
    return _listed("dates_heading", told, page)


def _actors(line: Line, page: Page) -> list[str]:
    words: dict[str, dict[str, None]] = {}
    for each in line.actors:
        words.setdefault(call_name(each.name, page), {})[f'"{each.text}"'] = None
    told = [f"{name}: {', '.join(said)}" for name, said in words.items()]
    return _listed("parties_heading", told, page)


def _acts(line: Line, page: Page) -> list[str]:
    told = [
        f"{', '.join(call_party(actor, page) for actor in act.actor) or page.say('nobody')} ({act.kind}): "
        f"{quoted(clean_quote(act.quote), page, room=page.columns * 2)}"
        for act in line.acts
    ]
    return _listed("acts_heading", told, page)


def _quotes(line: Line, page: Page) -> list[str]:
    told = []
    for quote in line.quotes:
        who = page.say("nobody") if quote.speaker is None else call_name(quote.speaker, page)
        via = ", ".join(call_name(name, page) for name in quote.via)
        speaker = page.say("via", who=who, via=via) if via else who
        told.append(f"{speaker}: {quoted(clean_quote(quote.quote), page, room=page.columns * 2)}")
    return _listed("quotes_heading", told, page)


def _listed(heading: str, told: list[str], page: Page) -> list[str]:
    lines = [line for text in dict.fromkeys(told) for line in wrap(text, page.columns, first=INDENT, rest=INDENT * 2)]
    return [page.heading(page.say(heading)), *lines] if lines else []
