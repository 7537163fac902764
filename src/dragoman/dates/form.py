"""What the words of a match say, put together as the form of a date."""

from collections.abc import Iterable, Mapping

import msgspec

from dragoman.dates.words import Group, Vocabulary
from dragoman.model.mention import DateForm
from dragoman.packs.shapes.dates import Fields, Value

_PIVOT = 50
_NOON = 12
_AFTER_NOON = ("afternoon", "evening")
_UNITS = ("day", "week", "month", "year", "workday")
_OFFSETS = tuple(f"offset_{unit}s" for unit in _UNITS)
_SUMMED = (*_OFFSETS, "year")
"""Fields that two words of one match add to: days from today, and the two halves of a year in words."""
_ADDED = ("and", "more")
"""Roles of further counts that add to a distance."""
_ROLES = ("", "until", "or")
_ONLY_TIME = frozenset({"time", "part_of_day", "zone"})


def form_of(groups: Iterable[Group], fields: Fields, *, vocabulary: Vocabulary) -> DateForm:
    """Gives the form that a match of a rule says: its words' fields, then the rule's own.

    Distances add up: ``twee dagen na morgen`` is three days from today.
    """
    said: dict[str, Fields] = {"": {}}
    for group in groups:
        _add(said.setdefault(group.role, {}), vocabulary.value(group.cls, group.plain))
    for name, value in fields.items():
        role, _, rest = name.partition("_")
        role, rest = (role, rest) if role in (*_ROLES, *_ADDED) else ("", name)
        _add(said.setdefault(role, {}), {rest: value})
    for role in _ADDED:
        if role in said:
            said[role].setdefault("sign", said[""].get("sign", 1))
    further = [_measured(said.pop(role)) for role in _ADDED if role in said]
    said[""] = _measured(said[""])
    for each in further:
        _add(said[""], each)
    forms = {role: _form(each) for role, each in said.items() if role in _ROLES}
    return join_forms(forms.pop(""), forms)


def join_forms(base: DateForm, others: Mapping[str, DateForm], *, fields: Fields | None = None) -> DateForm:
    """Gives ``base`` with ``until`` as its end and ``or`` as its alternative; each lends the other what it leaves out.

    In "van 10 tot 12 juni 2018" the first day has month and year of the last, in "volgende week maandag of dinsdag" the
    last has the week of the first; "van april tot 2019" lends no year.
    """
    if "until" in others:
        base = _lent(base, others["until"])
        base = msgspec.structs.replace(base, until=_lent_back(others["until"], base))
    if "or" in others:
        base = _lent(base, others["or"])
        base = msgspec.structs.replace(base, choices=(*base.choices, _lent_back(others["or"], base)))
    return msgspec.structs.replace(base, **(fields or {}))


def is_time(form: DateForm) -> bool:
    """Gives whether a form says an hour or part of the day and no day."""
    return bool(_said(form)) and _said(form) <= _ONLY_TIME


def with_time(form: DateForm, time: DateForm) -> DateForm:
    """Gives the form with the hour, part of the day and zone that another says."""
    return msgspec.structs.replace(
        form, **{name: getattr(time, name) for name in _ONLY_TIME if getattr(form, name) is None}
    )


def _said(form: DateForm) -> frozenset[str]:
    plain = DateForm()
    return frozenset(name for name in form.__struct_fields__ if getattr(form, name) != getattr(plain, name))


def _add(fields: Fields, further: Mapping[str, Value]) -> None:
    for name, value in further.items():
        before = fields.get(name)
        if name in _SUMMED and isinstance(before, int) and isinstance(value, int):
            fields[name] = before + value
        else:
            fields[name] = value


def _form(fields: Fields) -> DateForm:
    fields = _measured(dict(fields))
    short = fields.pop("short_year", None)
    if isinstance(short, int):
        fields["year"] = short + (2000 if short < _PIVOT else 1900)
    short = fields.pop("short_decade", None)
    if isinstance(short, int):
        fields["decade"] = short + 1900 if short else 2000
    number = fields.pop("century_number", None)
    if isinstance(number, int):
        fields["century"] = (number - 1) * 100
    decade = fields.get("decade")
    if isinstance(decade, int):
        fields["decade"] = decade - decade % 10
    hour, minute = fields.pop("hour", None), fields.pop("minute", 0)
    if isinstance(hour, int) and isinstance(minute, int):
        hour += _NOON if fields.get("part_of_day") in _AFTER_NOON and 0 < hour < _NOON else 0
        before = fields.pop("minutes_before", 0)
        total = hour * 60 + minute - (before if isinstance(before, int) else 0)
        fields["time"] = f"{total // 60 % 24:02d}:{total % 60:02d}"
    return msgspec.convert(fields, DateForm)


def _measured(fields: Fields) -> Fields:
    """Turns sign, count and unit into a distance."""
    sign = fields.pop("sign", None)
    if not isinstance(sign, int) or "unit" not in fields:
        return fields
    unit, count = fields.pop("unit"), fields.pop("count", 1)
    if isinstance(count, int) and unit in _UNITS:
        _add(fields, {f"offset_{unit}s": sign * count})
    elif isinstance(count, int) and unit == "decade":
        _add(fields, {"offset_years": sign * count * 10})
    elif isinstance(count, int) and unit == "quarter":
        _add(fields, {"offset_months": sign * count * 3})
    return fields


def counted_from(form: DateForm, distance: DateForm) -> DateForm:
    """Gives the form that lies at a distance from another: two weeks after Easter."""
    return msgspec.structs.replace(form, anchor="itself", **{name: getattr(distance, name) for name in _OFFSETS})


def _lent(form: DateForm, other: DateForm) -> DateForm:
    lent: dict[str, object] = {}
    if form.which is not None and form.unit is None:
        return form
    if form.day is not None and form.month is None and form.unit is None:
        lent |= {"month": other.month, "unit": other.unit, "which": other.which}
    as_fine = other.month is not None or other.quarter is not None
    if form.year is None and as_fine and (form.month is not None or "month" in lent or form.quarter is not None):
        lent["year"] = other.year
    return msgspec.structs.replace(form, **lent) if lent else form


def _lent_back(form: DateForm, other: DateForm) -> DateForm:
    if form.weekday is not None and form.unit is None and form.which is None and other.unit == "week":
        return msgspec.structs.replace(form, unit=other.unit, which=other.which)
    return form
