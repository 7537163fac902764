"""Reads a line of a desk's own calendar: one event, and the desk's claim that it is on."""

from collections.abc import Iterator

import msgspec

from dragoman.actors.find import Cast, find_actors
from dragoman.claims.titles import find_title_trigger
from dragoman.corridor.version import reading_version
from dragoman.language import parse_text
from dragoman.model.actor import Link
from dragoman.model.mention import DateForm, DateMention, Place
from dragoman.model.parse import Token
from dragoman.model.reading import EventMention, Party, ReadClaim, ReadEvent, Reading
from dragoman.model.report import DeskEntry, Report
from dragoman.model.vocabulary import Status
from dragoman.packs.load import load_language
from dragoman.packs.shapes.cues import NounTrigger, VerbTrigger

TAKES_PART = frozenset({"state", "organisation", "office", "person"})
NO_KIND = "entry.other"
"""The rule of an event whose title names no kind that a pack knows."""
_STATUSES: dict[str, Status] = {"confirmed": "planned", "tentative": "mooted", "cancelled": "cancelled"}


def read_entry(report: Report, entry: DeskEntry, *, language: str, threads: int | None = None) -> Reading:
    """Reads a line of a calendar: its kind and parties from the title, its days and place from their fields.

    The desk plans what it has down, or floats it (tentative); it is the holder of the claim. For example
    "Top Trump – Kim" on 12 June is a summit of two presidents that the desk has as ``planned``.
    """
    pack = load_language(language)
    end = len(report.text.partition("\n")[0])
    parse = parse_text(report.text, language=language, threads=threads)
    found = find_title_trigger(parse, end=end, language=language)
    if found is not None and found[0].start == 0:  # a capital makes the word a part of the name after it
        parse = parse_text(report.text[:1].lower() + report.text[1:], language=language, threads=threads)
    cast = find_actors(parse, report.text, pack=pack, day=entry.start)
    date = _date(report, entry, after=end)
    return Reading(
        report=report.key,
        version=reading_version(parse.model),
        dates=(date,),
        actors=tuple(msgspec.structs.replace(each, text=report.text[each.start : each.end]) for each in cast.actors),
        places=tuple(msgspec.structs.replace(each, text=report.text[each.start : each.end]) for each in cast.places),
        events=(_event(report, entry, found, cast, end=end, day_ends=date.end),),
        claims=(
            ReadClaim(
                event=0,
                status=_STATUSES[entry.status],
                start=0,
                end=end,
                chain=() if report.outlet is None else (Link(name=report.outlet, type="outlet", evidentiality="own"),),
                rule=f"entry.{entry.status}",
                date=0,
            ),
        ),
    )


def is_of_kind(reading: Reading) -> bool:
    """Tells whether the title of a line names a kind of event."""
    return reading.events[0].mentions[0].rule != NO_KIND


def _date(report: Report, entry: DeskEntry, *, after: int) -> DateMention:
    """Gives the days of a line, which stand below its title."""
    start = after + 1
    text = report.text[start:].partition("\n")[0]
    until = None if entry.start == entry.end else _form(entry.end)
    form = msgspec.structs.replace(_form(entry.start), time=entry.time, zone=entry.zone, until=until)
    return DateMention(start=start, end=start + len(text), text=text, form=form, rule="entry.day")


def _form(day: str) -> DateForm:
    year, month, number = (int(part) for part in day.split("-"))
    return DateForm(year=year, month=month, day=number)


def _event(
    report: Report,
    entry: DeskEntry,
    found: tuple[Token, NounTrigger | VerbTrigger] | None,
    cast: Cast,
    *,
    end: int,
    day_ends: int,
) -> ReadEvent:
    token, rule = (None, None) if found is None else found
    start, stop = (0, end) if token is None else (token.start, token.end)
    named = NO_KIND if rule is None else rule.id
    return ReadEvent(
        kind="other" if rule is None else rule.kind,
        mentions=(EventMention(start=start, end=stop, text=report.text[start:stop], rule=named),),
        parties=tuple(_parties(cast, end=end)),
        place=_place(entry, cast, end=end, day_ends=day_ends),
        dates=(0,),
        words=report.text[:end],
    )


def _parties(cast: Cast, *, end: int) -> Iterator[Party]:
    """Gives who is named in the title, each once; a place that also stands for a state is where it is."""
    places = {(place.start, place.end) for place in cast.places}
    seen: set[str] = set()
    for each in cast.actors:
        known = each.actor.type in TAKES_PART and (each.start, each.end) not in places
        if each.end <= end and known and each.actor.id not in seen:
            seen.add(each.actor.id)
            yield Party(actor=each.actor)


def _place(entry: DeskEntry, cast: Cast, *, end: int, day_ends: int) -> Place | None:
    """Gives the place of the field for it, or else the one that the title names."""
    if entry.place is None:
        return next((each.place for each in cast.places if each.end <= end), None)
    found = next((each.place for each in cast.places if each.start > day_ends), None)
    return Place(name=entry.place) if found is None else found
