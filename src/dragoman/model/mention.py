"""Spans of a report read as dates and places."""

import msgspec

from dragoman.model.vocabulary import Direction


class DateForm(msgspec.Struct, frozen=True, kw_only=True):
    """What a date's words say, before anything is known of the publication day.

    All fields are optional; a form is a conjunction of what was said.

    - a place in the calendar: ``year``, ``month`` 1 to 12, ``day`` 1 to 31, ``weekday`` 1 (Monday) to 7, ``week``
      and ``quarter`` of the year, ``nth`` (of the weekday in its month, or with ``inner`` ``week`` of the week in its
      year or month; -1 is the last), ``easter`` (days from Easter), ``season`` (EDTF's code, 21 is spring),
      ``decade`` and ``century`` by their first year;
    - a place in the calendar seen from the anchor: ``unit`` (day, week, weekend, month, quarter, season, year,
      decade, century) and ``which``: ``this``, ``next``, ``previous``, ``coming``, ``last``, ``after-next``,
      ``before-previous``;
    - a distance: ``offset_days`` and so on (``offset_workdays`` leaves out Saturday and Sunday), counted from the
      ``anchor``: ``published``, ``previous`` (the date told before this one; a ``unit`` is then the one that it is in),
      ``day`` (the day told of at that point, else that of publication) or ``itself`` (the place named beside it); the
      anchor ``entry`` is publication too, and what follows is seen from the day found; ``count`` units that the
      ``which`` ones last, or with a ``weekday`` the how manieth of them is meant;
    - ``part`` of what was named: ``early``, ``mid``, ``late``, ``first-half``, ``second-half``, ``rest`` (of this
      year), ``so-far``, ``later`` and ``earlier`` (the same without the day itself), ``working`` (Monday to Friday of
      a week);
    - ``bound``: ``after``, ``before``, ``since``, ``until``, ``by``, ``within``, ``from`` (not before); ``exactly`` and
      ``about`` for a distance that is no rough one, and one that is a day more or less;
    - ``until`` closes a stretch, ``choices`` are alternatives of which one holds;
    - ``time`` (15:30), ``part_of_day`` and ``zone`` (IANA); ``vague``: a code of why no day can be given.

    For example "Tuesday next week" is ``DateForm(weekday=2, unit="week", which="next")``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    nth: int | None = None
    inner: str | None = None
    easter: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    unit: str | None = None
    which: str | None = None
    count: int | None = None
    offset_days: int | None = None
    offset_weeks: int | None = None
    offset_months: int | None = None
    offset_years: int | None = None
    offset_workdays: int | None = None
    part: str | None = None
    bound: str | None = None
    anchor: str = "published"
    time: str | None = None
    part_of_day: str | None = None
    zone: str | None = None
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
    """Where an event is: canonical English name, ISO country code and Wikidata id where known.

    For example ``Place(name="Singapore", country="SG")``.
    """

    name: str
    country: str | None = None
    id: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report read as a place."""

    start: int
    end: int
    text: str
    place: Place
