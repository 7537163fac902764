"""Places in the calendar: the stretch of days that a form names, seen from the day of publication."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from dragoman.dates.calendar import (
    WEEK,
    easter,
    nth_week,
    nth_weekday,
    numbered_week,
    part_of,
    season_span,
    week_span,
)
from dragoman.model.edtf import Span, month_span
from dragoman.model.mention import DateForm
from dragoman.model.vocabulary import Direction

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 6, 7
_STEPS = {"this": 0, "next": 1, "coming": 1, "after-next": 2, "previous": -1, "last": -1, "before-previous": -2}
_AHEAD, _BEHIND = ("coming", "next", "after-next"), ("last", "previous", "before-previous")
_YEARS = {"year": 1, "decade": 10, "century": 100}


class Asked(msgspec.Struct, frozen=True):
    """From where a date is seen: the day of publication, and the direction that tense or words give."""

    published: date
    direction: Direction | None


def place_of(form: DateForm, asked: Asked) -> Span | None:
    """Gives the stretch of days within which a form's day lies, None where the calendar has none."""
    form = _placed(form, asked)
    span = _span(form, asked)
    if span is None or form.part is None:
        return span
    return _part(span, form.part, asked=asked)


def _part(span: Span, part: str, *, asked: Asked) -> Span | None:
    first, last = span
    match part:
        case "rest":
            return (max(first, asked.published), last) if asked.published <= last else span
        case "later":
            return (max(first, asked.published + _DAY), last) if asked.published < last else span
        case "earlier":
            return (first, min(last, asked.published - _DAY)) if asked.published > first else span
        case "so-far":
            return (first, min(last, asked.published)) if asked.published >= first else span
        case _:
            return part_of(span, part)


def _placed(form: DateForm, asked: Asked) -> DateForm:
    """Turns a year, quarter or month seen from the day of publication into one of the calendar."""
    if form.which is None or form.unit is None:
        return form
    step, day = _STEPS[form.which], asked.published
    if form.unit in _YEARS:
        size = _YEARS[form.unit]
        year = (day.year // size + step) * size
        name = form.unit
        return msgspec.structs.replace(form, unit=None, which=None, **{name: year})
    if form.unit == "month":
        span = month_span(day.year + (day.month - 1 + step) // 12, (day.month - 1 + step) % 12 + 1)
        return msgspec.structs.replace(form, unit=None, which=None, year=span[0].year, month=span[0].month)
    if form.unit == "quarter":
        place = day.year * 4 + (day.month - 1) // 3 + step
        return msgspec.structs.replace(form, unit=None, which=None, year=place // 4, quarter=place % 4 + 1)
    return form


def _span(form: DateForm, asked: Asked) -> Span | None:
    if form.which is not None and form.unit in ("day", "week", "weekend"):
        return _seen(form, asked)
    if form.weekday is not None and _only_weekday(form):
        day = _weekday(form, asked)
        return day, day
    if form.decade is not None or form.century is not None:
        return _years(form)
    years = [form.year] if form.year is not None else _near(asked.published.year)
    if (
        form.month is None
        and form.year is None
        and (form.day is not None or form.nth is not None)
        and form.week is None
    ):
        spans = list(_in_months(form, asked))
    else:
        spans = [span for year in years if (span := _in_year(form, year)) is not None]
    return _chosen(form, spans, asked)


def _near(year: int) -> list[int]:
    return [each for each in (year - 1, year, year + 1) if 1 < each < 9999]  # noqa: PLR2004 - the calendar's ends


def _years(form: DateForm) -> Span:
    first, count = (form.decade, 10) if form.decade is not None else (form.century or 0, 100)
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


def _seen(form: DateForm, asked: Asked) -> Span | None:
    """Gives a day, week or weekend named from the day of publication, and the weekday in it."""
    day, step = asked.published, _STEPS[form.which or "this"]
    if form.unit == "day":
        day += step * _DAY
        return day, day
    week = week_span(day, weeks=step if form.unit == "week" else _weekend_step(form, asked))
    if form.weekday is not None:
        found = week[0] + (form.weekday - 1) * _DAY
        return found, found
    return week if form.unit == "week" else (week[0] + 5 * _DAY, week[1])


def _weekend_step(form: DateForm, asked: Asked) -> int:
    weekday = asked.published.isoweekday()
    match form.which:
        case "this":
            return -1 if asked.direction == "past" and weekday < _SATURDAY else 0
        case "coming":
            return 1 if weekday >= _SATURDAY else 0
        case "last":
            return 0 if weekday == _SUNDAY else -1
        case _:
            return _STEPS[form.which or "this"]


def _only_weekday(form: DateForm) -> bool:
    named = (form.year, form.month, form.day, form.nth, form.week, form.easter, form.season, form.quarter)
    return all(each is None for each in named)


def _weekday(form: DateForm, asked: Asked) -> date:
    """Gives the weekday that is meant: the last one told of or the next ahead; news calls today by its name too."""
    day, weekday = asked.published, form.weekday or 1
    back = (day.isoweekday() - weekday) % WEEK
    ahead = (weekday - day.isoweekday() - 1) % WEEK + 1
    if form.which in ("this", "next", "previous"):
        return week_span(day, weeks=_STEPS[form.which])[0] + (weekday - 1) * _DAY
    if form.which in _AHEAD:
        return day + ahead * _DAY
    if form.which in _BEHIND:
        return day - (back or WEEK) * _DAY
    if asked.direction is None:
        return day - back * _DAY if back < ahead else day + ahead * _DAY
    return day - back * _DAY if asked.direction == "past" or back == 0 else day + ahead * _DAY


def _in_year(form: DateForm, year: int) -> Span | None:
    whole = date(year, 1, 1), date(year, 12, 31)
    if form.easter is not None:
        day = easter(year) + form.easter * _DAY
        return day, day
    if form.week is not None:
        return numbered_week(year, form.week)
    if form.season is not None:
        return season_span(year, form.season)
    if form.quarter is not None:
        return month_span(year, 3 * form.quarter - 2, months=3)
    return _in_month(form, whole if form.month is None else month_span(year, form.month))


def _in_month(form: DateForm, month: Span) -> Span | None:
    if form.day is not None:
        if form.day > month[1].day:
            return None
        day = month[0].replace(day=form.day)
        return week_span(day) if form.unit == "week" else (day, day)
    if form.nth is not None and form.inner == "week" and form.weekday is not None:
        day = nth_week(month, nth=form.nth)[0] + (form.weekday - 1) * _DAY
        return day, day
    if form.nth is not None and form.weekday is not None:
        found = nth_weekday(month, weekday=form.weekday, nth=form.nth)
        return None if found is None else (found, found)
    if form.nth is not None and form.inner == "week":
        return nth_week(month, nth=form.nth)
    return month


def _in_months(form: DateForm, asked: Asked) -> Iterator[Span]:
    """Gives the day of each month about the day of publication; with a nth weekday only of the months at its sides."""
    reach = range(-1, 2) if form.nth is not None else range(-12, 13)
    here = asked.published.year * 12 + asked.published.month - 1
    for place in (here + step for step in reach):
        span = _in_month(form, month_span(place // 12, place % 12 + 1))
        if span is not None:
            yield span


def _chosen(form: DateForm, spans: Iterable[Span], asked: Asked) -> Span | None:
    """Gives the nearest stretch in the right direction, first among those on the weekday that was said."""
    spans = list(spans)
    fitting = [span for span in spans if form.weekday is None or form.day is None or _falls_on(span, form.weekday)]
    group = fitting or spans
    pointed = [span for span in group if _points(form, span, asked)]
    return min(
        pointed or group,
        key=lambda span: (_distance(span, asked.published), span[0] < asked.published),
        default=None,
    )


def _falls_on(span: Span, weekday: int) -> bool:
    return span[0] == span[1] and span[0].isoweekday() == weekday


def _points(form: DateForm, span: Span, asked: Asked) -> bool:
    if form.which in _AHEAD:
        return span[0] > asked.published
    if form.which in _BEHIND:
        return span[1] < asked.published
    if form.which == "this":
        return span[0].year == asked.published.year
    if asked.direction == "future":
        return span[1] >= asked.published
    return asked.direction != "past" or span[0] <= asked.published


def _distance(span: Span, day: date) -> int:
    return max((span[0] - day).days, (day - span[1]).days, 0)
