"""Solves the day of publication where only the month is known: each date told is a constraint on it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import msgspec

from dragoman.dates.resolve import resolve_date
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.when import When

_WEEK = 7
_AROUND = 45
"""Days looked at on either side of a stated month that two dates of the text contradict."""
_ENOUGH = 2
"""How many dates of the text must contradict what was stated before a day outside it is looked at."""
_HALF_YEAR = 183
_COMMA, _COMMA_ON = 2, 5
"""Characters between two dates side by side: a comma or bracket with its space, or with a preposition behind it."""
_EDGES = ("since", "until", "by")
"""Bounds whose edge lies on the side that was told, as the date itself would."""
_STATED = "stated"
_LATE = ("evening", "night")


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """A constraint that no answer could keep: the words it came from and their place, and what it asked.

    What was stated as the day of publication has no place (-1).
    """

    text: str
    start: int
    rule: str


class Solution(msgspec.Struct, frozen=True, kw_only=True):
    """The days a report can have been published on, what was dropped to get there, and why, a line each.

    ``days`` are in order, and empty only where nothing was stated and no date of the text tells.
    """

    days: tuple[date, ...]
    dropped: tuple[Dropped, ...] = ()
    explanation: tuple[str, ...] = ()


class _Constraint(NamedTuple):
    """A test of a day of publication, from the mention it came from; the lighter one gives way."""

    mention: DateMention
    rule: str
    weight: int
    holds: Callable[[date], bool]


def solve_published(mentions: Sequence[DateMention], *, stated: str | None) -> Solution:
    """Gives the days on which a report with these dates can have been published, ``stated`` as EDTF.

    What constrains the day:

    - a date told as past is not after it, one told as ahead not before it;
    - a weekday told as ahead is not the day itself: that would be "today" or "next week", unless it is its evening; one
      told as past is not the name of tomorrow: that would be "last Sunday";
    - a date with its weekday is in the year in which it falls on it, "coming" within the week ahead;
    - two dates side by side ("yesterday, Tuesday") are the same day;
    - the news custom, which gives way first: a report is published on the weekday that its main news is told of, or on
      the day after.

    The fewest constraints are dropped, and named. Months of candidates stay a set: nothing here picks one week of four.

    For example a report stated as ``2018-05`` that tells three times what happened "zaterdag" and expects
    somebody "zondag" was published on one of the Saturdays of May.
    """
    given = None if stated is None else When.parse(stated).days(limit=1000)
    if given is None:
        return Solution(days=(), explanation=("no day, month or year of publication is stated",))
    constraints = [*_of_mentions(mentions), *_of_pairs(mentions), *_of_custom(mentions)]
    days, broken = _best(sorted(given), constraints)
    told = len([each for each in broken if each.weight > 1])
    if told >= _ENOUGH:
        wide_days, wide_broken = _best(_around(given), constraints)
        if len(wide_broken) + 1 < len(broken):
            return _solution(wide_days, wide_broken, constraints, outside=stated)
    return _solution(days, broken, constraints, outside=None)


def _best(days: Sequence[date], constraints: Sequence[_Constraint]) -> tuple[list[date], list[_Constraint]]:
    """Gives the days that break least, heavier constraints counting more, and what they break."""
    broken = {day: [each for each in constraints if not each.holds(day)] for day in days}
    cost = {day: sum(each.weight for each in broken[day]) for day in days}
    least = min(cost.values())
    best = [day for day in days if cost[day] == least]
    common = [each for each in constraints if all(each in broken[day] for day in best)]
    return best, common


def _around(days: frozenset[date]) -> list[date]:
    first, last = min(days) - timedelta(days=_AROUND), max(days) + timedelta(days=_AROUND)
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _solution(
    days: Sequence[date], broken: Sequence[_Constraint], constraints: Sequence[_Constraint], *, outside: str | None
) -> Solution:
    dropped = [Dropped(text=each.mention.text, start=each.mention.start, rule=each.rule) for each in broken]
    lines = [f"{each.mention.text!r}: {each.rule}" for each in constraints if each not in broken]
    lines += [f"{each.text!r}: dropped, no day keeps it: {each.rule}" for each in dropped]
    if outside is not None:
        dropped.insert(0, Dropped(text=outside, start=-1, rule=_STATED))
        lines.append(f"{outside!r}: dropped, the dates of the text contradict it")
    return Solution(days=tuple(days), dropped=tuple(dropped), explanation=tuple(dict.fromkeys(lines)))


def _of_mentions(mentions: Sequence[DateMention]) -> Iterator[_Constraint]:
    for mention in mentions:
        if mention.form.bound in _EDGES:
            mention = msgspec.structs.replace(mention, form=msgspec.structs.replace(mention.form, bound=None))  # noqa: PLW2901 - the edge itself
        form = mention.form
        if form.anchor != "published" or form.until is not None or form.choices or form.bound is not None:
            continue
        if _is_bare_weekday(form) and mention.direction == "future" and form.part_of_day not in _LATE:
            yield _Constraint(mention, "ahead, so not the day itself", 2, _not_on(form.weekday or 0))
        elif _is_bare_weekday(form) and mention.direction == "past":
            yield _Constraint(mention, "behind, so not tomorrow's name", 1, _not_on((form.weekday or 0) - 1 or _WEEK))
        elif form.day is not None and form.month is not None and form.weekday is not None:
            yield _Constraint(mention, "falls on its weekday, before or after as told", 3, _weekday_fits(mention))
        elif form.year is not None and form.month is not None:
            if mention.direction == "past":
                yield _Constraint(mention, "told as behind", 2, _not_after(mention))
        elif form.day is not None and form.month is not None and mention.direction is not None:
            yield _Constraint(mention, f"told as {_told(mention)}, within half a year", 2, _near(mention))


def _told(mention: DateMention) -> str:
    return "behind" if mention.direction == "past" else "ahead"


def _is_bare_weekday(form: DateForm) -> bool:
    named = (form.year, form.month, form.day, form.nth, form.unit, form.which, form.until)
    return form.weekday is not None and all(each is None for each in named) and form.offset_weeks is None


def _not_on(weekday: int) -> Callable[[date], bool]:
    return lambda day: day.isoweekday() != weekday


def _weekday_fits(mention: DateMention) -> Callable[[date], bool]:
    weekday, coming = mention.form.weekday, mention.form.which == "coming"

    def fits(day: date) -> bool:
        found = resolve_date(mention, published=day).earliest
        if found is None or found.isoweekday() != weekday:
            return False
        if coming:
            return 0 < (found - day).days <= _WEEK
        if mention.direction == "future" and found == day:
            return False
        return _sided(found, day, mention)

    return fits


def _not_after(mention: DateMention) -> Callable[[date], bool]:
    """A whole date in the past; in the present even one long ago may stand ("dates from October 2015")."""

    def fits(day: date) -> bool:
        earliest = resolve_date(mention, published=day).earliest
        return earliest is None or earliest <= day

    return fits


def _near(mention: DateMention) -> Callable[[date], bool]:
    """A day without its year is told of within half a year: of a longer distance news gives the year."""

    def fits(day: date) -> bool:
        found = resolve_date(mention, published=day).earliest
        return found is None or (_sided(found, day, mention) and abs((found - day).days) <= _HALF_YEAR)

    return fits


def _sided(found: date, day: date, mention: DateMention) -> bool:
    return mention.direction is None or (found <= day if mention.direction == "past" else found >= day)


def _of_pairs(mentions: Sequence[DateMention]) -> Iterator[_Constraint]:
    """Gives "the same day" for dates side by side, of which one hangs on the day of publication."""
    for before, after in pairwise(mentions):
        gap = after.start - before.end
        if after.text[:1].isupper():  # it opens a sentence of its own
            continue
        if (0 <= gap <= _COMMA or (gap == _COMMA_ON and before.form.offset_days is not None)) and (
            _is_day(before) and _is_day(after)
        ):
            yield _Constraint(after, f"the same day as {before.text!r}", 3, _same(before, after))


def _is_day(mention: DateMention) -> bool:
    form = mention.form
    named = form.weekday is not None or form.day is not None or form.offset_days is not None
    return named and form.until is None and not form.choices and form.anchor == "published"


def _same(before: DateMention, after: DateMention) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        nearest = msgspec.structs.replace(after, direction=before.direction or after.direction)
        return resolve_date(before, published=day).edtf == resolve_date(nearest, published=day).edtf

    return fits


def _of_custom(mentions: Sequence[DateMention]) -> Iterator[_Constraint]:
    """Gives the custom of news: published on the weekday that is told of most, or the day after."""
    behind = [each for each in mentions if _is_bare_weekday(each.form) and each.direction == "past"]
    if not behind:
        return
    counts: dict[int, int] = {}
    for each in behind:
        counts[each.form.weekday or 0] = counts.get(each.form.weekday or 0, 0) + 1
    most = max(counts.values())
    leading = [weekday for weekday, count in counts.items() if count == most]
    if len(leading) > 1:
        return
    first = next(each for each in behind if each.form.weekday == leading[0])
    rule = "news of this weekday comes out on it or the day after"
    yield _Constraint(first, rule, 1, lambda day: (day.isoweekday() - leading[0]) % _WEEK <= 1)
