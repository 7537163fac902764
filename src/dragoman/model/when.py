"""When something is: EDTF as said, sets of days, and what two dates have in common."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, Self

import msgspec

from dragoman.model.edtf import Extent, Span, each_day, join_spans, read_edtf, write_edtf


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """A date as so many days from another that is not known to the day.

    ``anchor`` names the unknown day (``published``), ``offset`` counts days from it. Two dates with one
    anchor keep their distance, however wide the set of days is that each may be.
    """

    anchor: str
    offset: int


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A day or stretch, as precise as it was said; all fields are optional.

    ``edtf`` is EDTF (ISO 8601-2, level 2): ``2018-06-12`` is that day; ``2018-06`` one day within that
    month; ``[a,b]`` and ``[a..b]`` one of these days; ``a/b`` lasts from a to b. ``text`` is how it was said;
    ``time`` (``15:30``) and ``zone`` (IANA) are there only if said. A date without ``edtf`` has the
    ``reason`` why no day can be given (``vague``, ``no-year`` …).

    >>> When(edtf="[2018-05-05,2018-05-12]").latest
    datetime.date(2018, 5, 12)
    """

    edtf: str | None = None
    text: str | None = None
    time: str | None = None
    zone: str | None = None
    reason: str | None = None
    relative: Relative | None = None

    @classmethod
    def parse(cls, edtf: str, **said: Any) -> Self:  # noqa: ANN401 - the other fields, as the class has them
        """Gives the date that EDTF writes; raises `ValueError` that names the character at fault.

        >>> When.parse("2018-13")
        Traceback (most recent call last):
        ValueError: '2018-13', character 0: '2018-13' is no day of the calendar
        """
        read_edtf(edtf)
        return cls(edtf=edtf, **said)

    @classmethod
    def from_days(cls, days: Iterable[date], **said: Any) -> Self:  # noqa: ANN401 - as `parse`
        """Gives the date that is one of ``days``; raises `ValueError` when there are none.

        >>> When.from_days([date(2018, 5, 12), date(2018, 5, 5)]).edtf
        '[2018-05-05,2018-05-12]'
        """
        return cls.from_spans(((day, day) for day in days), **said)

    @classmethod
    def from_spans(cls, spans: Iterable[Span], *, lasts: bool = False, **said: Any) -> Self:  # noqa: ANN401 - as `parse`
        """Gives the date that is one day within ``spans``, or with ``lasts`` the stretch that is one of them.

        >>> When.from_spans([(date(2018, 6, 10), date(2018, 6, 12))], lasts=True).edtf
        '2018-06-10/2018-06-12'
        """
        return cls(edtf=write_edtf(spans, lasts=lasts), **said)

    @property
    def extent(self) -> Extent | None:
        """Is what ``edtf`` says, or None for a date without it."""
        return None if self.edtf is None else read_edtf(self.edtf)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Is the stretches of days it may be, first and last of each, in order; empty without ``edtf``.

        For a date that does not last it is one day within one of them (``2018-06`` has one span of thirty
        days, ``[2018-05-05,2018-05-12]`` two of one); for one that lasts each is a whole alternative. An end
        left open is `date.min` or `date.max`.
        """
        return () if self.extent is None else self.extent.spans

    @property
    def lasts(self) -> bool:
        """Is whether it goes on from a first to a last day (``a/b``), or holds on every one of several."""
        return self.extent is not None and (self.extent.lasts or self.extent.every)

    @property
    def earliest(self) -> date | None:
        """Is the first day that it can be, None if that is open or not said."""
        first = self.spans[0][0] if self.spans else date.min
        return None if first == date.min else first

    @property
    def latest(self) -> date | None:
        """Is the last day that it can be, None if that is open or not said."""
        last = max((last for _, last in self.spans), default=date.max)
        return None if last == date.max else last

    @property
    def is_exact(self) -> bool:
        """Is whether it is one day, told without doubt."""
        extent = self.extent
        if extent is None or extent.uncertain or extent.approximate:
            return False
        return len(extent.spans) == 1 and extent.spans[0][0] == extent.spans[0][1]

    def days(self, limit: int = 400) -> frozenset[date] | None:
        """Gives the days it may be on, or None when they are open, not said or more than ``limit``.

        Of a date that lasts, all days that it may cover.
        """
        if not self.spans or self.earliest is None or self.latest is None:
            return None
        joined = join_spans(self.spans)
        if sum((last - first).days + 1 for first, last in joined) > limit:
            return None
        return frozenset(day for span in joined for day in each_day(span))

    def narrow(self, days: Collection[date]) -> Self:
        """Gives the date with only those of its days that are among ``days``; itself if none would be left.

        Of a date that lasts, the alternatives that begin on one of ``days``.

        >>> When(edtf="2018-05").narrow([date(2018, 5, 26), date(2018, 6, 2)]).edtf
        '2018-05-26'
        """
        extent = self.extent
        if extent is None or extent.every:
            return self
        if extent.lasts:
            spans = [span for span in extent.spans if span[0] in days]
        else:
            spans = [(day, day) for day in days if any(first <= day <= last for first, last in extent.spans)]
        if not spans or join_spans(spans) == join_spans(extent.spans):
            return self
        return msgspec.structs.replace(self, edtf=write_edtf(spans, lasts=extent.lasts))

    def compatible(self, other: "When", *, slack: int = 0) -> bool:
        """Gives whether both can be the same date, days within ``slack`` of each other counted as one.

        A date without ``edtf`` rules nothing out. A day is compatible with a stretch that covers it.

        >>> When(edtf="2018-05").compatible(When(edtf="2018-05-26"))
        True
        """
        if not self.spans or not other.spans:
            return True
        return any(
            (mine[0] - theirs[1]).days <= slack and (theirs[0] - mine[1]).days <= slack
            for mine in self.spans
            for theirs in other.spans
        )

    def overlap(self, other: "When") -> float:
        """Gives the share of their days that both have, 0.0 to 1.0; 0.0 when either has no ``edtf``.

        >>> When(edtf="[2018-05-05,2018-05-12]").overlap(When(edtf="2018-05-05"))
        0.5
        """
        mine, theirs = join_spans(self.spans), join_spans(other.spans)
        both = sum(
            max((min(a_last, b_last) - max(a_first, b_first)).days + 1, 0)
            for a_first, a_last in mine
            for b_first, b_last in theirs
        )
        all_days = _count(mine) + _count(theirs) - both
        return both / all_days if all_days else 0.0

    def shift(self, offset: int) -> Self:
        """Gives the date ``offset`` days later, its words left as they were; itself if it has no ``edtf``."""
        extent = self.extent
        if extent is None or extent.every:
            return self
        spans = [(_moved(first, offset), _moved(last, offset)) for first, last in extent.spans]
        return msgspec.structs.replace(self, edtf=write_edtf(spans, lasts=extent.lasts))


def _count(spans: Iterable[Span]) -> int:
    return sum((last - first).days + 1 for first, last in spans)


def _moved(day: date, offset: int) -> date:
    return day if day in (date.min, date.max) else day + timedelta(days=offset)
