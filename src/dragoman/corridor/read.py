"""Reads one report: from its text to what it claims, a pure function of report, packs and model."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from dragoman.actors.find import find_actors
from dragoman.claims.acts import find_acts
from dragoman.claims.attribute import find_speech
from dragoman.claims.find import Tale, find_claims
from dragoman.claims.scene import Found
from dragoman.corridor.entry import read_entry
from dragoman.corridor.version import reading_version
from dragoman.dates.find import find_dates
from dragoman.dates.resolve import resolve_dates
from dragoman.dates.solve import solve_published
from dragoman.errors import NoPack
from dragoman.events.gather import Gathered, gather_told
from dragoman.language import parse_text
from dragoman.model.actor import Link
from dragoman.model.mention import DateMention
from dragoman.model.reading import ReadEvent, Reading
from dragoman.model.report import Report
from dragoman.model.vocabulary import Direction
from dragoman.model.when import When
from dragoman.packs.load import load_actors, load_kinds, load_language

BACKGROUND = timedelta(days=10)
"""A held event longer before publication than this is context: the news of the day is younger."""


def read_report(report: Report, *, threads: int | None = None) -> Reading:
    """Reads all that a report tells: dates, actors, events, claims, acts and quotes.

    Raises `NoPack` for a report in a language that no pack reads. For example a report that says "Trump blies de
    top af" gives one event with one claim, ``cancelled``, performed by Donald Trump.
    """
    if report.language is None:
        raise NoPack("the language of the report is not known", report=report.id)
    pack = load_language(report.language)
    if report.entry is not None:
        return read_entry(report, report.entry, language=report.language, threads=threads)
    parse = parse_text(report.text, language=report.language, threads=threads)
    dates = find_dates(parse, pack.dates, text=report.text)
    cast = find_actors(parse, report.text, pack=pack, day=report.published, dates=dates, outlet=_country(report))
    speech = find_speech(parse, report.text, cast.actors, pack, outlet=_outlet(report))
    found = Found(parse=parse, text=report.text, actors=cast.actors, places=cast.places, dates=dates, home=cast.home)
    tale = find_claims(found, speech=speech, pack=pack)
    days = solve_published(dates, stated=report.published).days
    acts = find_acts(found, speech=speech, pack=pack)
    dates = _pointed(dates, tale)
    whens = resolve_dates(dates, published=days)
    gathered = gather_told(tale.told, tale.claims, acts=acts, whens=whens, kinds=load_kinds())
    return Reading(
        report=report.key,
        version=reading_version(parse.model),
        dates=dates,
        actors=cast.actors,
        places=cast.places,
        events=_with_background(gathered, whens, days),
        claims=gathered.claims,
        acts=acts,
        quotes=speech.quotes,
    )


def _outlet(report: Report) -> Link | None:
    return None if report.outlet is None else Link(name=report.outlet, type="outlet", evidentiality="own")


@cache
def _media() -> dict[str, str]:
    """Gives the country of each medium by every name of it, in small letters."""
    named = [(medium.state, medium) for medium in load_actors().media.media if medium.state is not None]
    return {n.casefold(): code for code, m in named for names in m.names.values() for n in (m.name, *names)}


def _country(report: Report) -> str | None:
    """Gives the country of a report's outlet, which is the report's own where it names none."""
    return None if report.outlet is None else _media().get(report.outlet.casefold())


def _pointed(dates: Sequence[DateMention], tale: Tale) -> tuple[DateMention, ...]:
    """Points the date of an event the way its status lies: behind for what was held, ahead for what is planned."""
    ways: dict[int, set[str]] = {}
    for claim in tale.claims:
        for date_ in tale.told[claim.event].dates:
            ways.setdefault(date_, set()).add("past" if claim.status == "held" else "future")
    return tuple(
        msgspec.structs.replace(mention, direction=_one_way(ways.get(index, set()), mention))
        for index, mention in enumerate(dates)
    )


def _one_way(ways: set[str], mention: DateMention) -> Direction | None:
    if ways == {"past"}:
        return "past"
    return "future" if ways == {"future"} and mention.direction is None else mention.direction


def _with_background(gathered: Gathered, whens: Sequence[When], days: Sequence[date]) -> tuple[ReadEvent, ...]:
    """Marks what is there only as context: held long before the report, and nothing of it still at issue."""
    made = []
    for index, event in enumerate(gathered.events):
        statuses = {claim.status for claim in gathered.claims if claim.event == index}
        latest = max((w.latest for w in (whens[d] for d in event.dates) if w.latest is not None), default=None)
        behind = [day for day in days if latest is not None and latest < day - BACKGROUND]
        past = len(behind) * 2 > len(days)
        made.append(msgspec.structs.replace(event, background=past and statuses <= {"held"}))
    return tuple(made)
