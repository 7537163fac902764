"""Days as people write them: one, several that it may be, a stretch, a month, or none."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model.diary import WhenEntry
from dragoman.model.when import When
from dragoman.views.cli.page import Page

LONGEST_QUOTE = 40
SEVERAL = 6
"""More days than this are not listed one by one."""
DECEMBER = 12


def write_when(when: WhenEntry | None, page: Page, *, room: int = 0) -> str:
    """Writes a date: the days, or the words that were used, or that no day was named.

    With ``room`` the months are shortened where it takes more columns. A set of days leaves the page's own year out.

    For example ``di 12 juni 2018``, ``zo 6/13/20/27 mei``, ``"in de toekomst"``.
    """
    if when is None or when.edtf is None:
        return _no_day(when, page)
    told = write_days(when, page)
    if when.time is not None:
        told = page.wording.dates["with_time"].format(day=told, time=write_time(when.time, page))
    if room and len(told) > room:
        return write_days(when, page, short=True)
    return told


def write_days(when: WhenEntry, page: Page, *, short: bool = False) -> str:
    """Writes the days of a date that has some; ``short`` with the short names of months."""
    found = When(edtf=when.edtf)
    spans = found.spans
    if not spans:
        return _no_day(when, page)
    if all(first == last for first, last in spans):
        return _one_of([first for first, _ in spans], page, short=short)
    if len(spans) > 1:
        spans = ((spans[0][0], spans[-1][1]),)
    return _stretch(*spans[0], page, lasts=found.lasts, short=short)


def write_day(day: date, page: Page, *, short: bool = False) -> str:
    """Writes one day with its year, for example ``za 26 mei 2018``."""
    return page.wording.dates["day"].format(**_parts(day, page, short=short))


def write_near(when: WhenEntry | None, page: Page, *, dated: bool = False) -> str:
    """Writes a day of the week before the page's day by its weekday alone, another one of its year without the year.

    With ``dated`` a single day always has its date. For example ``do`` for Thursday 24 May seen from Saturday 26 May;
    so too for days that all are Thursdays.
    """
    spans = () if when is None else When(edtf=when.edtf).spans
    if when is None or not spans:
        return ""
    days = [first for first, last in spans if first == last]
    if len(days) < len(spans):
        return write_days(when, page)
    near = not dated and page.day is not None and timedelta() <= page.day - days[-1] <= timedelta(days=6)
    if len({day.weekday() for day in days}) == 1 and (near or 1 < len(days) <= SEVERAL):
        return page.wording.weekdays[days[0].weekday()]
    if len(days) == 1 and page.day is not None and days[0].year == page.day.year:
        return page.wording.dates["day_of_year"].format(**_parts(days[0], page))
    return write_days(when, page)


def list_days(when: WhenEntry, page: Page) -> str:
    """Writes the days that a date may be in a sentence, for example ``za 5, 12, 19 of 26 mei``."""
    days = [first for first, last in When(edtf=when.edtf).spans if first == last]
    if not 1 < len(days) <= SEVERAL or len({(day.year, day.month) for day in days}) > 1:
        return write_when(when, page)
    numbers = [str(day.day) for day in days]
    told = f"{', '.join(numbers[:-1])} {page.say('or')} {numbers[-1]}"
    form = "days" if len({day.weekday() for day in days}) == 1 else "days_any"
    return page.wording.dates[form].format(**_parts(days[0], page), days=told) + _year_if_other(days[0], page)


def write_time(time: str, page: Page) -> str:
    """Writes a time of day, for example ``15.30``."""
    hour, _, minute = time.partition(":")
    return page.wording.dates["time"].format(hour=int(hour), minute=minute or "00") if hour.isdigit() else time


def _no_day(when: WhenEntry | None, page: Page) -> str:
    if when is None or not when.text:
        return page.say("no_day")
    text = when.text if len(when.text) <= LONGEST_QUOTE else when.text[: LONGEST_QUOTE - 1] + page.signs.more
    return page.wording.dates["quoted"].format(text=text)


def _one_of(days: Sequence[date], page: Page, *, short: bool) -> str:
    if len(days) == 1:
        return write_day(days[0], page, short=short)
    if len(days) > SEVERAL:
        return _stretch(days[0], days[-1], page, lasts=False, short=short)
    months: dict[tuple[int, int], list[date]] = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    same = len({day.weekday() for day in days}) == 1
    told = [
        _of_month(group, page, weekday=same and place == 0, short=short) for place, group in enumerate(months.values())
    ]
    return "/".join(told) + _year_if_other(days[-1], page)


def _of_month(days: Sequence[date], page: Page, *, weekday: bool, short: bool) -> str:
    numbers = "/".join(str(day.day) for day in days)
    form = "days" if weekday else "days_any"
    return page.wording.dates[form].format(**_parts(days[0], page, short=short), days=numbers)


def _stretch(first: date, last: date, page: Page, *, lasts: bool, short: bool) -> str:
    """Writes a whole month or year by its name, a stretch by its ends, and a day within one as between them."""
    dates = page.wording.dates
    if last == date.max or first == date.min:
        return _open(first, last, page, short=short)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (DECEMBER, 31):
        return str(first.year) if first.year == last.year else f"{first.year}{page.signs.dash}{last.year}"
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return dates["month"].format(**_parts(first, page, short=short))
    if lasts and (first.year, first.month) == (last.year, last.month):
        return dates["stretch_of_month"].format(**_parts(last, page, short=short), first=first.day, last=last.day)
    form = dates["stretch" if lasts else "between"]
    ends = {"first": _end(first, page, beside=last, short=short), "last": _end(last, page, short=short)}
    return form.format(**ends) + (_year_if_other(last, page) or (f" {last.year}" if lasts else ""))


def _open(first: date, last: date, page: Page, *, short: bool) -> str:
    if last == date.max:
        return page.wording.dates["from"].format(first=_bound(first, page, short=short))
    return page.wording.dates["until"].format(last=_bound(last, page, short=short))


def _bound(day: date, page: Page, *, short: bool) -> str:
    return page.wording.dates["day_of_year"].format(**_parts(day, page, short=short)) + _year_if_other(day, page)


def _end(day: date, page: Page, *, short: bool, beside: date | None = None) -> str:
    """Writes an end of a stretch, its month and year left out where the other end has them."""
    if beside is not None and (beside.year, beside.month) == (day.year, day.month):
        return str(day.day)
    told = page.wording.dates["days_any"].format(**_parts(day, page, short=short), days=day.day)
    return told if beside is None or beside.year == day.year else f"{told} {day.year}"


def _year_if_other(day: date, page: Page) -> str:
    return "" if page.day is not None and page.day.year == day.year else f" {day.year}"


def _parts(day: date, page: Page, *, short: bool = False) -> dict[str, object]:
    months = page.wording.months_short if short else page.wording.months
    return {
        "weekday": page.wording.weekdays[day.weekday()],
        "day": day.day,
        "month": months[day.month - 1],
        "year": day.year,
    }
