"""EDTF (ISO 8601-2) read and written: what a date's notation says, as stretches of days.

Level 2 but for years beyond 1 to 9999 and significant digits, and beyond it two things that reports need:
alternatives that last (``[2018-06-08/2018-06-10,2018-06-15/2018-06-17]``) and ends that are sets
(``[2018-06-01,2018-06-02]/2018-06-05``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

import msgspec

Span = tuple[date, date]
"""The first and the last day of a stretch; `date.min` and `date.max` stand for an end left open."""

_DAY = timedelta(days=1)
_MANY = 400
_FULL_YEAR = 12
_ATOM = re.compile(
    r"(?P<q1>[?~%])?(?P<year>[0-9X]{4})(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?"
    r"(?:T(?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
)
_SEASONS: dict[int, tuple[int, int]] = {
    **{code: (3 + 3 * place, 3) for start in (21, 25) for place, code in enumerate(range(start, start + 4))},
    **{code: (1 + (8 + 3 * place) % 12, 3) for place, code in enumerate(range(29, 33))},
    **{code: (1 + 3 * place, 3) for place, code in enumerate(range(33, 37))},
    **{code: (1 + 4 * place, 4) for place, code in enumerate(range(37, 40))},
    40: (1, 6),
    41: (7, 6),
}
"""EDTF's codes of parts of a year: first month and number of months. Seasons are the weather's: spring from 1 March."""


class Extent(msgspec.Struct, frozen=True):
    """What a notation says: one day within ``spans``, unless it ``lasts`` or holds on ``every`` one.

    ``spans`` are in order. When it ``lasts``, each span is one alternative for the whole stretch. ``uncertain``
    and ``approximate`` are EDTF's ``?`` and ``~`` (``%`` is both), wherever they stand.
    """

    spans: tuple[Span, ...]
    lasts: bool = False
    every: bool = False
    uncertain: bool = False
    approximate: bool = False


@lru_cache(maxsize=4096)
def read_edtf(edtf: str) -> Extent:
    """Reads EDTF; raises `ValueError` that tells the character at which it stops being a date.

    >>> read_edtf("[2018-05-05,2018-05-12]").spans[0][0]
    datetime.date(2018, 5, 5)
    >>> read_edtf("2018-06-10/2018-06-12").lasts
    True
    """
    marks = set(edtf) & set("?~%")
    spans, lasts, every = _read(edtf, whole=edtf)
    return Extent(
        spans=spans,
        lasts=lasts,
        every=every,
        uncertain=bool(marks & set("?%")),
        approximate=bool(marks & set("~%")),
    )


def write_edtf(spans: Iterable[Span], *, lasts: bool = False) -> str:
    """Writes stretches as the shortest EDTF: a day, a month, a year, an interval, or a set of them.

    Spans of days that touch are written as one. Raises `ValueError` for no spans at all.

    >>> write_edtf([(date(2018, 5, 21), date(2018, 6, 10))])
    '[2018-05-21..2018-06-10]'
    >>> write_edtf([(date(2018, 6, 1), date(2018, 6, 30))])
    '2018-06'
    """
    ordered = sorted(set(spans)) if lasts else join_spans(spans)
    if not ordered:
        raise ValueError("a date needs at least one day")
    if lasts:
        written = [f"{_end(first)}/{_end(last)}" for first, last in ordered]
        return written[0] if len(written) == 1 else f"[{','.join(written)}]"
    if len(ordered) == 1 and (short := _calendar(ordered[0])) is not None:
        return short
    return f"[{','.join(_items(ordered))}]"


def join_spans(spans: Iterable[Span]) -> list[Span]:
    """Gives the spans in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and joined[-1][1] != date.max and first <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        elif not joined or joined[-1][1] != date.max:
            joined.append((first, last))
    return joined


def each_day(span: Span) -> Iterator[date]:
    """Gives every day of a stretch; its ends are not open."""
    return (span[0] + timedelta(days=offset) for offset in range((span[1] - span[0]).days + 1))


def month_span(year: int, month: int, *, months: int = 1) -> Span:
    """Gives the first and last day of a month, or of several in a row; ``month`` may run past 12.

    >>> month_span(2018, 12, months=3)[1]
    datetime.date(2019, 2, 28)
    """
    after = date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1), after - _DAY


def _read(part: str, *, whole: str) -> tuple[tuple[Span, ...], bool, bool]:
    inner = part[1:-1]
    if part.startswith("[") and part.endswith("]") and "]" not in inner:
        read = [_item(item, whole=whole) for item in inner.split(",")]
        lasts = any(item_lasts for _, item_lasts in read)
        return tuple(sorted(span for spans, _ in read for span in spans)), lasts, False
    if part.startswith("{") and part.endswith("}"):
        read = [_item(item, whole=whole) for item in inner.split(",")]
        return tuple(sorted(span for spans, _ in read for span in spans)), False, True
    spans, lasts = _item(part, whole=whole, ranges=False)
    return spans, lasts, False


def _item(part: str, *, whole: str, ranges: bool = True) -> tuple[tuple[Span, ...], bool]:
    if "/" in part:
        return _interval(part, whole=whole), True
    if ranges and ".." in part:
        first, last = part.split("..", maxsplit=1)
        return (
            _ordered(_hull(first, whole=whole)[0], _hull(last, whole=whole, open_to=date.max)[1], whole=whole),
        ), False
    return _atom(part, whole=whole), False


def _interval(part: str, *, whole: str) -> tuple[Span, ...]:
    first, last = part.split("/", maxsplit=1)
    starts = _ends(first, whole=whole, open_to=date.min)
    ends = _ends(last, whole=whole, open_to=date.max)
    found = tuple((start[0], end[1]) for start, end in product(starts, ends) if start[0] <= end[1])
    if not found:
        raise _fault(whole, part, "ends before it begins")
    return tuple(sorted(set(found)))


def _ends(part: str, *, whole: str, open_to: date) -> Sequence[Span]:
    if not part.startswith("["):
        return (_hull(part, whole=whole, open_to=open_to),)
    spans, lasts, _ = _read(part, whole=whole)
    if lasts or date.min in spans[0] or date.max in spans[-1] or sum((b - a).days for a, b in spans) > _MANY:
        raise _fault(whole, part, "is not a set of days")
    return [(day, day) for span in spans for day in each_day(span)]


def _hull(part: str, *, whole: str, open_to: date = date.min) -> Span:
    if part in ("", ".."):
        return open_to, open_to
    spans = _atom(part, whole=whole)
    return spans[0][0], spans[-1][1]


def _ordered(first: date, last: date, *, whole: str) -> Span:
    if first > last:
        raise _fault(whole, whole, "ends before it begins")
    return first, last


def _atom(part: str, *, whole: str) -> tuple[Span, ...]:
    found = _ATOM.match(part)
    if found is None:
        raise _fault(whole, part, "is not a date")
    if found.end() != len(part):
        raise _fault(whole, part[found.end() :], "does not belong to a date", part=part)
    year, month, day = found["year"], found["month"], found["day"]
    years = _matching(year, 1, 9999)
    if not years:
        raise _fault(whole, part, "has no such year")
    if month is None or (month == "XX" and day in (None, "XX")):
        return ((_first_of(years[0]), _last_of(years[-1])),)
    if day is None and month.isdigit() and int(month) in _SEASONS:
        start, months = _SEASONS[int(month)]
        return ((month_span(years[0], start)[0], month_span(years[-1], start, months=months)[1]),)
    spans = _within(years, month=month, day=day or "XX")
    if not spans:
        raise _fault(whole, part, "is no day of the calendar")
    return spans


def _within(years: range | list[int], *, month: str, day: str) -> tuple[Span, ...]:
    """Gives the stretches that a month and a day with places left open stand for, in all ``years``."""
    months = _matching(month, 1, 12)
    if day == "XX":
        spans = [month_span(year, each) for year, each in product(_few(years), months)]
    else:
        spans = [
            (found, found)
            for year, each, number in product(_few(years), months, _matching(day, 1, 31))
            if (found := _day(year, each, number)) is not None
        ]
    if len(years) > _FULL_YEAR and spans:
        return ((_first_of(years[0]), _last_of(years[-1])),)
    return tuple(join_spans(spans))


def _few(years: range | list[int]) -> list[int]:
    return list(years) if len(years) <= _FULL_YEAR else [2000]


def _day(year: int, month: int, number: int) -> date | None:
    return date(year, month, number) if number <= month_span(year, month)[1].day else None


def _matching(mask: str, low: int, high: int) -> list[int]:
    if mask.isdigit():
        return [int(mask)] if low <= int(mask) <= high else []
    shape = re.compile(mask.replace("X", "[0-9]"))
    return [number for number in range(low, high + 1) if shape.fullmatch(f"{number:0{len(mask)}d}")]


def _first_of(year: int) -> date:
    return date.min if year == 1 else date(year, 1, 1)


def _last_of(year: int) -> date:
    return date(year, 12, 31)


def _calendar(span: Span) -> str | None:
    """Writes a stretch that is one day, one month or one year."""
    first, last = span
    if first == last:
        return first.isoformat()
    if date.min in span or date.max in span or first.day != 1:
        return None
    if span == month_span(first.year, first.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if span == month_span(first.year, 1, months=12) and first.month == 1 else None


def _items(spans: Sequence[Span]) -> Iterator[str]:
    for first, last in spans:
        if first == last:
            yield first.isoformat()
        elif last - first == _DAY:
            yield from (first.isoformat(), last.isoformat())
        else:
            yield f"{_end(first, unsaid='')}..{_end(last, unsaid='')}"


def _end(day: date, *, unsaid: str = "..") -> str:
    return unsaid if day in (date.min, date.max) else day.isoformat()


def _fault(whole: str, wrong: str, told: str, *, part: str | None = None) -> ValueError:
    place = whole.find(wrong if part is None else part)
    place += 0 if part is None else len(part) - len(wrong)
    return ValueError(f"{whole!r}, character {max(place, 0)}: {wrong!r} {told}")
