"""The calendar that words name: months, weeks, seasons, feasts, and the parts of each, as stretches of days."""

from datetime import date, timedelta

from dragoman.model.edtf import Span, month_span

WEEK = 7
_FRIDAY = 5
_WEEK_PARTS = {
    "early": (0, 1),
    "mid": (2, 3),
    "late": (3, 6),
    "first-half": (0, 3),
    "second-half": (3, 6),
    "working": (0, 4),
}
_MONTHS = 12
_EARLY, _HALF, _MID = 10, 15, 20
_THIRDS, _HALVES = ("early", "mid", "late"), ("first-half", "second-half")
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


def easter(year: int) -> date:
    """Gives Easter Sunday of the Gregorian calendar (the anonymous computus of 1876).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    shift = moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def season_span(year: int, season: int) -> Span:
    """Gives a season of the weather by EDTF's code; winter (24) runs into the next year.

    >>> season_span(2018, 22)[0]
    datetime.date(2018, 6, 1)
    """
    return month_span(year, _SEASON_MONTHS[season], months=3)


def week_span(day: date, *, weeks: int = 0) -> Span:
    """Gives Monday to Sunday of the week that ``day`` is in, or of one so many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=WEEK - 1)


def numbered_week(year: int, week: int) -> Span | None:
    """Gives a week by its ISO number, None where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return week_span(monday)


def nth_weekday(span: Span, *, weekday: int, nth: int) -> date | None:
    """Gives the nth weekday (1 is Monday) in a stretch, the last for -1, None where there are not so many."""
    if nth < 0:
        last = span[1] - timedelta(days=(span[1].isoweekday() - weekday) % WEEK)
        found = last + timedelta(weeks=nth + 1)
    else:
        first = span[0] + timedelta(days=(weekday - span[0].isoweekday()) % WEEK)
        found = first + timedelta(weeks=nth - 1)
    return found if span[0] <= found <= span[1] else None


def nth_week(span: Span, *, nth: int) -> Span:
    """Gives the nth week of a month or year: the first is the one with most of its days inside, the last likewise."""
    if nth < 0:
        last = week_span(span[1])
        return last if (span[1] - last[0]).days + 1 > WEEK // 2 else week_span(span[1], weeks=-1)
    first = week_span(span[0])
    inside = (first[1] - span[0]).days + 1
    return week_span(span[0], weeks=nth - 1 if inside > WEEK // 2 else nth)


def add_months(day: date, months: int) -> date:
    """Gives the day so many months later, the last of the month where it has no such day.

    >>> add_months(date(2018, 1, 31), 1)
    datetime.date(2018, 2, 28)
    """
    place = day.year * _MONTHS + day.month - 1 + months
    span = month_span(place // _MONTHS, place % _MONTHS + 1)
    return span[0].replace(day=min(day.day, span[1].day))


def add_workdays(day: date, count: int) -> date:
    """Gives the day so many working days later, Monday to Friday; earlier for a negative count.

    >>> add_workdays(date(2018, 8, 21), 4)
    datetime.date(2018, 8, 27)
    """
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.isoweekday() > _FRIDAY:
            day += step
    return day


def part_of(span: Span, part: str) -> Span:
    """Gives the early, middle or late part of a stretch.

    Of a month the days to the 10th, to the 20th and after; of a week Monday and Tuesday, Wednesday and Thursday,
    Thursday to Sunday; of a year four months each; of anything longer thirds. Halves likewise; ``working`` is Monday to
    Friday. What is shorter than a week has no parts.
    """
    first, last = span
    length = (last - first).days + 1
    if length < WEEK:
        return span
    if length == WEEK:
        begin, end = _WEEK_PARTS[part]
        return first + timedelta(days=begin), first + timedelta(days=end)
    if month_span(first.year, first.month) == span:
        low, high = {
            "early": (1, _EARLY),
            "mid": (_EARLY + 1, _MID),
            "late": (_MID + 1, last.day),
            "first-half": (1, _HALF),
            "second-half": (_HALF + 1, last.day),
        }[part]
        return first.replace(day=low), first.replace(day=high)
    return _months_of(span, part)


def _months_of(span: Span, part: str) -> Span:
    """Gives a third or half of a stretch of whole months."""
    first, last = span
    months = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    pieces = 2 if part in _HALVES else 3
    piece = max(months // pieces, 1)
    place = (_HALVES if part in _HALVES else _THIRDS).index(part)
    end = add_months(first, (place + 1) * piece) - timedelta(days=1)
    return add_months(first, place * piece), last if place == pieces - 1 else end
