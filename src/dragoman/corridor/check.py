"""Compares a desk's own calendar with the diary, and gives only what differs; nothing is written anywhere."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from os import PathLike

import msgspec

from dragoman.corridor.ask import open_view
from dragoman.corridor.entry import is_of_kind
from dragoman.corridor.files import read_reports
from dragoman.corridor.read import read_report
from dragoman.corridor.resolve import own_days, resolve_held
from dragoman.corridor.shown import RECENT, sort_key
from dragoman.corridor.standing import Standing, event_entry, stand
from dragoman.corridor.turn import OFF, OPEN
from dragoman.corridor.view import View
from dragoman.corridor.whose import Whose
from dragoman.errors import BadOption, SkipReport
from dragoman.events.match import match_score
from dragoman.events.sides import sides
from dragoman.ledger.fetch import Held
from dragoman.ledger.store import Ledger
from dragoman.model.check import Check, Difference, DifferenceKind
from dragoman.model.event import Event
from dragoman.model.report import DeskEntry, Report
from dragoman.model.vocabulary import Status
from dragoman.packs.load import load_kinds

AROUND = timedelta(days=60)
"""So far from a calendar's days an event is looked for that may have moved."""
LEAST = 0.01
"""What a match counts at least, so that it is one."""
UNSURE: frozenset[Status] = frozenset({"mooted", "doubtful", "conditional", "suspended"})
CALLED_OFF = OFF - {"postponed", "suspended"}


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the calendar, and the event that it tells of; ``named`` is whether its title names a kind."""

    entry: DeskEntry
    event: Event
    named: bool


def check(
    ledger: Ledger,
    paths: Iterable[str | PathLike[str]],
    *,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
    skipped: Callable[[SkipReport], None] | None = None,
) -> Check:
    """Compares the calendars in files with what reports tell, and gives only the differences.

    A line is called off, moved, doubted, or on again though the calendar has it as cancelled; ``missing`` is what is
    coming within the calendar's days and stands in no line. What calendars say themselves counts for nothing here, also
    where they were added. Lines of more than a week ago are passed over. A line that cannot be read is handed to
    ``skipped``. Raises `BadOption` for files without a line of a calendar. The other options are as in `diary`.

    For example ``check(ledger, ["desk.ics"])``.
    """
    lines = list(_lines(paths, skipped))
    if not lines:
        raise BadOption("no line of a calendar is in it", hint="an .ics file, or a table with title and start")
    with open_view(ledger, as_of=as_of, as_added=as_added, according_to=according_to, exactly=exactly) as (view, whose):
        current = [line for line in lines if date.fromisoformat(line.entry.end) >= view.day - RECENT]
        found = _standings(view, whose, current)
        pairs = _pair(current, found)
        differences = [each for line in current for each in _differing(line, pairs.get(line.entry.id), view)]
        told = [pairs[line.entry.id] for line in current if line.entry.id in pairs]
        missing = _missing(found, told, current, view)
        return Check(
            as_of=view.day.isoformat(),
            according_to=None if whose is None else whose.name,
            entries=len(lines),
            same=len(told) - len(differences),
            untold=len(current) - len(told),
            past=len(lines) - len(current),
            differences=(*differences, *missing),
        )


def _lines(paths: Iterable[str | PathLike[str]], skipped: Callable[[SkipReport], None] | None) -> Iterator[_Line]:
    """Gives the lines of the calendars by their days, each once; of one id the last stands."""
    found: dict[str, tuple[Report, DeskEntry]] = {}
    for report in read_reports(paths):
        if isinstance(report, SkipReport):
            if skipped is not None:
                skipped(report)
        elif report.entry is not None:
            found[report.entry.id] = (report, report.entry)
    for report, entry in sorted(found.values(), key=lambda pair: (pair[1].start, pair[1].id)):
        held = Held(report=report, reading=read_report(report))
        [event] = resolve_held(held, days=own_days(held).days).events
        yield _Line(entry=entry, event=event, named=is_of_kind(held.reading))


def _standings(view: View, whose: Whose | None, lines: Sequence[_Line]) -> list[Standing]:
    """Gives where the events around the calendar's days stand by what reports say, without the calendars."""
    if not lines:
        return []
    first = min(date.fromisoformat(line.entry.start) for line in lines) - AROUND
    last = max(date.fromisoformat(line.entry.end) for line in lines) + AROUND
    takes = None if whose is None else whose.takes
    gathered = view.gather(tuple(view.faces(first=first, last=last)), takes=lambda report: report.entry is None)
    found = (stand(each, day=view.day, takes=takes) for each in gathered)
    return sorted((each for each in found if each is not None), key=sort_key)


def _pair(lines: Sequence[_Line], found: Sequence[Standing]) -> dict[str, Standing]:
    """Finds for the lines, by id, the event that each tells of: the best match first, each event once."""
    pairs = [
        (-score, place, at)
        for place, line in enumerate(lines)
        for at, standing in enumerate(found)
        if (score := _alike(line, standing.event)) > 0.0
    ]
    chosen: dict[str, Standing] = {}
    taken: set[int] = set()
    for _, place, at in sorted(pairs):
        name = lines[place].entry.id
        if name not in chosen and at not in taken:
            chosen[name] = found[at]
            taken.add(at)
    return chosen


def _alike(line: _Line, event: Event) -> float:
    """Gives how surely a line and an event are one, 0 where they are not; a title may leave the kind out."""
    told = line.event if line.named else msgspec.structs.replace(line.event, kind=event.kind, nature=event.nature)
    match = match_score(msgspec.structs.replace(told, nature=event.nature), event, kinds=load_kinds())
    same = match.same or (match.conflict is None and _meet_that_day(told, event))
    return max(match.score, LEAST) if same else 0.0


def _meet_that_day(told: Event, event: Event) -> bool:
    """Tells whether both are on one day and have a side in common: a title says no more than that."""
    if told.when is None or event.when is None or not told.when.spans:
        return False
    return told.when.spans == event.when.spans and not sides(told).isdisjoint(sides(event))


def _differing(line: _Line, standing: Standing | None, view: View) -> Iterator[Difference]:
    if standing is not None:
        kinds = tuple(_kinds(line, standing))
        if kinds:
            yield Difference(kinds=kinds, entry=line.entry, event=event_entry(standing, view=view))


def _kinds(line: _Line, standing: Standing) -> Iterator[DifferenceKind]:
    status, event = standing.verdict.status, standing.event
    if line.entry.status == "cancelled":
        if status in OPEN - {"mooted"} or status == "held":
            yield "on-again"
        return
    if status in CALLED_OFF:
        yield "called-off"
    elif status == "postponed" or _is_moved(line.event, event):
        yield "moved"
    if status in UNSURE and line.entry.status != "tentative":
        yield "doubted"


def _is_moved(line: Event, event: Event) -> bool:
    own, told = line.when, event.when
    return own is not None and told is not None and bool(told.spans) and not own.compatible(told)


def _missing(
    found: Iterable[Standing], told: Collection[Standing], lines: Sequence[_Line], view: View
) -> list[Difference]:
    """Gives what is coming within the calendar's days and stands in no line of it."""
    last = max((date.fromisoformat(line.entry.end) for line in lines), default=date.min)
    paired = {standing.gathered.key for standing in told}
    return [
        Difference(kinds=("missing",), entry=None, event=event_entry(standing, view=view))
        for standing in found
        if standing.gathered.key not in paired and _is_coming(standing, view.day, last)
    ]


def _is_coming(standing: Standing, day: date, last: date) -> bool:
    event = standing.event
    if event.background or event.when is None or standing.verdict.status not in OPEN - {"mooted"}:
        return False
    earliest, latest = event.when.earliest, event.when.latest
    return earliest is not None and latest is not None and latest >= day and earliest <= last
