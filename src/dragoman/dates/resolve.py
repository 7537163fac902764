"""Resolves dates to days: which June 12, which Saturday, how long a week is."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.dates.calendar import WEEK, add_months, add_workdays
from dragoman.dates.places import Asked, place_of
from dragoman.model.edtf import Span, write_edtf
from dragoman.model.mention import DateForm, DateMention
from dragoman.model.vocabulary import Direction
from dragoman.model.when import Relative, When

_DAY = timedelta(days=1)
_SLACK = {"offset_years": 182, "offset_months": 15, "offset_weeks": 3, "offset_days": 0, "offset_workdays": 0}
"""Half a unit either way: who says "two weeks ago" does not vouch for the day."""
_SEASON_DAYS = 91
"""What comes "after the summer" comes in autumn."""
_PUBLISHED, _DAY_TOLD, _ENTRY = "published", "day", "entry"
_NEWS = 7
"""How many days back "in the evening" may take up the day told before."""


def resolve_date(mention: DateMention, *, published: date, previous: When | None = None) -> When:
    """Gives the date of a mention as told on the day of publication.

    ``previous`` is the date told before, which "a day later" counts from. A day without a year takes the nearest
    year in its direction: what is planned lies ahead, what is held behind. Where no day can be given ``edtf`` is
    empty and ``reason`` says why: ``vague``, ``no-previous`` or ``no-such-day``.
    """
    found = _resolved(mention.form, published=published, direction=mention.direction, previous=previous)
    said = {"text": mention.text, "time": mention.form.time, "zone": mention.form.zone}
    return msgspec.structs.replace(found, **said)


def resolve_dates(mentions: Sequence[DateMention], *, published: Sequence[date]) -> tuple[When, ...]:
    """Gives the date of each mention of a report, in order, whatever the day of publication is of those given.

    Each is the union over the candidate days. ``relative`` keeps what it is from the day of publication where that is
    the same on all of them. Without candidates only dates that need none are resolved.

    For example "zaterdag" told in the past on 2018-05-05 or 2018-05-12 is ``[2018-05-05,2018-05-12]``.
    """
    if not published:
        return tuple(_undated(mention) for mention in mentions)
    told = [_in_order(mentions, published=day) for day in published]
    return tuple(_union([row[place] for row in told], published=published) for place in range(len(mentions)))


def _in_order(mentions: Sequence[DateMention], *, published: date) -> list[When]:
    """Resolves in order; "that day" of what lies ahead counts from the last date ahead, not from when it was said.

    It is the last day that was named, as the edge of a stretch too. What stands under the day of an entry is seen from
    that day.
    """
    last: dict[Direction | None, When] = {}
    days: dict[Direction | None, When] = {}
    found: list[When] = []
    seen_from = published
    for mention in mentions:
        known = days if mention.form.offset_days is not None and days else last
        previous = known.get(mention.direction) or (known.get(None) if mention.form.anchor != _DAY_TOLD else None)
        if mention.form.anchor == _ENTRY:
            last, days = {}, {}
        when = resolve_date(
            mention, published=published if mention.form.anchor == _ENTRY else seen_from, previous=previous
        )
        if mention.form.anchor == _ENTRY and when.earliest is not None:
            seen_from = when.earliest
        elif when.edtf is not None:
            edge = _edge(mention, when, published=seen_from, previous=previous)
            last[None] = last[mention.direction] = edge
            if edge.is_exact:
                days[None] = days[mention.direction] = edge
        found.append(when)
    return found


def _edge(mention: DateMention, when: When, *, published: date, previous: When | None) -> When:
    """Gives the day that a deadline or a beginning names, else the date itself."""
    if mention.form.bound not in ("by", "since", "until") or _is_distance(mention.form):
        return when
    bare = msgspec.structs.replace(mention, form=msgspec.structs.replace(mention.form, bound=None))
    return resolve_date(bare, published=published, previous=previous)


def _union(whens: Sequence[When], *, published: Sequence[date]) -> When:
    dated = [when for when in whens if when.edtf is not None]
    if not dated:
        return whens[0]
    edtf = dated[0].edtf
    if any(when.edtf != edtf for when in dated):
        lasts = all(when.lasts for when in dated)
        edtf = write_edtf((span for when in dated for span in when.spans), lasts=lasts)
    return msgspec.structs.replace(dated[0], edtf=edtf, relative=_relative(whens, published=published))


def _relative(whens: Sequence[When], *, published: Sequence[date]) -> Relative | None:
    offsets = {
        (when.earliest - day).days if when.is_exact and when.earliest is not None else None
        for when, day in zip(whens, published, strict=True)
    }
    offset = offsets.pop()
    return None if offsets or offset is None or len(published) == 1 else Relative(anchor=_PUBLISHED, offset=offset)


def _undated(mention: DateMention) -> When:
    """Resolves a date that needs no day of publication, such as "12 juni 2018"."""
    far = [resolve_date(mention, published=date(year, 7, 1)) for year in (1903, 2097)]
    if far[0] == far[1]:
        return far[0]
    return msgspec.structs.replace(far[0], edtf=None, reason="publication-unknown")


def _resolved(form: DateForm, *, published: date, direction: Direction | None, previous: When | None) -> When:
    asked = Asked(published=published, direction=direction)
    if form.vague is not None:
        return When(reason=form.vague)
    if form.choices:
        return _choice(form, asked=asked, previous=previous)
    if form.until is not None:
        return _stretch(form, form.until, asked=asked, previous=previous)
    return _single(form, asked=asked, previous=previous)


def _single(form: DateForm, *, asked: Asked, previous: When | None) -> When:
    if _is_distance(form):
        return _distance(form, asked=asked, previous=previous)
    if form.anchor == "previous":
        return _around_previous(form, asked=asked, previous=previous)
    if form.count is not None:
        return _lasting(form, asked=asked) if form.weekday is None else _counted_weekday(form, asked=asked)
    span = place_of(form, asked)
    if span is None:
        return When(reason="no-such-day")
    return _bounded(form, span, asked=asked)


def _is_distance(form: DateForm) -> bool:
    return any(getattr(form, name) is not None for name in _SLACK)


def _shifted(form: DateForm, day: date, *, sign: int = 1) -> date:
    months = (form.offset_years or 0) * 12 + (form.offset_months or 0)
    days = (form.offset_weeks or 0) * WEEK + (form.offset_days or 0)
    try:
        return add_workdays(
            add_months(day, sign * months) + timedelta(days=sign * days), sign * (form.offset_workdays or 0)
        )
    except (ValueError, OverflowError):
        return date.max if sign * (months + days) > 0 else date.min


def _distance(form: DateForm, *, asked: Asked, previous: When | None) -> When:
    if form.anchor == _DAY_TOLD and previous is not None and _is_news(previous, asked.published):
        return When(edtf=previous.edtf)
    if form.anchor == "previous" and (previous is not None or _says_otherwise(form, asked.direction)):
        return _from_date(form, previous)
    if form.anchor == "itself":
        here = msgspec.structs.replace(form, anchor=_PUBLISHED, bound=None, **dict.fromkeys(_SLACK))
        return _from_date(
            form, _resolved(here, published=asked.published, direction=asked.direction, previous=previous)
        )
    return _from_publication(form, asked=asked)


def _from_publication(form: DateForm, *, asked: Asked) -> When:
    day = _shifted(form, asked.published)
    if day in (date.min, date.max):
        return When(reason="no-such-day")
    if form.weekday is not None:
        day += timedelta(days=form.weekday - day.isoweekday())
        return _bounded(form, (day, day), asked=asked)
    slack = timedelta(days=1 if form.bound == "about" else _slack(form))
    if form.bound in ("within", "after", "before", "since", "until"):
        return _bounded(form, (day, day), asked=asked)
    return When.from_spans([(day - slack, day + slack)])


def _is_news(when: When, published: date) -> bool:
    """Tells whether a date is one day about that of publication."""
    return when.is_exact and when.earliest is not None and abs((published - when.earliest).days) <= _NEWS


def _says_otherwise(form: DateForm, direction: Direction | None) -> bool:
    """Tells whether "the day after", without an earlier date, cannot be the day after publication.

    What lies after today is not told as past, what lies before it not as ahead; "that day" is no day from today.
    """
    total = sum(getattr(form, name) or 0 for name in _SLACK)
    return total == 0 or direction == ("past" if total > 0 else "future")


def _around_previous(form: DateForm, *, asked: Asked, previous: When | None) -> When:
    """Gives the week, month or year that the date told before is in; told as open or ahead, else the present one."""
    here = msgspec.structs.replace(form, anchor=_PUBLISHED)
    if previous is None:
        return When(reason="no-previous") if asked.direction == "past" else _single(here, asked=asked, previous=None)
    ends = [day for day in (previous.earliest, previous.latest) if day is not None]
    found = [_single(here, asked=Asked(published=day, direction=None), previous=None) for day in ends]
    return found[0] if found and found[0] == found[-1] else When(reason="no-previous")


def _counted_weekday(form: DateForm, *, asked: Asked) -> When:
    """Gives the so manieth weekday from the day after publication, or back from the day before."""
    sign = -1 if form.which in ("last", "previous") else 1
    ahead = sign * ((form.weekday or 0) - asked.published.isoweekday())
    days = (ahead - 1) % WEEK + 1 + WEEK * ((form.count or 1) - 1)
    day = asked.published + timedelta(days=sign * days)
    return _bounded(form, (day, day), asked=asked)


def _slack(form: DateForm) -> int:
    """Gives half the smallest unit that a distance is told in, in days."""
    return min(days for name, days in _SLACK.items() if getattr(form, name) is not None)


def _from_date(form: DateForm, date_told: When | None) -> When:
    extent = None if date_told is None else date_told.extent
    if extent is None:
        return When(reason="no-previous")
    slack = timedelta(days=0 if form.bound in ("within", "exactly") else _slack(form))
    spans = [
        (
            first if first == date.min else _shifted(form, first) - slack,
            last if last == date.max else _shifted(form, last) + slack,
        )
        for first, last in extent.spans
    ]
    return When.from_spans(spans, lasts=extent.lasts)


def _lasting(form: DateForm, *, asked: Asked) -> When:
    """Gives a stretch of so many units from or up to the day of publication."""
    name = {"day": "offset_days", "week": "offset_weeks", "month": "offset_months", "year": "offset_years"}
    unit, count = form.unit or "day", form.count or 0
    if unit not in name:
        unit, count = {"decade": ("year", 10 * count), "quarter": ("month", 3 * count), "weekend": ("week", count)}.get(
            unit, ("day", count)
        )
    behind = form.which in ("last", "previous")
    far = _shifted(msgspec.structs.replace(DateForm(), **{name[unit]: -count if behind else count}), asked.published)
    span = (far, asked.published) if behind else (asked.published + _DAY, far)
    if span[0] > span[1]:
        return When(reason="no-such-day")
    return When.from_spans([span], lasts=form.bound != "within")


def _stretch(form: DateForm, until: DateForm, *, asked: Asked, previous: When | None) -> When:
    """Gives a stretch with an end of its own, which does not come before its beginning."""
    start_form = msgspec.structs.replace(form, until=None, bound=None)
    start = _resolved(start_form, published=asked.published, direction=asked.direction, previous=previous)
    end = _resolved(until, published=asked.published, direction=asked.direction, previous=start)
    if _is_backwards(start, end) and form.year is not None and form.year == until.year and form.month is not None:
        # "nov-feb 2018": the year said is that of the end.
        before = msgspec.structs.replace(start_form, year=form.year - 1)
        start = _resolved(before, published=asked.published, direction=asked.direction, previous=previous)
    elif _is_backwards(start, end) and until.offset_days == 0:
        # "from March until now" has begun.
        start = _resolved(start_form, published=asked.published, direction="past", previous=previous)
    elif start.earliest is not None and (_is_backwards(start, end) or _floats(until)):
        end = _resolved(until, published=start.earliest, direction="future", previous=start)
    if start.earliest is None or end.latest is None or _is_backwards(start, end):
        return When(reason=start.reason or end.reason or "no-such-day")
    sides = _side(start, first=True), _side(end, first=False)
    return When(edtf=f"[{sides[0]}..{sides[1]}]" if form.bound == "within" else f"{sides[0]}/{sides[1]}")


def _is_backwards(start: When, end: When) -> bool:
    return start.earliest is not None and end.latest is not None and end.latest < start.earliest


def _floats(form: DateForm) -> bool:
    return form.year is None and form.unit is None and form.which is None and not _is_distance(form)


def _side(when: When, *, first: bool) -> str:
    """Writes one end of an interval: as precise as it was said where that is a day, month or year."""
    edtf, day = when.edtf or "", when.earliest if first else when.latest
    return edtf if edtf and not set(edtf) & set("[{/.") else "" if day is None else day.isoformat()


def _choice(form: DateForm, *, asked: Asked, previous: When | None) -> When:
    first = msgspec.structs.replace(form, choices=())
    whens = [
        _resolved(each, published=asked.published, direction=asked.direction, previous=previous)
        for each in (first, *form.choices)
    ]
    spans = [span for when in whens for span in when.spans]
    if not spans:
        return whens[0]
    return When.from_spans(spans, lasts=all(when.lasts for when in whens if when.spans))


def _bounded(form: DateForm, span: Span, *, asked: Asked) -> When:
    """Gives what lies after, before, from or up to a stretch."""
    first, last = span
    if form.bound in ("since", "until"):
        return When.from_spans([(first, date.max) if form.bound == "since" else (date.min, last)], lasts=True)
    ahead = asked.direction != "past"
    match form.bound:
        case "after":
            span = last + _DAY, last + _SEASON_DAYS * _DAY if form.season else date.max
        case "from":
            span = first, date.max
        case "before":
            span = _up_to(first - _DAY, asked=asked, ahead=ahead)
        case "by":
            span = _up_to(last, asked=asked, ahead=ahead)
        case "within":
            span = min(first, asked.published), max(last, asked.published)
    return When.from_spans([span])


def _up_to(last: date, *, asked: Asked, ahead: bool) -> Span:
    return (asked.published if ahead and asked.published <= last else date.min), last
