"""Spans of a report read as dates and places."""

import msgspec

from dragoman.model.vocabulary import Direction


class DateForm(msgspec.Struct, frozen=True, kw_only=True):
    """What a date's words say, before anything is known of the publication day.

    All fields are optional; a form is a conjunction of what was said. Units: ``weekday`` 1 (Monday)
    to 7; ``month`` 1 to 12; ``day`` 1 to 31; ``part`` is ``early``, ``mid`` or ``late``; offsets are whole
    units from the anchor. ``anchor`` is ``published`` or ``previous`` (the date told before this one).
    ``season`` and ``feast`` are codes of the date pack. ``until`` closes a stretch; ``choices`` are
    alternatives of which one holds.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    offset_days: int | None = None
    offset_weeks: int | None = None
    offset_months: int | None = None
    offset_years: int | None = None
    which: str | None = None
    part: str | None = None
    season: str | None = None
    feast: str | None = None
    time: str | None = None
    part_of_day: str | None = None
    anchor: str = "published"
    bound: str | None = None
    vague: str | None = None
    until: "DateForm | None" = None
    choices: tuple["DateForm", ...] = ()


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report read as a date: its form, unresolved, and the way it points.

    ``direction`` comes from tense and status, never from the date; ``rule`` is the pack rule that found it.
    """

    start: int
    end: int
    text: str
    form: DateForm
    direction: Direction | None = None
    rule: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event is: canonical English name, ISO country code and Wikidata id where known."""

    name: str
    country: str | None = None
    id: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report read as a place."""

    start: int
    end: int
    text: str
    place: Place
